/**
 * Index: the pages of one language, and the order in which they answer a question.
 *
 * A page is asked as a whole: its best section counts, and how many of the words asked for stand on it
 * at all. What a page is asked for in a seller's own words (`asked` in its head) weighs most.
 */
import MiniSearch, { type SearchResult } from "minisearch";
import { type Meant, Synonyms } from "./synonyms";
import { marked, teaser, textOf } from "./teaser";
import { type Spelling, Words } from "./words";

/** One section as the site's build writes it; a page's first has no `#` in its location. */
export interface Section {
  readonly location: string;
  readonly title: string;
  readonly text: string;
  readonly asked?: readonly string[];
  readonly boost?: number;
}

export interface Setting extends Spelling {
  /** Groups of words that stand for one another. */
  readonly synonyms: readonly (readonly string[])[];
}

/** One line of the result list; `title` and `text` are HTML. */
export interface Hit {
  readonly location: string;
  readonly title: string;
  readonly text: string;
  readonly score: number;
  readonly terms: Readonly<Record<string, boolean>>;
}

const WEIGHTS = { asked: 3, title: 4, page: 2, text: 1 };
/** How much more a page counts that is asked for in just these words. */
const IN_THESE_WORDS = 4;
const SYNONYM = 0.6;
const MOST_PAGES = 20;
const MOST_SECTIONS = 4;

export class PageIndex {
  readonly #words: Words;
  readonly #synonyms: Synonyms;
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #search: MiniSearch;
  /** The words of each question a page is asked, by its location. */
  readonly #asked: ReadonlyMap<string, readonly ReadonlySet<string>[]>;

  constructor(sections: readonly Section[], setting: Setting) {
    this.#words = new Words(setting);
    this.#synonyms = new Synonyms(setting.synonyms.map((group) => group.map((one) => this.#words.plain(one))));
    this.#sections = new Map(sections.map((one) => [one.location, { ...one, title: textOf(one.title), text: textOf(one.text) }]));
    this.#asked = new Map(sections.map(({ location, asked = [] }) => [location, asked.map((one) => new Set(this.#words.of(one)))]));
    this.#search = new MiniSearch({
      idField: "location",
      fields: Object.keys(WEIGHTS),
      tokenize: (text) => this.#words.of(text),
      processTerm: (word) => word,
    });
    this.#search.addAll([...this.#sections.values()].map((one) => this.#fields(one)));
  }

  /** Groups of hits, one a page, the best first. */
  search(typed: string): Hit[][] {
    const question = this.#spelt(typed);
    const asked = [...new Set(this.#words.of(question))];
    if (asked.length === 0) return [];
    const groups = new Map<string, SearchResult[]>();
    const meant = this.#synonyms.meant(this.#words.plain(question));
    for (const result of this.#found(question, meant)) {
      const page = pageOf(String(result.id));
      groups.set(page, [...(groups.get(page) ?? []), result]);
    }
    const scored = [...groups].map(([page, results]) => ({ page, results, score: this.#score(page, results, asked, meant) }));
    scored.sort((a, b) => b.score - a.score || a.page.localeCompare(b.page));
    return scored.slice(0, MOST_PAGES).map(({ page, results, score }) => this.#hits(page, results, score, asked));
  }

  /** The question, each word that stands on no page put as the nearest one that sellers use. */
  #spelt(typed: string): string {
    return this.#words.plain(typed).replace(/[a-z]+/g, (word) => (this.#isThere(word) ? word : this.#synonyms.nearest(word)));
  }

  #isThere(word: string): boolean {
    return this.#search.search(word, { prefix: true, fuzzy: false }).length > 0;
  }

  #found(question: string, meant: readonly Meant[]): SearchResult[] {
    const options = {
      boost: WEIGHTS,
      prefix: (word: string) => /^[a-z0-9]{3,}$/.test(word),
      fuzzy: (word: string) => (/^[a-z]{4,}$/.test(word) ? 0.25 : false),
      weights: { fuzzy: 0.3, prefix: 0.5 },
    };
    const others = meant.flatMap(({ instead }) => instead);
    const queries = [question, ...others.map((one) => ({ queries: [one], boostTerm: () => SYNONYM }))];
    return this.#search.search({ combineWith: "OR", queries }, options);
  }

  #score(page: string, results: readonly SearchResult[], asked: readonly string[], meant: readonly Meant[]): number {
    const seen = new Set(results.flatMap(({ queryTerms }) => queryTerms));
    const isThere = (phrase: string): boolean => this.#words.of(phrase).every((one) => seen.has(one));
    const standIns = meant.filter(({ instead }) => instead.some(isThere)).flatMap(({ said }) => this.#words.of(said));
    const share = asked.filter((one) => seen.has(one) || standIns.includes(one)).length / asked.length;
    const [best = 0, ...others] = results.map(({ score }) => score).sort((a, b) => b - a);
    const more = others.slice(0, MOST_SECTIONS).reduce((sum, one) => sum + one, 0);
    const alike = Math.max(0, ...(this.#asked.get(page) ?? []).map((one) => likeness(one, asked)));
    return (best + more / 10) * (0.2 + share * share) * (1 + IN_THESE_WORDS * alike * alike) * (this.#sections.get(page)?.boost ?? 1);
  }

  #hits(page: string, results: readonly SearchResult[], score: number, asked: readonly string[]): Hit[] {
    const words = [...new Set([...asked, ...results.flatMap(({ terms }) => terms)])];
    const isSeen = new Set(results.flatMap(({ queryTerms }) => queryTerms));
    const terms = Object.fromEntries(asked.filter((one) => /^[a-z0-9]+$/.test(one)).map((one) => [one, isSeen.has(one)]));
    const [best] = results;
    const sections = results.map(({ id }) => String(id)).filter((id) => id !== page);
    const hit = (location: string, weight: number): Hit => {
      const { title, text } = this.#sections.get(location) ?? { title: location, text: "" };
      return { location, title: marked(title, words, this.#words.folded(title)), text: teaser(text, words, this.#words.folded(text)), score: weight, terms };
    };
    const under = (id: string): number => (id === String(best?.id) ? score : score / 2);
    return [hit(page, score), ...sections.slice(0, MOST_SECTIONS).map((id) => hit(id, under(id)))];
  }

  #fields({ location, title, text, asked = [] }: Section): Record<string, string> {
    const page = pageOf(location);
    return { location, title, text, asked: asked.join("\n"), page: page === location ? "" : (this.#sections.get(page)?.title ?? "") };
  }
}

function pageOf(location: string): string {
  return location.split("#", 1)[0] ?? "";
}

/** From 0 to 1: how many of the words of two questions are the same. */
function likeness(one: ReadonlySet<string>, other: readonly string[]): number {
  return (2 * other.filter((word) => one.has(word)).length) / (one.size + other.length);
}
