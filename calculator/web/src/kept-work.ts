/**
 * Kept work: where the work goes besides this page. Kept on the device if the seller says so, carried
 * over a change of language, written to a case file and opened again; and the invented shop, which
 * goes nowhere.
 */
import { Answer } from "./answer";
import { Calculation } from "./calculation";
import { type Case, statedDates } from "./case";
import { caseTextOf, download, type NotOpened, readCase, textOf, written } from "./case-file";
import type { ExampleShop } from "./example-shop";
import type { Explanation } from "./explanation";
import { Keeping } from "./keeping";
import { Leaving } from "./leaving";
import type { SellerFiles } from "./seller-files";
import { Supposing } from "./supposing";
import { surroundingsOf } from "./surroundings";
import { type Choice, TypedWork } from "./typed-work";
import { Wire } from "./wire";
import type { Label, Work } from "./work-store";

export abstract class KeptWork extends TypedWork {
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
  readonly supposing = new Supposing(() => this.supposedChanged());
  /** Whether the table of all coming days is open; closed, nobody works out its rows. */
  allDays = false;
  protected readonly work: Calculation;
  protected shop: ExampleShop | undefined;
  protected saved: Case | undefined;

  constructor(
    start: Choice,
    language: string,
    protected readonly onChange: () => void,
    readonly stallMs: number,
  ) {
    super(start, language);
    this.wire = new Wire(onChange);
    const asked = {
      question: () => ({ ...this.question, supposed: this.supposing.value, all_days: this.allDays }),
      typed: () => (this.book.isBlank ? null : this.case),
      dates: () => statedDates(this.case),
      sift: (files: SellerFiles) => this.#sift(files),
      weight: () => this.weight,
      dataIsHere: () => this.dataIsHere(),
      answered: ({ plan }: Explanation) => this.supposing.follow(plan),
    };
    this.work = new Calculation(asked, this.wire, onChange, stallMs, this.newAnswer(), this.hasDesk);
    this.keeping = new Keeping(() => this.#all, onChange);
    const held = { work: () => this.#carried, keep: () => this.#keptNow(), putBy: () => this.keeping.putBy(), isTypedOnly: () => this.#isTypedOnly };
    this.leaving = new Leaving(held, onChange);
  }

  abstract wipe(): void;

  /** Whether the core is asked for the appeal desk. */
  protected get hasDesk(): boolean {
    return false;
  }

  /** How many times longer than a form what is typed takes to be answered. */
  protected get weight(): number {
    return 1;
  }

  /** What is asked of the core when something has changed. */
  protected newAnswer(): Answer {
    return new Answer();
  }

  protected abstract supposedChanged(): void;
  abstract add(files: readonly File[]): void;

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
    const dates = statedDates(this.case);
    const open = this.work.answer.taken.map(({ file, kind }) => ({ file, kind, ...(file in dates ? { dates: dates[file]! } : {}) }));
    return written({ ...this.case, files: open.length > 0 ? open : this.case.files });
  }

  copied(): void {
    this.saved = this.case;
    this.onChange();
  }

  /** Open a case file; undefined when done, else the key of the sentence that says why not. */
  async reopen(from: File | string): Promise<string | undefined> {
    const given = typeof from === "string" ? { text: from } : await textOf(from);
    const found = typeof given === "string" ? given : readCase(given.text);
    if (typeof found === "string") return `case_file.${found}`;
    this.replace(found);
    return undefined;
  }

  get hasExample(): boolean {
    return this.shop !== undefined && this.work.isEmpty;
  }

  /** Open the invented shop; only where nothing of the seller's is open. */
  showExample(): void {
    if (this.shop === undefined || !this.work.isEmpty) return;
    this.example = true;
    this.supposing.clear();
    this.book.replace(this.shop.case);
    this.work.add(this.shop.files);
  }

  /** Close the invented shop; the program stays, for nothing in it came from the seller. */
  leaveExample(): void {
    if (!this.example) return;
    if (this.work.computing || this.work.phase !== "done") return this.wipe();
    this.example = false;
    this.supposing.clear();
    this.book.clear();
    this.work.forgetFiles();
    this.work.rest();
  }

  /**
   * Bring back work that was kept or has come along from the other language: after every request of
   * the page and of a start is on its way, never before.
   */
  protected async bringBack(): Promise<void> {
    const arrived = await Leaving.arrived().catch(() => undefined);
    const label = arrived ?? (await this.keeping.find().catch(() => undefined));
    if (label === undefined) return;
    this.work.readerWanted ||= label.hasWorkbook;
    this.work.wake();
    await this.work.core.begun;
    await this.wire.settled();
    const found = await (arrived === undefined ? this.keeping.read() : Leaving.unpack()).catch(() => undefined);
    if (found !== undefined) this.#adopt(found, arrived === undefined ? label : undefined);
  }

  #adopt(found: Work, kept: Label | undefined): void {
    if (kept !== undefined) this.recover = { when: kept.savedAt };
    this.leaveExample();
    this.supposing.replace(found.supposed ?? {});
    this.book.open(found.case); // with a way back to what was typed in the moment before
    this.add(found.files);
  }

  /** The first byte of data: typed, pasted or about to be read. */
  protected dataIsHere(): void {
    if (!this.example) this.wire.begin();
    this.wiped = false;
  }

  protected keptChanged(filesToo: boolean): void {
    if (!this.example) this.keeping.changed(filesToo);
    this.onChange();
  }

  get #all(): Work {
    return { case: this.case, files: this.work.files.entries.map(({ file }) => file), supposed: this.supposing.value };
  }

  /** What a change of language has to carry; an invented shop is one click away there as well. */
  get #carried(): Work | undefined {
    return this.work.isEmpty || this.example ? undefined : this.#all;
  }

  get #isTypedOnly(): boolean {
    return !this.book.isBlank && !this.example && !this.keeping.holdsCase && this.saved !== this.case;
  }

  async #keptNow(): Promise<boolean> {
    await this.keeping.flush();
    return this.keeping.state === "on";
  }

  /** Another case in the place of this one, with a way back. */
  replace(held: Case): void {
    this.leaveExample();
    this.supposing.clear();
    this.book.open(held);
    this.copied();
  }

  /** A case file among the reports is opened as what it is. */
  async #sift(files: SellerFiles): Promise<void> {
    const fresh = files.entries.filter(({ state, isLooked }) => state === "waiting" && !isLooked);
    for (const entry of fresh) {
      const text = this.example ? undefined : await caseTextOf(entry.file);
      entry.isLooked = true;
      if (text === undefined) continue;
      files.remove(entry);
      const found = readCase(text);
      if (typeof found === "string") this.notOpened = { name: entry.file.name, why: found };
      else this.replace(found);
    }
    if (fresh.length > 0) this.keptChanged(true);
  }
}
