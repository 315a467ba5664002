/**
 * Core: the calculation in its worker, from the first byte of the program to its end.
 *
 * It is started once and ended for certain; a fresh one holds nothing of what the old one held.
 */
import { Client, type Progress } from "./client";
import type { Entry } from "./seller-files";
import { Failure, type StageName } from "./protocol";
import { parts, workerUrl } from "./parts";
import { searchIndexUrl } from "./surroundings";
import type { Wire } from "./wire";

function expected(withDesk: boolean): readonly (readonly [StageName, number])[] {
  return [
    ["runtime", parts.script.gzip + parts.wasm.gzip],
    ["library", parts.library.gzip],
    ["core", parts.core.gzip + parts.lock.gzip + (withDesk ? parts.desk.gzip : 0)],
    ["ready", 0],
  ];
}

let workerCode: string | undefined;

/** Fetch the worker's own code, so that the first touch of a field starts it without a request. */
export async function fetchWorker(): Promise<void> {
  const response = await fetch(workerUrl);
  if (response.ok) workerCode = await response.text();
}

export class Core {
  readonly stages = new Map<StageName, Progress>();
  isReady = false;
  hasReader = false;
  /** Settled once every request of the start is on its way, or the start has failed. */
  readonly begun: Promise<void>;
  #isBegun: () => void = () => undefined;
  #started: Promise<void> | undefined;
  #held: boolean | undefined;
  #isEnded = false;
  readonly #client: Client;

  constructor(
    private readonly wire: Wire,
    private readonly onChange: () => void,
    onLost: (failure: Failure) => void,
    stallMs: number,
    private readonly withDesk = false,
  ) {
    this.begun = new Promise((settle) => (this.#isBegun = settle));
    const onRequested = (began: number, name: string): void => wire.saw(began, name);
    this.#client = new Client(workerUrl, () => workerCode, parts, onRequested, onLost, stallMs);
  }

  get isStarted(): boolean {
    return this.#started !== undefined;
  }

  /** Bytes of the calculation program, over all its parts. */
  get download(): { readonly loaded: number; readonly total: number } {
    const stages = [...this.stages.values()].filter(({ stage }) => stage !== "ready");
    return {
      loaded: stages.reduce((sum, stage) => sum + stage.loaded, 0),
      total: stages.reduce((sum, stage) => sum + stage.total, 0),
    };
  }

  /** Have an empty worker stand ready once its code is here, and know where the program lies. */
  async prepare(): Promise<void> {
    if (workerCode === undefined || this.#isEnded || this.isStarted || lackedByBrowser() !== undefined) return;
    this.#client.prepare();
    this.#held = await isHeld();
  }

  /** Fetch and start the program, what reads .xlsx with it where that is wanted; once, however often it is asked for. */
  start(withReader = false): Promise<void> {
    this.#started ??= this.#load(withReader).finally(() => this.#isBegun());
    return this.#started;
  }

  /** Fetch what reads .xlsx for later, before there is any data. */
  fetchReader(): void {
    this.wire.expect([parts.reader.url]);
    void this.#client.fetchReader().catch(() => undefined);
  }

  /** Load what reads .xlsx. */
  async loadReader(): Promise<void> {
    this.wire.expect([parts.reader.url]);
    this.#progress({ stage: "reader", loaded: 0, total: parts.reader.gzip });
    await this.#client.loadReader((progress) => this.#progress(progress));
    this.hasReader = true;
  }

  /** Ask the core; JSON text in, JSON text out. */
  async ask(body: Readonly<Record<string, unknown>>): Promise<string> {
    await this.start();
    return this.#client.ask(body);
  }

  async read(entry: Entry, dates: Readonly<Record<string, string>>): Promise<void> {
    const onRead = (loaded: number): void => {
      entry.loaded = loaded;
      this.onChange();
    };
    await this.#client.read({ fileId: entry.id, name: entry.file.name, size: entry.file.size, dates }, entry.file, onRead, entry.stop.signal);
  }

  end(): void {
    this.#isEnded = true;
    this.#client.end();
  }

  async #load(withReader: boolean): Promise<void> {
    const { script, wasm, library, core, desk, lock, reader } = parts;
    const fetched = [script, wasm, library, core, lock, ...(this.withDesk ? [desk] : []), ...(withReader ? [reader] : [])];
    this.wire.expect([searchIndexUrl(), workerUrl, ...fetched.map(({ url }) => url)]);
    dispatchEvent(new Event("odr:program"));
    for (const [stage, total] of expected(this.withDesk)) this.stages.set(stage, { stage, loaded: 0, total });
    const lacking = lackedByBrowser();
    if (lacking !== undefined) throw new Failure("unsupported", lacking);
    await this.#client.start({ reader: withReader, desk: this.withDesk, held: this.#held }, (progress) => {
      this.#isBegun();
      this.#progress(progress);
    });
    this.isReady = true;
    dispatchEvent(new Event("odr:program-used"));
    this.onChange();
  }

  #progress(progress: Progress): void {
    this.stages.set(progress.stage, progress);
    this.onChange();
  }
}

/** Whether the service worker has put the largest part by. */
async function isHeld(): Promise<boolean | undefined> {
  try {
    return (await caches.match(parts.wasm.url)) !== undefined;
  } catch {
    return undefined; // a page without a service worker, or a browser that keeps nothing
  }
}

/**
 * What Pyodide needs and this browser lacks, found before anything is downloaded. Streams that pack
 * came to Safari and Firefox with the syntax its loader is written in, which cannot be asked for itself.
 */
function lackedByBrowser(): string | undefined {
  if (typeof WebAssembly !== "object") return "WebAssembly";
  if (!("Exception" in WebAssembly)) return "WebAssembly.Exception";
  return "CompressionStream" in globalThis ? undefined : "ECMAScript 2022";
}
