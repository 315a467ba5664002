/**
 * Worker: answers the protocol, one message at a time, and calls the core.
 *
 * Nothing here decides anything about orders. Files arrive as handles and are fed in chunks, so
 * that a large one shows progress and can be cancelled between two chunks.
 */
import { Python } from "./python";
import { asFailure, Failure, type ReadRequest, type Reply, type Request } from "./protocol";
import { wasSent } from "./wire";

/** 2 MB: an eighth quicker than 1, and a slow machine still stops within the moment it is told to. */
const CHUNK = 2 * 1024 * 1024;
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04] as const;

const post: (reply: Reply) => void = (reply) => globalThis.postMessage(reply);
const cancelled = new Set<number>();
let python: Promise<Python> | undefined;

globalThis.onmessage = (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.type === "cancel") {
    cancelled.add(request.target);
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

async function answer(request: Exclude<Request, { type: "cancel" }>): Promise<string> {
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
  const core = await running();
  try {
    return await read(core, request);
  } catch (thrown) {
    if (thrown instanceof Failure || !(thrown instanceof Error) || thrown.name !== "PythonError") throw thrown;
    core.handle(JSON.stringify({ type: "drop", file_id: request.fileId }));
    const { code, message } = asFailure(thrown, "crashed");
    throw new Failure(code === "memory" ? "too_large" : "fault", message);
  }
}

async function read(core: Python, { id, fileId, file, dates }: ReadRequest): Promise<string> {
  let chunk = await chunkAt(file, 0);
  if (isZip(chunk) && !core.hasReader) throw new Failure("reader_needed", file.name);
  refuse(core.handle(JSON.stringify({ type: "open", file_id: fileId, name: file.name, dates })));
  for (let offset = 0; offset < file.size; ) {
    const next = chunkAt(file, offset + chunk.byteLength); // the browser reads on while Python works
    core.feed(fileId, chunk);
    offset += chunk.byteLength;
    post({ type: "read-progress", id, loaded: offset, total: file.size });
    chunk = await next;
    if (cancelled.delete(id)) {
      core.handle(JSON.stringify({ type: "drop", file_id: fileId }));
      throw new Failure("cancelled", file.name);
    }
  }
  return refuse(core.handle(JSON.stringify({ type: "close", file_id: fileId })));
}

/** An .xlsx is a ZIP, whatever its name says. */
function isZip(bytes: Uint8Array): boolean {
  return ZIP_MAGIC.every((byte, index) => bytes[index] === byte);
}

async function chunkAt(file: File, offset: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(offset, offset + CHUNK).arrayBuffer());
  } catch (thrown) {
    throw new Failure("unreadable", thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The core refuses in its own contract; a refusal of one file is that file's failure. */
function refuse(reply: string): string {
  const { contract, message } = JSON.parse(reply) as { contract?: string; message?: string };
  if (contract === "odr-error/1") throw new Failure("core", message ?? reply);
  return reply;
}
