/* A table wider than its place scrolls: those who use keys can reach it and move it. */
addEventListener("load", () => {
  for (const place of document.querySelectorAll(".md-typeset__scrollwrap"))
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
});
