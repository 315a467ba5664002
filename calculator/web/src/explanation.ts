/**
 * Explanation: the shape of `odr-explanation/1`, every string ready to show.
 *
 * The page computes nothing from it; a block without rows is not shown.
 */
import type { Plan, Recovery } from "./recovery";

export type VerdictWord = "off_target" | "on_target" | "undecided" | "no_orders";
export type CountsWord = "counted" | "not_counted" | "undecided";

export interface Fraction {
  readonly numerator: string;
  readonly numerator_label: string;
  readonly numerator_detail: string;
  readonly denominator: string;
  readonly denominator_label: string;
  readonly denominator_detail: string;
}

export interface Tick {
  readonly at: number;
  readonly label: string | null;
}

export interface Scale {
  readonly max: number;
  readonly limit: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly Tick[];
  readonly label: string;
  readonly limit_label: string;
  readonly alt: string;
}

export interface Reason {
  readonly text: string;
  readonly fact: string | null;
}

export interface Rate {
  readonly fulfillment: string;
  readonly main: boolean;
  readonly title: string;
  readonly store: string;
  readonly window: string;
  readonly as_of: string;
  readonly verdict: VerdictWord;
  readonly fraction: Fraction | null;
  readonly rate: string | null;
  readonly sentence: string;
  readonly scale: Scale | null;
  readonly why: readonly Reason[];
  readonly line: string | null;
}

export interface StoreLine {
  readonly store: string;
  readonly text: string;
}

/** A date of a file that can be read in more than one way, how it is read, and the days it may be. */
export interface OpenDates {
  readonly order: string;
  readonly example: string;
  readonly choices: readonly Outcome[];
}

export interface ReadFile {
  readonly file: string;
  /** The archive it lay in, or null. */
  readonly archive: string | null;
  readonly dates: OpenDates | null;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly notes: readonly string[];
}

export interface Column {
  readonly key: string;
  readonly label: string;
}

export interface Row {
  readonly [key: string]: unknown;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly empty?: string;
}

export interface Outcome {
  readonly value: string;
  readonly label: string;
}

/** One way to have a mark removed, with its deadline in the store's time and in Beijing's. */
export interface Clock {
  readonly route: string;
  readonly title: string;
  readonly state: "running" | "soon" | "last_day" | "passed" | "no_start" | "none";
  /** Its place among others, the most urgent first. */
  readonly rank: number;
  readonly days_left: number | null;
  readonly left: string;
  readonly last_safe: string | null;
  readonly store_time: string | null;
  readonly last_day: string | null;
  readonly last_safe_day: string | null;
  readonly stake: string | null;
  /** What the way may change, and how long until that shows. */
  readonly changes?: string | null;
  readonly shows?: string | null;
  readonly evidence: readonly string[];
  readonly where: string | null;
  readonly note: string | null;
  readonly why: string;
  readonly possible: string | null;
  readonly doubt: string | null;
  readonly missing: string | null;
  readonly ask: string | null;
  readonly fact: string | null;
  readonly templates: readonly { readonly template: string; readonly title: string; readonly when: string }[];
}

export interface DefectRow extends Row {
  readonly key?: string;
  readonly typed?: string | null;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly type?: string;
  readonly outcome?: string;
  readonly order_date?: string;
  readonly edited?: boolean;
  /** What the seller may set for a defect of this type. */
  readonly outcomes?: readonly Outcome[];
  readonly clocks?: readonly Clock[];
}

export interface DefectTable extends Table {
  /** How many rows are not listed; they are counted all the same. */
  readonly more?: string | null;
  readonly rows: readonly DefectRow[];
}

/** A sentence beside a typed field, and the values that may have been meant. */
export interface FieldMessage {
  readonly field: string;
  readonly message: string;
  readonly suggestions: readonly { readonly value: string; readonly label: string }[];
}

export interface ProblemRow {
  readonly file?: string;
  readonly line?: number | null;
  readonly cell?: string | null;
  readonly editable?: boolean;
  readonly can_be_left_out?: boolean;
  readonly order_id?: string | null;
  readonly where: string;
  readonly column: string | null;
  readonly original: string | null;
  readonly message: string;
}

/** An order that a report only hints at; `typed` is what the form takes over with an answer. */
export interface CandidateRow {
  readonly key: string;
  readonly order_id: string;
  readonly order_id_masked: string;
  readonly what: string;
  readonly seen: string;
  readonly where: string;
  readonly order: string;
  readonly reasons: string | null;
  readonly look: string;
  readonly effect: string | null;
  readonly outcomes: readonly Outcome[];
  readonly typed: { readonly order_id: string; readonly type: string; readonly order_date: string; readonly fulfillment: string };
}

export interface Candidates {
  readonly title: string;
  readonly lead: string;
  readonly all: string | null;
  readonly rows: readonly CandidateRow[];
  readonly older: string | null;
  readonly dismissed: readonly { readonly order_id: string; readonly type: string; readonly text: string }[];
}

/** One mark on the printed sheet: the way that ends soonest, how many others there are. */
export interface SheetRow {
  readonly key: string;
  readonly order: string;
  readonly what: string;
  readonly counts: string;
  readonly route: string | null;
  readonly until: string | null;
  readonly more_ways: string | null;
  readonly alone: string | null;
}

/** What the printed sheet holds beside verdict and picture, cut by the core. */
export interface PrintSheet {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
  /** How many marks were cut and where they are, or null. */
  readonly more: string | null;
  readonly look: string | null;
  readonly sources_title: string;
  readonly masked: string;
}

export interface Explanation {
  readonly contract: "odr-explanation/1";
  readonly lang: string;
  readonly rules: string;
  readonly store: string | null;
  readonly other_stores: { readonly title: string; readonly rows: readonly StoreLine[] };
  readonly rates: readonly Rate[];
  readonly files: readonly ReadFile[];
  readonly defects: DefectTable;
  readonly figures: Table;
  readonly candidates?: Candidates | null;
  readonly problems: { readonly title: string; readonly lead: string; readonly rows: readonly ProblemRow[] };
  readonly excluded: { readonly title: string; readonly rows: readonly string[] };
  readonly unmatched: { readonly title: string; readonly lead: string; readonly ids: readonly string[] };
  readonly form?: { readonly fields: readonly FieldMessage[] };
  readonly left_out?: { readonly title: string; readonly rows: readonly { readonly key: string; readonly text: string }[] };
  readonly recovery?: readonly Recovery[];
  readonly plan?: Plan | null;
  readonly sheet?: PrintSheet;
  readonly sensitivity?: { readonly sentence: string };
  /** The whole case as masked plain text. */
  readonly case_text?: string;
}

/** The core's refusal, `odr-error/1`: a sentence for the seller. */
export interface Refusal {
  readonly contract: "odr-error/1";
  readonly code: string;
  readonly message: string;
}
