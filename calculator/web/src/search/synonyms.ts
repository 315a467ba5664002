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
  readonly #spelling = new MiniSearch({ idField: "word", fields: ["word"] });

  constructor(groups: readonly (readonly string[])[]) {
    this.#groups = groups;
    const words = new Set(groups.flat().filter((word) => LATIN_WORD.test(word)));
    this.#spelling.addAll([...words].map((word) => ({ word })));
  }

  /** What else a question in plain letters can mean. */
  meant(plain: string): Meant[] {
    return this.#groups.flatMap((group) => {
      const said = group.filter((one) => isIn(plain, one));
      const instead = group.filter((one) => !said.includes(one));
      return said.map((one) => ({ said: one, instead }));
    });
  }

  /** The word of ours that is nearest to one that no page has, or that word itself. */
  nearest(word: string): string {
    if (!LATIN_WORD.test(word)) return word;
    const [found] = this.#spelling.search(word, { fuzzy: 0.25, prefix: false });
    return found === undefined ? word : String(found.id);
  }
}

/** Whether a word is asked for: Chinese anywhere, others as whole words. */
function isIn(plain: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return plain.includes(word);
  return ` ${plain.replace(/[^\p{L}\p{N}-]+/gu, " ")} `.includes(` ${word} `);
}
