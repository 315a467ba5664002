/** Paste: the shape of `odr-paste/1`, what the core understood of a pasted text. */
export interface Ask {
  readonly field: string;
  readonly question: string;
  /** Empty: free input. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface PastedFigure {
  readonly source: "notice" | "odr_page";
  readonly day: string | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly fulfillment: string | null;
  readonly orders: string | null;
  readonly orders_with_defects: string | null;
  readonly asks: readonly Ask[];
  readonly raw: readonly string[];
}

export interface PastedDefect {
  readonly order_id: string;
  readonly order_date: string | null;
  readonly fulfillment: string | null;
  readonly type: string | null;
  readonly outcome: string | null;
  readonly stars: number | null;
  readonly event_date: string | null;
  readonly decided_on: string | null;
  readonly note: string | null;
  readonly asks: readonly Ask[];
  readonly raw: readonly string[];
}

export interface Pasted {
  readonly contract: "odr-paste/1";
  readonly kind: string;
  readonly title: string;
  readonly sentence: string;
  readonly figures: readonly PastedFigure[];
  readonly defects: readonly PastedDefect[];
  readonly not_understood: readonly string[];
}
