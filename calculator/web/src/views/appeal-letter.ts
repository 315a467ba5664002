/** Appeal letter: sentence beside sentence, box by box, with what still keeps it from being sent. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { BoxName, DeskAnswer, Letter, LengthName, LetterSentence } from "../appeal-contract";
import { copy } from "../clipboard";
import { exportsSection } from "./appeal-exports";
import { appealField, option } from "./appeal-field";
import { reviewSection } from "./appeal-review";
import { roundsSection } from "./appeal-rounds";
import { type LetterRead, letterRead, reviewColumn, toFinding } from "./appeal-review-column";
import { sentenceView } from "./appeal-sentence";
import type { AppealView } from "./appeal-view";
import { icon } from "./icons";
import { marks } from "./marked-text";

const BOXES: readonly BoxName[] = ["root_cause", "actions_taken", "prevention"];
const LENGTHS: readonly LengthName[] = ["full", "short", "shortest"];

export function letterBody(view: AppealView): TemplateResult | typeof nothing {
  const { answer } = view;
  if (answer === undefined) return nothing;
  const { letter } = answer;
  const read = letterRead(view, letter);
  return html`
    <div class="odr-letter-desk">
      <div class="odr-letter-desk__text">
        ${readyStrip(view, letter)} ${lengthChoice(view, letter)}
        ${view.desk.length === "full" ? sheets(view, letter, read) : shortSheet(view, letter, read)} ${wholeCopy(view, letter)} ${letterFields(view, answer)}
      </div>
      <div class="odr-letter-desk__side">${openSection(view, letter)} ${reviewColumn(view, answer, read)}</div>
    </div>
    ${exportsSection(view, answer)} ${reviewSection(view, answer)} ${roundsSection(view, answer)}
  `;
}

export function readyStrip({ session, texts }: AppealView, letter: Letter): TemplateResult {
  if (session.trouble !== undefined)
    return html`<p class="odr-strip" data-ready="no" data-behind>
      ${icon("warn")}<span><strong>${texts.say("appeal_page.behind")}</strong> <button type="button" class="odr-link" @click=${() => session.retry()}>${texts.say("failure.retry")}</button></span>
    </p>`;
  const open = letter.missing.length;
  const faults = letter.problems.length;
  return html`<p class="odr-strip" data-ready=${letter.ready ? "yes" : "no"}>
    ${icon("half")}<span>${letter.ready ? texts.say("appeal_page.no_gap") : html`<strong>${texts.say("appeal_page.not_ready")}</strong> ${texts.say("appeal_page.open_places", { blanks: open, problems: faults })}`}</span>
  </p>`;
}

function letterFields(view: AppealView, { letter_fields: fields }: DeskAnswer): TemplateResult {
  return html`<div class="odr-letter-desk__fields">${repeat(fields, ({ path }) => path, (field) => appealField(view, field))}</div>`;
}

function lengthChoice({ desk, texts }: AppealView, { lengths, language }: Letter): TemplateResult {
  return html`<fieldset class="odr-choices odr-lengths">
    <legend>${texts.say("appeal_page.length")}</legend>
    <div class="odr-choices__row">
      ${LENGTHS.map((name) => {
        const more = texts.say(language === "en" ? "appeal_page.length_en" : "appeal_page.length_zh", { ...lengths[name] });
        return option("odr-length", `odr-length-${name}`, { id: name, text: texts.say(`appeal_page.length_${name}`), more }, desk.length === name, () => {
          desk.length = name;
          desk.change({});
        });
      })}
    </div>
  </fieldset>`;
}

interface Sheet {
  readonly name: string;
  readonly sentences: readonly LetterSentence[];
}

/** The sentences box by box, each box with exactly what is copied out of it; then those of no box, without their headings. */
export function sheetsOf({ sentences, boxes }: Letter): Sheet[] {
  const lines = (name: BoxName): Set<string> => new Set(boxes[name].split("\n").map((line) => line.replace(/^- /, "")));
  const copied = Object.fromEntries(BOXES.map((name) => [name, lines(name)])) as Record<BoxName, Set<string>>;
  const found = new Map<string, LetterSentence[]>(["opening", ...BOXES].map((name) => [name, []]));
  for (const sentence of sentences) {
    const { part, kind, text } = sentence;
    const name = part === "opening" && copied.root_cause.has(text) ? "root_cause" : part;
    const box = BOXES.find((one) => one === name);
    if (kind === "heading" && (box === undefined || !copied[box].has(text))) continue;
    found.set(name, [...(found.get(name) ?? []), sentence]);
  }
  return [...found].map(([name, of]) => ({ name, sentences: of })).filter(({ name, sentences: of }) => name !== "opening" || of.length > 0);
}

