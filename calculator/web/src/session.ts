/**
 * Session: what the page holds while a seller works, and the one thing views talk to. Typed work and
 * where it is kept stand in the files it builds on; here are the answers, the files and the program.
 *
 * One rule shapes it: no request from the first byte of data until the data is gone. So everything
 * a job may need is fetched before the first typed character or the first file.
 */
import type { Phase, Trouble } from "./calculation";
import type { Progress } from "./client";
import { fetchWorker } from "./core";
import { loadExample } from "./example-shop";
import type { Explanation, ReadFile, Refusal } from "./explanation";
import { KeptWork } from "./kept-work";
import { type ClockAnswer, LookUp, type RateAnswer } from "./look-up";
import type { Pasted } from "./paste";
import type { TakeAlongName, TakenAlong } from "./recovery";
import type { StageName } from "./protocol";
import type { Entry } from "./seller-files";
import type { SingleLetter } from "./single-letter";

export type { Phase, Trouble } from "./calculation";
export type { Entry, FileState } from "./seller-files";
export type { Choice } from "./typed-work";

export class Session extends KeptWork {
  #isAsking = false;
  #lookUp: LookUp | undefined;

  /** Fetch what the page needs besides Python, then bring back what there is to bring back. */
  async open(): Promise<void> {
    this.leaving.connect();
    await Promise.allSettled(this.fetched());
    void this.work.core.prepare();
    this.onChange();
    await this.bringBack();
  }

  /** What is fetched before anything is typed. */
  protected fetched(): Promise<unknown>[] {
    return [
      LookUp.load(this.language).then((table) => (this.#lookUp = table)),
      loadExample().then((shop) => (this.shop = shop)),
      fetchWorker(),
    ];
  }

  close(): void {
    this.leaving.disconnect();
    void this.keeping.flush();
    this.work.core.end();
  }

  get phase(): Phase {
    return this.work.phase;
  }

  get explanation(): Explanation | undefined {
    return this.work.answer.explanation;
  }

  /** The core's own sentence where there is no result. */
  get refusal(): Refusal | undefined {
    return this.work.answer.refusal;
  }

  get taken(): readonly ReadFile[] {
    return this.work.answer.taken;
  }

  get trouble(): Trouble | undefined {
    return this.work.trouble;
  }

  get computing(): boolean {
    return this.work.computing;
  }

  /** What can be said of the typed figures while there is no Python. */
  get lookup(): RateAnswer | undefined {
    return this.explanation === undefined ? this.#lookUp?.answer(this.case) : undefined;
  }

  /** The last safe day of typed defects while there is no Python. */
  get lookupClocks(): readonly ClockAnswer[] {
    return this.explanation === undefined ? (this.#lookUp?.clocks(this.case) ?? []) : [];
  }

  /** Open or close the table of all coming days; its rows come when they are looked at. */
  showAllDays(isOpen: boolean): void {
    if (isOpen === this.allDays) return;
    this.allDays = isOpen;
    if (isOpen) this.#askAnew();
  }

  async understand(text: string): Promise<Pasted | Refusal> {
    this.dataIsHere();
    return JSON.parse(await this.request({ type: "understand", text, ...this.question })) as Pasted | Refusal;
  }

  async letter(template: string, defect: string, blanks: Readonly<Record<string, string>> = {}, sendIn: string | null = null): Promise<SingleLetter | Refusal> {
    const question = { type: "letter", template, defect, blanks, send_in: sendIn, ...this.question, case: this.case };
    return JSON.parse(await this.request(question)) as SingleLetter | Refusal;
  }

  /** A file to take along, made by the core of what is shown. */
  async takeAlong(what: TakeAlongName): Promise<TakenAlong | Refusal> {
    const typed = this.book.isBlank ? null : this.case;
    const question = { type: "take_along", what, ...this.question, supposed: this.supposing.value, case: typed };
    return JSON.parse(await this.request(question)) as TakenAlong | Refusal;
  }

  /** Ask the core once the running job is over. */
  request(body: Readonly<Record<string, unknown>>): Promise<string> {
    return this.work.request(body);
  }

  get files(): readonly Entry[] {
    return this.work.files.entries;
  }

  get stages(): ReadonlyMap<StageName, Progress> {
    return this.work.core.stages;
  }

  /** Bytes of the calculation program, over all its parts. */
  get download(): { readonly loaded: number; readonly total: number } {
    return this.work.core.download;
  }

  /** First intent: begin to load. */
  wake(): void {
    this.work.wake();
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    this.leaveExample();
    this.wiped = false;
    this.notOpened = undefined;
    this.work.add(files);
  }

  /** Read a file, or one in an archive, with another order of day, month and year. */
  stateDates(entry: Entry, { file, kind, archive }: ReadFile, order: string): void {
    this.work.files.restate(entry, { [archive === null ? entry.file.name : file]: order });
    this.book.stateDates(file, kind, order);
  }

  remove(entry: Entry): void {
    this.work.remove(entry);
    if (this.work.isEmpty) this.wipe();
    else this.keptChanged(true);
  }

  /** Forget the files alone, as tests do between two cases. */
  forgetFiles(): void {
    this.work.forgetFiles();
  }

  stop(): void {
    this.work.stop();
  }

  retry(): void {
    this.work.retry();
  }

  /** End the worker and forget everything that came from the seller, here and where it was kept. */
  wipe(): void {
    this.work.files.clear();
    this.book.clear();
    this.supposing.clear();
    this.work.restart();
    this.work.readerWanted = false;
    void this.keeping.turnOff();
    this.example = false;
    this.recover = undefined;
    this.notOpened = undefined;
    this.saved = undefined;
    this.wiped = true;
    this.work.become("empty");
  }

  protected override caseChanged(): void {
    if (!this.book.isBlank) this.dataIsHere();
    this.keptChanged(false);
    this.#askAnew();
  }

  protected override supposedChanged(): void {
    this.keptChanged(false);
    this.#askAnew();
  }

  #askAnew(): void {
    this.later(() => {
      if (this.trouble !== undefined) return;
      if (!this.work.isEmpty) this.work.toDo();
      else if (this.phase === "done") this.work.rest();
    });
  }

  /** Many changes at once, one question. */
  protected later(ask: () => void): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    queueMicrotask(() => {
      this.#isAsking = false;
      ask();
    });
  }
}
