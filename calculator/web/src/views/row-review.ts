/**
 * Row review: every defect and every row that needs a look, filtered, corrected, left out, taken back.
 *
 * Corrections lie over the files as an overlay in the case; each can be undone alone, or all at once.
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { RowEdit, RowKey } from "../case";
import type { Filter } from "../desk";
import type { DefectRow, Explanation, ProblemRow } from "../explanation";
import { correction, problemCorrection } from "./correction";
import { idOf } from "./field";
import { orderId } from "./order-id";
import { grid } from "./tables";
import { undoLine } from "./undo-line";
import type { View } from "./view";

const FILTERS: readonly Filter[] = ["all", "problems", "counted", "undecided", "left_out"];

export function rowReview(view: View, explanation: Explanation): TemplateResult {
  const { desk, session } = view;
  const { defects, problems, left_out: leftOut } = explanation;
  const nothingToSee = defects.rows.length === 0 && problems.rows.length === 0 && (leftOut?.rows.length ?? 0) === 0;
  if (nothingToSee && !defects.empty) return html``;
  const shows = (filter: Filter): boolean => desk.filter === "all" || desk.filter === filter;
  const rows = defects.rows.filter(({ counts_state: state }) => desk.filter === "all" || state === desk.filter);
  const isEmpty = isNone(desk.filter, rows.length, problems.rows.length, leftOut?.rows.length ?? 0);
  return html`
    <section class="odr-section odr-review" data-block="review" aria-labelledby="odr-review-title">
      <h2 class="odr-section__title" id="odr-review-title" tabindex="-1">${defects.title}</h2>
      ${nothingToSee ? html`<p>${defects.empty}</p>` : controls(view, explanation)} ${defects.more ? html`<p data-more>${defects.more}</p>` : nothing}
      ${session.case.edits.length === 0 ? nothing : corrections(view, session.case.edits)} ${undoLine(view, ["edit", "edits"])}
      ${isEmpty && !nothingToSee ? html`<p class="odr-review__none">${view.texts.say("row_review.none")}</p>` : nothing}
      ${shows("problems") ? problemRows(view, problems) : nothing}
      ${rows.length > 0 ? defectRows(view, explanation, rows) : nothing}
      ${shows("left_out") && leftOut !== undefined && leftOut.rows.length > 0 ? leftOutRows(view, leftOut) : nothing}
    </section>
  `;
}

function isNone(filter: Filter, rows: number, problems: number, leftOut: number): boolean {
  return filter === "problems" ? problems === 0 : filter === "left_out" ? leftOut === 0 : rows === 0 && filter !== "all";
}

function controls(view: View, { defects, problems, left_out: leftOut }: Explanation): TemplateResult {
  const { desk, texts } = view;
  const number: Readonly<Record<Filter, number>> = {
    all: defects.rows.length + problems.rows.length + (leftOut?.rows.length ?? 0),
    problems: problems.rows.length,
    counted: defects.rows.filter((row) => row["counts_state"] === "counted").length,
    undecided: defects.rows.filter((row) => row["counts_state"] === "undecided").length,
    left_out: leftOut?.rows.length ?? 0,
  };
  const shown = FILTERS.filter((filter) => filter === "all" || number[filter] > 0 || filter === desk.filter);
  return html`
    <div class="odr-review__controls">
      ${shown.length < 3
        ? nothing
        : html`<fieldset class="odr-choices">
            <legend class="odr-hidden">${texts.say("row_review.filter")}</legend>
            <div class="odr-choices__row">
              ${shown.map(
                (filter) => html`<label class="odr-option odr-option--small">
                  <input type="radio" name="odr-filter" value=${filter} .checked=${live(filter === desk.filter)} @change=${() => desk.change({ filter, open: undefined })} />
                  <span>${texts.say(`row_review.${filter}`)} <span class="odr-review__number">${number[filter]}</span></span>
                </label>`,
              )}
            </div>
          </fieldset>`}
      ${defects.rows.some((row) => row["order_id_masked"] !== row["order_id"] && /\d/.test(written(row["order_id_masked"])))
        ? html`<label class="odr-switch">
            <input type="checkbox" .checked=${live(desk.showIds)} @change=${() => desk.change({ showIds: !desk.showIds })} />
            <span>${texts.say("row_review.show_ids")}</span>
          </label>`
        : nothing}
    </div>
  `;
}

function corrections({ session, texts, focus }: View, edits: readonly RowEdit[]): TemplateResult {
  const undo = (): void => {
    session.dropEdits();
    focus("[data-undo]");
  };
  return html`<p class="odr-review__corrections">
    <span>${texts.say("row_review.corrections", { n: edits.length })}</span>
    <button type="button" class="odr-link" data-undo-all @click=${undo}>${texts.say("row_review.undo_all")}</button>
  </p>`;
}

function problemRows(view: View, problems: Explanation["problems"]): TemplateResult | typeof nothing {
  if (problems.rows.length === 0) return nothing;
  const { texts } = view;
  const columns = ["where", "column", "original", "message"].map((key) => ({ key, label: texts.say(`table.${key}`) }));
  const shown = (row: ProblemRow, { key }: { readonly key: string }): unknown => {
    if (key !== "original") return row[key as "where" | "column" | "message"] ?? "";
    if (row.original === null || (row.original === "" && !row.column)) return "";
    return row.original === "" ? texts.say("table.empty") : html`<code class="odr-raw">${row.original}</code>`;
  };
  return html`
    <div data-block="problems" class="odr-review__part">
      <h3 class="odr-review__title">${problems.title}</h3>
      <p>${problems.lead}</p>
      ${grid(columns, problems.rows, shown, "problems", (row) => problemCorrection(view, row))}
    </div>
  `;
}

function defectRows(view: View, { defects }: Explanation, rows: readonly DefectRow[]): TemplateResult {
  const shown = (row: DefectRow, { key }: { readonly key: string }): unknown => {
    const value = written(row[key]);
    if (key === "order_id") return html`${orderId(row, view.desk.showIds)}${origin(view, row)}`;
    if (key === "counts") return html`<span class="odr-chip odr-chip--${row["counts_state"]}">${value}</span>`;
    return value;
  };
  return html`
    <div data-block="defects" class="odr-review__part">${grid(defects.columns, rows, shown, "defects", (row) => actions(view, row))}</div>
  `;
}

function origin({ texts }: View, row: DefectRow): TemplateResult | typeof nothing {
  const word = row.edited ? "edited" : row.typed ? "typed" : undefined;
  return word === undefined ? nothing : html`<span class="odr-table__aside">${texts.say(`row_review.${word}`)}</span>`;
}

function actions(view: View, row: DefectRow): TemplateResult | typeof nothing {
  const { desk, texts, focus } = view;
  if (row.typed) {
    const change = (): void => {
      desk.change({ screen: "input" });
      focus(`#${idOf(`defects.${row.typed}.outcome`)}`);
    };
    return html`<button type="button" class="odr-link" @click=${change}>${texts.say("row_review.change")}</button>`;
  }
  return row.file && row.line ? correction(view, row, { file: row.file, line: row.line, order_id: written(row["order_id"]) }) : nothing;
}

function leftOutRows(view: View, leftOut: NonNullable<Explanation["left_out"]>): TemplateResult {
  return html`
    <div data-block="left-out" class="odr-review__part">
      <h3 class="odr-review__title">${leftOut.title}</h3>
      <ul class="odr-list">
        ${leftOut.rows.map(
          ({ key, text }) => html`<li class="odr-list__with-action">
            <span>${text}</span>
            <button type="button" class="odr-link" aria-label=${view.texts.say("row_review.take_back_one", { where: text })} @click=${() => takeBack(view, key)}>
              ${view.texts.say("row_review.take_back")}
            </button>
          </li>`,
        )}
      </ul>
    </div>
  `;
}

/** The row as the file has it again, or with the other corrections it has. */
function takeBack({ session, focus }: View, key: string): void {
  const at = session.case.edits.findIndex((edit) => keyOf(edit) === key);
  const edit = session.case.edits[at];
  if (edit === undefined) return;
  const isCorrected = Object.keys(edit.cells).length > 0 || edit.outcome !== "" || edit.decided_on !== "";
  if (isCorrected) session.editRow(edit, { left_out: false });
  else session.dropEdit(at);
  focus("#odr-review-title");
}

function keyOf({ file, line }: RowKey): string {
  return `${file}:${line}`;
}

function written(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
