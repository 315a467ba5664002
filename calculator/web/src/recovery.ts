/**
 * Recovery: the shape of two blocks of `odr-explanation/1`, how the number moves in the coming days
 * and what could honestly be removed. Every string is ready to show; the page computes nothing.
 */
import type { Column, CountsWord, Outcome, Reason, Row, VerdictWord } from "./explanation";
import type { Picture } from "./views/picture";

/** One day and what happens on it. */
export interface DayLine {
  readonly iso: string;
  readonly day: string;
  readonly text: string;
  readonly fact?: string | null;
}

/** The earliest day the number alone is under the target; without a day it says so. */
export interface Earliest {
  readonly day: string | null;
  readonly iso: string | null;
  readonly title: string;
  readonly sentence: string;
  /** Why it is nothing to wait for. */
  readonly wait?: string | null;
  readonly about: string | null;
  readonly stays: string | null;
  readonly fact: string | null;
}

export interface DayList {
  readonly title: string;
  readonly lead?: string | null;
  /** Said where there are no rows. */
  readonly none?: string | null;
  readonly rows: readonly DayLine[];
}

export interface DayTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** How many more defects the window can carry, what enters it next, what to look at daily. */
export interface Carry {
  readonly title: string;
  readonly sentences: readonly Reason[];
  readonly entering: DayList;
  readonly watch: DayList;
}

export interface Recovery {
  readonly fulfillment: string;
  readonly main: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly lead: string;
  readonly earliest: Earliest;
  /** How these days are counted. */
  readonly notes?: readonly Reason[];
  readonly picture?: Picture | null;
  readonly window_picture?: Picture | null;
  readonly steps: readonly DayLine[];
  readonly days: DayTable;
  readonly carry: Carry;
  readonly luck: { readonly sentence: string | null; readonly fact: string | null };
  readonly sources: readonly Reason[];
}

export interface PlanRow {
  /** The key of the defect's row. */
  readonly key: string;
  readonly order: string;
  readonly what: string;
  readonly order_day: string;
  readonly counts: string;
  readonly counts_state: CountsWord;
  readonly in_window: boolean;
  readonly alone: string | null;
  readonly shown_after: string | null;
  readonly no_route: string | null;
  readonly supposes: readonly Outcome[];
  readonly supposed: string | null;
  readonly effect: string | null;
}

export interface Plan {
  readonly title: string;
  readonly lead: string;
  readonly parallel: string;
  readonly honest: string | null;
  readonly together: { readonly title: string; readonly sentence: string; readonly state: VerdictWord; readonly chosen: number } | null;
  /** How many defects have no row, and why. */
  readonly others: string | null;
  readonly rows: readonly PlanRow[];
}

/** A file made by the core, `odr-take-along/1`. */
export interface TakenAlong {
  readonly contract: "odr-take-along/1";
  readonly file: string;
  readonly media_type: string;
  readonly text: string;
}

export type TakeAlongName = "recovery.ics" | "recovery.csv" | "removal.csv" | "recovery.json" | "removal.json";
