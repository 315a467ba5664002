/* The bar with the copy button of each code block is a landmark; several need names that differ. */
(() => {
  if (document.querySelectorAll("pre > code").length < 2) return;
  const name = () => document.querySelectorAll("nav.md-code__nav:not([aria-label])").forEach((bar) => {
    const number = document.querySelectorAll("nav.md-code__nav[aria-label]").length + 1;
    bar.setAttribute("aria-label", `${bar.firstElementChild?.title ?? ""} ${number}`.trim());
  });
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
  name();
})();
