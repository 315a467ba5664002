/** Look-up: what the page can say without Python, out of tables that the core made at build time. */
import type { VerdictWord } from "./explanation";

export interface RateAnswer {
  /** Whose figure it is. */
  readonly source: "notice" | "odr_page";
  readonly orders: string;
  readonly orders_with_defects: string;
  readonly verdict: VerdictWord;
  /** As typeset by the core; absent outside the table, where only the verdict is known. */
  readonly rate: string | undefined;
  readonly sentence: string;
}
