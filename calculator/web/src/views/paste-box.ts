/**
 * Paste box: pasted text, understood row by row, with its questions, before anything is taken over.
 *
 * Worse mistake: a row that enters the case without having been seen.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { DefectValues, Taken } from "../case-book";
import type { Reading } from "../desk";
import type { Ask, Pasted, PastedDefect, PastedFigure } from "../paste";
import { inputField, type Kind, type Option } from "./field";
import { icon } from "./icons";
import { fulfillments } from "./typed-case";
import type { View } from "./view";

type Row = PastedFigure | PastedDefect;

const FIGURE_FIELDS = ["day", "first_day", "last_day", "fulfillment", "orders", "orders_with_defects"] as const;
const DEFECT_FIELDS = ["type", "outcome", "order_date", "decided_on", "event_date", "order_id", "fulfillment", "note"] as const;
/** So many answers stand side by side; more go into a list that opens. */
const MOST_CHOICES = 4;
const KINDS: Readonly<Record<string, Kind>> = { orders: "count", orders_with_defects: "count", order_id: "id", note: "text" };

export function pasteBox(view: View): TemplateResult {
  const { desk, texts } = view;
  const say = (key: string): string => texts.say(`pasting.${key}`);
  return html`
    <section class="odr-paste" aria-labelledby="odr-paste-title">
      <h2 class="odr-block-title" id="odr-paste-title" tabindex="-1">${say("title")}</h2>
      <p class="odr-lead">${say("lead")}</p>
      <div class="odr-field">
        <label for="odr-paste">${say("label")}</label>
        <textarea
          id="odr-paste"
          rows="4"
          autocomplete="off"
          spellcheck="false"
          .value=${desk.text}
          @input=${(event: Event) => desk.change({ text: (event.target as HTMLTextAreaElement).value })}
          @paste=${() => setTimeout(() => void read(view))}
        ></textarea>
      </div>
      <p class="odr-actions">
        <button type="button" class="odr-button" data-read ?disabled=${desk.text.trim() === "" || desk.isReading} @click=${() => void read(view)}>
          ${say(desk.isReading ? "reading" : "read")}
        </button>
        ${desk.text === "" ? nothing : html`<button type="button" class="odr-link" @click=${() => empty(view)}>${say("clear")}</button>`}
      </p>
      <p role="status" class="odr-paste__said">${desk.said("paste")}</p>
      ${desk.reading === undefined ? nothing : understood(view, desk.reading)}
    </section>
  `;
}

async function read(view: View): Promise<void> {
  const { session, desk, texts, focus } = view;
  const text = desk.text;
  if (text.trim() === "" || desk.isReading) return;
  if (text.trim().startsWith("{")) {
    const why = await session.reopen(text);
    desk.say("paste", texts.say(why ?? "keeping.opened"));
    if (why === undefined) desk.change({ text: "" });
    return;
  }
  desk.change({ isReading: true, reading: undefined });
  desk.say("paste", session.phase === "loading" || session.phase === "empty" ? texts.say("pasting.waits") : "");
  try {
    const pasted = await session.understand(text);
    if (pasted.contract !== "odr-paste/1") {
      desk.say("paste", pasted.message);
      return;
    }
    const found = pasted.figures.length + pasted.defects.length > 0;
    desk.change({ reading: { pasted, refused: new Set(), answers: new Map() } });
    desk.say("paste", found ? "" : texts.say("pasting.nothing"));
    focus("#odr-understood-title");
  } catch {
    desk.say("paste", texts.say("pasting.without"));
  } finally {
    desk.change({ isReading: false });
  }
}

function empty({ desk, focus }: View): void {
  desk.change({ text: "", reading: undefined });
  desk.say("paste", "");
  focus("#odr-paste");
}

