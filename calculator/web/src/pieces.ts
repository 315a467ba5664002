/**
 * Pieces: one file on its way from the page to the worker.
 *
 * The page reads ahead while Python works; in the worker both would wait for each other. A few pieces are
 * under way at a time, so that a large file never lies in memory.
 */
import { Failure } from "./protocol";

/** 2 MB: an eighth quicker than 1, and a slow machine still stops within the moment it is told to. */
export const PIECE = 2 * 1024 * 1024;
/** One that Python works on and one that waits for it; what is said meanwhile waits no longer than those. */
const AHEAD = 2;

/** Bytes, or why there are none. */
export type Piece = Uint8Array | string;

/** The page's end: reads, hands over, and goes on when a piece was taken. */
export class Sending {
  #isStopped = false;
  #free = AHEAD;
  #wake: () => void = () => undefined;

  constructor(
    private readonly file: Blob,
    private readonly post: (piece: Piece) => void,
  ) {}

  async run(): Promise<void> {
    let offset = 0;
    do {
      while (this.#free === 0) await new Promise<void>((wake) => (this.#wake = wake));
      if (this.#isStopped) return;
      this.#free -= 1;
      const piece = await this.#at(offset);
      this.post(piece);
      if (typeof piece === "string") return;
      offset += PIECE;
    } while (offset < this.file.size);
  }

  /** A piece was worked through. */
  taken(): void {
    this.#free += 1;
    this.#wake();
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  async #at(offset: number): Promise<Piece> {
    try {
      return new Uint8Array(await this.file.slice(offset, offset + PIECE).arrayBuffer());
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
}

/** The worker's end: pieces in their order, as they are asked for. */
export class Arriving {
  readonly #here: Piece[] = [];
  #wake: () => void = () => undefined;

  put(piece: Piece): void {
    this.#here.push(piece);
    this.#wake();
  }

  async next(): Promise<Uint8Array> {
    if (this.#here.length === 0) await new Promise<void>((wake) => (this.#wake = wake));
    const piece = this.#here.shift();
    if (!(piece instanceof Uint8Array)) throw new Failure("unreadable", piece ?? "");
    return piece;
  }
}
