/**
 * Synonyms: the words of a question for which a page may say another, typing errors included.
 */
import MiniSearch from "minisearch";

/** What was said, and what a page may say for it. */
export interface Meant {
  readonly said: string;
  readonly instead: readonly string[];
}

const LATIN_WORD = /^[a-z]{5,}$/;

export class Synonyms {
  readonly #groups: readonly (readonly string[])[];
  /** Single Latin words, to be found although a letter is wrong. */
  readonly #spelling = new MiniSearch({ idField: "word", fields: ["word"], storeFields: ["group"] });

  constructor(groups: readonly (readonly string[])[]) {
    this.#groups = groups;
    const words = groups.flatMap((group, at) => group.map((word) => ({ word, group: at })));
    this.#spelling.addAll(words.filter(({ word }) => LATIN_WORD.test(word)));
  }

  /** What else a question in plain letters can mean. */
  meant(plain: string): Meant[] {
    const words = plain.split(/[^\p{L}\p{N}-]+/u);
    return [...this.#written(plain), ...words.flatMap((word) => this.#misspelt(word))];
  }

  #written(plain: string): Meant[] {
    return this.#groups.flatMap((group) => {
      const said = group.filter((one) => isIn(plain, one));
      const instead = group.filter((one) => !said.includes(one));
      return said.map((one) => ({ said: one, instead }));
    });
  }

  #misspelt(word: string): Meant[] {
    if (!LATIN_WORD.test(word) || this.#groups.some((group) => group.includes(word))) return [];
    const [nearest] = this.#spelling.search(word, { fuzzy: 0.25, prefix: false });
    return nearest === undefined ? [] : [{ said: word, instead: this.#groups[nearest["group"] as number] ?? [] }];
  }
}

/** Whether a word is asked for: Chinese anywhere, others as whole words. */
function isIn(plain: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return plain.includes(word);
  return ` ${plain.replace(/[^\p{L}\p{N}-]+/gu, " ")} `.includes(` ${word} `);
}
