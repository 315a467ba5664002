/**
 * Appeal field: one answer of the seller, with its label, why it is asked, and what is to be said of it.
 *
 * What stands in it is what was typed, never what came back: an answer of the core that is older than
 * the last key changes nothing under the caret.
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { DeskField, Option } from "../appeal-contract";
import type { AppealView } from "./appeal-view";
import { icon } from "./icons";

const AFTER_LEAVING_MS = 250;
/** Words that are a name and never run over a line. */
const ONE_LINE = /\.(order_id|file)$/;
/** So many answers stand below each other; more go into a list that opens. */
const MOST_OPTIONS = 6;

export function fieldId(path: string): string {
  return `odr-${path.replace(/[^\w-]/g, "-")}`;
}

/** `empty` is what an unanswered list says, where that is more than “please choose”. */
export function appealField(view: AppealView, field: DeskField, empty?: string): TemplateResult {
  const { kind, options } = field;
  const reading = field.reading && needsReading(view, field) ? appealField(view, field.reading) : nothing;
  const after = html`${field.note ? html`<p class="odr-note">${field.note}</p>` : nothing} ${reading}`;
  if (kind === "choice" && options !== null) {
    return html`${options.length <= MOST_OPTIONS ? radios(view, field, options) : list(view, field, options, empty)} ${after}`;
  }
  if (kind === "who" && options !== null && options.length > 0) return html`${person(view, field, options)} ${after}`;
  return html`${typed(view, field)} ${after}`;
}

/** Own words are asked for in the other language once they stand there; what the desk has words for is not. */
function needsReading({ session, desk }: AppealView, { path, options, reading }: DeskField): boolean {
  const words = session.words(path);
  if (reading && session.words(reading.path) !== "") return true;
  return words.trim() !== "" && desk.typing !== path && !(options ?? []).some(({ id }) => id === words);
}

/** What stands in a field, in the words of its options. */
export function shownIn({ session }: AppealView, { path, options }: DeskField): string {
  const value = session.words(path).trim();
  return options?.find(({ id }) => id === value)?.text ?? value;
}

/** Whether a needed answer is missing, or one cannot stand as it is; as the core said last. */
export function isOpen({ session }: AppealView, { path, needed, problem, value }: DeskField): boolean {
  const now = session.words(path);
  return (needed && now.trim() === "") || (problem !== null && now === value);
}

export function summaryOf(view: AppealView, fields: readonly DeskField[]): string {
  return fields
    .map((field) => shownIn(view, field))
    .filter((one) => one !== "")
    .join(" · ");
}

