/**
 * Letter view: one text about one defect. Facts of the case stand in it, blanks are filled beside it,
 * and what is copied is exactly what the core wrote, its first line included.
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { copy } from "../clipboard";
import type { Blanks } from "../case";
import type { OpenLetter } from "../desk";
import type { Blank, LetterPart, SingleLetter } from "../single-letter";
import { inputField } from "./field";
import { icon } from "./icons";
import type { View } from "./view";

export async function openLetter(view: View, template: string, defect: string): Promise<void> {
  view.desk.change({ screen: "letter", letter: { template, defect, sendIn: null, letter: undefined, trouble: undefined } });
  view.desk.say("letter", "");
  view.focus("#odr-letter-title");
  await compose(view);
}

/** Ask the core for the text with the blanks as they are now; an answer that came too late is dropped. */
async function compose({ session, desk }: View): Promise<void> {
  const asked = desk.letter;
  if (asked === undefined) return;
  const { template, defect, sendIn } = asked;
  const blanks = blanksOf(session, defect);
  const answer = await session.letter(template, defect, blanks, sendIn).catch((thrown: unknown) => String(thrown));
  const now = desk.letter;
  if (now?.template !== template || now.defect !== defect || now.sendIn !== sendIn || blanksOf(session, defect) !== blanks) return;
  const written = typeof answer !== "string" && answer.contract === "odr-single-letter/1" ? answer : undefined;
  const trouble = written !== undefined ? undefined : typeof answer === "string" ? answer : "message" in answer ? String(answer.message) : "";
  desk.change({ letter: { ...now, letter: written, trouble } });
}

const NONE: Blanks = {};

/** What stands in the blanks of the texts about a defect; a second text about it finds it there. */
function blanksOf(session: View["session"], defect: string): Blanks {
  return session.case.blanks[defect] ?? NONE;
}

export function letterView(view: View, open: OpenLetter): TemplateResult {
  const { desk, texts, focus } = view;
  const { letter, trouble } = open;
  const back = (): void => {
    desk.change({ screen: "result", letter: undefined });
    focus(`[data-defect="${CSS.escape(open.defect)}"] [data-template="${CSS.escape(open.template)}"]`);
  };
  return html`
    <section class="odr-letter-view" aria-busy=${letter === undefined && trouble === undefined ? "true" : "false"}>
      <p><button type="button" class="odr-link odr-link--back" @click=${back}>${texts.say("letter_view.back")}</button></p>
      <h2 class="odr-block-title" id="odr-letter-title" tabindex="-1">${letter?.title ?? texts.say("letter_view.loading")}</h2>
      ${trouble === undefined
        ? nothing
        : html`<div class="odr-callout odr-callout--danger" role="alert"><p class="odr-callout__title">${icon("warn")}<span>${texts.say("letter_view.trouble", { detail: trouble })}</span></p></div>`}
      ${letter === undefined ? nothing : written(view, open, letter)}
    </section>
  `;
}

function written(view: View, open: OpenLetter, letter: SingleLetter): TemplateResult {
  const { texts } = view;
  const say = (key: string): string => texts.say(`letter_view.${key}`);
  const typed = blanksOf(view.session, open.defect);
  const blanks = letter.blanks.filter(({ blank, from }) => from !== "case" || blank in typed);
  return html`
    <dl class="odr-lines odr-letter-view__facts">
      ${[
        [say("when"), letter.when],
        [say("not_when"), letter.not_when],
        [say("deadline"), letter.deadline],
      ].map(([label, value]) => (value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing))}
    </dl>
    <div class="odr-letter-view__desk">
      ${blanks.length === 0
        ? nothing
        : html`<section class="odr-letter-view__blanks" aria-labelledby="odr-fill-title">
            <h3 class="odr-h3" id="odr-fill-title">${say("fill")}</h3>
            <p class="odr-lead">${say("fill_lead")}</p>
            ${blanks.map((blank) => blankField(view, open, blank))}
          </section>`}
      ${sheet(view, open, letter)}
    </div>
  `;
}

