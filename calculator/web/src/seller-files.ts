/** Seller's files: every file that was given, how far it is read, and why one was not taken. */
import type { FailureCode } from "./protocol";
import { isWorkbook } from "./work-store";

export type FileState = "waiting" | "reading" | "read" | "cancelled" | "refused";

export interface Entry {
  readonly id: string;
  readonly file: File;
  state: FileState;
  loaded: number;
  /** Whether it has been looked at for being a case file. */
  isLooked: boolean;
  /** What the seller says of its dates where its name alone would not tell it from another file. */
  dates: Readonly<Record<string, string>>;
  /** Why the core or the browser would not take it. */
  refusal?: { readonly code: FailureCode; readonly detail: string };
  readonly stop: AbortController;
}

export class SellerFiles {
  entries: Entry[] = [];
  #next = 1;

  /** The next to be read; one that came while others were looked at waits for the next look. */
  get unread(): Entry | undefined {
    return this.entries.find(({ state, isLooked }) => state === "waiting" && isLooked);
  }

  get hasWorkbook(): boolean {
    return this.entries.some(({ file }) => isWorkbook(file));
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      this.entries.push({ id: `f${this.#next++}`, file, state: "waiting", loaded: 0, isLooked: false, dates: {}, stop: new AbortController() });
    }
  }

  remove(entry: Entry): void {
    entry.stop.abort();
    this.entries = this.entries.filter((other) => other !== entry);
  }

  /** Read one anew, as the seller says of its dates. */
  restate(entry: Entry, dates: Readonly<Record<string, string>>): void {
    if (entry.state === "read") Object.assign(entry, { state: "waiting", loaded: 0, dates: { ...entry.dates, ...dates } });
  }

  /** The worker that had read them is gone. */
  unreadAll(): void {
    for (const entry of this.entries) {
      if (entry.state === "reading" || entry.state === "read") Object.assign(entry, { state: "waiting", loaded: 0 });
    }
  }

  clear(): void {
    for (const entry of this.entries) entry.stop.abort();
    this.entries = [];
  }
}
