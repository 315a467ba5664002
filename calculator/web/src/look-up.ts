/**
 * Look-up: what the page can say without Python, out of tables that the core made at build time.
 *
 * Nothing is worked out here: a typed count is an index, a verdict is a comparison with the count
 * that the core wrote beside it.
 */
import type { Case, TypedDefect } from "./case";
import type { VerdictWord } from "./explanation";
import { lookUpUrl } from "./parts";

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

/** The clock of one defect, as far as a table can tell it. */
export interface ClockAnswer {
  readonly defect: string;
  readonly title: string;
  /** ISO day. */
  readonly last_safe_day: string;
  readonly last_safe: string;
  readonly note: string;
}

interface ClockTables {
  readonly days: string;
  readonly shown: Readonly<Record<string, string>>;
  readonly last_safe: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, { readonly title: Readonly<Record<string, string>>; readonly last_safe: string; readonly note: string }>>;
}

interface Tables {
  readonly clock: ClockTables;
  readonly rates: readonly string[];
  readonly under_from: readonly number[];
  readonly percent: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export class LookUp {
  private constructor(
    private readonly tables: Tables,
    private readonly language: string,
  ) {}

  static async load(language: string): Promise<LookUp> {
    const response = await fetch(lookUpUrl);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return new LookUp((await response.json()) as Tables, language);
  }

  /** What Amazon's own figures come to: the notice's where it has both counts, else the page's. */
  answer(held: Case): RateAnswer | undefined {
    return this.#of("notice", held) ?? this.#of("odr_page", held);
  }

  /** The last safe day of every typed defect whose day of decision is known. */
  clocks(held: Case): readonly ClockAnswer[] {
    return held.defects.flatMap((defect) => this.#clock(defect) ?? []);
  }

  #clock({ id, type, decided_on }: TypedDefect): ClockAnswer | undefined {
    const { days, shown, last_safe, sentences } = this.tables.clock;
    const all = days.split(" ");
    const safe = last_safe[type]?.split(" ")[all.indexOf(decided_on)];
    const text = safe === undefined ? undefined : shown[this.language]?.split("|")[all.indexOf(safe)];
    const said = sentences[this.language];
    if (safe === undefined || text === undefined || said === undefined) return undefined;
    const title = said.title[type] ?? "";
    return { defect: id, title, last_safe_day: safe, last_safe: said.last_safe.replace("{day}", text), note: said.note };
  }

  #of(source: RateAnswer["source"], held: Case): RateAnswer | undefined {
    const { orders, orders_with_defects } = held[source];
    const [all, marked] = [whole(orders), whole(orders_with_defects)];
    const least = marked === undefined ? undefined : this.tables.under_from[marked];
    if (all === undefined || marked === undefined || marked > all || least === undefined) return undefined;
    const rate = this.#rate(all, marked);
    const verdict = all === 0 ? "no_orders" : all >= least ? "on_target" : "off_target";
    return { source, orders, orders_with_defects, verdict, rate, sentence: this.#sentence(verdict, rate) };
  }

  #rate(all: number, marked: number): string | undefined {
    const figure = this.tables.rates[marked]?.split(" ")[all - 1];
    return figure ? this.tables.percent[this.language]?.replace("{figure}", figure) : undefined;
  }

  #sentence(verdict: VerdictWord, rate: string | undefined): string {
    const key = verdict === "off_target" && rate === undefined ? "off_target_far" : verdict;
    return this.tables.sentences[this.language]?.[key]?.replace("{rate}", rate ?? "") ?? "";
  }
}

/** A typed count; thousands commas and full-width digits are how some keyboards write it. */
function whole(typed: string): number | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
