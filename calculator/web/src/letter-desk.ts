/** Letter desk: what the page itself remembers of a letter that is being read; gone with the page. */
import { Desk } from "./desk";

export class LetterDesk extends Desk {
  /** Whether every finding is shown. */
  all = false;
  /** Where the seller's cursor stands in the letter; none while he is elsewhere. */
  caret: number | undefined;

  constructor(private readonly drawn: () => void) {
    super(drawn);
  }

  showAll(all: boolean): void {
    this.all = all;
    this.drawn();
  }

  moveTo(caret: number | undefined): void {
    if (caret === this.caret) return;
    this.caret = caret;
    this.drawn();
  }

  override clear(): void {
    this.all = false;
    this.caret = undefined;
    super.clear();
  }
}
