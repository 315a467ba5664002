/* The day by which a page should have been read again stands in the page: when it is over, say so. */
(() => {
  const banner = document.querySelector(".odr-overdue[hidden]");
  if (banner && new Date().toISOString().slice(0, 10) > banner.dataset.due) banner.hidden = false;
})();