function sheets(view: AppealView, letter: Letter, read: LetterRead): TemplateResult {
  return html`${sheetsOf(letter).map((sheet) => sheetView(view, letter, sheet, read))}`;
}

function sheetView(view: AppealView, letter: Letter, { name, sentences }: Sheet, read: LetterRead): TemplateResult {
  const { texts, desk } = view;
  const title = texts.say(`appeal_page.sheet_${name}`);
  const box = BOXES.find((one) => one === name);
  return html`<section class="odr-sheet-block" data-part=${name} aria-label=${title}>
    <div class="odr-sheet-block__bar">
      <h3 class="odr-h3">${title}</h3>
      ${box === undefined ? nothing : copyButton(view, `box-${box}`, texts.say("appeal_page.copy_box"), letter.boxes[box])}
    </div>
    <p role="status" class="odr-told">${box === undefined ? "" : desk.said(`box-${box}`)}</p>
    ${box === undefined || letter.first_line === null ? nothing : html`<p class="odr-first-line" lang=${letter.language}>${letter.first_line}</p>`}
    ${sentences.length === 0
      ? html`<p class="odr-note odr-sheet-block__empty">${texts.say("appeal_page.empty_box")}</p>`
      : html`<ol class="odr-sentences" @click=${(event: Event) => toFinding(view, event)}>
          ${sentences.map((one) => sentenceView(view, one, letter.language, read))}
        </ol>`}
    ${box === undefined ? nothing : html`<p class="odr-count">${texts.say("appeal_page.length_count", { ...letter.box_lengths[box] })}</p>`}
  </section>`;
}

function shortSheet(view: AppealView, letter: Letter, read: LetterRead): TemplateResult {
  const { desk, texts } = view;
  const { text } = letter.lengths[desk.length];
  const warning = text.slice(0, text.length - read.text.length);
  const link = (number: number): string => texts.say("letter_check.to_finding_n", { n: number });
  return html`<section class="odr-sheet-block" aria-label=${texts.say(`appeal_page.length_${desk.length}`)}>
    <pre class="odr-letter-text" id="odr-letter-text" tabindex="0" lang=${letter.language} @click=${(event: Event) => toFinding(view, event)}>${warning}${marks(read.text, read.findings, { link })}</pre>
  </section>`;
}

function wholeCopy(view: AppealView, letter: Letter): TemplateResult {
  const { desk, texts } = view;
  const { text } = letter.lengths[desk.length];
  return html`${desk.length === "full"
      ? html`<details class="odr-fold odr-fold--plain">
          <summary>${texts.say("appeal_page.whole_text")}</summary>
          <pre class="odr-letter-text odr-letter-text--whole" id="odr-letter-text" tabindex="0" lang=${letter.language}>${text}</pre>
        </details>`
      : nothing}
    <p class="odr-actions">
      ${copyButton(view, "letter", texts.say(`appeal_page.copy_${desk.length}`), text, true)}
    </p>
    <p role="status" class="odr-told">${desk.said("letter")}</p>`;
}

/** Copies exactly what is given, nothing older than the answers; says so where `place` is said. */
export function copyButton({ desk, session, texts }: AppealView, place: string, label: string, text: string, isMain = false): TemplateResult {
  const onCopy = async (): Promise<void> => {
    if (session.isBehind) return desk.say(place, texts.say("appeal_page.behind"));
    const done = await copy(text);
    if (!done) desk.made = { file: label, text };
    desk.say(place, texts.say(done ? "appeal_page.copied" : "keeping.copy_failed"));
  };
  return html`<button type="button" class="odr-button ${isMain ? "odr-button--main" : "odr-button--small"}" data-copy=${place} @click=${() => void onCopy()}>${icon("copy")}<span>${label}</span></button>`;
}

/** What is still open: what cannot stand first, then the blanks. */
export function openSection(view: AppealView, { problems, missing }: Letter): TemplateResult | typeof nothing {
  const { texts } = view;
  if (problems.length + missing.length === 0) return nothing;
  const way = (path: string | null, label: string): unknown => (path === null ? nothing : html`<button type="button" class="odr-link" data-mend=${path} @click=${() => view.jump(path)}>${label}</button>`);
  return html`<section class="odr-open" aria-labelledby="odr-open-title">
    <h3 class="odr-h3" id="odr-open-title">${texts.say("appeal_page.first_these")}</h3>
    ${problems.map(
      ({ code, message, field }) => html`<div class="odr-finding odr-finding--blocker" data-problem=${code}>
        <p>${icon("stop")}<span>${message}</span></p>
        ${way(field, texts.say("appeal_page.mend"))}
      </div>`,
    )}
    ${missing.length === 0
      ? nothing
      : html`<ol class="odr-missing">
          ${missing.map(({ field, question }) => html`<li>${way(field, question)}</li>`)}
        </ol>`}
  </section>`;
}
