/**
 * Letter session: a pasted letter, read by the rules while it is typed.
 *
 * The letter stands in the case under a key of its own. So it goes with the work when the language is
 * changed, is kept where the seller keeps his work, and goes with the wipe; and a case that is here
 * already is what the letter can be compared with.
 */
import { Answer } from "./answer";
import { type Case, isBlank } from "./case";
import { type Core, fetchWorker } from "./core";
import type { Refusal } from "./explanation";
import { moved, type Numbered, type NumberedReview, placed, type Review } from "./review";
import { Session } from "./session";

/** What is known of a letter, every part as it was typed. */
export interface CheckedLetter {
  readonly text: string;
  readonly previous: string;
  readonly kind: "" | "claim_appeal";
  /** Cause ids, divided by commas. */
  readonly issues: string;
  /** Whether it is compared with the case that is here. */
  readonly alone: "" | "yes";
}

type CaseWithLetter = Case & { readonly letter_check?: Partial<CheckedLetter> };

const EMPTY: CheckedLetter = { text: "", previous: "", kind: "", issues: "", alone: "" };
/** Far longer than any letter; what is behind is not read, and the page says so. */
const MOST_CHARACTERS = 15_000;
/** So many characters take as long to be read as a form to be answered. */
const AS_A_FORM = 1_500;
/** A letter is read as long after a key as its last reading took, so that half the time at least is rest. */
const PAUSE_MS = { least: 30, most: 400 };
/** Half a character cannot be sent; it is read as unreadable. */
const HALF = /[\uD800-\uDFFF]/gu;

/** The letter of a case; its lines end as those of a field do, whatever file it came from. */
function letterOf(held: Case): CheckedLetter {
  const given = { ...EMPTY, ...(held as CaseWithLetter).letter_check };
  return { ...given, text: given.text.replace(/\r\n?/g, "\n"), previous: given.previous.replace(/\r\n?/g, "\n") };
}

function withoutLetter(held: Case): Case {
  const { letter_check: _, ...rest } = held as CaseWithLetter;
  return rest;
}

class ReviewAnswer extends Answer {
  review: NumberedReview | undefined;
  /** What the review is of. */
  asked = EMPTY;
  /** How long the last reading took. */
  took = 0;

  override forget(): void {
    super.forget();
    this.review = undefined;
  }

  override async ask(core: Core, question: Readonly<Record<string, unknown>>, typed: Case | null, isWanted: () => boolean): Promise<boolean> {
    const letter = letterOf(typed!);
    const { text, previous, kind, issues, alone } = letter;
    const [sent, rest] = [text.slice(0, MOST_CHARACTERS).replace(HALF, "\uFFFD"), withoutLetter(typed!)];
    const held = alone === "yes" || isBlank(rest) ? null : rest;
    const began = performance.now();
    const reply = JSON.parse(await core.ask({ ...question, type: "review", text: sent, previous: previous.replace(HALF, "\uFFFD"), kind, issues, case: held })) as Review | Refusal;
    this.took = performance.now() - began;
    if (!isWanted()) return false;
    this.review = reply.contract === "odr-review/1" ? placed(reply, sent) : undefined;
    this.asked = letter;
    this.refusal = reply.contract === "odr-review/1" ? undefined : reply;
    return true;
  }
}

export class LetterSession extends Session {
  #timer: ReturnType<typeof setTimeout> | undefined;

  get checked(): CheckedLetter {
    return letterOf(this.case);
  }

  get isTooLong(): boolean {
    return this.checked.text.length > MOST_CHARACTERS;
  }

  /** Whether a case is here that the letter can be compared with. */
  get hasCase(): boolean {
    return !isBlank(withoutLetter(this.case));
  }

  get review(): NumberedReview | undefined {
    return this.checked.text.trim() === "" ? undefined : (this.work.answer as ReviewAnswer).review;
  }

  /** What was found, at the words as they stand now. */
  get findings(): readonly Numbered[] {
    return moved(this.review?.findings ?? [], (this.work.answer as ReviewAnswer).asked.text, this.checked.text);
  }

  /** Whether what is shown is older than what is typed. */
  get isBehind(): boolean {
    const { asked } = this.work.answer as ReviewAnswer;
    return this.computing || this.review === undefined || JSON.stringify(asked) !== JSON.stringify(this.checked);
  }

  change(values: Partial<CheckedLetter>): void {
    const letter = { ...this.checked, ...values };
    const isEmpty = Object.values(letter).every((one) => one === "");
    const rest = withoutLetter(this.case);
    this.book.change(isEmpty ? rest : ({ ...rest, letter_check: letter } as CaseWithLetter));
  }

  override wake(): void {
    const isFirst = !this.work.core.isStarted && this.trouble === undefined;
    super.wake();
    if (isFirst) void this.#readNothing();
  }

  override close(): void {
    clearTimeout(this.#timer);
    super.close();
  }

  protected override get hasDesk(): boolean {
    return true;
  }

  protected override get weight(): number {
    return Math.max(1, Math.min(this.checked.text.length, MOST_CHARACTERS) / AS_A_FORM);
  }

  protected override fetched(): Promise<unknown>[] {
    return [fetchWorker()];
  }

  protected override newAnswer(): Answer {
    return new ReviewAnswer();
  }

  /** Keys come faster than letters are read. */
  protected override later(ask: () => void): void {
    clearTimeout(this.#timer);
    const { took } = this.work.answer as ReviewAnswer;
    this.#timer = setTimeout(ask, Math.min(Math.max(took, PAUSE_MS.least), PAUSE_MS.most));
  }

  /** The first reading loads the rules; it is made before there is a letter. */
  async #readNothing(): Promise<void> {
    const { core } = this.work;
    await core.start().catch(() => undefined);
    if (core.isReady) await core.ask({ ...this.question, type: "review", text: "" }).catch(() => undefined);
  }
}
