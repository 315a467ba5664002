/**
 * Worker: answers the protocol, one message at a time, and calls the core.
 *
 * Nothing here decides anything about orders. Files arrive in pieces, so that a large one shows
 * progress and can be cancelled between two of them.
 */
import { Arriving } from "./pieces";
import { Python } from "./python";
import { asFailure, Failure, type ReadRequest, type Reply, type Request } from "./protocol";
import { wasSent } from "./wire";

const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04] as const;

const post: (reply: Reply) => void = (reply) => globalThis.postMessage(reply);
const cancelled = new Set<number>();
const arriving = new Map<number, Arriving>();
let python: Promise<Python> | undefined;

globalThis.onmessage = (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.type === "cancel") {
    cancelled.add(request.target);
    return;
  }
  if (request.type === "piece") {
    arriving.get(request.target)?.put(request.piece);
    return;
  }
  answer(request).then(
    (text) => post({ type: "done", id: request.id, text }),
    (thrown: unknown) => {
      const { code, message } = asFailure(thrown, "crashed");
      post({ type: "failed", id: request.id, code, detail: message });
    },
  );
};

new PerformanceObserver((list) => {
  for (const entry of list.getEntries().filter(wasSent)) {
    post({ type: "requested", began: performance.timeOrigin + entry.startTime, name: entry.name });
  }
}).observe({ type: "resource", buffered: true });

async function answer(request: Exclude<Request, { type: "cancel" | "piece" }>): Promise<string> {
  switch (request.type) {
    case "start":
      python = Python.start(request.parts, request.wanted, (stage, loaded, total) =>
        post({ type: "progress", id: request.id, stage, loaded, total }),
      );
      await python;
      return "";
    case "reader":
      await (await running()).loadReader((stage, loaded, total) =>
        post({ type: "progress", id: request.id, stage, loaded, total }),
      );
      return "";
    case "fetch-reader":
      (await running()).fetchReader();
      return "";
    case "read":
      return await readOrForget(request);
    case "ask":
      return (await running()).handle(request.request);
  }
}

function running(): Promise<Python> {
  if (python === undefined) throw new Failure("crashed", "asked before start");
  return python;
}

/** A fault of ours in one file must not take the other files with it. */
async function readOrForget(request: ReadRequest): Promise<string> {
  const pieces = new Arriving();
  arriving.set(request.id, pieces);
  const core = await running();
  try {
    return await read(core, request, pieces);
  } catch (thrown) {
    if (thrown instanceof Failure || !(thrown instanceof Error) || thrown.name !== "PythonError") throw thrown;
    core.handle(JSON.stringify({ type: "drop", file_id: request.fileId }));
    const { code, message } = asFailure(thrown, "crashed");
    throw new Failure(code === "memory" ? "too_large" : "fault", message);
  } finally {
    arriving.delete(request.id);
  }
}

async function read(core: Python, { id, fileId, name, size, dates }: ReadRequest, pieces: Arriving): Promise<string> {
  let piece = await pieces.next();
  if (isZip(piece) && !core.hasReader) throw new Failure("reader_needed", name);
  refuse(core.handle(JSON.stringify({ type: "open", file_id: fileId, name, dates })));
  for (let offset = 0; offset < size; ) {
    core.feed(fileId, piece);
    offset += piece.byteLength;
    post({ type: "read-progress", id, loaded: offset, total: size });
    piece = offset < size ? await pieces.next() : piece;
    if (cancelled.delete(id)) {
      core.handle(JSON.stringify({ type: "drop", file_id: fileId }));
      throw new Failure("cancelled", name);
    }
  }
  return refuse(core.handle(JSON.stringify({ type: "close", file_id: fileId })));
}

/** An .xlsx is a ZIP, whatever its name says. */
function isZip(bytes: Uint8Array): boolean {
  return ZIP_MAGIC.every((byte, index) => bytes[index] === byte);
}

/** The core refuses in its own contract; a refusal of one file is that file's failure. */
function refuse(reply: string): string {
  const { contract, message } = JSON.parse(reply) as { contract?: string; message?: string };
  if (contract === "odr-error/1") throw new Failure("core", message ?? reply);
  return reply;
}
