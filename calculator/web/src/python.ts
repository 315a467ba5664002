/**
 * Python: the runtime inside the worker, started in stages, and the two doors of our core.
 *
 * Holds no Python longer than an import and a call. What the core says crosses as JSON text.
 */
import { loadPyodide, type PyodideInterface } from "pyodide";
import { Downloads, type OnBytes } from "./downloads";
import type { Parts, Wanted } from "./protocol";

/** `calculator.browser.bridge`, as the worker sees it. */
interface Bridge {
  handle(request: string): string;
  feed(fileId: string, data: unknown): void;
}

/** `calculator/web/build/ahead/odr_ahead.py`: what the build compiled, in place of what Python compiles at every start. */
interface Ahead {
  add(archive: string): void;
  end(): void;
}

const CORE_PATH = "/lib/odr_handbook.whl";
const DESK_PATH = "/lib/odr_desk.zip";
const READER = "python-calamine";

export class Python {
  #reader: Promise<Response> | undefined;

  private constructor(
    private readonly pyodide: PyodideInterface,
    private readonly bridge: Bridge,
    private readonly downloads: Downloads,
    private readonly parts: Parts,
  ) {}

  /** Fetch everything side by side, start Python, import the core. */
  static async start(parts: Parts, wanted: Wanted, onBytes: OnBytes): Promise<Python> {
    const downloads = new Downloads(globalThis.fetch.bind(globalThis), onBytes, wanted.held);
    globalThis.fetch = downloads.answer;
    return Promise.race([Python.#started(downloads, parts, wanted, onBytes), downloads.refused]);
  }

  static async #started(downloads: Downloads, parts: Parts, wanted: Wanted, onBytes: OnBytes): Promise<Python> {
    const wasm = downloads.compile("runtime", parts.wasm);
    useCompiled(wasm);
    const script = downloads.module("runtime", parts.script);
    const library = downloads.begin("library", parts.library);
    const core = downloads.begin("core", parts.core);
    const lock = downloads.begin("core", parts.lock).then((response) => response.text());
    const desk = wanted.desk ? downloads.begin("core", parts.desk) : undefined;
    const reader = wanted.reader ? downloads.begin("reader", parts.reader) : undefined;
    onBytes("ready", 0, 1); // every request is on its way
    const started = loadPyodide({
      indexURL: parts.runtimeFolder,
      stdLibURL: parts.library.url,
      lockFileContents: lock,
      packageBaseUrl: parts.wheelFolder,
      stdout: () => undefined,
      stderr: (line) => console.warn(line),
    });
    started.catch(() => undefined);
    // Pyodide only logs a part that does not come and then waits for ever; this race hears of it.
    await Promise.all([script, wasm, library, core, desk, lock]);
    const pyodide = await started;
    // Straight from the wheel: installing it would import the metadata machinery, a tenth of a start.
    const placed = async (path: string, response: Response): Promise<void> => pyodide.FS.writeFile(path, new Uint8Array(await response.arrayBuffer()));
    const ahead = pyodide.pyimport("odr_ahead") as Ahead;
    await placed(CORE_PATH, await core);
    ahead.add(CORE_PATH);
    (pyodide.pyimport("sys") as { path: { append(entry: string): void } }).path.append(CORE_PATH);
    const bridge = pyodide.pyimport("calculator.browser.bridge") as Bridge;
    if (desk !== undefined) {
      await placed(DESK_PATH, await desk);
      ahead.add(DESK_PATH);
      (pyodide.pyimport("calculator.browser.packs") as { add(archive: string): void }).add(DESK_PATH);
    }
    ahead.end();
    onBytes("ready", 1, 1);
    const python = new Python(pyodide, bridge, downloads, parts);
    python.#reader = reader;
    return python;
  }

  /** Whether what reads .xlsx has been loaded. */
  get hasReader(): boolean {
    return READER in this.pyodide.loadedPackages;
  }

  /** Load what reads .xlsx; must happen before any data is read. */
  async loadReader(onBytes: OnBytes): Promise<void> {
    if (this.hasReader) return;
    this.downloads.onBytes = onBytes;
    this.fetchReader();
    await this.#reader?.catch((thrown: unknown) => {
      this.#reader = undefined; // so that another try asks again
      throw thrown;
    });
    onBytes("reader", this.parts.reader.gzip, this.parts.reader.gzip);
    await this.pyodide.loadPackage(READER, { messageCallback: () => undefined });
  }

  /** Begin to fetch what reads .xlsx, without waiting for it. */
  fetchReader(): void {
    this.#reader ??= this.downloads.begin("reader", this.parts.reader);
    this.#reader.catch(() => undefined);
  }

  handle(request: string): string {
    return this.bridge.handle(request);
  }

  /** Hand over one chunk; Python sees a copy that is freed at once. */
  feed(fileId: string, chunk: Uint8Array): void {
    const view = this.pyodide.toPy(chunk);
    try {
      this.bridge.feed(fileId, view);
    } finally {
      view.destroy();
    }
  }
}

/** Let Pyodide, which would begin to compile once its script is here, take what is being compiled since the start. */
function useCompiled(wasm: Promise<WebAssembly.Module>): void {
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}
