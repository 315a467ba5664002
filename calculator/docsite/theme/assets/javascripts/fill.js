/* Texts with blanks, filled in place: what is typed into a field stands in every version of the text
   at once. Nothing is worked out here but how a day is written; nothing is kept, nothing is sent.
   Without this script the fields stay hidden and the list says what goes into each blank. */
(() => {
  const place = document.querySelector(".odr-fillin");
  if (!place) return;
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  const LATIN = /^(?!\d+年)[A-Za-z0-9]/;
  const fields = [...place.querySelectorAll("[data-into]")];
  const texts = [...place.querySelectorAll("pre")];
  const versions = new Map(texts.map((one) => [one, one.closest("[data-version]").dataset]));
  const marks = texts.flatMap((text) => [...text.querySelectorAll("mark[data-blank]")].map((mark) => ({
    mark, text, label: mark.textContent,
  })));
  const lines = texts.flatMap((text) => [...text.querySelectorAll("[data-line]")].map((line) => ({
    line, gap: document.createComment(""),
  })));

  const today = () => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  const isDay = (field) => field.type === "date";
  /* Brackets would look like an open blank; a blank is one run of words. */
  const typed = (field) => field.value.replaceAll("【", "[").replaceAll("】", "]").replace(/[\s\p{C}]+/gu, " ").trim();
  const isAhead = (field) => field.hasAttribute("data-past") && field.value > today();
  const isChinese = (field, version) => version === "en" && !isDay(field) && HAN.test(field.value);

  const written = (field, { day, months }) => {
    if (!isDay(field)) return typed(field);
    const [year, month, date] = field.value.split("-").map(Number);
    return day.replace("{year}", year).replace("{month}", months.split("|")[month - 1]).replace("{day}", date);
  };

  /* What stands before or after a mark in its text, lines left out passed over;
     a mark that is left out itself has no neighbours. */
  const beside = (text, mark, way) => {
    let node = mark;
    for (;;) {
      while (node && !node[way] && node.parentNode !== text) node = node.parentNode;
      node = node && node[way];
      if (!node) return "";
      if (node.nodeType !== Node.COMMENT_NODE && node.textContent) return node.textContent;
    }
  };

  /* Chinese and Latin letters stand apart by a blank; a day in Chinese stands without one. */
  const spaced = (words, text, mark) => {
    const before = beside(text, mark, "previousSibling").slice(-1);
    const after = beside(text, mark, "nextSibling").slice(0, 1);
    const first = HAN.test(before) && LATIN.test(words) ? " " : "";
    return first + words + (LATIN.test(words.slice(-1)) && HAN.test(after) ? " " : "");
  };

  const show = ({ mark, text, label }) => {
    const field = document.getElementById(`blank-${mark.dataset.blank}`);
    const version = versions.get(text);
    const words = isAhead(field) ? "" : written(field, version);
    const isFilled = Boolean(field.value.trim() && words);
    mark.className = isFilled ? "odr-given" : "odr-blank";
    mark.toggleAttribute("data-look", isFilled && isChinese(field, version.version));
    mark.textContent = !isFilled ? label : version.version === "en" ? words : spaced(words, text, mark);
  };

  const warn = (text) => {
    const { notReady, lookAgain } = versions.get(text);
    const warning = text.querySelector("[data-warning]");
    const said = text.querySelector(".odr-blank") ? notReady : text.querySelector("[data-look]") ? lookAgain : "";
    if (warning) warning.textContent = said && `${said}\n\n`;
    const count = place.querySelector(`[data-count="${text.id}"]`);
    if (count) count.textContent = count.dataset.words.replace("{n}", [...text.textContent.trim()].length);
  };

  const firstText = () => place.querySelector(".odr-fillin__pair pre");

  /* The other language takes the first place: its text, its words in the list of blanks. */
  const sendOther = () => {
    const [first, second] = place.querySelectorAll("[data-version]");
    const gap = document.createComment("");
    first.replaceWith(gap);
    second.replaceWith(first);
    gap.replaceWith(second);
    for (const one of [first, second]) one.classList.toggle("odr-letter--other");
    for (const one of place.querySelectorAll("[data-swap]")) {
      [one.textContent, one.dataset.swap] = [one.dataset.swap, one.textContent];
      const small = one.closest("label small");
      if (small) small.hidden = one.textContent === `【${small.previousSibling.textContent.trim()}】`;
    }
  };

  const tell = () => {
    const first = firstText();
    const { left, filled, future, chinese } = place.dataset;
    const open = new Set([...first.querySelectorAll(".odr-blank")].map((mark) => mark.dataset.blank)).size;
    const line = place.querySelector(".odr-fill__left");
    line.textContent = open ? left.replace("{n}", open) : first.querySelector("[data-look]") ? "" : filled;
    for (const field of fields) {
      const wrong = place.querySelector(`[data-wrong="${field.dataset.into}"]`);
      wrong.textContent = isAhead(field) ? future : isChinese(field, versions.get(first).version) ? chinese : "";
      field.toggleAttribute("aria-invalid", Boolean(wrong.textContent));
    }
  };

  const refresh = () => {
    marks.forEach(show);
    texts.forEach(warn);
    tell();
  };

  /* A line that nobody wants is taken out of every text, a wanted one put back in its place. */
  const use = (tick) => {
    for (const { line, gap } of lines) {
      if (line.dataset.line !== tick.dataset.use) continue;
      if (tick.checked) gap.replaceWith(line);
      else line.replaceWith(gap);
    }
    const group = tick.closest(".odr-fill__group");
    group.toggleAttribute("data-left-out", !tick.checked);
    for (const field of group.querySelectorAll("[data-into]")) field.disabled = !tick.checked;
  };

  place.addEventListener("input", ({ target }) => {
    if (target.dataset.use !== undefined) use(target);
    if (target.name === "send-in") sendOther();
    refresh();
  });

  place.addEventListener("click", ({ target }) => {
    const mark = target.closest("pre mark[data-blank]");
    if (mark) document.getElementById(`blank-${mark.dataset.blank}`).focus();
    const save = target.closest("[data-save]");
    if (!save) return;
    const link = document.createElement("a");
    const words = document.getElementById(save.dataset.save).textContent.trim();
    link.href = URL.createObjectURL(new Blob([`${words}\n`], { type: "text/plain" }));
    link.download = save.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  for (const one of place.querySelectorAll("[data-script], [data-save]")) one.hidden = false;
  place.classList.add("odr-fillin--live");
  for (const tick of place.querySelectorAll("[data-use]:not(:checked)")) use(tick);
  refresh();
})();