function blankField(view: View, open: OpenLetter, { blank, label, where, example }: Blank): TemplateResult {
  const { session, texts } = view;
  const fill = (value: string): void => {
    session.fillBlank(open.defect, blank, value);
    void compose(view);
  };
  const hint = html`${where ? texts.say("letter_view.where", { where }) : nothing}
  ${example ? html`<span class="odr-field__example">${texts.say("letter_view.example", { example })}</span>` : nothing}`;
  const messages = open.letter?.complaints.filter((one) => one.blank === blank).map(({ message, suggestion }) => ({ field: blank, message, suggestions: suggestion === null ? [] : [suggestion] })) ?? [];
  return html`<div data-blank=${blank}>
    ${inputField(view, { field: `blank.${blank}`, id: `odr-blank-${blank}`, label, kind: "text", hint, value: blanksOf(session, open.defect)[blank] ?? "", onInput: fill, messages })}
  </div>`;
}

/** The text itself, its copy button above it, its reading below. */
function sheet(view: View, open: OpenLetter, letter: SingleLetter): TemplateResult {
  const { desk, texts } = view;
  const left = new Set(letter.parts.flatMap(({ blank, from }) => (blank && !from ? [blank] : []))).size;
  const onCopy = async (): Promise<void> => {
    const done = await copy(letter.text, document.querySelector("#odr-letter-text"));
    desk.say("letter", texts.say(`letter_view.${!done ? "copy_failed" : letter.ready ? "copied" : "copied_blanks"}`));
  };
  return html`
    <div class="odr-letter-view__sheet">
      <div class="odr-letter">
        <div class="odr-letter__bar">
          <p>${texts.say(`letter_view.${letter.ready ? "filled" : left > 0 ? "left" : "look"}`, { n: left })}</p>
          <button type="button" class="odr-button ${letter.ready ? "odr-button--main" : ""}" data-copy-letter @click=${() => void onCopy()}>
            ${icon("copy")}<span>${texts.say(letter.ready ? "letter_view.copy" : "letter_view.copy_blanks")}</span>
          </button>
        </div>
        ${languageChoice(view, open, letter)}
        <p class="odr-letter-view__said" role="status">${desk.said("letter")}</p>
        <pre class="odr-letter__text" id="odr-letter-text" lang=${letter.text_lang} aria-label=${texts.say("letter_view.text")} tabindex="0">${letter.parts.map((part, at) => partView(part, at === 0 && !letter.ready))}</pre>
        ${letter.reading
          ? html`<details class="odr-fold odr-fold--plain odr-letter-view__reading" open>
              <summary>${texts.say("letter_view.reading")}</summary>
              <div class="odr-letter__reading" lang=${letter.reading_lang}>${letter.reading}</div>
            </details>`
          : nothing}
      </div>
    </div>
  `;
}

/** A text for Amazon can be sent in either language; what is said of that stands beside it. */
function languageChoice(view: View, open: OpenLetter, letter: SingleLetter): TemplateResult | typeof nothing {
  const { desk, texts } = view;
  if (letter.language_note === null) return nothing;
  const chosen = open.sendIn ?? (letter.text_lang === "en" ? "en" : "zh");
  const choose = (sendIn: "en" | "zh"): void => {
    if (desk.letter === undefined) return;
    desk.change({ letter: { ...desk.letter, sendIn } });
    void compose(view);
  };
  return html`
    <fieldset class="odr-choices odr-letter-view__language">
      <legend>${texts.say("letter_view.send_in")}</legend>
      <div class="odr-choices__row">
        ${(["en", "zh"] as const).map(
          (one) => html`<label class="odr-option odr-option--small">
            <input type="radio" name="odr-send-in" value=${one} .checked=${live(chosen === one)} @change=${() => choose(one)} />
            <span>${texts.say(`letter_view.send_${one}`)}</span>
          </label>`,
        )}
      </div>
      <p class="odr-field__hint">${letter.language_note}</p>
    </fieldset>
  `;
}

/** The first part of a text that is not ready is its warning. */
function partView({ text, from, blank, label }: LetterPart, isWarning: boolean): unknown {
  if (isWarning) return html`<strong class="odr-letter-view__warning">${text}</strong>`;
  if (blank && !from) return html`<mark class="odr-blank">【${label ?? blank}】</mark>`;
  if (from) return html`<span class="odr-letter-view__own" data-from=${from}>${text}</span>`;
  return text;
}
