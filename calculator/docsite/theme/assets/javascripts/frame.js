/* The frame for those who use keys: Material opens its drawer and its folders with labels, which keys
   do not press. The menu becomes a button, the drawer takes and gives back the focus, Escape closes
   it. While it is open its folders and the ways back are reached by keys, and the space bar presses
   them, as Enter does. */
(() => {
  const drawer = document.getElementById("__drawer");
  const menu = document.querySelector("button.odr-menu");
  if (!drawer || !menu) return;

  const inside = () => document.querySelector(".md-sidebar--primary a[href], .md-sidebar--primary label[tabindex]");

  const folders = document.querySelectorAll(
    ".md-sidebar--primary label.md-nav__link[tabindex=''], .md-sidebar--primary .md-nav__title[for^=__nav]");

  const show = () => {
    menu.setAttribute("aria-expanded", String(drawer.checked));
    folders.forEach((label) => label.setAttribute("tabindex", drawer.checked ? "0" : ""));
    if (drawer.checked) {
      const first = inside();
      if (first) requestAnimationFrame(() => first.focus({ preventScroll: true }));
    }
  };

  const toggle = (open) => {
    drawer.checked = open;
    drawer.dispatchEvent(new Event("change", { bubbles: true }));
  };

  menu.addEventListener("click", () => toggle(!drawer.checked));
  drawer.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      toggle(false);
      menu.focus();
    }
    const label = event.target.closest && event.target.closest("label[tabindex='0']");
    if (label && event.key === " ") {
      event.preventDefault();
      label.click();
    }
  });
  /* A drawer that stays open behind the focus would hide what has it. */
  document.addEventListener("focusin", (event) => {
    if (drawer.checked && !event.target.closest(".md-sidebar--primary, button.odr-menu")) toggle(false);
  });
  show();
})();
