/**
 * File rows: the lines of a report on the seller's own disk, read again piece by piece when they are looked at.
 *
 * Held are the places of every so many lines, never the text. A line is what stands between two line ends.
 */

/** So many lines lie between two known places: one piece of the file is read at a time. */
export const STEP = 256;
const PIECE = 2 * 1024 * 1024;
const MOST_FOUND = 1_000;
const LINE_END = 10;
/** Packed, or two bytes a character: its lines do not stand in it as they are. */
const NOT_PLAIN = ["1f8b", "504b", "fffe", "feff"];

export interface Line {
  /** Counted from 1, as the messages count. */
  readonly number: number;
  readonly text: string;
}

export class FileRows {
  private constructor(
    private readonly file: File,
    /** Where every STEP-th line begins. */
    private readonly places: readonly number[],
    /** Lines of the file, the header among them. */
    readonly count: number,
    readonly header: string,
  ) {}

  /** Look through a file once; undefined where it is no plain text or `signal` ends it. */
  static async open(file: File, signal: AbortSignal): Promise<FileRows | undefined> {
    const begin = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    if (NOT_PLAIN.includes([...begin].map((byte) => byte.toString(16).padStart(2, "0")).join(""))) return undefined;
    const places = [0];
    let lines = 0;
    let isEnded = true;
    for (let from = 0; from < file.size; from += PIECE) {
      const bytes = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
      if (signal.aborted) return undefined;
      for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) {
        lines += 1;
        if (lines % STEP === 0) places.push(from + at + 1);
      }
      isEnded = bytes[bytes.length - 1] === LINE_END;
    }
    const count = lines + (isEnded ? 0 : 1);
    const first = await file.slice(0, places[1] ?? file.size).text();
    return new FileRows(file, places, count, first.split("\n", 1)[0] ?? "");
  }

  /** The lines of one piece; pieces are STEP lines long and counted from 0. */
  async piece(place: number): Promise<Line[]> {
    const text = await this.file.slice(this.places[place], this.places[place + 1] ?? this.file.size).text();
    const lines = text.split("\n").map((line, index) => ({ number: place * STEP + index + 1, text: line }));
    return lines.slice(0, Math.min(STEP, this.count - place * STEP));
  }

  /** The first lines that hold a text, and whether there are more. */
  async find(text: string, signal: AbortSignal): Promise<{ lines: Line[]; isMore: boolean }> {
    const wanted = text.toLowerCase();
    const lines: Line[] = [];
    for (let place = 0; place < this.places.length && !signal.aborted; place += 1) {
      for (const line of await this.piece(place)) {
        if (line.number === 1 || !line.text.toLowerCase().includes(wanted)) continue;
        if (lines.length === MOST_FOUND) return { lines, isMore: true };
        lines.push(line);
      }
    }
    return { lines, isMore: false };
  }
}