function understood(view: View, reading: Reading): TemplateResult {
  const { texts } = view;
  const { pasted } = reading;
  const open = openQuestions(reading);
  return html`
    <div class="odr-understood">
      <h3 class="odr-understood__title" id="odr-understood-title" tabindex="-1">${pasted.title}</h3>
      <p>${pasted.sentence}</p>
      ${pasted.figures.map((figure, at) => rowView(view, reading, `figures.${at}`, texts.say(`pasting.figures_${figure.source}`), figure, FIGURE_FIELDS))}
      ${pasted.defects.map((defect, at) => rowView(view, reading, `defects.${at}`, texts.say("pasting.defect", { n: at + 1 }), defect, DEFECT_FIELDS))}
      ${leftOver(view, pasted)}
      ${open === 0 ? nothing : html`<p class="odr-field__hint">${texts.say(open === 1 ? "pasting.open_one" : "pasting.open", { n: open })}</p>`}
      ${pasted.figures.length + pasted.defects.length === 0
        ? nothing
        : html`<p class="odr-actions">
            <button type="button" class="odr-button odr-button--main" data-take @click=${() => take(view, reading)}>${texts.say("pasting.take")}</button>
          </p>`}
    </div>
  `;
}

function rowView(view: View, reading: Reading, key: string, title: string, row: Row, fields: readonly string[]): TemplateResult {
  const { desk, texts } = view;
  const isTaken = !reading.refused.has(key);
  const toggle = (): void => {
    const refused = new Set(reading.refused);
    if (!refused.delete(key)) refused.add(key);
    desk.change({ reading: { ...reading, refused } });
  };
  return html`
    <fieldset class="odr-defect odr-understood__row ${isTaken ? "" : "odr-understood__row--refused"}" data-row=${key}>
      <legend class="odr-defect__title">${title}</legend>
      <label class="odr-option odr-understood__take">
        <input type="checkbox" .checked=${isTaken} @change=${toggle} /><span>${texts.say("pasting.take_row")}</span>
      </label>
      <div class="odr-understood__fields">
        ${fields.filter((name) => isShown(row, name)).map((name) => cell(view, reading, key, row, name))}
      </div>
      <details class="odr-fold odr-fold--plain">
        <summary>${texts.say("pasting.raw")}</summary>
        <pre class="odr-raw-lines">${row.raw.join("\n")}</pre>
      </details>
    </fieldset>
  `;
}

/** What was read or is asked for; the rest a page of this kind does not say. */
function isShown(row: Row, name: string): boolean {
  return valueIn(row, name) !== "" || row.asks.some(({ field }) => field === name);
}

function cell(view: View, reading: Reading, key: string, row: Row, name: string): TemplateResult {
  const { desk, texts } = view;
  const place = `${key}.${name}`;
  const value = reading.answers.get(place) ?? valueIn(row, name);
  const answer = (given: string): void => {
    desk.change({ reading: { ...reading, answers: new Map(desk.reading?.answers ?? []).set(place, given) } });
  };
  const ask = row.asks.find(({ field }) => field === name);
  if (ask !== undefined && ask.choices.length > 0 && ask.choices.length <= MOST_CHOICES) return question(view, place, ask, value, answer);
  const options = ask !== undefined && ask.choices.length > 0 ? ask.choices : optionsFor(view, reading, key, row, name);
  const label = ask?.question ?? labelFor(texts, row, name);
  if (options.length > 0) return select(place, label, options, value, texts.say(ask === undefined ? "typed_case.outcome_choose" : "pasting.later"), answer, ask !== undefined);
  return inputField(view, { field: `paste.${place}`, id: `odr-paste-${place.replaceAll(".", "-")}`, label, kind: KINDS[name] ?? "day", value, onInput: answer });
}

