/**
 * Parts: where the runtime's files are. The build writes the list; addresses are resolved from this
 * module's own, so the site works under any path.
 */
import type { Part, Parts } from "./protocol";

interface Built {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly integrity: string;
  readonly packed?: boolean;
}

/** Put in by the build: logical name to file, paths from the folder `assets/`. */
declare const BUILT: {
  readonly parts: Readonly<Record<"pyodide.asm.mjs" | "pyodide.asm.wasm" | "library" | "core" | "desk" | "lock" | "reader", Built>>;
  readonly worker: string;
  readonly messages: Readonly<Record<string, string>>;
  readonly lookUp: string;
  readonly example: string;
  readonly appealExample: Readonly<Record<string, string>>;
  readonly knownAnswers: string;
};

const ASSETS = new URL("../", import.meta.url);

export const workerUrl = address(BUILT.worker);

/** Tables for the time without Python, and the invented shop. */
export const lookUpUrl = address(BUILT.lookUp);
export const exampleUrl = address(BUILT.example);
/** Files and questions, with the digests of their answers. */
export const knownAnswersUrl = address(BUILT.knownAnswers);

export const parts: Parts = {
  runtimeFolder: folder(BUILT.parts["pyodide.asm.wasm"].path),
  wheelFolder: folder(BUILT.parts.reader.path),
  script: part(BUILT.parts["pyodide.asm.mjs"]),
  wasm: part(BUILT.parts["pyodide.asm.wasm"]),
  library: part(BUILT.parts.library),
  core: part(BUILT.parts.core),
  desk: part(BUILT.parts.desk),
  lock: part(BUILT.parts.lock),
  reader: part(BUILT.parts.reader),
};

/** The address of the messages nearest to a language, and English where there are none. */
export function messagesUrl(language: string): string {
  return nearest(BUILT.messages, language);
}

/** An invented case in which everything is answered, its Chinese in the characters of the page. */
export function appealExampleUrl(language: string): string {
  return nearest(BUILT.appealExample, language);
}

/** The languages there are messages in. */
export const languages = Object.keys(BUILT.messages);

function nearest(paths: Readonly<Record<string, string>>, language: string): string {
  const [base] = language.split("-");
  return address(paths[language] ?? paths[base === "zh" ? "zh-Hans" : "en"] ?? paths["en"] ?? "");
}

function part({ path, ...rest }: Built): Part {
  return { url: address(path), ...rest };
}

function address(path: string): string {
  return new URL(path, ASSETS).href;
}

function folder(path: string): string {
  return address(path.slice(0, path.lastIndexOf("/") + 1));
}
