/**
 * Appeal desk: what the page itself remembers of the way through the questions; gone with the page.
 */
import { Desk } from "./desk";
import type { LengthName, StepId } from "./appeal-contract";

/** A question of the path: its step and its name there. */
export interface Spot {
  readonly step: StepId;
  /** Empty: the first question that is open. */
  readonly question: string;
}

export const START: Spot = { step: "notice", question: "paste" };

export class AppealDesk extends Desk {
  spot: Spot = START;
  /** A way on was asked for, and the answer it depends on has not come. */
  wants: "next" | undefined;
  length: LengthName = "full";
  /** Whether every finding in the letter is shown. */
  allFindings = false;
  /** Whether the answers are shown in one list. */
  reviewing = false;
  /** Files to take along that could neither be saved nor copied are shown. */
  made: { readonly file: string; readonly text: string } | undefined;
  /** Fields of a person in own words instead of one of the list. */
  readonly own = new Set<string>();
  readonly #visited = new Set<string>();

  constructor(private readonly drawn: () => void) {
    super(drawn);
  }

  go(spot: Spot): void {
    this.spot = spot;
    this.wants = undefined;
    this.visit(spot);
    this.drawn();
  }

  /** The seller has had a question before his eyes. */
  visit({ step, question }: Spot): void {
    this.#visited.add(`${step}/${question}`);
  }

  wasAt({ step, question }: Spot): boolean {
    return this.#visited.has(`${step}/${question}`);
  }

  override clear(): void {
    this.spot = START;
    this.wants = undefined;
    this.length = "full";
    this.allFindings = false;
    this.reviewing = false;
    this.made = undefined;
    this.own.clear();
    this.#visited.clear();
    super.clear();
  }
}
