/**
 * Candidates: orders that a report only hints at. The seller looks each up and says how it ended, or
 * that there is none; an answer becomes a row of the form, a dismissal can be taken back here.
 */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { CandidateRow, Candidates, Explanation } from "../explanation";
import { orderId } from "./order-id";
import { undoLine } from "./undo-line";
import type { View } from "./view";

export const CANDIDATES_TITLE = "odr-candidates-title";

export function candidateSection(view: View, { candidates }: Explanation): TemplateResult | typeof nothing {
  const undo = undoLine(view, ["answer"]);
  if (!candidates) return undo === nothing ? nothing : html`<section class="odr-section" data-block="candidates">${undo}</section>`;
  const { texts } = view;
  return html`
    <section class="odr-section odr-candidates" data-block="candidates" aria-labelledby=${CANDIDATES_TITLE}>
      <h2 class="odr-section__title" id=${CANDIDATES_TITLE} tabindex="-1">${candidates.title}</h2>
      ${undo}
      ${candidates.rows.length === 0 ? nothing : html`<p>${candidates.lead}</p>`} ${candidates.all === null ? nothing : html`<p>${candidates.all}</p>`}
      <ol class="odr-candidates__list">
        ${repeat(candidates.rows, ({ key }) => key, (row) => candidate(view, row, candidates))}
      </ol>
      ${candidates.older === null ? nothing : html`<p>${candidates.older}</p>`}
      ${candidates.dismissed.length === 0
        ? nothing
        : html`<ul class="odr-list">
            ${candidates.dismissed.map(
              (one) => html`<li class="odr-list__with-action">
                <span>${one.text}</span>
                <button type="button" class="odr-link" aria-label=${texts.say("row_review.take_back_one", { where: one.text })} @click=${() => takeBack(view, one)}>
                  ${texts.say("row_review.take_back")}
                </button>
              </li>`,
            )}
          </ul>`}
    </section>
  `;
}

function candidate(view: View, row: CandidateRow, whole: Candidates): TemplateResult {
  const { texts } = view;
  const id = `odr-candidate-${row.key.replace(/[^\w-]/g, "-")}`;
  return html`
    <li class="odr-candidates__one" aria-labelledby="${id}-title">
      <p id="${id}-title">${orderId({ order_id: row.order_id, order_id_masked: row.order_id_masked }, true)} <strong>${row.what}?</strong></p>
      <p>${row.seen} <span class="odr-candidates__aside">${row.where}</span></p>
      <p>${row.order}</p>
      ${row.reasons === null ? nothing : html`<p>${row.reasons}</p>`} ${row.effect === null ? nothing : html`<p><strong>${row.effect}</strong></p>`}
      <div class="odr-field">
        <label for=${id}>${row.look}</label>
        <select id=${id}>
          <option value="">${texts.say("row_review.candidates.open")}</option>
          ${row.outcomes.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
        </select>
      </div>
      <p class="odr-actions">
        <button type="button" class="odr-button odr-button--small" data-confirm @click=${(event: Event) => confirm(view, event, row, whole)}>
          ${texts.say("row_review.candidates.confirm")}
        </button>
        <button type="button" class="odr-link" data-dismiss aria-describedby="${id}-title" @click=${() => dismiss(view, row)}>
          ${texts.say("row_review.candidates.dismiss")}
        </button>
      </p>
    </li>
  `;
}

/** Without a choice nothing is taken over: the list is where to go on. */
function confirm({ session, focus }: View, event: Event, row: CandidateRow, whole: Candidates): void {
  const select = (event.currentTarget as HTMLElement).closest("li")!.querySelector("select")!;
  if (select.value === "") return select.focus();
  session.confirm({ ...row.typed, outcome: select.value });
  focus(whole.rows.length + whole.dismissed.length > 1 ? `#${CANDIDATES_TITLE}` : "#odr-review-title");
}

function dismiss({ session, focus }: View, { typed }: CandidateRow): void {
  session.dismiss(typed);
  focus(`#${CANDIDATES_TITLE}`);
}

function takeBack({ session, focus }: View, one: Candidates["dismissed"][number]): void {
  session.takeBack(one);
  focus(`#${CANDIDATES_TITLE}`);
}
