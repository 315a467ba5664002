/**
 * Explanation: the shape of `odr-explanation/1`, every string ready to show.
 *
 * The page computes nothing from it; a block without rows is not shown.
 */
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

export interface ReadFile {
  readonly file: string;
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

export interface ProblemRow {
  readonly where: string;
  readonly column: string | null;
  readonly original: string | null;
  readonly message: string;
}

export interface Explanation {
  readonly contract: "odr-explanation/1";
  readonly lang: string;
  readonly rules: string;
  readonly store: string | null;
  readonly other_stores: { readonly title: string; readonly rows: readonly StoreLine[] };
  readonly rates: readonly Rate[];
  readonly files: readonly ReadFile[];
  readonly defects: Table;
  readonly figures: Table;
  readonly problems: { readonly title: string; readonly lead: string; readonly rows: readonly ProblemRow[] };
  readonly excluded: { readonly title: string; readonly rows: readonly string[] };
  readonly unmatched: { readonly title: string; readonly lead: string; readonly ids: readonly string[] };
}

/** The core's refusal, `odr-error/1`: a sentence for the seller. */
export interface Refusal {
  readonly contract: "odr-error/1";
  readonly code: string;
  readonly message: string;
}
