/** Site: what the build writes at the head of the service worker. Addresses are relative to its own. */
export interface Site {
  /** Changes with every byte of the site. */
  readonly version: string;
  /** What the host would send with a page. */
  readonly headers: Readonly<Record<string, string>>;
  /** By the folder of a language ("" for the first): its texts in one file, and what its pages load. */
  readonly pages: Readonly<Record<string, Files & { readonly pack: string }>>;
  /** The calculation program. */
  readonly program: Files;
  /** The page that says what is kept, below the folder of a language. */
  readonly about: string;
}

interface Files {
  readonly files: readonly string[];
  /** On the wire, all of it together. */
  readonly bytes: number;
}

/** The texts of a language: each line once, each file as a row of their numbers. */
export interface Pack {
  readonly lines: readonly string[];
  readonly files: Readonly<Record<string, readonly number[]>>;
}

declare const SITE: Site;
export const site = SITE;
