/**
 * Words: how a text or a question is cut for the search.
 *
 * Chinese is cut into overlapping pairs of characters, so that words from the middle of a sentence are
 * found without a dictionary; everything else into words, small letters, without accents, plural `s`
 * and hyphens (`A-to-z` is `atoz`, and also `to`). Function words carry nothing and are left out.
 */
export interface Spelling {
  /** Words that carry nothing; Chinese ones are cut out of a sentence wherever they stand. */
  readonly empty: readonly string[];
  /** Characters of the other script, each followed by the one this index is written in. */
  readonly folds: string;
}

const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+(?:[-'’.&][\p{L}\p{N}]+)*/gu;
const ACCENTS = /\p{M}+/gu;

export class Words {
  readonly #empty: ReadonlySet<string>;
  readonly #cuts: RegExp | undefined;
  readonly #folds: ReadonlyMap<string, string>;

  constructor({ empty, folds }: Spelling) {
    const han = empty.filter((one) => /^\p{Script=Han}/u.test(one)).sort((a, b) => b.length - a.length);
    this.#empty = new Set(empty);
    this.#cuts = han.length > 0 ? new RegExp(han.join("|"), "g") : undefined;
    const letters = [...folds];
    this.#folds = new Map(letters.flatMap((one, at) => (at % 2 === 0 ? [[one, letters[at + 1] ?? one]] : [])));
  }

  /** Small letters, plain digits and brackets, one script. */
  plain(text: string): string {
    const small = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(ACCENTS, "").normalize("NFC");
    return this.folded(small);
  }

  /** Small letters and one script, each letter in its place. */
  folded(text: string): string {
    const small = text.toLowerCase();
    return this.#folds.size === 0 ? small : [...small].map((one) => this.#folds.get(one) ?? one).join("");
  }

  /** Every word of a text in order; pairs of characters for Chinese. */
  of(text: string): string[] {
    const plain = this.plain(text);
    const others = plain.replace(HAN, " ");
    return [...this.#pairs(plain), ...[...others.matchAll(WORD)].flatMap(([word]) => this.#forms(word))];
  }

  #pairs(plain: string): string[] {
    return [...plain.matchAll(HAN)]
      .flatMap(([run]) => (this.#cuts === undefined ? [run] : run.split(this.#cuts)))
      .flatMap((piece) => pairsOf([...piece]));
  }

  #forms(word: string): string[] {
    const parts = word.split(/[-'’.&]/u);
    const joined = parts.length > 1 ? [parts.join("")] : [];
    return [...joined, ...parts.filter((part) => parts.length === 1 || part.length > 2)]
      .map(singular)
      .filter((one) => !this.#empty.has(one));
  }
}

function pairsOf(letters: readonly string[]): string[] {
  if (letters.length < 2) return [...letters];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/s$/, "");
}
