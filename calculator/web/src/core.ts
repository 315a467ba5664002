/**
 * Core: the calculation in its worker, from the first byte of the program to its end.
 *
 * It is started once and ended for certain; a fresh one holds nothing of what the old one held.
 */
import { Client, type Progress } from "./client";
import type { Entry } from "./seller-files";
import { Failure, type StageName } from "./protocol";
import { parts, workerUrl } from "./parts";
import type { Wire } from "./wire";

const EXPECTED: readonly [StageName, number][] = [
  ["runtime", parts.script.gzip + parts.wasm.gzip],
  ["library", parts.library.gzip],
  ["core", parts.core.gzip + parts.lock.gzip],
  ["ready", 0],
];

export class Core {
  readonly stages = new Map<StageName, Progress>();
  isReady = false;
  hasReader = false;
  #started: Promise<void> | undefined;
  readonly #client: Client;

  constructor(
    wire: Wire,
    private readonly onChange: () => void,
    stallMs: number,
  ) {
    this.#client = new Client(workerUrl, parts, (began, name) => wire.saw(began, name), stallMs);
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

  /** Fetch and start the program; once, however often it is asked for. */
  start(): Promise<void> {
    this.#started ??= this.#load();
    return this.#started;
  }

  /** Load what reads .xlsx. */
  async loadReader(): Promise<void> {
    this.#progress({ stage: "reader", loaded: 0, total: parts.reader.gzip });
    await this.#client.loadReader((progress) => this.#progress(progress));
    this.hasReader = true;
  }

  /** Ask the core; JSON text in, JSON text out. */
  async ask(body: Readonly<Record<string, unknown>>): Promise<string> {
    await this.start();
    return this.#client.ask(body);
  }

  async read(entry: Entry): Promise<void> {
    const onRead = (loaded: number): void => {
      entry.loaded = loaded;
      this.onChange();
    };
    await this.#client.read(entry.id, entry.file, onRead, entry.stop.signal);
  }

  end(): void {
    this.#client.end();
  }

  async #load(): Promise<void> {
    for (const [stage, total] of EXPECTED) this.stages.set(stage, { stage, loaded: 0, total });
    if (typeof WebAssembly !== "object") throw new Failure("unsupported", "WebAssembly");
    await this.#client.start((progress) => this.#progress(progress));
    this.isReady = true;
    this.onChange();
  }

  #progress(progress: Progress): void {
    this.stages.set(progress.stage, progress);
    this.onChange();
  }
}
