/** Appeal sentence: words of the letter, its blanks leading to what is asked, its reading below. */
import { html, nothing, type TemplateResult } from "lit";
import type { Letter, LetterSentence } from "../appeal-contract";
import { type LetterRead, sentenceId } from "./appeal-review-column";
import type { AppealView } from "./appeal-view";
import { marks } from "./marked-text";

const BLANK = /(【[^】]*】)/;
/** Order numbers and rates never run over a line. */
const WHOLE = /(\d{3}-\d{7}-\d{7}|\d[\d.]*\s%)/;

/** A blank is a way to its field; what has none stays marked. What stands between them is shown by `words`. */
export function withBlanks(view: AppealView, text: string, blanks: readonly string[], words = (part: string, _at: number): unknown => unbroken(part)): TemplateResult {
  let [at, from] = [0, 0];
  const jump = (event: Event, path: string): void => {
    event.preventDefault(); // a link, because a button cannot run over two lines
    view.jump(path);
  };
  const blank = (label: string): unknown => {
    const path = blanks[at++];
    if (path === undefined) return html`<mark class="odr-blank">${label}</mark>`;
    return html`<a class="odr-blank odr-blank--way" href="#odr-question-title" data-blank=${path} @click=${(event: Event) => jump(event, path)}>${label}</a>`;
  };
  return html`${text.split(BLANK).map((part, place) => {
    const start = from;
    from += part.length;
    return place % 2 === 0 ? words(part, start) : blank(part);
  })}`;
}

export function unbroken(text: string): unknown {
  return text.split(WHOLE).map((part, place) => (place % 2 === 0 ? part : html`<span class="odr-unbroken">${part}</span>`));
}

export function sentenceView(view: AppealView, sentence: LetterSentence, letter: Letter["language"], read: LetterRead): TemplateResult {
  const { texts } = view;
  const [other, reading] = Object.entries(sentence.reading ?? {})[0] ?? [];
  const place = read.places.get(sentence);
  const link = (number: number): string => texts.say("letter_check.to_finding_n", { n: number });
  const marked = (part: string, at: number): unknown => (place === undefined ? unbroken(part) : marks(part, read.findings, { offset: place + at, words: unbroken, link }));
  return html`<li class="odr-sentence" id=${sentenceId([...read.places.keys()].indexOf(sentence))} tabindex="-1" data-from=${sentence.from}>
    <p class="odr-sentence__text" lang=${letter}>${withBlanks(view, sentence.text, sentence.blanks, marked)}</p>
    ${reading ? html`<p class="odr-sentence__reading" lang=${other ?? nothing}>${unbroken(reading)}</p>` : nothing}
    <p class="odr-sentence__from">${texts.say(`appeal_page.from_${sentence.from}`)}</p>
  </li>`;
}
