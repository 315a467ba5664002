/**
 * Calculation: the way from files and typed case to an explanation, one job at a time.
 *
 * Whatever changes while a job runs belongs to the same job, and an answer to what is no longer
 * asked is dropped. A part of the program that turns out to be missing when data is already in the
 * worker means a fresh worker, which begins with none.
 */
import { Answer } from "./answer";
import type { Case } from "./case";
import { Core } from "./core";
import type { Explanation } from "./explanation";
import { asFailure, Failure, type FailureCode } from "./protocol";
import { readAll } from "./reading";
import { type Entry, SellerFiles } from "./seller-files";
import type { Wire } from "./wire";

export type Phase = "empty" | "loading" | "ready" | "working" | "done" | "failed";

export interface Trouble {
  readonly code: FailureCode;
  readonly detail: string;
  /** How far the download had come. */
  readonly loaded: number;
  readonly total: number;
}

/** What a calculation is about, apart from the files it holds itself. */
export interface Asked {
  /** Day, store, window and language of the answer, and what is supposed. */
  question(): Readonly<Record<string, unknown>>;
  /** The typed case; null where nothing is typed. */
  typed(): Case | null;
  /** What the seller says of the dates of files, by their names. */
  dates(): Readonly<Record<string, string>>;
  /** Look at files before they are read: a case file among them is none of ours. */
  sift(files: SellerFiles): Promise<void>;
  /** How many times longer than a form what is typed takes to be answered. */
  weight(): number;
  /** A byte of data is about to be read. */
  dataIsHere(): void;
  /** The answer is here. */
  answered(explanation: Explanation): void;
}

const SILENCE_MS = 10_000;
const WITH_FILES = 6;
/** The first answer waits for code to be made ready; in WebKit on a slow device that alone takes seconds. */
const FIRST_TIME = 3;

export class Calculation {
  phase: Phase = "empty";
  trouble: Trouble | undefined;
  computing = false;
  readerWanted = false;
  readonly files = new SellerFiles();
  #core: Core;
  #job: Promise<void> | undefined;
  #again = false;
  #heard: Core | undefined;

  constructor(
    private readonly asked: Asked,
    private readonly wire: Wire,
    private readonly onChange: () => void,
    private readonly stallMs: number,
    readonly answer: Answer = new Answer(),
    private readonly withDesk = false,
  ) {
    this.#core = this.#newCore();
  }

  get core(): Core {
    return this.#core;
  }

  get isEmpty(): boolean {
    return this.files.entries.length === 0 && this.asked.typed() === null;
  }

