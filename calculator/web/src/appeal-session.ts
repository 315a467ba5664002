/**
 * Appeal session: the calculator's session, asked for the desk instead of the explanation.
 *
 * Case, files, keeping and worker are the calculator's own: what is typed there is here and the
 * other way round. An empty case is asked for once, so that the desk shows its questions before
 * anything is typed.
 */
import { Answer } from "./answer";
import { type Button, carriedOut, put, putBack, wordsAt } from "./appeal-case";
import type { DeskAnswer, MadeFile } from "./appeal-contract";
import { type Case, emptyCase } from "./case";
import type { Core } from "./core";
import { fetchWorker } from "./core";
import { loadExample } from "./example-shop";
import type { Refusal } from "./explanation";
import { LetterReview } from "./letter-review";
import { appealExampleUrl } from "./parts";
import { type Choice, Session } from "./session";

class AppealAnswer extends Answer {
  desk: DeskAnswer | undefined;

  override forget(): void {
    super.forget();
    this.desk = undefined;
  }

  override async ask(core: Core, question: Readonly<Record<string, unknown>>, typed: Case | null, isWanted: () => boolean): Promise<boolean> {
    const reply = JSON.parse(await core.ask({ ...question, type: "desk", case: typed })) as DeskAnswer | Refusal;
    if (!isWanted()) return false;
    this.desk = reply.contract === "odr-desk/1" ? reply : undefined;
    this.refusal = reply.contract === "odr-desk/1" ? undefined : reply;
    return true;
  }
}

export class AppealSession extends Session {
  /** The desk of an empty case. */
  #blank: DeskAnswer | undefined;
  /** What was answered last, shown while a new worker comes. */
  #last: DeskAnswer | undefined;
  #isAskingBlank = false;
  #first = 0;
  /** What the rules find in the letter. */
  readonly review = new LetterReview(
    (text) => this.request({ ...this.question, type: "review", text, case: this.book.isBlank ? emptyCase() : this.case }),
    () => this.onChange(),
  );

  get answer(): DeskAnswer | undefined {
    return this.#answered ?? (this.book.isBlank ? this.#blank : (this.#last ?? this.#blank));
  }

  /** Whether what is shown is older than what is typed. */
  get isBehind(): boolean {
    return this.computing || this.#answered === undefined;
  }

  get #answered(): DeskAnswer | undefined {
    const { desk } = this.work.answer as AppealAnswer;
    if (desk !== undefined) this.#last = desk;
    return desk;
  }

  override wake(): void {
    super.wake();
    void this.#askBlank();
  }

  override retry(): void {
    super.retry();
    void this.#askBlank();
  }

  override wipe(): void {
    this.#last = undefined;
    this.#first = 0;
    this.review.forget();
    super.wipe();
  }

  override close(): void {
    this.review.cancel();
    super.close();
  }

  /** Show the defects from this one on; a list of many comes in pages. */
  showFrom(first: number): void {
    this.#first = first;
    this.work.toDo();
  }

  words(path: string): string {
    return wordsAt(this.case, path);
  }

  put(path: string, value: unknown): void {
    if (typeof value !== "string" || this.words(path) !== value) this.book.change(put(this.case, path, value));
  }

  /** Do what a button of the desk says; what it takes away can be brought back. */
  carryOut(button: Button): void {
    const before = this.case;
    const back = (now: Case): Case => button.remove.reduce((held, path) => putBack(held, before, path), now);
    this.book.change(carriedOut(before, button), button.remove.length > 0 ? back : undefined);
  }

  async file(what: string, options: Readonly<Record<string, unknown>> = {}): Promise<MadeFile | Refusal> {
    const typed = this.book.isBlank ? emptyCase() : this.case;
    return JSON.parse(await this.request({ ...this.question, ...options, type: "letter_out", what, case: typed })) as MadeFile | Refusal;
  }

  /** A letter is written today, whichever earlier day the figures were worked out for; an example keeps its own day. */
  override get choice(): Choice {
    const { store, asOf } = super.choice;
    const today = this.start.asOf;
    return { store, asOf: this.example || asOf > today ? asOf : today };
  }

  protected override get question(): Readonly<Record<string, unknown>> {
    return { ...super.question, first: this.#first };
  }

  protected override get hasDesk(): boolean {
    return true;
  }

  protected override fetched(): Promise<unknown>[] {
    return [fetchWorker(), loadExample(appealExampleUrl(this.language)).then((shop) => (this.shop = shop))];
  }

  protected override newAnswer(): Answer {
    return new AppealAnswer();
  }

  async #askBlank(): Promise<void> {
    if (this.#blank !== undefined || this.#isAskingBlank) return;
    this.#isAskingBlank = true;
    try {
      const { core } = this.work;
      await core.start();
      const reply = JSON.parse(await core.ask({ ...this.question, type: "desk", case: emptyCase() })) as DeskAnswer | Refusal;
      if (reply.contract === "odr-desk/1") this.#blank = reply;
    } catch {
      // what went wrong with the start is said where trouble is said
    } finally {
      this.#isAskingBlank = false;
    }
    this.onChange();
  }
}
