/**
 * Desk: what the page itself remembers of how it is used, and nothing the core would have to know.
 *
 * Which screen is open, which rows are shown, a pasted text before it is taken over. It is gone with
 * the page.
 */
import type { Pasted } from "./paste";
import type { TakenAlong } from "./recovery";
import type { SingleLetter } from "./single-letter";

export type Screen = "input" | "result" | "letter";
export type Filter = "all" | "problems" | "counted" | "undecided" | "left_out";

/** What was understood of a pasted text, with the seller's own answers laid over it. */
export interface Reading {
  readonly pasted: Pasted;
  readonly refused: ReadonlySet<string>;
  /** Answers by row and field, as in `defects.0.outcome`. */
  readonly answers: ReadonlyMap<string, string>;
}

export interface OpenLetter {
  readonly template: string;
  /** The key of the defect's row. */
  readonly defect: string;
  /** The language the seller wants it in; null is the usual one. */
  readonly sendIn: "en" | "zh" | null;
  readonly letter: SingleLetter | undefined;
  readonly trouble: string | undefined;
}

export class Desk {
  screen: Screen = "input";
  filter: Filter = "all";
  showIds = false;
  /** The file whose rows are shown. */
  rowsOf: File | undefined;
  /** The key of the row that is being corrected. */
  open: string | undefined;
  /** The field that is being typed in; its problem waits until the typing is over. */
  typing: string | undefined;
  text = "";
  reading: Reading | undefined;
  isReading = false;
  letter: OpenLetter | undefined;
  /** A file to take along that could neither be saved nor copied. */
  taken: TakenAlong | undefined;
  /** Which ways of a row are open to be read; the first picture of each decides, then the seller. */
  readonly ways = new Map<string, boolean>();
  /** What was said last to those who do not see it, by place: a place says one thing. */
  readonly #said = new Map<string, string>();

  constructor(private readonly onChange: () => void) {}

  /** Change anything and draw again. */
  change(values: Partial<Pick<Desk, "screen" | "filter" | "showIds" | "rowsOf" | "open" | "typing" | "text" | "reading" | "isReading" | "letter" | "taken">>): void {
    Object.assign(this, values);
    this.onChange();
  }

  said(place: string): string {
    return this.#said.get(place) ?? "";
  }

  say(place: string, words: string): void {
    this.#said.set(place, words);
    this.onChange();
  }

  /** Forget everything, as a wipe does. */
  clear(): void {
    this.#said.clear();
    this.ways.clear();
    this.change({
      screen: "input",
      filter: "all",
      showIds: false,
      rowsOf: undefined,
      open: undefined,
      text: "",
      reading: undefined,
      isReading: false,
      letter: undefined,
      taken: undefined,
    });
  }
}
