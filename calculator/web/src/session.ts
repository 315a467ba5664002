/**
 * Session: what the page holds while a seller works. It ties the parts together (case, calculation,
 * keeping, leaving, tables, invented shop), each of which is a file of its own.
 *
 * One rule shapes it: no request from the first byte of data until the data is gone. So everything
 * a job may need is fetched before the first typed character or the first file.
 */
import { Calculation, type Phase, type Trouble } from "./calculation";
import { CaseBook, type DefectValues, type Taken, type Undone } from "./case-book";
import type { Case, EditChange, Field, RowKey } from "./case";
import { caseTextOf, download, type NotOpened, readCase, written } from "./case-file";
import type { Progress } from "./client";
import { fetchWorker } from "./core";
import { type ExampleShop, loadExample } from "./example-shop";
import type { Explanation, ReadFile, Refusal } from "./explanation";
import { Keeping } from "./keeping";
import { Leaving } from "./leaving";
import { type ClockAnswer, LookUp, type RateAnswer } from "./look-up";
import type { Pasted } from "./paste";
import type { StageName } from "./protocol";
import type { Entry, SellerFiles } from "./seller-files";
import type { SingleLetter } from "./single-letter";
import { surroundingsOf } from "./surroundings";
import { Wire } from "./wire";
import type { Work } from "./work-store";

export type { Phase, Trouble } from "./calculation";
export type { Entry, FileState } from "./seller-files";

export interface Choice {
  readonly store: string | null;
  readonly asOf: string;
}

