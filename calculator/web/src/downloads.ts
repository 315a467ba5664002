/**
 * Downloads: every part the runtime needs, fetched side by side and counted while it arrives.
 *
 * Pyodide asks for its files one after the other through `fetch`. The worker begins them all at
 * once and hands over each response when it is asked for; `answer` takes the place of `fetch`.
 *
 * WebAssembly goes to the compiler as the browser received it: only what it compiled from an answer of
 * its own, and what has done some work, does a browser keep for the next visit, a quarter shorter to start.
 */
import { asked, checked } from "./integrity";
import { Failure, type Part, type StageName } from "./protocol";

export type OnBytes = (stage: StageName, loaded: number, total: number) => void;

/** So many bytes may arrive before anybody reads them: every part is on its way from the start. */
const AHEAD = 64 * 1024 * 1024;
/** The browser compiles WebAssembly while it arrives only under its own media type. */
const WASM = { "content-type": "application/wasm" };

interface Tally {
  loaded: number;
  total: number;
}

/** Parts under way, by address, and what each stage has received so far. */
export class Downloads {
  readonly #begun = new Map<string, Promise<Response>>();
  /** Settled once a compiler has its first bytes: it works beside a script, which would keep it waiting. */
  #compiling: Promise<unknown> = Promise.resolve();
  readonly #tallies = new Map<StageName, Map<string, Tally>>();
  #refuse: (failure: Failure) => void = () => undefined;
  /** Ends with the first part that is not as it was built; else it never does. */
  readonly refused = new Promise<never>((_, reject) => (this.#refuse = reject));

  constructor(
    private readonly fetched: typeof fetch,
    public onBytes: OnBytes,
    private readonly held?: boolean,
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

  /** Begin a part that is compiled while it arrives; there is no module before its last byte is compared. */
  compile(stage: StageName, part: Part): Promise<WebAssembly.Module> {
    const tally = this.#tally(stage, part);
    const received = this.#received(stage, part, tally);
    const compiled = this.#compiled(stage, part, tally, received);
    compiled.catch(() => undefined); // whoever asks for it hears of the failure
    this.#compiling = received.catch(() => undefined);
    this.#begun.set(part.url, Promise.resolve(new Response()));
    return compiled;
  }

  /** Fetch a module, look whether it is as it was built, and have the browser load it from what it keeps. */
  async module(stage: StageName, part: Part): Promise<void> {
    const response = await this.#follow(stage, part, this.#tally(stage, part));
    try {
      await response.arrayBuffer();
      await this.#compiling;
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
    const counted = this.#counted(await this.#received(stage, part, tally), stage, part, tally);
    return new Response(part.packed === true ? counted.pipeThrough(unpacking()) : counted);
  }

  /** A host that does not know the type of WebAssembly costs the next visit its gain, nothing else. */
  async #compiled(stage: StageName, part: Part, tally: Tally, received: Promise<Response>): Promise<WebAssembly.Module> {
    const response = await received;
    const isTyped = response.headers.get("content-type") === WASM["content-type"];
    const counted = this.#counted(isTyped ? response.clone() : response, stage, part, tally);
    if (!isTyped) return WebAssembly.compileStreaming(new Response(counted, { headers: WASM }));
    const arrived = counted.pipeTo(new WritableStream());
    const compiled = WebAssembly.compileStreaming(response);
    compiled.catch(() => undefined);
    await arrived.catch((thrown: unknown) => {
      throw thrown instanceof Failure ? thrown : unavailable(part.url, thrown);
    });
    return compiled;
  }

  async #received(stage: StageName, part: Part, tally: Tally): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetched(stage, part);
    } catch (thrown) {
      throw unavailable(part.url, thrown);
    }
    if (!response.ok || response.body === null) throw unavailable(part.url, response.status);
    tally.total = response.headers.has("content-encoding") ? part.gzip : part.bytes;
    return response;
  }

  /**
   * Past the service worker where the browser itself may have a part: nothing copies what is being compiled,
   * and beside the browser's own copy lies what it compiled the last time. What reads .xlsx comes after the
   * start and is put by as it passes.
   */
  async #fetched(stage: StageName, part: Part): Promise<Response> {
    const init = asked(part);
    const held = stage === "reader" ? undefined : this.held;
    if (held === false) return this.fetched(part.url, { ...init, cache: "force-cache" });
    const own = held === true ? await this.fetched(part.url, { ...init, cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined) : undefined;
    return own?.ok === true ? own : this.fetched(part.url, init);
  }

  #counted({ body }: Response, stage: StageName, part: Part, tally: Tally): ReadableStream<Uint8Array> {
    const counter = this.#counter(stage, tally, tally.total / part.bytes);
    const arriving = (body as ReadableStream<Uint8Array>).pipeThrough(counter);
    return arriving.pipeThrough(checked(part, () => this.#changed(part)));
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

function unavailable(url: string, why: unknown): Failure {
  const reason = why instanceof Error ? why.message : String(why);
  return new Failure("download", `${nameOf(url)}: ${reason}`);
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
