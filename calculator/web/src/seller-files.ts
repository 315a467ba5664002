/** Seller's files: every file that was given, how far it is read, and why one was not taken. */
import type { FailureCode } from "./protocol";

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

export class SellerFiles {
  entries: Entry[] = [];
  #next = 1;

  get unread(): Entry | undefined {
    return this.entries.find(({ state }) => state === "waiting");
  }

  get hasWorkbook(): boolean {
    return this.entries.some(({ file }) => /\.xls[xm]$/i.test(file.name) || file.type.includes("spreadsheetml"));
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      this.entries.push({ id: `f${this.#next++}`, file, state: "waiting", loaded: 0, stop: new AbortController() });
    }
  }

  remove(entry: Entry): void {
    entry.stop.abort();
    this.entries = this.entries.filter((other) => other !== entry);
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