export class Session {
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
  readonly #work: Calculation;
  #frame = 0;
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
    const asked = {
      question: () => this.#question,
      typed: () => (this.#book.isBlank ? null : this.case),
      sift: (files: SellerFiles) => this.#sift(files),
      dataIsHere: () => this.#dataIsHere(),
    };
    this.#work = new Calculation(asked, this.wire, onChange, stallMs);
    this.keeping = new Keeping(() => this.#all, onChange);
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
    if (label === undefined || !this.#work.isEmpty) return;
    this.#work.readerWanted = label.hasWorkbook;
    this.wake();
    await this.#work.core.begun;
    const work = await (arrived === undefined ? this.keeping.read() : Leaving.unpack()).catch(() => undefined);
    if (work === undefined || !this.#work.isEmpty) return;
    if (arrived === undefined) this.recover = { when: label.savedAt };
    this.#book.replace(work.case);
    this.add(work.files);
  }

  close(): void {
    this.leaving.disconnect();
    void this.keeping.flush();
    this.#work.core.end();
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

  get phase(): Phase {
    return this.#work.phase;
  }

  get explanation(): Explanation | undefined {
    return this.#work.explanation;
  }

  /** The core's own sentence where there is no result. */
  get refusal(): Refusal | undefined {
    return this.#work.refusal;
  }

  get taken(): readonly ReadFile[] {
    return this.#work.taken;
  }

  get trouble(): Trouble | undefined {
    return this.#work.trouble;
  }

  get computing(): boolean {
    return this.#work.computing;
  }

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
    return JSON.parse(await this.request({ type: "understand", text, ...this.#question })) as Pasted | Refusal;
  }

  async letter(template: string, defect: string, blanks: Readonly<Record<string, string>> = {}, sendIn: string | null = null): Promise<SingleLetter | Refusal> {
    const question = { type: "letter", template, defect, blanks, send_in: sendIn, ...this.#question, case: this.case };
    return JSON.parse(await this.request(question)) as SingleLetter | Refusal;
  }

  /** Ask the core once the running job is over. */
  request(body: Readonly<Record<string, unknown>>): Promise<string> {
    return this.#work.request(body);
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
    this.copied();
    return true;
  }

  /** The case file as text, for where nothing can be downloaded; whoever copies it says `copied`. */
  get caseFile(): string {
    const open = this.taken.map(({ file, kind }) => ({ file, kind }));
    return written({ ...this.case, files: open.length > 0 ? open : this.case.files });
  }

  copied(): void {
    this.#saved = this.case;
    this.onChange();
  }

  /** Open a case file; undefined when done, else the key of the sentence that says why not. */
  async reopen(from: File | string): Promise<string | undefined> {
    const text = typeof from === "string" ? from : await from.text().catch(() => undefined);
    const found = text === undefined ? "unreadable" : readCase(text);
    if (typeof found === "string") return `case_file.${found}`;
    this.#replace(found);
    return undefined;
  }

  get hasExample(): boolean {
    return this.#shop !== undefined && this.#work.isEmpty;
  }

  /** Open the invented shop; only where nothing of the seller's is open. */
  showExample(): void {
    if (this.#shop === undefined || !this.#work.isEmpty) return;
    this.example = true;
    this.#book.replace(this.#shop.case);
    this.#work.add(this.#shop.files);
  }

  /** Close the invented shop; the program stays, for nothing in it came from the seller. */
  leaveExample(): void {
    if (!this.example) return;
    if (this.#work.isBusy) return this.wipe();
    this.example = false;
    this.#book.clear();
    this.#work.forgetFiles();
    this.#work.rest();
  }

  // ---- files and the program ----

  get files(): readonly Entry[] {
    return this.#work.files.entries;
  }

  get stages(): ReadonlyMap<StageName, Progress> {
    return this.#work.core.stages;
  }

  /** Bytes of the calculation program, over all its parts. */
  get download(): { readonly loaded: number; readonly total: number } {
    return this.#work.core.download;
  }

  /** First intent: begin to load. */
  wake(): void {
    this.#work.wake();
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    this.leaveExample();
    this.wiped = false;
    this.notOpened = undefined;
    this.#work.add(files);
  }

  remove(entry: Entry): void {
    this.#work.remove(entry);
    if (this.#work.isEmpty) this.wipe();
    else this.#changed({ files: true });
  }

  /** Forget the files alone, as tests do between two cases. */
  forgetFiles(): void {
    this.#work.forgetFiles();
  }

  stop(): void {
    this.#work.stop();
  }

  retry(): void {
    this.#work.retry();
  }

  /** End the worker and forget everything that came from the seller, here and where it was kept. */
  wipe(): void {
    this.#work.files.clear();
    this.#book.clear();
    this.#work.restart();
    this.#work.readerWanted = false;
    void this.keeping.turnOff();
    this.example = false;
    this.recover = undefined;
    this.notOpened = undefined;
    this.#saved = undefined;
    this.wiped = true;
    this.#work.become("empty");
  }

  get #question(): Readonly<Record<string, unknown>> {
    const { store, asOf } = this.choice;
    return { as_of: asOf, store, window: this.case.window || null, lang: this.language };
  }

  get #all(): Work {
    return { case: this.case, files: this.files.map(({ file }) => file) };
  }

  /** What a change of language has to carry; an invented shop is one click away there as well. */
  get #carried(): Work | undefined {
    return this.#work.isEmpty || this.example ? undefined : this.#all;
  }

  get #isTypedOnly(): boolean {
    return !this.#book.isBlank && !this.example && !this.keeping.holdsCase && this.#saved !== this.case;
  }

  async #keptNow(): Promise<boolean> {
    await this.keeping.flush();
    return this.keeping.state === "on";
  }

  /** Another case in the place of this one, with a way back. */
  #replace(held: Case): void {
    this.leaveExample();
    this.#book.open(held);
    this.copied();
  }

  /** A case file among the reports is opened as what it is. */
  async #sift(files: SellerFiles): Promise<void> {
    const fresh = files.entries.filter(({ state, isLooked }) => state === "waiting" && !isLooked);
    for (const entry of this.example ? [] : fresh) {
      const text = await caseTextOf(entry.file);
      entry.isLooked = true;
      if (text === undefined) continue;
      files.remove(entry);
      const found = readCase(text);
      if (typeof found === "string") this.notOpened = { name: entry.file.name, why: found };
      else this.#replace(found);
    }
    if (fresh.length > 0) this.#changed({ files: true });
  }

  /** The first byte of data: typed, pasted or about to be read. */
  #dataIsHere(): void {
    if (!this.example) this.wire.begin();
    this.wiped = false;
  }

  #changed({ files }: { files: boolean }): void {
    if (!this.example) this.keeping.changed(files);
    this.onChange();
  }

  /** Many keys, one question: asked with the next frame. */
  #caseChanged(): void {
    if (!this.#book.isBlank) this.#dataIsHere();
    this.#changed({ files: false });
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.trouble !== undefined) return;
      if (!this.#work.isEmpty) this.#work.toDo();
      else if (this.phase === "done") this.#work.rest();
    });
  }
}
