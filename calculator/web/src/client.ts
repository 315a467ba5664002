/**
 * Client: the page's end of the protocol. One worker a page, a promise a request.
 *
 * Every way a start can fail ends in a Failure with a code; nothing is left waiting. Stopping means
 * ending the worker: the only wipe that is certain.
 */
import { PIECE, Sending } from "./pieces";
import { asFailure, crash, Failure, type Parts, type Reply, type ReadRequest, type Request, type StageName, type Wanted } from "./protocol";

export interface Progress {
  readonly stage: StageName;
  readonly loaded: number;
  readonly total: number;
}

interface Waiting {
  resolve(text: string): void;
  reject(failure: Failure): void;
  onProgress?(progress: Progress): void;
  onRead?(loaded: number, total: number): void;
}

type Body = Request extends infer One ? (One extends Request ? Omit<One, "id"> : never) : never;

/** No bytes for so long is a stall; how long Python itself takes to start is not. */
const STALL_MS = 20_000;
/** A file that is read without a word: so many stalls, and one more for each of its pieces, which may all be read at once. */
const LEAST_STALLS = 3;

export class Client {
  #worker: Worker | undefined;
  #isStarted = false;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** `code` is the worker's own code where it has been fetched before, which spares a request. */
  constructor(
    private readonly workerUrl: string,
    private readonly code: () => string | undefined,
    private readonly parts: Parts,
    private readonly onRequested: (began: number, name: string) => void,
    private readonly onLost: (failure: Failure) => void,
    private readonly stallMs: number = STALL_MS,
  ) {}

  /** Have the worker stand there with nothing in it; what is wrong with it, the start will say. */
  prepare(): void {
    try {
      this.#worker ??= this.#open();
    } catch {
      this.#worker = undefined;
    }
  }

  /** Start Python in the worker. */
  async start(wanted: Wanted, onProgress: (progress: Progress) => void): Promise<string> {
    this.#worker ??= this.#open();
    this.#isStarted = true;
    return this.#watched({ type: "start", parts: this.parts, wanted }, onProgress);
  }

  /** Fetch what reads .xlsx while nothing is at stake. */
  fetchReader(): Promise<string> {
    return this.#send({ type: "fetch-reader" }, {});
  }

  /** Load what reads .xlsx. */
  loadReader(onProgress: (progress: Progress) => void): Promise<string> {
    return this.#watched({ type: "reader" }, onProgress);
  }

  /** Ask the core; JSON text in, JSON text out. */
  ask(request: Readonly<Record<string, unknown>>): Promise<string> {
    return this.#send({ type: "ask", request: JSON.stringify(request) }, {});
  }

  /** Feed one file; `signal` ends it between two pieces. */
  async read(what: Omit<ReadRequest, "type" | "id">, file: Blob, onRead: (loaded: number, total: number) => void, signal: AbortSignal): Promise<string> {
    const [target, worker] = [this.#nextId, this.#worker];
    const sending = new Sending(file, (piece) => worker?.postMessage({ type: "piece", id: this.#nextId++, target, piece }, typeof piece === "string" ? [] : [piece.buffer]));
    const listen = this.#listening(this.stallMs * (LEAST_STALLS + file.size / PIECE));
    const take = (loaded: number, total: number): void => {
      listen();
      sending.taken();
      onRead(loaded, total);
    };
    signal.addEventListener("abort", () => worker?.postMessage({ type: "cancel", id: this.#nextId++, target }));
    const done = this.#send({ type: "read", ...what }, { onRead: take }).finally(() => {
      listen(false);
      sending.stop();
    });
    listen();
    void sending.run();
    return done;
  }

  /** Count the worker as gone where nothing is heard for so long; each call begins anew, or ends it. */
  #listening(ms: number): (goesOn?: boolean) => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (goesOn = true) => {
      clearTimeout(timer);
      timer = goesOn ? setTimeout(() => this.#lost(new Failure("crashed", "no answer")), ms) : undefined;
    };
  }

  /** End the worker and all it holds. Open requests are told. */
  end(failure: Failure = new Failure("cancelled", "")): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(failure);
    this.#waiting.clear();
  }

  /**
   * Start the module from a blob: such a worker is bound by the page's own policy even where the
   * host cannot send one in a header.
   */
  #open(): Worker {
    const source = this.code() ?? `import ${JSON.stringify(this.workerUrl)};`;
    const bootstrap = new Blob([source], { type: "text/javascript" });
    const address = URL.createObjectURL(bootstrap);
    let worker: Worker;
    try {
      worker = new Worker(address, { type: "module" });
    } catch (thrown) {
      throw asFailure(thrown, "unsupported");
    }
    worker.onmessage = (event: MessageEvent<Reply>) => this.#receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lost(event.message ? crash(event.message) : new Failure("download", "worker"));
    };
    worker.onmessageerror = () => this.#lost(new Failure("crashed", "message"));
    return worker;
  }

  /** The worker has gone by itself: whoever waits hears of it, and so does whoever does not. */
  #lost(failure: Failure): void {
    this.end(failure);
    if (this.#isStarted) this.onLost(failure);
  }

  async #watched(body: Body, onProgress: (progress: Progress) => void): Promise<string> {
    let lastByte = performance.now();
    const open = new Map<StageName, boolean>();
    const timer = setInterval(() => {
      const arriving = open.size === 0 || [...open.values()].includes(true);
      if (arriving && performance.now() - lastByte > this.stallMs) this.end(new Failure("stalled", ""));
    }, 500);
    try {
      return await this.#send(body, {
        onProgress: (progress) => {
          lastByte = performance.now();
          if (progress.stage !== "ready") open.set(progress.stage, progress.loaded < progress.total);
          onProgress(progress);
        },
      });
    } finally {
      clearInterval(timer);
    }
  }

  #send(body: Body, handlers: Pick<Waiting, "onProgress" | "onRead">): Promise<string> {
    const worker = this.#worker;
    if (worker === undefined) return Promise.reject(new Failure("cancelled", ""));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, ...handlers });
      worker.postMessage({ ...body, id });
    });
  }

  #receive(reply: Reply): void {
    if (reply.type === "requested") {
      this.onRequested(reply.began, reply.name);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    switch (reply.type) {
      case "progress":
        waiting?.onProgress?.(reply);
        break;
      case "read-progress":
        waiting?.onRead?.(reply.loaded, reply.total);
        break;
      case "done":
        this.#waiting.delete(reply.id);
        waiting?.resolve(reply.text);
        break;
      case "failed":
        this.#waiting.delete(reply.id);
        waiting?.reject(new Failure(reply.code, reply.detail));
        break;
    }
  }
}
