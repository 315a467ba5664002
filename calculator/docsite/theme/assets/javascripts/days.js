/* Tables by day: lift the row of today, or of a day typed in, out of a table that is already on the
   page. Nothing is counted here; the core has counted every row. Without this script the table stands
   as it is. Today is the UTC day, as in Amazon's order files. */
(() => {
  const ISO = /\d{4}-\d\d-\d\d/g;
  const two = (number) => String(number).padStart(2, "0");
  const row = (table, day) => document.querySelector(`#${table} tr[data-day="${day}"]`);
  /* The row is lifted out, so the months can be folded. */
  const fold = (table) => {
    for (const month of document.querySelectorAll(`#${table} details`)) month.open = false;
  };
  const written = (day, form) => {
    const [year, month, date] = day.split("-");
    if (form === "mdy") return `${month}/${date}/${year}`;
    if (form === "dmy") return `${date}/${month}/${year}`;
    if (form === "ymd") return `${year}/${Number(month)}/${Number(date)}`;
    return day;
  };

  const today = document.querySelector(".odr-today");
  if (today) {
    const now = new Date();
    const day = now.toISOString().slice(0, 10);
    const local = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const part = (name) => today.querySelector(`[data-part="${name}"]`);
    const found = row("download-days", day);
    const dates = [...today.querySelectorAll("[data-date]")];
    let days = dates.map((one) => one.textContent);
    if (found) {
      fold("download-days");
      part("day").textContent = today.dataset.said.replace("{day}", day);
      days = found.querySelector("td").textContent.match(ISO);
      const device = part("device");
      device.textContent = device.dataset.words.replace("{local}", local);
      device.hidden = local === day;
    } else if (day > today.dataset.last) {
      part("device").textContent = today.dataset.over;
      part("device").hidden = false;
    }
    const form = today.querySelector("select");
    const write = () => dates.forEach((one, place) => { one.textContent = written(days[place], form.value); });
    form.addEventListener("change", write);
    today.querySelector(".odr-today__form").hidden = false;
    write();
  }

  const lookup = document.querySelector(".odr-lookup");
  if (lookup) {
    const { table } = lookup.dataset;
    const field = lookup.querySelector("input");
    const answer = lookup.querySelector('[data-part="answer"]');
    const outside = lookup.querySelector('[data-part="outside"]');
    field.addEventListener("input", () => {
      const found = row(table, field.value);
      for (const cell of answer.querySelectorAll("[data-cell]")) {
        const text = found ? found.querySelectorAll("td")[cell.dataset.cell].textContent : "";
        cell.textContent = lookup.dataset.said.replace("{day}", text);
      }
      answer.hidden = !found;
      outside.textContent = found || !field.value ? "" : lookup.dataset.outside;
      outside.hidden = !outside.textContent;
    });
    fold(table);
    lookup.hidden = false;
  }
})();
