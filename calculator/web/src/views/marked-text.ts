/**
 * Marked text: a field as every browser has it, over a copy of its words that carries the marks.
 *
 * The field is never written to while someone types, so that cursor, undo and input methods are the
 * browser's own; the copy is decoration and hidden from screen readers.
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type Numbered, runsOf, type Severity } from "../review";

const WEIGHT: readonly Severity[] = ["blocker", "major", "minor", "info"];

export interface MarkedText {
  readonly id: string;
  readonly text: string;
  /** What language the words are in, where that is known. */
  readonly language: string | undefined;
  readonly findings: readonly Numbered[];
  readonly here: Numbered | undefined;
  readonly describedBy: string;
  readonly onInput: (text: string) => void;
  readonly onCaret: (caret: number) => void;
}

export function markedText({ id, text, language, findings, here, describedBy, onInput, onCaret }: MarkedText): TemplateResult {
  const caret = (event: Event): void => onCaret((event.target as HTMLTextAreaElement).selectionStart);
  return html`<div class="odr-marked">
    <div class="odr-marked__sheet">
      <div class="odr-marked__copy" aria-hidden="true" lang=${language ?? nothing}>${marks(text, findings, { here })}${"\u200B"}</div>
      <textarea
        id=${id}
        lang=${language ?? nothing}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby=${describedBy}
        .value=${live(text)}
        @input=${(event: Event) => {
          onInput((event.target as HTMLTextAreaElement).value);
          caret(event);
        }}
        @keyup=${caret}
        @click=${caret}
        @focus=${caret}
      ></textarea>
    </div>
  </div>`;
}

export interface Marking {
  readonly here?: Numbered | undefined;
  /** Where the text begins in the whole that was read. */
  readonly offset?: number;
  /** How words are shown. */
  readonly words?: (text: string) => unknown;
  /** What a number is called where it leads to its line; in the copy behind a field it leads nowhere. */
  readonly link?: (number: number) => string;
}

/** A text with its marks: the heaviest finding gives a run its line, each beginning its number. */
export function marks(text: string, findings: readonly Numbered[], { here, offset = 0, words = (one) => one, link }: Marking = {}): unknown {
  return runsOf(text, findings, offset).map(({ text: run, findings: over, begins }) => {
    if (over.length === 0) return words(run);
    const severity = WEIGHT.find((one) => over.some((finding) => finding.severity === one))!;
    const isHere = here !== undefined && over.some(({ number }) => number === here.number);
    return html`<mark class="odr-mark odr-mark--${severity} ${isHere ? "odr-mark--here" : ""}" data-findings=${over.map(({ number }) => number).join(" ")}>${numbers(begins, severity, link)}${words(run)}</mark>`;
  });
}

function numbers(begins: readonly number[], severity: Severity, link: Marking["link"]): unknown {
  if (begins.length === 0) return nothing;
  if (link === undefined) return html`<span class="odr-mark__number odr-number--${severity}" data-n=${begins.join("·")}></span>`;
  return begins.map((number) => html`<a class="odr-mark__link odr-number odr-number--${severity}" href="#odr-review-column-title" data-findings=${number} data-n=${number} aria-label=${link(number)}></a>`);
}

/** The finding whose words a place is in: of several the one with the fewest words. */
export function findingAt(findings: readonly Numbered[], place: number | undefined): Numbered | undefined {
  if (place === undefined) return undefined;
  const over = findings.filter(({ start, end }) => end > start && start <= place && place <= end);
  return over.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
}
