/* A touch on a figure shows its card: in the right margin on a wide screen, as a sheet from below on
   a narrow one. The card is already on the page, so nothing is fetched; without this script the link
   leads down to it. */
(() => {
  const wide = matchMedia("(min-width: 76.25em)");
  let sheet, caller;

  const close = () => {
    if (!sheet) return;
    sheet.remove();
    sheet = undefined;
    caller.removeAttribute("aria-expanded");
    caller.focus({ preventScroll: true });
  };

  const beside = (link) => {
    const column = document.querySelector(".md-content").getBoundingClientRect();
    const line = link.getBoundingClientRect();
    sheet.style.left = `${column.right + scrollX - sheet.offsetWidth}px`;
    sheet.style.top = `${line.top + scrollY - 24}px`;
  };

  const open = (link, card) => {
    close();
    caller = link;
    const title = card.querySelector("summary > span").textContent;
    sheet = document.createElement("div");
    sheet.className = "odr-sheet md-typeset";
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-label", title);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "odr-sheet__close";
    button.setAttribute("aria-label", card.parentElement.dataset.close);
    button.addEventListener("click", close);
    const heading = document.createElement("p");
    heading.className = "odr-sheet__title";
    heading.textContent = title;
    const rows = card.querySelector(".odr-factcard__rows").cloneNode(true);
    rows.removeAttribute("id");
    sheet.append(button, heading, rows);
    document.body.append(sheet);
    link.setAttribute("aria-expanded", "true");
    if (wide.matches) beside(link);
    button.focus({ preventScroll: true });
  };

  /* Older browsers do not open a closed card by its anchor. */
  const reveal = () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = goal && goal.closest("details.odr-factcard");
    if (!card || card.open) return;
    card.open = true;
    goal.scrollIntoView();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.odr-fact");
    if (!link) {
      if (sheet && !sheet.contains(event.target)) close();
      return;
    }
    const goal = document.getElementById(link.hash.slice(1));
    const card = goal && goal.closest("details.odr-factcard");
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (caller === link && sheet) close();
    else open(link, card);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  wide.addEventListener("change", close);
  addEventListener("hashchange", reveal);
  reveal();
})();
