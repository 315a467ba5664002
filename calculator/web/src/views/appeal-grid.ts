/** Appeal grid: each cause with its four cells, and what belongs to nothing. */
import { html, nothing, type TemplateResult } from "lit";
import { type Cell, CELLS, type GridRow } from "../appeal-contract";
import type { AppealView } from "./appeal-view";
import { icon, type IconName } from "./icons";

const MARKS: Readonly<Record<Cell["state"], readonly [IconName, string]>> = {
  filled: ["check", "proof"],
  planned_only: ["clock", "undecided"],
  blank: ["pen", "undecided"],
  missing: ["warn", "counted"],
};

export function gridBody(view: AppealView): TemplateResult | typeof nothing {
  const { answer, texts } = view;
  if (answer === undefined) return nothing;
  const { grid, orphans } = answer;
  if (grid.length === 0) return html`<p class="odr-note">${texts.say("appeal_page.no_causes")}</p>`;
  return html`
    <table class="odr-table odr-table--cards odr-grid" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${texts.say("appeal_page.cell_cause")}</th>
          ${CELLS.map((name) => html`<th role="columnheader" scope="col">${texts.say(`appeal_page.cell_${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${grid.map((row) => rowView(view, row))}
      </tbody>
    </table>
    ${orphans.length === 0
      ? nothing
      : html`<ul class="odr-orphans">
          ${orphans.map(
            ({ kind, field, message }) => html`<li data-orphan=${kind}>
              ${icon("warn")}<span>${message} ${field === null ? nothing : html`<button type="button" class="odr-link" @click=${() => view.jump(field)}>${texts.say("appeal_page.mend")}</button>`}</span>
            </li>`,
          )}
        </ul>`}
  `;
}

function rowView(view: AppealView, row: GridRow): TemplateResult {
  const { texts } = view;
  const count = texts.say("appeal_page.defects", { n: row.defects });
  return html`<tr role="row" data-cause=${row.cause}>
    <td role="cell" class="odr-grid__cause"><strong>${row.title}</strong><span class="odr-table__aside">${count}</span></td>
    ${CELLS.map((name) => html`<td role="cell" data-l=${texts.say(`appeal_page.cell_${name}`)} data-cell=${name} data-state=${row.cells[name].state}>${cellView(view, row.cells[name])}</td>`)}
  </tr>`;
}

function cellView(view: AppealView, { state, words, ask, field, asked }: Cell): TemplateResult {
  const { texts } = view;
  const [name, colour] = MARKS[state];
  return html`<span class="odr-grid__cell">
    <span class="odr-chip odr-chip--${colour}">${icon(name)} ${texts.say(`appeal_page.state_${state}`)}</span>
    ${words === "" ? nothing : html`<span class="odr-grid__words" lang=${view.answer?.letter.language ?? nothing}>${words}</span>`}
    ${ask === null ? nothing : field === null ? html`<span class="odr-grid__ask">${ask}</span>` : html`<button type="button" class="odr-link odr-grid__ask" data-ask=${field} @click=${() => view.jump(field)}>${ask}</button>`}
    ${asked ? html`<span class="odr-grid__asked">${icon("info")}<span>${texts.say("appeal_page.amazon_asks")} ${asked.ask}</span></span>` : nothing}
  </span>`;
}
