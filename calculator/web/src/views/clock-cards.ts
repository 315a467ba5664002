/** Clock cards: for every defect the ways its mark can go, the days left, and the text for it. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Clock, DefectRow, Explanation, FieldMessage } from "../explanation";
import { factLink } from "./fact-link";
import { inputField, messagesOf } from "./field";
import { icon } from "./icons";
import { openLetter } from "./letter-view";
import { orderId } from "./order-id";
import type { View } from "./view";

/** The words of the shared clock that carry a look of their own. */
const LOOKS: Readonly<Record<Clock["state"], string>> = {
  running: "",
  soon: "odr-clock--soon",
  last_day: "odr-clock--soon",
  passed: "odr-clock--passed",
  no_start: "odr-clock--passed",
  none: "odr-clock--passed",
};

/** One clock, and the row it is about. */
export interface Running {
  readonly row: DefectRow;
  readonly clock: Clock;
}

/** Every clock of the result, the most urgent first. */
export function inOrder({ defects }: Explanation): readonly Running[] {
  const all = defects.rows.flatMap((row) => (row.clocks ?? []).map((clock) => ({ row, clock })));
  return all.sort((one, other) => one.clock.rank - other.clock.rank || (one.clock.last_safe_day ?? "").localeCompare(other.clock.last_safe_day ?? ""));
}

export function clockCards(view: View, cards: readonly Running[]): TemplateResult | typeof nothing {
  if (cards.length === 0) return nothing;
  return html`<div class="odr-clock-cards">${cards.map(({ row, clock }) => card(view, row, clock))}</div>`;
}

function card(view: View, row: DefectRow, clock: Clock): TemplateResult {
  return html`
    <article class="odr-clock-card" data-clock=${clock.route} data-defect=${row.key ?? nothing} data-state=${clock.state}>
      <h3 class="odr-clock-card__title">${clock.title}</h3>
      <p class="odr-clock-card__order">${orderId(row, view.desk.showIds)} <span>${row.order_date}</span></p>
      ${clockChip(clock)} ${clockBody(view, row, clock)}
    </article>
  `;
}

/** The name of a way among those that open. */
export function wayOf({ key }: DefectRow, { route }: Clock): string {
  return `${key}/${route}`;
}

/** A way of one row, as a line that opens. */
export function clockFold(view: View, row: DefectRow, clock: Clock, isFirst: boolean): TemplateResult {
  const { ways } = view.desk;
  const name = wayOf(row, clock);
  if (!ways.has(name)) ways.set(name, isFirst);
  const toggled = (event: Event): unknown => ways.set(name, (event.target as HTMLDetailsElement).open);
  return html`
    <details
      class="odr-fold odr-way"
      data-clock=${clock.route}
      data-defect=${row.key ?? nothing}
      data-state=${clock.state}
      ?open=${live(ways.get(name) ?? isFirst)}
      @toggle=${toggled}
    >
      <summary><span class="odr-way__title">${clock.title}</span> ${clockChip(clock)}</summary>
      <div class="odr-fold__inside">${clockBody(view, row, clock)}</div>
    </details>
  `;
}

/** Days left, and the last safe day below. */
export function clockChip(clock: Clock): TemplateResult {
  return html`<span class="odr-clock ${LOOKS[clock.state]}">
    <strong class="odr-clock__left">${clock.left}</strong>
    ${clock.last_safe === null ? nothing : html`<span class="odr-clock__safe">${clock.last_safe}</span>`}
  </span>`;
}

function clockBody(view: View, row: DefectRow, clock: Clock): TemplateResult {
  const { texts } = view;
  return html`
    ${clock.missing === null ? nothing : missingDay(view, row, clock)}
    ${clock.doubt === null ? nothing : html`<p class="odr-field__problem">${icon("warn")}<span>${clock.doubt}</span></p>`}
    <p class="odr-clock-card__why">${clock.possible ?? clock.why}</p>
    <dl class="odr-lines">
      ${line(texts.say("clock.stake"), clock.changes ?? clock.stake)} ${line(texts.say("clock.shows"), clock.shows ?? null)}
      ${line(texts.say("clock.evidence"), evidence(clock.evidence))} ${line(texts.say("clock.where"), clock.where)}
    </dl>
    ${templates(view, row, clock)}
    ${clock.note === null
      ? nothing
      : html`<details class="odr-fold odr-fold--plain">
          <summary>${texts.say("clock.counted")}</summary>
          <p class="odr-clock-card__note">${clock.note} ${clock.store_time}${factLink(view, clock.fact)}</p>
        </details>`}
  `;
}

function line(label: string, value: unknown): TemplateResult | typeof nothing {
  return value === null || value === "" || value === nothing ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function evidence(items: readonly string[]): unknown {
  if (items.length === 0) return nothing;
  return items.length === 1 ? items[0] : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** The question is asked where its answer is used. */
function missingDay(view: View, row: DefectRow, { missing, ask, route }: Clock): TemplateResult {
  const { session } = view;
  const name = missing ?? "decided_on";
  const typed = session.case.defects.find(({ id }) => id === row.typed);
  const edit = session.case.edits.find((one) => one.file === row.file && one.line === row.line);
  const value = typed === undefined ? (edit?.decided_on ?? "") : ((typed as unknown as Readonly<Record<string, string>>)[name] ?? "");
  const onInput = (given: string): void => {
    if (row.typed) session.set(`defects.${row.typed}.${name}`, given);
    else if (row.file && row.line) session.editRow({ file: row.file, line: row.line, order_id: String(row["order_id"] ?? "") }, { decided_on: given });
  };
  const messages = typed === undefined ? rowMessages(view, row, name) : messagesOf(view, `defects.${typed.id}.${name}`);
  return inputField(view, { field: `clock.${row.key}.${route}`, id: `odr-clock-${row.key}-${route}`.replace(/[^\w-]/g, "-"), label: ask ?? "", kind: "day", value, onInput, enter: "done", messages });
}

/** What the core says of a day that was typed for a row of a file. */
function rowMessages({ session }: View, row: DefectRow, name: string): readonly FieldMessage[] {
  const found = session.explanation?.problems.rows.filter(({ file, line, column }) => file === row.file && line === row.line && column === name) ?? [];
  return found.map(({ message }) => ({ field: name, message, suggestions: [] }));
}

function templates(view: View, row: DefectRow, { templates: names }: Clock): TemplateResult | typeof nothing {
  const { texts } = view;
  if (names.length === 0 || !row.key) return nothing;
  const key = row.key;
  return html`
    <div class="odr-clock-card__texts">
      <p class="odr-clock-card__texts-title">${texts.say("letter_view.open")}</p>
      ${names.map(
        ({ template, title, when }) => html`<button
          type="button"
          class="odr-text-choice"
          data-template=${template}
          @click=${() => void openLetter(view, template, key)}
        >
          <span class="odr-text-choice__title">${title}</span> <span class="odr-text-choice__when">${when}</span>
        </button>`,
      )}
    </div>
  `;
}