function question({ texts }: View, place: string, ask: Ask, value: string, answer: (given: string) => void): TemplateResult {
  const later = { value: "", label: texts.say("pasting.later") };
  return html`
    <fieldset class="odr-choices odr-question" data-ask=${place}>
      <legend>${icon("half")}<span>${ask.question}</span></legend>
      <div class="odr-choices__column">
        ${[...ask.choices, later].map(
          (one) => html`<label class="odr-option">
            <input type="radio" name="odr-${place}" .checked=${one.value === value} @change=${() => answer(one.value)} /><span>${one.label}</span>
          </label>`,
        )}
      </div>
    </fieldset>
  `;
}

function select(place: string, label: string, options: readonly Option[], value: string, empty: string, answer: (given: string) => void, isAsked: boolean): TemplateResult {
  const id = `odr-paste-${place.replaceAll(".", "-")}`;
  return html`<div class="odr-field ${isAsked ? "odr-question" : ""}">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => answer((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${value === ""}>${empty}</option>
      ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
    </select>
  </div>`;
}

function optionsFor(view: View, reading: Reading, key: string, row: Row, name: string): readonly Option[] {
  if (name === "type") return view.texts.list("choices.type");
  if (name === "fulfillment") return fulfillments(view);
  if (name !== "outcome") return [];
  return view.texts.list(`choices.outcome.${reading.answers.get(`${key}.type`) ?? valueIn(row, "type")}`);
}

function labelFor(texts: View["texts"], row: Row, name: string): string {
  if (name === "event_date" || name === "decided_on") return texts.say(`typed_case.event.${valueIn(row, "type") || "a_to_z_claim"}`);
  const ofNotice = name === "day" || ("source" in row && row.source === "notice" && name.startsWith("orders"));
  return texts.say(`typed_case.${ofNotice ? "notice_" : ""}${name}`);
}

function leftOver({ texts }: View, { not_understood: lines }: Pasted): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`
    <details class="odr-fold odr-fold--plain" open>
      <summary>${texts.say("pasting.not_understood")} (${lines.length})</summary>
      <p class="odr-field__hint">${texts.say("pasting.not_understood_lead")}</p>
      <pre class="odr-raw-lines">${lines.join("\n")}</pre>
    </details>
  `;
}

function openQuestions({ pasted, answers, refused }: Reading): number {
  const rows = [...pasted.figures.map((row, at) => [`figures.${at}`, row] as const), ...pasted.defects.map((row, at) => [`defects.${at}`, row] as const)];
  return rows
    .filter(([key]) => !refused.has(key))
    .flatMap(([key, row]) => row.asks.filter(({ field }) => !answers.get(`${key}.${field}`))).length;
}

function take(view: View, reading: Reading): void {
  const { session, desk, texts, focus } = view;
  const kept = (name: string, rows: readonly Row[], fields: readonly string[]): Record<string, string>[] =>
    rows.flatMap((row, at) => (reading.refused.has(`${name}.${at}`) ? [] : [answered(reading, `${name}.${at}`, row, fields)]));
  const figures = kept("figures", reading.pasted.figures, ["source", ...FIGURE_FIELDS]);
  const defects: DefectValues[] = kept("defects", reading.pasted.defects, DEFECT_FIELDS).map((values) => ({ fulfillment: "mfn", ...values }));
  if (figures.length + defects.length === 0) {
    desk.say("paste", texts.say("pasting.none_chosen"));
    return;
  }
  session.take({ figures: figures as unknown as NonNullable<Taken["figures"]>, defects });
  desk.change({ reading: undefined, text: "" });
  desk.say("paste", texts.say("pasting.taken"));
  focus(defects.length > 0 ? "#odr-defects-title" : "#odr-typed-title");
}

/** The row's own values with the seller's answers over them; what is empty stays out. */
function answered({ answers }: Reading, key: string, row: Row, fields: readonly string[]): Record<string, string> {
  const pairs = fields.map((name) => [name, answers.get(`${key}.${name}`) ?? valueIn(row, name)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
}

function valueIn(row: Row, name: string): string {
  const value = (row as unknown as Readonly<Record<string, unknown>>)[name];
  return value === null || value === undefined ? "" : String(value);
}
