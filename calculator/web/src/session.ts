/**
 * Session: what the page holds while a seller works, and the steps from files to explanation.
 *
 * One rule shapes it: no request from the first byte of data until the data is gone. So everything
 * a job may need is fetched before its first file is read, and a part that turns out to be missing
 * later means a fresh worker, which begins with no data.
 */
import { Client, type Progress } from "./client";
import type { Explanation, ReadFile, Refusal } from "./explanation";
import { asFailure, Failure, type FailureCode, type StageName } from "./protocol";
import { parts, workerUrl } from "./parts";
import { Wire } from "./wire";

export type Phase = "empty" | "loading" | "ready" | "working" | "done" | "failed";
export type FileState = "waiting" | "reading" | "read" | "cancelled" | "refused";

export interface Entry {
  readonly id: string;
  readonly file: File;
  state: FileState;
  loaded: number;
  /** Why the core or the browser would not take it. */
  refusal?: { readonly code: FailureCode; readonly detail: string };
  readonly stop: AbortController;
}

export interface Choice {
  readonly store: string | null;
  readonly asOf: string;
}

export interface Trouble {
  readonly code: FailureCode;
  readonly detail: string;
  /** How far the download had come. */
  readonly loaded: number;
  readonly total: number;
}

const EXPECTED: readonly [StageName, number][] = [
  ["runtime", parts.script.gzip + parts.wasm.gzip],
  ["library", parts.library.gzip],
  ["core", parts.core.gzip + parts.lock.gzip],
  ["ready", 0],
];

export class Session {
  phase: Phase = "empty";
  files: Entry[] = [];
  stages = new Map<StageName, Progress>();
  explanation: Explanation | undefined;
  /** The core's own sentence where there is no result. */
  refusal: Refusal | undefined;
  taken: readonly ReadFile[] = [];
  trouble: Trouble | undefined;
  computing = false;
  wiped = false;
  readonly wire: Wire;

  #client: Client;
  #started: Promise<void> | undefined;
  #readerLoaded = false;
  #readerWanted = false;
  #job: Promise<void> | undefined;
  #nextFile = 1;

  constructor(
    public choice: Choice,
    private readonly language: string,
    private readonly onChange: () => void,
    readonly stallMs: number,
  ) {
    this.wire = new Wire(onChange);
    this.#client = this.#newClient();
  }

  /** Bytes of the calculation program, over all its parts. */
  get download(): { readonly loaded: number; readonly total: number } {
    const stages = [...this.stages.values()].filter(({ stage }) => stage !== "ready");
    return {
      loaded: stages.reduce((sum, stage) => sum + stage.loaded, 0),
      total: stages.reduce((sum, stage) => sum + stage.total, 0),
    };
  }

  /** First intent: begin to load, and say nothing when it fails before a file is there. */
  wake(): void {
    if (this.#started === undefined && this.trouble === undefined) this.#start().catch(() => undefined);
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    this.wiped = false;
    for (const file of files) {
      const id = `f${this.#nextFile++}`;
      this.files.push({ id, file, state: "waiting", loaded: 0, stop: new AbortController() });
      this.#readerWanted ||= /\.xls[xm]$/i.test(file.name) || file.type.includes("spreadsheetml");
    }
    this.#work();
  }

  /** Take one file out of the result; one that is being read stops first. */
  remove(entry: Entry): void {
    entry.stop.abort();
    const wasRead = entry.state === "read";
    this.files = this.files.filter((other) => other !== entry);
    if (this.files.length === 0) this.wipe();
    else if (wasRead) {
      void this.#ask({ type: "drop", file_id: entry.id });
      this.#work();
    }
    this.onChange();
  }

  choose(choice: Partial<Choice>): void {
    this.choice = { ...this.choice, ...choice };
    this.#work();
  }

  /** Stop what is under way; files that were picked stay in the list. */
  stop(): void {
    this.#fail(new Failure("cancelled", ""));
  }

  retry(): void {
    this.#restart();
    this.trouble = undefined;
    if (this.files.length > 0) this.#work();
    else this.wake();
  }

  /** End the worker and forget everything that came from the seller. */
  wipe(): void {
    for (const entry of this.files) entry.stop.abort();
    this.#restart();
    this.files = [];
    this.#readerWanted = false;
    this.choice = { ...this.choice, store: null };
    this.trouble = undefined;
    this.wiped = true;
    this.#phase("empty");
  }

  /** Ask the core once the running job is over, as tests and tools do. */
  async request(body: Readonly<Record<string, unknown>>): Promise<string> {
    await this.#job;
    return this.#client.ask(body);
  }

  #newClient(): Client {
    return new Client(workerUrl, parts, (began, name) => this.wire.saw(began, name), this.stallMs);
  }

