/** Reading: one file after the other into the core, each with its own end. */
import type { Core } from "./core";
import { asFailure } from "./protocol";
import type { Entry, SellerFiles } from "./seller-files";

export interface Reader {
  /** What the seller says of the dates of files, by their names. */
  dates(): Readonly<Record<string, string>>;
  /** A byte of data is about to be read. */
  dataIsHere(): void;
  onChange(): void;
  /** Whether this core is still the one in use. */
  isCurrent(): boolean;
}

/**
 * Read what is unread. False: a file turned out to be an .xlsx and nothing that reads one is loaded.
 * Rejects when the core itself is lost; trouble with one file stays with that file.
 */
export async function readAll(core: Core, files: SellerFiles, reader: Reader): Promise<boolean> {
  for (let entry = files.unread; entry !== undefined; entry = files.unread) {
    reader.dataIsHere();
    if (!(await read(core, entry, reader))) return false;
  }
  return true;
}

async function read(core: Core, entry: Entry, reader: Reader): Promise<boolean> {
  entry.state = "reading";
  reader.onChange();
  try {
    await core.read(entry, { ...reader.dates(), ...entry.dates });
    entry.state = "read";
  } catch (thrown) {
    const { code, message } = asFailure(thrown, "crashed");
    if (code === "reader_needed") return false;
    if (!reader.isCurrent() || code === "crashed" || code === "memory") throw thrown;
    entry.state = code === "cancelled" ? "cancelled" : "refused";
    entry.refusal = { code, detail: message };
  }
  return true;
}
