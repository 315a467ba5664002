/**
 * Session: what the page holds while a seller works, and the steps from typed case and files to an
 * explanation. It holds the parts together; each part is a file of its own.
 *
 * One rule shapes it: no request from the first byte of data until the data is gone. So everything
 * a job may need is fetched before, and a part that turns out to be missing later means a fresh
 * worker, which begins with no data.
 */
import { CaseBook, type DefectValues, type Taken, type Undone } from "./case-book";
import type { Case, EditChange, Field, RowKey } from "./case";
import type { Progress } from "./client";
import { Core } from "./core";
import type { Explanation, ReadFile, Refusal } from "./explanation";
import type { RateAnswer } from "./look-up";
import type { Pasted } from "./paste";
import { asFailure, Failure, type FailureCode, type StageName } from "./protocol";
import { type Entry, SellerFiles } from "./seller-files";
import type { SingleLetter } from "./single-letter";
import { Wire } from "./wire";

export type { Entry, FileState } from "./seller-files";
export type Phase = "empty" | "loading" | "ready" | "working" | "done" | "failed";

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

/** What is kept on this device, if the seller said so. */
export interface Keeping {
  /** refused: the browser lets nothing be kept; full: not all of it fits; elsewhere: another tab holds the same work. */
  readonly state: "off" | "on" | "refused" | "full" | "elsewhere";
  /** When the work was last put by, ISO. */
  readonly savedAt?: string;
}

export class Session {
  phase: Phase = "empty";
  explanation: Explanation | undefined;
  /** The core's own sentence where there is no result. */
  refusal: Refusal | undefined;
  taken: readonly ReadFile[] = [];
  trouble: Trouble | undefined;
  computing = false;
  wiped = false;
  /** The invented shop is shown. */
  example = false;
  /** Kept work was found when the page was opened. */
  recover: { readonly when: string } | undefined;
  keeping: Keeping = { state: "off" };
  readonly wire: Wire;

  readonly #book: CaseBook;
  readonly #files = new SellerFiles();
  #core: Core;
  #job: Promise<void> | undefined;
  #frame = 0;
  #readerWanted = false;

  constructor(
    private readonly start: Choice,
    private readonly language: string,
    private readonly onChange: () => void,
    readonly stallMs: number,
  ) {
    this.wire = new Wire(onChange);
    this.#book = new CaseBook(() => this.#caseChanged());
    this.#core = this.#newCore();
  }

  // ---- the case ----

  get case(): Case {
    return this.#book.value;
  }

  get undone(): Undone | undefined {
    return this.#book.undone;
  }

  set(field: Field, value: string): void {
    this.#book.set(field, value);
  }

  addDefect(values: DefectValues = {}): string {
    return this.#book.addDefect(values);
  }

  removeDefect(id: string): void {
    this.#book.removeDefect(id);
  }

  editRow(row: RowKey, change: EditChange): void {
    this.#book.editRow(row, change);
  }

  dropEdit(index: number): void {
    this.#book.dropEdit(index);
  }

  dropEdits(): void {
    this.#book.dropEdits();
  }

  undo(): void {
    this.#book.undo();
  }

  take(taken: Taken): readonly string[] {
    return this.#book.take(taken);
  }

  get choice(): Choice {
    return { store: this.case.store || this.start.store, asOf: this.case.as_of || this.start.asOf };
  }

  choose({ store, asOf }: Partial<Choice>): void {
    if (store !== undefined) this.#book.set("store", store ?? "");
    if (asOf !== undefined) this.#book.set("as_of", asOf);
  }

  // ---- answers ----

  /** What the page can say of the typed figures while there is no Python. */
  get lookup(): RateAnswer | undefined {
    return undefined;
  }

  async understand(text: string): Promise<Pasted | Refusal> {
    this.#dataIsHere();
    const { store, asOf } = this.choice;
    return JSON.parse(await this.request({ type: "understand", text, store, as_of: asOf, lang: this.language })) as Pasted | Refusal;
  }

  async letter(template: string, defect: string, blanks: Readonly<Record<string, string>> = {}): Promise<SingleLetter | Refusal> {
    const { store, asOf } = this.choice;
    const question = { type: "letter", template, defect, blanks, store, as_of: asOf, lang: this.language, case: this.case };
    return JSON.parse(await this.request(question)) as SingleLetter | Refusal;
  }

  /** Ask the core once the running job is over. */
  async request(body: Readonly<Record<string, unknown>>): Promise<string> {
    await this.#job;
    return this.#core.ask(body);
  }

  // ---- keeping ----

  keep(_on: boolean): void {
    this.onChange();
  }

  /** Give the case file to the seller; false where the browser downloads nothing. */
  save(): boolean {
    return false;
  }

  /** The case file as text, for where nothing can be downloaded. */
  get caseFile(): string {
    return JSON.stringify(this.case, null, 2) + "\n";
  }

  /** Open a case file; undefined when done, else the key of the sentence that says why not. */
  async reopen(_from: File | string): Promise<string | undefined> {
    return undefined;
  }

  showExample(): void {
    this.example = true;
    this.onChange();
  }

  leaveExample(): void {
    this.wipe();
  }

  // ---- files and the program ----

  get files(): readonly Entry[] {
    return this.#files.entries;
  }

  get stages(): ReadonlyMap<StageName, Progress> {
    return this.#core.stages;
  }

  /** Bytes of the calculation program, over all its parts. */
  get download(): { readonly loaded: number; readonly total: number } {
    return this.#core.download;
  }

