/** Tables: rows side by side on a wide page, one block a row on a narrow one. */
import { html, nothing, type TemplateResult } from "lit";
import type { Column, Row, Table } from "../explanation";

/** Amazon's figures beside ours; without rows nothing is shown. */
export function figureSection(figures: Table): TemplateResult {
  if (figures.rows.length === 0) return html``;
  return html`
    <section class="odr-section" data-block="figures">
      <h2 class="odr-section__title">${figures.title}</h2>
      ${grid(figures.columns, figures.rows, figureCell, "figures")}
    </section>
  `;
}

/** A table; `below` gives a row its own actions, in a cell of their own. */
export function grid<R>(
  columns: readonly Column[],
  rows: readonly R[],
  shown: (row: R, column: Column) => unknown,
  name: string,
  below?: (row: R) => unknown,
): TemplateResult {
  const narrow = columns.length > 2 ? "odr-table--cards" : "";
  return html`
    <table class="odr-table odr-table--${name} ${narrow}" role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ key, label }) => html`<th scope="col" role="columnheader" data-key=${key}>${label}</th>`)}
          ${below === undefined ? nothing : html`<td role="cell"></td>`}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) => html`<tr role="row">
            ${columns.map((column) => html`<td role="cell" data-key=${column.key} data-l=${column.label}>${shown(row, column)}</td>`)}
            ${below === undefined ? nothing : html`<td role="cell" class="odr-table__actions">${below(row)}</td>`}
          </tr>`,
        )}
      </tbody>
    </table>
  `;
}

/** Amazon's counts or ours, the rate, and what explains a difference. */
function figureCell(row: Row, { key }: Column): unknown {
  const value = written(row[key]);
  if (key === "source" && row["day"]) {
    return html`<strong>${value}</strong><span class="odr-table__aside">${written(row["day"])}</span>`;
  }
  if (key !== "counts" || typeof row["rate"] !== "string") return value;
  const findings = Array.isArray(row["findings"]) ? row["findings"] : [];
  return html`<span class="odr-figure">${value} <strong>${row["rate"]}</strong></span>${findings.map(
      (finding) => html`<span class="odr-table__aside">${written(finding)}</span>`,
    )}`;
}

function written(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