function typed(view: AppealView, field: DeskField): TemplateResult {
  const { session, desk } = view;
  const { path, kind } = field;
  const id = fieldId(path);
  const problem = problemOf(view, field);
  const onInput = (event: Event): void => {
    desk.typing = path;
    session.put(path, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
  const leave = (): void => {
    setTimeout(() => {
      if (desk.typing === path) desk.change({ typing: undefined });
    }, AFTER_LEAVING_MS);
  };
  const isLong = kind === "long_words";
  const isOneLine = kind !== "words" || ONE_LINE.test(path);
  const described = describedBy(field, id, problem !== undefined);
  return html`
    <div class="odr-field odr-field--${path.endsWith(".order_id") ? "id" : shape(kind)}" data-field=${path}>
      <label for=${id}>${field.label}</label>
      ${notes(view, field, id)}
      ${isLong || !isOneLine
        ? html`<textarea
            id=${id}
            rows=${isLong ? 6 : 2}
            autocomplete="off"
            autocapitalize="off"
            aria-describedby=${described || nothing}
            aria-invalid=${problem === undefined ? nothing : "true"}
            .value=${live(session.words(path))}
            @input=${onInput}
            @blur=${leave}
          ></textarea>`
        : html`<input
            id=${id}
            type="text"
            inputmode=${kind === "count" ? "numeric" : nothing}
            autocomplete="off"
            autocapitalize="off"
            autocorrect="off"
            spellcheck="false"
            enterkeyhint="next"
            aria-describedby=${described || nothing}
            aria-invalid=${problem === undefined ? nothing : "true"}
            .value=${live(session.words(path))}
            @input=${onInput}
            @blur=${leave}
          />`}
      ${problem === undefined ? nothing : problemLine(view, field, id, problem)}
    </div>
  `;
}

/** A person by the part he has in the shop, else in own words. */
function person(view: AppealView, field: DeskField, options: readonly Option[]): TemplateResult {
  const { session, desk, texts, focus } = view;
  const { path } = field;
  const value = session.words(path);
  const id = fieldId(path);
  const isOwn = desk.own.has(path) || (value !== "" && !options.some((one) => one.id === value));
  const choose = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    if (chosen === OWN) desk.own.add(path);
    else desk.own.delete(path);
    session.put(path, chosen === OWN ? "" : chosen);
    if (chosen === OWN) focus(`#${id}-own`);
  };
  const problem = problemOf(view, field);
  return html`
    <div class="odr-field" data-field=${path}>
      <label for=${id}>${field.label}</label>
      ${notes(view, field, id)}
      <select id=${id} aria-describedby=${describedBy(field, id, problem !== undefined) || nothing} aria-invalid=${problem === undefined ? nothing : "true"} @change=${choose}>
        <option value="" ?selected=${value === "" && !isOwn}>${texts.say("appeal_page.choose")}</option>
        ${options.map((one) => html`<option value=${one.id} ?selected=${one.id === value}>${one.text}</option>`)}
        <option value=${OWN} ?selected=${isOwn}>${texts.say("appeal_page.own_words")}</option>
      </select>
      ${isOwn
        ? html`<input
            id="${id}-own"
            type="text"
            autocomplete="off"
            enterkeyhint="next"
            aria-label=${`${field.label}: ${texts.say("appeal_page.own_words")}`}
            .value=${live(value)}
            @input=${(event: Event) => session.put(path, (event.target as HTMLInputElement).value)}
          />`
        : nothing}
      ${problem === undefined ? nothing : problemLine(view, field, id, problem)}
    </div>
  `;
}

const OWN = "\u0000own";

function radios(view: AppealView, field: DeskField, options: readonly Option[]): TemplateResult {
  const { session } = view;
  const id = fieldId(field.path);
  const value = session.words(field.path);
  const problem = problemOf(view, field);
  return html`
    <fieldset class="odr-choices" data-field=${field.path} aria-describedby=${describedBy(field, id, problem !== undefined) || nothing}>
      <legend>${field.label}</legend>
      ${notes(view, field, id)}
      <div class=${isShort(options) ? "odr-choices__row" : "odr-choices__column"}>
        ${options.map((one, at) => option(`${id}-choice`, at === 0 ? id : `${id}-${at}`, one, one.id === value, () => session.put(field.path, one.id)))}
      </div>
      ${problem === undefined ? nothing : problemLine(view, field, id, problem)}
    </fieldset>
  `;
}

/** Two or three short answers stand side by side. */
function isShort(options: readonly Option[]): boolean {
  return options.length <= 3 && options.every(({ text }) => text.length <= 12);
}

/** One whole-row answer. */
export function option(name: string, id: string, { text, more }: Option, isChosen: boolean, choose: () => void): TemplateResult {
  return html`<label class="odr-option">
    <input type="radio" name=${name} id=${id} .checked=${live(isChosen)} @change=${choose} />
    <span>${text}${more ? html`<small class="odr-option__more">${more}</small>` : nothing}</span>
  </label>`;
}

function list(view: AppealView, field: DeskField, options: readonly Option[], empty: string | undefined): TemplateResult {
  const { session, texts } = view;
  const id = fieldId(field.path);
  const value = session.words(field.path);
  const problem = problemOf(view, field);
  return html`
    <div class="odr-field" data-field=${field.path}>
      <label for=${id}>${field.label}</label>
      ${notes(view, field, id)}
      <select
        id=${id}
        aria-describedby=${describedBy(field, id, problem !== undefined) || nothing}
        aria-invalid=${problem === undefined ? nothing : "true"}
        @change=${(event: Event) => session.put(field.path, (event.target as HTMLSelectElement).value)}
      >
        ${options.some((one) => one.id === "") ? nothing : html`<option value="" ?selected=${value === ""}>${empty ?? texts.say("appeal_page.choose")}</option>`}
        ${options.map((one) => html`<option value=${one.id} ?selected=${one.id === value}>${one.text}</option>`)}
      </select>
      ${problem === undefined ? nothing : problemLine(view, field, id, problem)}
    </div>
  `;
}

/** Why it is asked, where it stands, what it may look like. */
function notes({ texts }: AppealView, { why, hint, example }: DeskField, id: string): TemplateResult | typeof nothing {
  if (!why && !hint && !example) return nothing;
  const shown = example ? html` <span class="odr-whole">${texts.say("appeal_page.example", { example })}</span>` : nothing;
  return html`<span class="odr-field__hint" id="${id}-hint">${[why, hint].filter(Boolean).join(" ")}${shown}</span>`;
}

function describedBy({ why, hint, example }: DeskField, id: string, isWrong: boolean): string {
  return [(why || hint || example) && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(" ");
}

/** What the core says of the words that still stand there; not while they are being typed. */
function problemOf({ session, desk }: AppealView, { path, problem, value }: DeskField): DeskField["problem"] | undefined {
  return problem === null || desk.typing === path || session.words(path) !== value ? undefined : problem;
}

function problemLine({ session, focus, texts }: AppealView, { path }: DeskField, id: string, problem: DeskField["problem"]): TemplateResult {
  const accept = (offer: string): void => {
    session.put(path, offer);
    focus(`#${CSS.escape(id)}`);
  };
  const offer = problem?.offer;
  return html`<div id="${id}-problem" class="odr-field__problems">
    <p class="odr-field__problem">${icon("warn")}<span>${problem?.text}</span></p>
    ${offer ? html`<button type="button" class="odr-button odr-button--small" @click=${() => accept(offer)}>${texts.say("appeal_page.take_offer", { offer })}</button>` : nothing}
  </div>`;
}

function shape(kind: DeskField["kind"]): string {
  return kind === "past_day" ? "day" : kind === "count" || kind === "day" ? kind : "text";
}