  /** A worker without data. Files become unread again, results go. */
  #restart(): void {
    this.#client.end();
    this.#client = this.#newClient();
    this.#started = undefined;
    this.#readerLoaded = false;
    this.#job = undefined;
    this.wire.end();
    this.stages = new Map();
    this.computing = false;
    this.explanation = undefined;
    this.refusal = undefined;
    this.taken = [];
    for (const entry of this.files) {
      if (entry.state === "reading" || entry.state === "read") Object.assign(entry, { state: "waiting", loaded: 0 });
    }
  }

  #start(): Promise<void> {
    this.#started ??= this.#load();
    return this.#started;
  }

  async #load(): Promise<void> {
    const client = this.#client;
    for (const [stage, total] of EXPECTED) this.stages.set(stage, { stage, loaded: 0, total });
    this.#phase("loading");
    try {
      if (typeof WebAssembly !== "object") throw new Failure("unsupported", "WebAssembly");
      await client.start((progress) => this.#progress(progress));
    } catch (thrown) {
      if (client === this.#client) this.#fail(asFailure(thrown, "crashed"));
      throw thrown;
    }
    if (client === this.#client && this.#job === undefined) this.#phase("ready");
  }

  #progress(progress: Progress): void {
    this.stages.set(progress.stage, progress);
    this.onChange();
  }

  /** One job at a time; whatever is added meanwhile is read in the same job. */
  #work(): void {
    if (this.trouble !== undefined) {
      this.#restart();
      this.trouble = undefined;
    }
    const before = this.#job ?? Promise.resolve();
    const client = this.#client;
    const job = before.then(() => (client === this.#client ? this.#run(client) : undefined)).catch((thrown: unknown) => {
      if (client === this.#client) this.#fail(asFailure(thrown, "crashed"));
    });
    this.#job = job;
    void job.then(() => {
      if (this.#job === job) this.#job = undefined;
    });
    this.onChange();
  }

  async #run(client: Client): Promise<void> {
    if (this.#readerWanted && !this.#readerLoaded && this.wire.count !== undefined) {
      this.#afresh();
      return;
    }
    await this.#start();
    if (this.#readerWanted && !this.#readerLoaded) {
      this.stages.set("reader", { stage: "reader", loaded: 0, total: parts.reader.gzip });
      this.onChange();
      await client.loadReader((progress) => this.#progress(progress));
      this.#readerLoaded = true;
    }
    this.#phase("working");
    for (let entry = this.#unread(); entry !== undefined; entry = this.#unread()) {
      this.wire.begin();
      if ((await this.#read(client, entry)) === "reader_needed") {
        this.#readerWanted = true;
        this.#afresh();
        return;
      }
    }
    await this.#explain(client);
  }

  /** The old worker goes with all data in it; the files are read again by one that has the reader. */
  #afresh(): void {
    this.#restart();
    this.#work();
  }

  #unread(): Entry | undefined {
    return this.files.find((entry) => entry.state === "waiting");
  }

  async #read(client: Client, entry: Entry): Promise<FailureCode | undefined> {
    entry.state = "reading";
    this.onChange();
    const onRead = (loaded: number): void => {
      entry.loaded = loaded;
      this.onChange();
    };
    try {
      await client.read(entry.id, entry.file, onRead, entry.stop.signal);
      entry.state = "read";
      return undefined;
    } catch (thrown) {
      const { code, message } = asFailure(thrown, "crashed");
      if (client !== this.#client || code === "crashed" || code === "reader_needed") {
        if (code === "reader_needed") return code;
        throw thrown;
      }
      entry.state = code === "cancelled" ? "cancelled" : "refused";
      entry.refusal = { code, detail: message };
      return code;
    }
  }

  async #explain(client: Client): Promise<void> {
    this.computing = true;
    this.onChange();
    const { store, asOf } = this.choice;
    const question = { as_of: asOf, store, window: null, lang: this.language };
    const reply = JSON.parse(await client.ask({ type: "explain", ...question })) as Explanation | Refusal;
    if (reply.contract === "odr-explanation/1") {
      this.explanation = reply;
      this.refusal = undefined;
      this.taken = reply.files;
    } else {
      this.explanation = undefined;
      this.refusal = reply;
      const identified = JSON.parse(await client.ask({ type: "identify", lang: this.language })) as { files?: ReadFile[] };
      this.taken = identified.files ?? [];
    }
    this.computing = false;
    if (client === this.#client) this.#phase("done");
  }

  #ask(body: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#client.ask(body).catch(() => undefined);
  }

  #fail({ code, message }: Failure): void {
    const { loaded, total } = this.download;
    this.#restart();
    this.trouble = { code, detail: message, loaded, total };
    this.#phase("failed");
  }

  #phase(phase: Phase): void {
    this.phase = phase;
    this.onChange();
  }
}
