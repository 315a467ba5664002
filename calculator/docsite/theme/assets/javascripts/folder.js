/* A page opened straight from a folder: links lead to the file inside the folder they name, what needs a
   server says so, and the search, which would stay empty, is not offered. */
(() => {
  if (location.protocol !== "file:") return;
  addEventListener("click", ({ target }) => {
    const link = target.closest && target.closest("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
  for (const one of document.querySelectorAll(".odr-search, .md-search")) one.hidden = true;
  for (const one of document.querySelectorAll(".odr-waiting[data-file]")) one.textContent = one.dataset.file;
})();
