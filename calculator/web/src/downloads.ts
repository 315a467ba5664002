/**
 * Downloads: every part the runtime needs, fetched side by side and counted while it arrives.
 *
 * Pyodide asks for its files one after the other through `fetch`. The worker begins them all at
 * once and hands over each response when it is asked for; `answer` takes the place of `fetch`.
 */
import { asked, checked } from "./integrity";
import { Failure, type Part, type StageName } from "./protocol";

export type OnBytes = (stage: StageName, loaded: number, total: number) => void;

/** So many bytes may arrive before anybody reads them: every part is on its way from the start. */
const AHEAD = 64 * 1024 * 1024;

interface Tally {
  loaded: number;
  total: number;
}

/** Parts under way, by address, and what each stage has received so far. */
export class Downloads {
  readonly #begun = new Map<string, Promise<Response>>();
  readonly #tallies = new Map<StageName, Map<string, Tally>>();
  #refuse: (failure: Failure) => void = () => undefined;
  /** Ends with the first part that is not as it was built; else it never does. */
  readonly refused = new Promise<never>((_, reject) => (this.#refuse = reject));

  constructor(
    private readonly fetched: typeof fetch,
    public onBytes: OnBytes,
  ) {
    this.refused.catch(() => undefined);
  }

  /** Begin one part; its bytes count for `stage`. */
  begin(stage: StageName, part: Part): Promise<Response> {
    const tally = this.#tally(stage, part);
    const response = this.#follow(stage, part, tally);
    response.catch(() => undefined); // whoever asks for it hears of the failure
    this.#begun.set(part.url, response);
    return response;
  }

  /** Fetch a module, look whether it is as it was built, and have the browser load it from what it keeps. */
  async module(stage: StageName, part: Part): Promise<void> {
    const response = await this.#follow(stage, part, this.#tally(stage, part));
    try {
      await response.arrayBuffer();
      await import(part.url);
    } catch (thrown) {
      throw unavailable(part.url, thrown);
    }
  }

  /** Stand in for `fetch`: a part that is under way is handed over once, the rest goes out. */
  readonly answer: typeof fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const begun = this.#begun.get(address);
    if (begun === undefined) return this.fetched(input, init);
    this.#begun.delete(address);
    return begun;
  };

  /** Have the browser forget what it keeps of a part, so that another try asks the host, and end the start. */
  async #changed({ url }: Part): Promise<Failure> {
    const again = await this.fetched(url, { cache: "reload" }).catch(() => undefined);
    await again?.body?.cancel();
    const failure = new Failure("changed", nameOf(url));
    this.#refuse(failure);
    return failure;
  }

  #tally(stage: StageName, part: Part): Tally {
    const tally = { loaded: 0, total: part.gzip };
    const parts = this.#tallies.get(stage) ?? new Map<string, Tally>();
    this.#tallies.set(stage, parts.set(part.url, tally));
    return tally;
  }

  async #follow(stage: StageName, part: Part, tally: Tally): Promise<Response> {
    let response: Response;
    try {
      response = await this.fetched(part.url, asked(part));
    } catch (thrown) {
      throw unavailable(part.url, thrown);
    }
    if (!response.ok || response.body === null) throw unavailable(part.url, response.status);
    const packed = response.headers.has("content-encoding");
    tally.total = packed ? part.gzip : part.bytes;
    const counted = response.body.pipeThrough(this.#counter(stage, tally, tally.total / part.bytes)).pipeThrough(checked(part, () => this.#changed(part)));
    const plain = part.packed === true ? counted.pipeThrough(unpacking()) : counted;
    return new Response(plain, { headers: { "content-type": typeOf(part.url) } });
  }

  #counter(stage: StageName, tally: Tally, wirePerByte: number): TransformStream<Uint8Array, Uint8Array> {
    let unpacked = 0;
    const count: Transformer<Uint8Array, Uint8Array> = {
      transform: (chunk, controller) => {
        unpacked += chunk.byteLength;
        tally.loaded = Math.min(tally.total, Math.round(unpacked * wirePerByte));
        this.#report(stage);
        controller.enqueue(chunk);
      },
    };
    return new TransformStream(count, undefined, new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }));
  }

  #report(stage: StageName): void {
    const tallies = [...(this.#tallies.get(stage)?.values() ?? [])];
    this.onBytes(
      stage,
      tallies.reduce((sum, tally) => sum + tally.loaded, 0),
      tallies.reduce((sum, tally) => sum + tally.total, 0),
    );
  }
}

/** Typed as the bytes it is given; the library's own type allows any buffer. */
function unpacking(): ReadableWritablePair<Uint8Array, Uint8Array> {
  return new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>;
}

/** The browser compiles WebAssembly while it arrives only under its own media type. */
function typeOf(url: string): string {
  return url.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
}

function unavailable(url: string, why: unknown): Failure {
  const reason = why instanceof Error ? why.message : String(why);
  return new Failure("download", `${nameOf(url)}: ${reason}`);
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
