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
import { caseTextOf, download, type NotOpened, readCase, written } from "./case-file";
import type { Progress } from "./client";
import { Core, fetchWorker } from "./core";
import { type ExampleShop, loadExample } from "./example-shop";
import type { Explanation, ReadFile, Refusal } from "./explanation";
import { Keeping } from "./keeping";
import { Leaving } from "./leaving";
import { type ClockAnswer, LookUp, type RateAnswer } from "./look-up";
import type { Pasted } from "./paste";
import { asFailure, Failure, type FailureCode, type StageName } from "./protocol";
import { type Entry, SellerFiles } from "./seller-files";
import type { SingleLetter } from "./single-letter";
import { surroundingsOf } from "./surroundings";
import { Wire } from "./wire";
import type { Work } from "./work-store";

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
  /** Kept work was found when the page was opened, and is here again. */
  recover: { readonly when: string } | undefined;
  /** A case file among the files given was not opened, and why. */
  notOpened: { readonly name: string; readonly why: NotOpened } | undefined;
  readonly surroundings = surroundingsOf(navigator.userAgent);
  readonly wire: Wire;
  readonly keeping: Keeping;
  readonly leaving: Leaving;

  readonly #book: CaseBook;
  readonly #files = new SellerFiles();
  #core: Core;
  #job: Promise<void> | undefined;
  #again = false;
  #frame = 0;
  #readerWanted = false;
  #lookUp: LookUp | undefined;
  #shop: ExampleShop | undefined;
  #saved: Case | undefined;

  constructor(
    private readonly start: Choice,
    private readonly language: string,
    private readonly onChange: () => void,
    readonly stallMs: number,
  ) {
    this.wire = new Wire(onChange);
    this.#book = new CaseBook(() => this.#caseChanged());
    this.#core = this.#newCore();
    this.keeping = new Keeping(() => this.#work, onChange);
    const held = { work: () => this.#carried, keep: () => this.#keptNow(), isTypedOnly: () => this.#isTypedOnly };
    this.leaving = new Leaving(held, onChange);
  }

  /**
   * Fetch what the page needs besides Python, then bring back work that was kept or has come along
   * from the other language: after every request of a start is on its way, never before.
   */
  async open(): Promise<void> {
    this.leaving.connect();
    await Promise.allSettled([
      LookUp.load(this.language).then((table) => (this.#lookUp = table)),
      loadExample().then((shop) => (this.#shop = shop)),
      fetchWorker(),
    ]);
    this.onChange();
    const arrived = await Leaving.arrived().catch(() => undefined);
    const label = arrived ?? (await this.keeping.find().catch(() => undefined));
    if (label === undefined || !this.#isEmpty) return;
    this.#readerWanted = label.hasWorkbook;
    this.wake();
    await this.#core.begun;
    const work = await (arrived === undefined ? this.keeping.read() : Leaving.unpack()).catch(() => undefined);
    if (work === undefined || !this.#isEmpty) return;
    if (arrived === undefined) this.recover = { when: label.savedAt };
    this.#adopt(work);
  }

  close(): void {
    this.leaving.disconnect();
    void this.keeping.flush();
    this.#core.end();
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

  /** What can be said of the typed figures while there is no Python. */
  get lookup(): RateAnswer | undefined {
    return this.explanation === undefined ? this.#lookUp?.answer(this.case) : undefined;
  }

  /** The last safe day of typed defects while there is no Python. */
  get lookupClocks(): readonly ClockAnswer[] {
    return this.explanation === undefined ? (this.#lookUp?.clocks(this.case) ?? []) : [];
  }

  async understand(text: string): Promise<Pasted | Refusal> {
    this.#dataIsHere();
    const { store, asOf } = this.choice;
    return JSON.parse(await this.request({ type: "understand", text, store, as_of: asOf, lang: this.language })) as Pasted | Refusal;
  }

  async letter(template: string, defect: string, blanks: Readonly<Record<string, string>> = {}, sendIn: string | null = null): Promise<SingleLetter | Refusal> {
    const { store, asOf } = this.choice;
    const question = { type: "letter", template, defect, blanks, send_in: sendIn, store, as_of: asOf, lang: this.language, case: this.case };
    return JSON.parse(await this.request(question)) as SingleLetter | Refusal;
  }

  /** Ask the core once the running job is over. */
  async request(body: Readonly<Record<string, unknown>>): Promise<string> {
    await this.#job;
    return this.#core.ask(body);
  }

  // ---- keeping ----

  /** Keep the work on this device, or forget what was kept. */
  keep(on: boolean): void {
    void (on ? this.keeping.turnOn() : this.keeping.turnOff());
  }

  /** Give the case file to the seller; false where this browser downloads nothing. */
  save(): boolean {
    if (!this.surroundings.canDownload) return false;
    download(`odr-case-${this.choice.asOf}.json`, this.caseFile);
    this.#saved = this.case;
    this.onChange();
    return true;
  }

  /** The case file as text, for where nothing can be downloaded; whoever copies it says `copied`. */
  get caseFile(): string {
    return written(this.case);
  }

  copied(): void {
    this.#saved = this.case;
  }

  /** Open a case file; undefined when done, else the key of the sentence that says why not. */
  async reopen(from: File | string): Promise<string | undefined> {
    const text = typeof from === "string" ? from : await from.text().catch(() => undefined);
    const found = text === undefined ? "unreadable" : readCase(text);
    if (typeof found === "string") return `case_file.${found}`;
    this.#replace(found);
    return undefined;
  }

  /** Open the invented shop; only where nothing of the seller's is open. */
  showExample(): void {
    if (this.#shop === undefined || !this.#isEmpty) return;
    this.example = true;
    this.#book.replace(this.#shop.case);
    this.#files.add(this.#shop.files);
    this.wake();
    this.#toDo();
  }

  get hasExample(): boolean {
    return this.#shop !== undefined && this.#isEmpty;
  }

  /** Close the invented shop; the program stays, for nothing in it came from the seller. */
  leaveExample(): void {
    if (!this.example) return;
    if (this.wire.since !== undefined || this.#job !== undefined) return this.wipe();
    this.example = false;
    this.#files.clear();
    this.#book.clear();
    this.#forgetResult();
    void this.#core.ask({ type: "wipe" }).catch(() => undefined);
    this.#phase(this.#core.isReady ? "ready" : "empty");
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
    if (this.example) this.leaveExample();
    this.wiped = false;
    this.notOpened = undefined;
    this.#files.add(files);
    this.#readerWanted ||= this.#files.hasWorkbook;
    this.#toDo();
  }

  /** Take one file out of the result; one that is being read stops first. */
  remove(entry: Entry): void {
    const wasRead = entry.state === "read";
    this.#files.remove(entry);
    this.keeping.changed(true);
    if (this.#isEmpty) this.wipe();
    else if (wasRead) {
      void this.#core.ask({ type: "drop", file_id: entry.id }).catch(() => undefined);
      this.#toDo();
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
    else this.#toDo();
  }

  /** End the worker and forget everything that came from the seller, here and where it was kept. */
  wipe(): void {
    this.#files.clear();
    this.#book.clear();
    this.#restart();
    this.wire.end();
    void this.keeping.turnOff();
    this.#readerWanted = false;
    this.example = false;
    this.recover = undefined;
    this.notOpened = undefined;
    this.trouble = undefined;
    this.#saved = undefined;
    this.wiped = true;
    this.#phase("empty");
  }

  get #isEmpty(): boolean {
    return this.#files.entries.length === 0 && this.#book.isBlank;
  }

  get #work(): Work {
    return { case: this.case, files: this.#files.entries.map(({ file }) => file) };
  }

  /** What a change of language has to carry; an invented shop is one click away there as well. */
  get #carried(): Work | undefined {
    return this.#isEmpty || this.example ? undefined : this.#work;
  }

  get #isTypedOnly(): boolean {
    return !this.#book.isBlank && !this.example && !this.keeping.holdsCase && this.#saved !== this.case;
  }

  async #keptNow(): Promise<boolean> {
    await this.keeping.flush();
    return this.keeping.state === "on";
  }

  #adopt(work: Work): void {
    this.#book.replace(work.case);
    this.add(work.files);
  }

  /** Another case in the place of this one, with a way back. */
  #replace(held: Case): void {
    if (this.example) this.leaveExample();
    this.#book.open(held);
    this.#saved = this.case;
    this.onChange();
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
    this.#forgetResult();
    this.#files.unreadAll();
  }

  #forgetResult(): void {
    this.computing = false;
    this.explanation = undefined;
    this.refusal = undefined;
    this.taken = [];
  }

  async #started(): Promise<void> {
    const core = this.#core;
    if (!core.isReady) this.#phase("loading");
    try {
      await core.start(this.#readerWanted);
    } catch (thrown) {
      if (core === this.#core) this.#fail(asFailure(thrown, "crashed"));
      throw thrown;
    }
    if (core !== this.#core || this.phase !== "loading") return;
    if (this.wire.count === undefined && this.#isEmpty) core.fetchReader();
    this.#phase("ready");
  }

  /** The first byte of data: typed, pasted or about to be read. */
  #dataIsHere(): void {
    if (!this.example) this.wire.begin();
    this.wiped = false;
  }

  /** Many keys, one question: asked with the next frame. */
  #caseChanged(): void {
    if (!this.#book.isBlank) this.#dataIsHere();
    if (!this.example) this.keeping.changed(false);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.trouble !== undefined) return;
      if (!this.#isEmpty) this.#toDo();
      else if (this.explanation !== undefined) {
        this.#forgetResult();
        this.#phase("ready");
      }
    });
    this.onChange();
  }

  /** One job at a time; whatever changes meanwhile belongs to the same job. */
  #toDo(): void {
    if (this.trouble !== undefined) {
      this.#restart();
      this.trouble = undefined;
    }
    this.#again = true;
    if (this.#job === undefined) {
      const core = this.#core;
      const job = this.#untilDone(core).catch((thrown: unknown) => {
        if (core === this.#core) this.#fail(asFailure(thrown, "crashed"));
      });
      this.#job = job;
      void job.then(() => {
        if (this.#job === job) this.#job = undefined;
      });
    }
    this.onChange();
  }

  async #untilDone(core: Core): Promise<void> {
    while (this.#again && core === this.#core) {
      this.#again = false;
      await this.#run(core);
    }
  }

  async #run(core: Core): Promise<void> {
    if (!this.example) await this.#openCaseFiles();
    if (this.#isEmpty || core !== this.#core) return;
    if (this.#readerWanted && !core.hasReader && this.#files.entries.some(({ state }) => state === "read")) {
      this.#afresh();
      return;
    }
    await this.#started();
    if (core !== this.#core) return;
    if (this.#readerWanted && !core.hasReader) await core.loadReader();
    if (this.#files.unread !== undefined) this.#phase("working");
    for (let entry = this.#files.unread; entry !== undefined; entry = this.#files.unread) {
      this.#dataIsHere();
      if ((await this.#read(core, entry)) === "reader_needed") {
        this.#readerWanted = true;
        this.#afresh();
        return;
      }
    }
    await this.#explain(core);
  }

  /** A case file among the reports is opened as what it is. */
  async #openCaseFiles(): Promise<void> {
    for (const entry of this.#files.entries.filter(({ state, isLooked }) => state === "waiting" && !isLooked)) {
      const text = await caseTextOf(entry.file);
      entry.isLooked = true;
      if (text === undefined) continue;
      this.#files.remove(entry);
      const found = readCase(text);
      if (typeof found === "string") this.notOpened = { name: entry.file.name, why: found };
      else this.#replace(found);
    }
    if (!this.example) this.keeping.changed(true);
    if (this.#isEmpty) this.#phase(this.#core.isReady ? "ready" : "empty");
  }

  /** The old worker goes with all data in it; the files are read again by one that has the reader. */
  #afresh(): void {
    this.#restart();
    this.#toDo();
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
    const { store, asOf } = this.choice;
    const asked = this.#book.isBlank ? null : this.case;
    const question = { as_of: asOf, store, window: asked?.window || null, lang: this.language, case: asked };
    const reply = JSON.parse(await core.ask({ type: "explain", ...question })) as Explanation | Refusal;
    if (this.#again || core !== this.#core) return; // an answer to what is no longer asked
    if (reply.contract === "odr-explanation/1") {
      this.explanation = reply;
      this.refusal = undefined;
      this.taken = reply.files;
      this.#book.nameFiles(reply.files.map(({ file, kind }) => ({ file, kind })));
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
