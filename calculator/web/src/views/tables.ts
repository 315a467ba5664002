/** Tables: rows side by side on a wide page, one block a row on a narrow one. */
import { html, type TemplateResult } from "lit";
import type { Column, ProblemRow, Row, Table } from "../explanation";
import type { View } from "./view";

/** A titled table of the core; without rows it is not shown, or its own sentence is. */
export function tableSection(name: string, table: Table): TemplateResult {
  if (table.rows.length === 0 && !table.empty) return html``;
  return html`
    <section class="odr-section" data-block=${name}>
      <h2 class="odr-section__title">${table.title}</h2>
      ${table.rows.length === 0
        ? html`<p>${table.empty}</p>`
        : grid(table.columns, table.rows, (row, column) => cell(row, column), name)}
    </section>
  `;
}

export function problemSection(
  { texts }: View,
  problems: { readonly title: string; readonly lead: string; readonly rows: readonly ProblemRow[] },
): TemplateResult {
  if (problems.rows.length === 0) return html``;
  const columns = ["where", "column", "original", "message"].map((key) => ({ key, label: texts.say(`table.${key}`) }));
  const shown = (row: ProblemRow, { key }: Column): unknown => {
    if (key !== "original") return row[key as "where" | "column" | "message"] ?? "";
    if (row.original === null || (row.original === "" && !row.column)) return "";
    return row.original === "" ? texts.say("table.empty") : html`<code class="odr-raw">${row.original}</code>`;
  };
  return html`
    <section class="odr-section" data-block="problems">
      <h2 class="odr-section__title">${problems.title}</h2>
      <p>${problems.lead}</p>
      ${grid(columns, problems.rows, shown, "problems")}
    </section>
  `;
}

function grid<R>(
  columns: readonly Column[],
  rows: readonly R[],
  shown: (row: R, column: Column) => unknown,
  name: string,
): TemplateResult {
  const narrow = columns.length > 2 ? "odr-table--cards" : "";
  return html`
    <table class="odr-table odr-table--${name} ${narrow}" role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ key, label }) => html`<th scope="col" role="columnheader" data-key=${key}>${label}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) => html`<tr role="row">
            ${columns.map(
              (column) => html`<td role="cell" data-key=${column.key} data-l=${column.label}>${shown(row, column)}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function cell(row: Row, { key }: Column): unknown {
  const value = written(row[key]);
  if (key === "order_id") return html`<strong class="odr-id">${value}</strong>`;
  if (key === "counts" && typeof row["counts_state"] === "string") {
    return html`<span class="odr-chip odr-chip--${row["counts_state"]}">${value}</span>`;
  }
  if (key === "counts" && typeof row["rate"] === "string") return figure(value, row);
  if (key === "source" && row["day"]) {
    return html`<strong>${value}</strong><span class="odr-table__aside">${written(row["day"])}</span>`;
  }
  return value;
}

/** Amazon's counts or ours, the rate, and what explains a difference. */
function figure(counts: string, row: Row): TemplateResult {
  const findings = Array.isArray(row["findings"]) ? row["findings"] : [];
  return html`<span class="odr-figure">${counts} <strong>${written(row["rate"])}</strong></span>${findings.map(
      (finding) => html`<span class="odr-table__aside">${written(finding)}</span>`,
    )}`;
}

function written(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
