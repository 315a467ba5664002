/**
 * Letter review: the composed letter, read by the rules once the desk has answered and the keys are
 * quiet. The desk never waits for it; what a change has overtaken is not asked, or dropped when it comes.
 */
import { type NumberedReview, placed, type Review } from "./review";

const PAUSE_MS = 400;

export class LetterReview {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted: string | undefined;
  #read: { readonly text: string; readonly review: NumberedReview } | undefined;

  constructor(
    private readonly ask: (text: string) => Promise<string>,
    private readonly onChange: () => void,
  ) {}

  /** The review of exactly this text; none until it has been read. */
  of(text: string): NumberedReview | undefined {
    return this.#read?.text === text ? this.#read.review : undefined;
  }

  /** Read this text soon. */
  want(text: string): void {
    if (text === this.#wanted) return;
    this.cancel();
    this.#wanted = text;
    if (this.of(text) === undefined) this.#timer = setTimeout(() => void this.#reads(text), PAUSE_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
  }

  forget(): void {
    this.cancel();
    this.#read = undefined;
  }

  async #reads(text: string): Promise<void> {
    const reply = JSON.parse(await this.ask(text).catch(() => "{}")) as Partial<Review>;
    if (text !== this.#wanted || reply.contract !== "odr-review/1") return;
    this.#read = { text, review: placed(reply as Review, text) };
    this.onChange();
  }
}
