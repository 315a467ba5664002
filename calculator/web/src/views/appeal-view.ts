/** Appeal view: what every view of the appeal desk is given. */
import type { TemplateResult } from "lit";
import type { DeskAnswer, StepId } from "../appeal-contract";
import type { AppealDesk, Spot } from "../appeal-desk";
import type { AppealSession } from "../appeal-session";
import type { View } from "./view";

export interface AppealView extends View {
  readonly session: AppealSession;
  readonly desk: AppealDesk;
  /** Undefined until the program has come. */
  readonly answer: DeskAnswer | undefined;
  /** Open a question, or a step where it has none of this name. */
  readonly go: (spot: Spot) => void;
  /** Open the question after this one. */
  readonly next: () => void;
  /** Open the question before this one. */
  readonly back: () => void;
  /** Open the question that holds a field of the case, and put the focus there. */
  readonly jump: (path: string) => void;
}

/** One thing that is asked at a time. */
export interface Question {
  /** Its name within the step. */
  readonly name: string;
  readonly step: StepId;
  readonly title: string;
  /** Over the first question of a group. */
  readonly group?: { readonly id: string; readonly title: string; readonly text: string; readonly more?: unknown };
  /** The answer in short; empty while there is none. */
  readonly summary: string;
  /** Nothing the letter needs is open here. */
  readonly done: boolean;
  /** An answer is chosen from a list and leads on by itself. */
  readonly choosing?: boolean;
  /** Stands in the way on the first time, even where nothing is open. */
  readonly asks?: "once";
  /** Paths of the case that are answered here. */
  readonly paths: readonly string[];
  readonly body: () => TemplateResult;
}