  /** Begin to load, and say nothing when it fails before any data is there. */
  wake(): void {
    if (!this.#core.isStarted && this.trouble === undefined) this.#started().catch(() => undefined);
  }

  /** Ask the core once the running job is over. */
  async request(body: Readonly<Record<string, unknown>>): Promise<string> {
    await this.#job;
    return this.#core.ask(body);
  }

  add(files: readonly File[]): void {
    this.files.add(files);
    this.readerWanted ||= this.files.hasWorkbook;
    this.toDo();
  }

  /** Take one file out of the result; one that is being read stops first. */
  remove(entry: Entry): void {
    const wasRead = entry.state === "read";
    this.files.remove(entry);
    if (wasRead) this.#tell({ type: "drop", file_id: entry.id });
    if (wasRead && !this.isEmpty) this.toDo();
  }

  /** Something changed: work it out, after what is under way. */
  toDo(): void {
    if (this.trouble !== undefined) this.restart();
    this.#again = true;
    if (this.#job === undefined) {
      const core = this.#core;
      const job = this.#untilDone(core).catch((thrown: unknown) => this.#failed(core, thrown));
      this.#job = job;
      void job.then(() => {
        if (this.#job === job) this.#job = undefined;
      });
    }
    this.onChange();
  }

  /** Nothing is left to work out: the result goes, the program stays. */
  rest(): void {
    this.#forget();
    this.become(this.#core.isReady ? "ready" : this.#core.isStarted ? "loading" : "empty");
  }

  /** Stop what is under way; files and entries stay. */
  stop(): void {
    this.#failed(this.#core, new Failure("cancelled", ""));
  }

  retry(): void {
    this.restart();
    if (this.isEmpty) this.wake();
    else this.toDo();
  }

  /** A worker without data. Files become unread again, results go. */
  restart(): void {
    this.#core.end();
    this.#core = this.#newCore();
    this.#job = undefined;
    this.trouble = undefined;
    if (this.asked.typed() === null) this.wire.end();
    this.#forget();
    this.files.unreadAll();
  }

  /** Forget the files alone, the program's memory of them included. */
  forgetFiles(): void {
    this.files.clear();
    this.#tell({ type: "wipe" });
  }

  become(phase: Phase): void {
    this.phase = phase;
    this.onChange();
  }

  #newCore(): Core {
    const core: Core = new Core(this.wire, this.onChange, (failure) => this.#failed(core, failure), this.stallMs, this.withDesk);
    return core;
  }

  #tell(body: Readonly<Record<string, unknown>>): void {
    if (this.#core.isReady) void this.#core.ask(body).catch(() => undefined);
  }

  #forget(): void {
    this.computing = false;
    this.answer.forget();
  }

  async #started(): Promise<void> {
    const core = this.#core;
    if (!core.isReady) this.become("loading");
    try {
      await core.start(this.readerWanted);
    } catch (thrown) {
      this.#failed(core, thrown);
      throw thrown;
    }
    if (core !== this.#core || this.phase !== "loading") return;
    if (this.wire.count === undefined && this.isEmpty) core.fetchReader();
    this.become("ready");
  }

  async #untilDone(core: Core): Promise<void> {
    while (this.#again && core === this.#core) {
      this.#again = false;
      await this.#run(core);
    }
  }

  async #run(core: Core): Promise<void> {
    await this.asked.sift(this.files);
    if (core !== this.#core) return;
    if (this.isEmpty) return this.rest();
    const lacksReader = (): boolean => this.readerWanted && !core.hasReader;
    if (lacksReader() && this.files.entries.some(({ state }) => state === "read")) return this.#afresh();
    await this.#started();
    if (lacksReader()) await core.loadReader();
    if (this.files.unread !== undefined) this.become("working");
    const reader = { dates: () => this.asked.dates(), dataIsHere: () => this.asked.dataIsHere(), onChange: this.onChange, isCurrent: () => core === this.#core };
    if (await readAll(core, this.files, reader)) return this.#explain(core);
    this.readerWanted = true;
    this.#afresh();
  }

  /** The old worker goes with all data in it; the files are read again by one that has the reader. */
  #afresh(): void {
    this.restart();
    this.toDo();
  }

  async #explain(core: Core): Promise<void> {
    this.computing = true;
    this.onChange();
    const isWanted = (): boolean => !this.#again && core === this.#core;
    const silence = setTimeout(() => this.#failed(core, new Failure("crashed", "no answer")), this.#patience);
    try {
      if (!(await this.answer.ask(core, this.asked.question(), this.asked.typed(), isWanted))) return;
    } finally {
      clearTimeout(silence);
    }
    this.#heard = core;
    this.computing = false;
    const { explanation } = this.answer;
    if (explanation !== undefined) this.asked.answered(explanation);
    if (core === this.#core) this.become("done");
  }

  /** How long an answer may take before the worker counts as gone; files are much to work out. */
  get #patience(): number {
    const times = this.#heard === this.#core ? 1 : FIRST_TIME;
    return SILENCE_MS * times * Math.max(this.asked.weight(), this.files.entries.length === 0 ? 1 : WITH_FILES);
  }

  #failed(core: Core, thrown: unknown): void {
    if (core !== this.#core) return;
    const { code, message } = asFailure(thrown, "crashed");
    const { loaded, total } = core.download;
    this.restart();
    this.trouble = { code, detail: message, loaded, total };
    this.become("failed");
  }
}
