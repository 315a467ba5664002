/**
 * Protocol: the closed list of messages between the page and the worker.
 *
 * Read this before the engine. Every request carries an id and gets exactly one `done` or `failed`
 * with the same id; `progress` may come in between. What crosses is JSON text of the core's own
 * contracts, the bytes of files and byte counts; never a Python object.
 */

/** One downloadable part, as the build wrote it: where it is and what it weighs. */
export interface Part {
  readonly url: string;
  readonly bytes: number;
  /** Bytes on the wire when the server packs it. */
  readonly gzip: number;
  /** The SHA-256 of its bytes, as subresource integrity writes it. */
  readonly integrity: string;
  /** The file is gzip by itself, however the server sends it. */
  readonly packed?: boolean;
}

/** Everything the worker has to be told; it looks up nothing itself. */
export interface Parts {
  /** Folder of the runtime, ending in a slash. */
  readonly runtimeFolder: string;
  /** Folder of wheels that the lock names, ending in a slash. */
  readonly wheelFolder: string;
  readonly script: Part;
  readonly wasm: Part;
  readonly library: Part;
  readonly core: Part;
  /** What only the appeal desk asks of the core. */
  readonly desk: Part;
  readonly lock: Part;
  readonly reader: Part;
}

/** What is started beside the calculation itself. */
export interface Wanted {
  /** What reads .xlsx. */
  readonly reader: boolean;
  readonly desk: boolean;
  /** Whether the program lies on this device for the time without a network; undefined where nobody looked. */
  readonly held: boolean | undefined;
}

export type StageName = "runtime" | "library" | "core" | "ready" | "reader";

export interface ReadRequest {
  readonly type: "read";
  readonly id: number;
  readonly fileId: string;
  readonly name: string;
  /** Bytes that will arrive, in pieces. */
  readonly size: number;
  /** What comes first in the dates of this file, or of the files of an archive, by name. */
  readonly dates: Readonly<Record<string, string>>;
}

export type Request =
  | { readonly type: "start"; readonly id: number; readonly parts: Parts; readonly wanted: Wanted }
  /** Fetch what reads .xlsx beside the rest, for later. */
  | { readonly type: "fetch-reader"; readonly id: number }
  /** Load what reads .xlsx; sent before any data is read. */
  | { readonly type: "reader"; readonly id: number }
  | ReadRequest
  /** JSON text in, JSON text out: the core's own contracts. */
  | { readonly type: "ask"; readonly id: number; readonly request: string }
  /** The next bytes of a file that is being read, or why there are none. */
  | { readonly type: "piece"; readonly id: number; readonly target: number; readonly piece: Uint8Array | string }
  | { readonly type: "cancel"; readonly id: number; readonly target: number };

export type Reply =
  | { readonly type: "progress"; readonly id: number; readonly stage: StageName; readonly loaded: number; readonly total: number }
  | { readonly type: "read-progress"; readonly id: number; readonly loaded: number; readonly total: number }
  | { readonly type: "done"; readonly id: number; readonly text: string }
  | { readonly type: "failed"; readonly id: number; readonly code: FailureCode; readonly detail: string }
  /** The worker's network seen from inside: when, in milliseconds since 1970, a request began. */
  | { readonly type: "requested"; readonly began: number; readonly name: string };

/** Causes the page has a sentence for. */
export type FailureCode =
  | "stalled"
  | "download"
  /** A part came whole, but not as it was built. */
  | "changed"
  | "unsupported"
  | "crashed"
  /** The browser gives the program no more memory. */
  | "memory"
  | "cancelled"
  | "reader_needed"
  | "unreadable"
  /** The core met something in one file that it should have refused in words: a fault of ours. */
  | "fault"
  /** Python has no room for one file; the others are worked out. */
  | "too_large"
  | "core";

/** A failure that keeps its cause when it crosses from the worker to the page. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    detail: string,
  ) {
    super(detail);
    this.name = "Failure";
  }
}

/** How Python, the runtime below it and the browsers say that there is no more memory. */
const NO_MEMORY = /\bMemoryError\b|\bOOM\b|out of memory|allocation failed|Memory\.grow/i;

/** Rebuild any thrown thing as a Failure, the given code standing in where it has none. */
export function asFailure(thrown: unknown, code: FailureCode): Failure {
  if (thrown instanceof Failure) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return code === "crashed" ? crash(detail) : new Failure(code, detail);
}

/** The program is gone, or cannot go on; its last line says the most. */
export function crash(detail: string): Failure {
  const line = detail.trim().split("\n").pop() ?? "";
  return new Failure(NO_MEMORY.test(line) ? "memory" : "crashed", line);
}
