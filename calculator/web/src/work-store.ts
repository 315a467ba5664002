/**
 * Work store: the seller's work on this device, in the browser's own database, only if asked for.
 *
 * Two places: `kept` stays until it is wiped, `handover` carries work over a change of language and
 * is gone as soon as it has arrived. A place counts its writings, so that a tab which holds an older
 * state notices that another has written.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Case } from "./case";
import type { Supposed } from "./supposing";

export type Place = "kept" | "handover";

export interface Work {
  readonly case: Case;
  readonly files: readonly File[];
  /** What was only supposed; work kept by an earlier edition has none. */
  readonly supposed?: Supposed | undefined;
}

/** What is known of kept work without reading it. */
export interface Label {
  readonly version: 1;
  readonly writing: number;
  /** ISO instant. */
  readonly savedAt: string;
  readonly hasWorkbook: boolean;
  /** Names of files for which there was no room. */
  readonly unkept: readonly string[];
}

interface Schema extends DBSchema {
  work: { key: string; value: Label | Case | File | Supposed };
}

/** Another tab has written since. */
export class Overtaken extends Error {}

/** What is kept was written by a newer edition of this page. */
export class Newer extends Error {}

export class WorkStore {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  /** Open the database; rejects where the browser lets nothing be kept, with Newer where a newer edition keeps. */
  static async open(): Promise<WorkStore> {
    const db = await openDB<Schema>("odr-handbook", 1, {
      upgrade: (fresh) => void fresh.createObjectStore("work"),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }).catch((thrown: unknown) => {
      throw thrown instanceof DOMException && thrown.name === "VersionError" ? new Newer() : thrown;
    });
    return new WorkStore(db);
  }

  async label(place: Place): Promise<Label | undefined> {
    const label = (await this.db.get("work", `${place}/label`)) as Label | undefined;
    if (label !== undefined && label.version !== 1) throw new Newer();
    return label;
  }

  async read(place: Place): Promise<Work | undefined> {
    const held = (await this.db.get("work", `${place}/case`)) as Case | undefined;
    const files = (await this.db.getAll("work", filesOf(place))) as File[];
    const supposed = (await this.db.get("work", `${place}/supposed`)) as Supposed | undefined;
    return held === undefined ? undefined : { case: held, files, supposed };
  }

  /**
   * Write work, the files only where `withFiles`; `after` is the writing this tab has seen last.
   * Rejects with Overtaken where another tab has written since, else with what the browser says.
   */
  async write(place: Place, work: Work, after: number | undefined, withFiles: boolean): Promise<Label> {
    const transaction = this.db.transaction("work", "readwrite");
    const { store } = transaction;
    const before = (await store.get(`${place}/label`)) as Label | undefined;
    if (after !== undefined && before !== undefined && before.writing !== after) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      throw new Overtaken();
    }
    const label = labelOf(work, (before?.writing ?? 0) + 1, withFiles ? [] : (before?.unkept ?? []));
    const writes: Promise<unknown>[] = [store.put(label, `${place}/label`), ...puts(store, place, work)];
    if (withFiles) {
      writes.push(store.delete(filesOf(place)));
      work.files.forEach((file, at) => writes.push(store.put(file, `${place}/file/${String(at).padStart(4, "0")}`)));
    }
    await Promise.all([...writes, transaction.done]);
    return label;
  }

  /** Write the case, whatever is there, in requests that need no answer: the page may not hear one. */
  writeAtOnce(place: Place, work: Work, writing: number, unkept: readonly string[]): { readonly label: Label; readonly done: Promise<void> } {
    const transaction = this.db.transaction("work", "readwrite");
    const label = labelOf(work, writing, unkept);
    const writes = [transaction.store.put(label, `${place}/label`), ...puts(transaction.store, place, work)];
    transaction.commit?.();
    return { label, done: Promise.all([...writes, transaction.done]).then(() => undefined) };
  }

  /** Put the case by without its files, and name them. */
  async writeWithoutFiles(place: Place, work: Work): Promise<Label> {
    const transaction = this.db.transaction("work", "readwrite");
    const { store } = transaction;
    const before = (await store.get(`${place}/label`)) as Label | undefined;
    const label = labelOf(work, (before?.writing ?? 0) + 1, work.files.map(({ name }) => name));
    await Promise.all([
      store.delete(filesOf(place)),
      store.put(label, `${place}/label`),
      ...puts(store, place, work),
      transaction.done,
    ]);
    return label;
  }

  async clear(place: Place): Promise<void> {
    await this.db.delete("work", IDBKeyRange.bound(`${place}/`, `${place}0`));
  }
}

/** What goes with every writing, files or not. */
function puts(store: Places, place: Place, { case: held, supposed = {} }: Work): Promise<unknown>[] {
  const key = `${place}/supposed`;
  const isBlank = Object.keys(supposed).length === 0;
  return [store.put(held, `${place}/case`), isBlank ? store.delete(key) : store.put(supposed, key)];
}

interface Places {
  put(value: Case | Supposed, key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

function labelOf({ files }: Work, writing: number, unkept: readonly string[]): Label {
  return { version: 1, writing, savedAt: new Date().toISOString(), hasWorkbook: files.some(isWorkbook), unkept };
}

/** Whether a file says that it is an .xlsx; what is in it may still say so later. */
export function isWorkbook(file: File): boolean {
  return /\.xls[xm]$/i.test(file.name) || file.type.includes("spreadsheetml");
}

function filesOf(place: Place): IDBKeyRange {
  return IDBKeyRange.bound(`${place}/file/`, `${place}/file0`);
}
