/** Appeal review column: what the rules find in the letter as it is shown, and where in the case it is mended. */
import { html, nothing, type TemplateResult } from "lit";
import { CELLS, type DeskAnswer, type Letter, type LetterSentence } from "../appeal-contract";
import { type Numbered, type NumberedReview, shown } from "../review";
import type { AppealView } from "./appeal-view";
import { findingsList, lineOf } from "./findings";
import { icon } from "./icons";

/** A letter as it was read: its words, where its sentences stand in them, what is shown of the findings. */
export interface LetterRead {
  readonly text: string;
  readonly places: ReadonlyMap<LetterSentence, number>;
  readonly review: NumberedReview | undefined;
  readonly findings: readonly Numbered[];
}

/** The words that are read: the letter as it is shown, without the warning in its first line. */
export function wordsOf({ first_line: first, lengths }: Letter, length: keyof Letter["lengths"]): string {
  const { text } = lengths[length];
  return first !== null && text.startsWith(first) ? text.slice(first.length).trimStart() : text;
}

export function letterRead({ session, desk }: AppealView, letter: Letter): LetterRead {
  const text = wordsOf(letter, desk.length);
  const review = session.review.of(text);
  const places = new Map<LetterSentence, number>();
  let from = 0;
  for (const sentence of letter.sentences) {
    const at = text.indexOf(sentence.text, from);
    if (at < 0) continue;
    places.set(sentence, at);
    from = at + sentence.text.length;
  }
  return { text, places, review, findings: review === undefined ? [] : shown(review.findings, review, desk.allFindings) };
}

export function reviewColumn(view: AppealView, answer: DeskAnswer, read: LetterRead): TemplateResult {
  const { desk, texts, focus } = view;
  const { review, findings } = read;
  const ways = {
    all: desk.allFindings,
    showAll: (all: boolean) => {
      desk.allFindings = all;
      desk.change({});
    },
    toWords: ({ number, start }: Numbered) => {
      const link = `.odr-mark__link[data-findings="${number}"]`;
      focus(document.querySelector(link) === null ? `#${sentenceId(sentenceAt(read, start) ?? -1)}` : link);
    },
    mend: (finding: Numbered) => {
      const field = fieldOf(finding, answer, read);
      return field === undefined ? undefined : () => view.jump(field);
    },
  };
  return html`<section class="odr-review-column" aria-labelledby="odr-review-column-title">
    <h3 class="odr-h3" id="odr-review-column-title">${texts.say("letter_check.column")}</h3>
    <p class="odr-strip" data-review=${review === undefined ? "waits" : "here"}>${icon("half")}<span>${review?.verdict ?? texts.say("letter_check.column_waits")}</span></p>
    ${review === undefined ? nothing : findingsList(view, findings, review.findings.length, ways)}
  </section>`;
}

export function sentenceId(at: number): string {
  return `odr-sentence-${at}`;
}

/** From marked words to their line in the list. */
export function toFinding(view: AppealView, event: Event): void {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>(".odr-mark") : null;
  const [number] = (mark?.dataset["findings"] ?? "").split(" ");
  if (!number || (event.target as Element).closest("[data-blank]") !== null) return;
  event.preventDefault();
  view.focus(lineOf(Number(number)));
}

/** Where in the letter a place is: the number of its sentence. */
function sentenceAt({ places }: LetterRead, place: number): number | undefined {
  let found: number | undefined;
  [...places.values()].forEach((start, at) => {
    if (start <= place) found = at;
  });
  return found;
}

/** The field of the case that mends a finding: the one its words come from, else the empty cell of its part. */
function fieldOf({ start, end, kind, is_missing: isMissing }: Numbered, { grid }: DeskAnswer, { places }: LetterRead): string | undefined {
  const cell = CELLS.find((name) => kind.endsWith(name));
  const open = cell === undefined ? undefined : grid.map(({ cells }) => cells[cell].field).find((field) => field !== null);
  if (open !== undefined && open !== null) return open;
  if (isMissing) return undefined;
  const fields: string[] = [];
  for (const [{ parts }, place] of places) {
    let at = place;
    for (const { text, field, from } of parts) {
      if (field !== null && from !== "assessment" && at < end && at + text.length > start) fields.push(field);
      at += text.length;
    }
  }
  return fields.find((field) => field.startsWith("appeal.causes.")) ?? fields[0];
}