  /** First intent: begin to load, and say nothing when it fails before any data is there. */
  wake(): void {
    if (!this.#core.isStarted && this.trouble === undefined) this.#started().catch(() => undefined);
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    this.wiped = false;
    this.#files.add(files);
    this.#readerWanted ||= this.#files.hasWorkbook;
    this.#work();
  }

  /** Take one file out of the result; one that is being read stops first. */
  remove(entry: Entry): void {
    const wasRead = entry.state === "read";
    this.#files.remove(entry);
    if (this.#isEmpty) this.wipe();
    else if (wasRead) {
      void this.#core.ask({ type: "drop", file_id: entry.id }).catch(() => undefined);
      this.#work();
    }
    this.onChange();
  }

  /** Forget the files alone, as tests do between two cases. */
  forgetFiles(): void {
    this.#files.clear();
  }

  /** Stop what is under way; files and entries stay. */
  stop(): void {
    this.#fail(new Failure("cancelled", ""));
  }

  retry(): void {
    this.#restart();
    this.trouble = undefined;
    if (this.#isEmpty) this.wake();
    else this.#work();
  }

  /** End the worker and forget everything that came from the seller. */
  wipe(): void {
    this.#files.clear();
    this.#book.clear();
    this.#restart();
    this.wire.end();
    this.#readerWanted = false;
    this.example = false;
    this.trouble = undefined;
    this.wiped = true;
    this.#phase("empty");
  }

  get #isEmpty(): boolean {
    return this.#files.entries.length === 0 && this.#book.isBlank;
  }

  #newCore(): Core {
    return new Core(this.wire, this.onChange, this.stallMs);
  }

  /** A worker without data. Files become unread again, results go. */
  #restart(): void {
    this.#core.end();
    this.#core = this.#newCore();
    this.#job = undefined;
    if (this.#book.isBlank) this.wire.end();
    this.computing = false;
    this.explanation = undefined;
    this.refusal = undefined;
    this.taken = [];
    this.#files.unreadAll();
  }

  async #started(): Promise<void> {
    const core = this.#core;
    if (!core.isReady) this.#phase("loading");
    try {
      await core.start();
    } catch (thrown) {
      if (core === this.#core) this.#fail(asFailure(thrown, "crashed"));
      throw thrown;
    }
    if (core === this.#core && this.#job === undefined) this.#phase("ready");
  }

  #dataIsHere(): void {
    this.wire.begin();
    this.wiped = false;
  }

  /** Many keys, one question: asked with the next frame. */
  #caseChanged(): void {
    if (!this.#book.isBlank) this.#dataIsHere();
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        if (!this.#isEmpty && this.trouble === undefined) this.#work();
      });
    }
    this.onChange();
  }

  /** One job at a time; whatever is added meanwhile is read in the same job. */
  #work(): void {
    if (this.trouble !== undefined) {
      this.#restart();
      this.trouble = undefined;
    }
    const before = this.#job ?? Promise.resolve();
    const core = this.#core;
    const job = before.then(() => (core === this.#core ? this.#run(core) : undefined)).catch((thrown: unknown) => {
      if (core === this.#core) this.#fail(asFailure(thrown, "crashed"));
    });
    this.#job = job;
    void job.then(() => {
      if (this.#job === job) this.#job = undefined;
    });
    this.onChange();
  }

  async #run(core: Core): Promise<void> {
    if (this.#readerWanted && !core.hasReader && this.#files.entries.some(({ state }) => state === "read")) {
      this.#afresh();
      return;
    }
    await this.#started();
    if (this.#readerWanted && !core.hasReader) await core.loadReader();
    if (this.#files.unread !== undefined) this.#phase("working");
    for (let entry = this.#files.unread; entry !== undefined; entry = this.#files.unread) {
      this.wire.begin();
      if ((await this.#read(core, entry)) === "reader_needed") {
        this.#readerWanted = true;
        this.#afresh();
        return;
      }
    }
    await this.#explain(core);
  }

  /** The old worker goes with all data in it; the files are read again by one that has the reader. */
  #afresh(): void {
    this.#restart();
    this.#work();
  }

  async #read(core: Core, entry: Entry): Promise<FailureCode | undefined> {
    entry.state = "reading";
    this.onChange();
    try {
      await core.read(entry);
      entry.state = "read";
      return undefined;
    } catch (thrown) {
      const { code, message } = asFailure(thrown, "crashed");
      if (core !== this.#core || code === "crashed" || code === "reader_needed") {
        if (code === "reader_needed") return code;
        throw thrown;
      }
      entry.state = code === "cancelled" ? "cancelled" : "refused";
      entry.refusal = { code, detail: message };
      return code;
    }
  }

  async #explain(core: Core): Promise<void> {
    this.computing = true;
    this.onChange();
    const asked = this.#book.value;
    const { store, asOf } = this.choice;
    const question = { as_of: asOf, store, window: asked.window || null, lang: this.language, case: this.#book.isBlank ? null : asked };
    const reply = JSON.parse(await core.ask({ type: "explain", ...question })) as Explanation | Refusal;
    if (reply.contract === "odr-explanation/1") {
      this.explanation = reply;
      this.refusal = undefined;
      this.taken = reply.files;
    } else {
      this.explanation = undefined;
      this.refusal = reply;
      const identified = JSON.parse(await core.ask({ type: "identify", lang: this.language })) as { files?: ReadFile[] };
      this.taken = identified.files ?? [];
    }
    this.computing = false;
    if (core === this.#core) this.#phase("done");
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
