/** Correction: the small form that opens in a row of a report, and closes where it was opened. */
import { html, nothing, type TemplateResult } from "lit";
import type { RowEdit, RowKey } from "../case";
import type { DefectRow, ProblemRow } from "../explanation";
import { inputField } from "./field";
import type { View } from "./view";

/** Outcomes that say the mark is gone, by type; the button sets them in one touch. */
const REMOVED: readonly string[] = ["removed", "mark_removed"];

/** A defect of a report: its outcome, its day, or the whole row left out. */
export function correction(view: View, row: DefectRow, key: RowKey): TemplateResult {
  const { session, texts } = view;
  const edit = editOf(view, key);
  const place = `edit.${key.file}.${key.line}`;
  const removed = row.outcomes?.find(({ value }) => REMOVED.includes(value));
  return panel(view, key, String(row["order_id_masked"] ?? ""), () => html`
    ${row.outcomes === undefined || row.outcomes.length === 0
      ? nothing
      : html`<div class="odr-field">
          <label for=${outcomeField(key)}>${texts.say("row_review.outcome")}</label>
          <select id=${outcomeField(key)} @change=${(event: Event) => session.editRow(key, { outcome: (event.target as HTMLSelectElement).value })}>
            <option value="" ?selected=${!edit?.outcome}>${texts.say("row_review.outcome_as_read")}</option>
            ${row.outcomes.map(({ value, label }) => html`<option value=${value} ?selected=${edit?.outcome === value}>${label}</option>`)}
          </select>
        </div>`}
    ${inputField(view, {
      field: `${place}.decided_on`,
      id: safe(`${place}.decided_on`),
      label: texts.say("row_review.decided_on"),
      hint: texts.say("row_review.decided_on_hint"),
      kind: "day",
      value: edit?.decided_on ?? "",
      onInput: (value) => session.editRow(key, { decided_on: value }),
      enter: "done",
    })}
    <p class="odr-actions">
      ${removed === undefined
        ? nothing
        : html`<button type="button" class="odr-button odr-button--small" @click=${() => session.editRow(key, { outcome: removed.value })}>
            ${texts.say("row_review.mark_removed")}
          </button>`}
      ${leaveOut(view, key)} ${undoOne(view, edit)}
    </p>
  `);
}

/** A row the core could not use as it stands: the one cell that is wrong. */
export function problemCorrection(view: View, row: ProblemRow): TemplateResult | typeof nothing {
  const { session, texts } = view;
  if (!(row.editable || row.can_be_left_out) || !row.file || !row.line) return nothing;
  const key: RowKey = { file: row.file, line: row.line, order_id: row.order_id ?? "" };
  const edit = editOf(view, key);
  const cell = row.cell ?? "";
  const place = `edit.${key.file}.${key.line}.${cell}`;
  return panel(view, key, row.where, () => html`
    ${cell === ""
      ? nothing
      : inputField(view, {
          field: place,
          id: safe(place),
          label: texts.say("row_review.cell", { column: row.column ?? cell }),
          kind: "text",
          value: edit?.cells[cell] ?? row.original ?? "",
          onInput: (value) => session.editRow(key, { cells: { [cell]: value } }),
          enter: "done",
        })}
    <p class="odr-actions">${leaveOut(view, key)} ${undoOne(view, edit)}</p>
  `);
}

function panel(view: View, key: RowKey, where: string, inside: () => TemplateResult): TemplateResult {
  const { desk, texts } = view;
  const name = `${key.file}:${key.line}`;
  const isOpen = desk.open === name;
  return html`
    <button
      type="button"
      class="odr-link"
      aria-expanded=${isOpen ? "true" : "false"}
      aria-label=${isOpen ? nothing : texts.say("row_review.correct_one", { where })}
      @click=${() => desk.change({ open: isOpen ? undefined : name })}
    >
      ${texts.say(isOpen ? "row_review.close" : "row_review.correct")}
    </button>
    ${isOpen ? html`<div class="odr-correction">${inside()}</div>` : nothing}
  `;
}

function leaveOut({ session, desk, texts, focus }: View, key: RowKey): TemplateResult {
  const leave = (): void => {
    session.editRow(key, { left_out: true });
    desk.change({ open: undefined });
    focus("#odr-review-title");
  };
  return html`<button type="button" class="odr-button odr-button--small" data-leave-out @click=${leave}>${texts.say("row_review.leave_out")}</button>`;
}

function undoOne({ session, texts, focus }: View, edit: RowEdit | undefined): TemplateResult | typeof nothing {
  if (edit === undefined) return nothing;
  const undo = (): void => {
    session.dropEdit(session.case.edits.indexOf(edit));
    focus("[data-undo]");
  };
  return html`<button type="button" class="odr-link" @click=${undo}>${texts.say("row_review.undo_one")}</button>`;
}

function editOf({ session }: View, { file, line }: RowKey): RowEdit | undefined {
  return session.case.edits.find((edit) => edit.file === file && edit.line === line);
}

/** The field in which the outcome of a row is set. */
export function outcomeField({ file, line }: Pick<RowKey, "file" | "line">): string {
  return safe(`edit.${file}.${line}.outcome`);
}

function safe(place: string): string {
  return `odr-${place.replace(/[^\w-]/g, "-")}`;
}
