/**
 * Shelf: what of one version of the site stays on this device.
 *
 * A version has a cache of its own, so that no page ever meets a file of another one. Only files
 * whose name changes with their content are taken over from an earlier version.
 */
import { ROOT } from "./scope";
import { type Pack, site } from "./site";

const PREFIX = `odr ${ROOT} `;
const NAME = PREFIX + site.version;
const PROGRAM = "program";
const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
  csv: "text/csv; charset=utf-8",
  tsv: "text/tab-separated-values; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};
const named = new Set([...Object.values(site.pages).flatMap(({ files }) => files), ...site.program.files]);

/** Whether the name of a file changes with its content. */
export function isNamedByContent(path: string): boolean {
  return named.has(path);
}

export async function find(path: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(NAME)).match(ROOT + path);
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

/** Put by what was fetched anyway. */
export async function put(path: string, response: Response): Promise<void> {
  await (await caches.open(NAME)).put(ROOT + path, response);
}

/** Keep every page of a language, with what the pages load: one file and what is not here yet. */
export async function keepPages(folder: string): Promise<void> {
  const pages = site.pages[folder];
  if (pages === undefined || (await isKept(`pages ${folder}`))) return;
  await Promise.all([...pages.files.map(hold), unpack(pages.pack)]);
  await put(mark(`pages ${folder}`), new Response());
}

export async function keepProgram(): Promise<void> {
  if (await isKept(PROGRAM)) return;
  await Promise.all(site.program.files.map(hold));
  await put(mark(PROGRAM), new Response());
}

/** Put the program by as the browser has it, once it was used: without asking the network for anything. */
export async function keepUsed(): Promise<void> {
  const absent = await Promise.all(site.program.files.map(async (path) => ((await find(path)) === undefined ? path : undefined)));
  for (const path of absent.filter((one) => one !== undefined)) {
    const own = await fetch(ROOT + path, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
    if (own?.ok === true) await put(path, own);
  }
}

/** Complete the program once a part of it was used. */
export async function keepProgramIfUsed(): Promise<void> {
  const used = await Promise.all(site.program.files.map(find));
  if (used.some((part) => part !== undefined)) await keepProgram();
}

export interface State {
  readonly pages: readonly string[];
  readonly program: boolean;
}

/** What is kept of this version, or of an earlier one. */
export async function stateOf(name = NAME): Promise<State> {
  const folders = Object.keys(site.pages);
  const kept = await Promise.all(folders.map((folder) => isKept(`pages ${folder}`, name)));
  return { pages: folders.filter((_, index) => kept[index]), program: await isKept(PROGRAM, name) };
}

/** Keep of this version what an earlier one kept. */
export async function keepAsBefore(): Promise<void> {
  const before = await Promise.all((await others()).map((name) => stateOf(name)));
  for (const folder of new Set(before.flatMap(({ pages }) => pages))) await keepPages(folder);
  if (before.some(({ program }) => program)) await keepProgram();
}

/** The caches of the other versions; none where the browser keeps nothing. */
export async function others(): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  } catch {
    return [];
  }
}

export async function forget(names: readonly string[] = [NAME]): Promise<void> {
  for (const name of names) await caches.delete(name);
}

async function hold(path: string): Promise<void> {
  if ((await find(path)) !== undefined) return;
  const response = (await caches.match(ROOT + path)) ?? (await fetched(path));
  await put(path, response);
}

async function unpack(path: string): Promise<void> {
  const packed = (await fetched(path)).body?.pipeThrough(new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>);
  const { lines, files } = (await new Response(packed ?? null).json()) as Pack;
  for (const [file, numbers] of Object.entries(files)) {
    const type = TYPES[/\.(\w+)$/.exec(file)?.[1] ?? ""];
    const text = numbers.map((number) => lines[number]).join("");
    await put(file, new Response(text, { headers: type === undefined ? { ...site.headers, "content-type": "text/html; charset=utf-8" } : { "content-type": type } }));
  }
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(ROOT + path, { priority: "low" } as RequestInit);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

async function isKept(what: string, name = NAME): Promise<boolean> {
  return (await (await caches.open(name)).match(ROOT + mark(what))) !== undefined;
}

function mark(what: string): string {
  return `kept?${encodeURIComponent(what)}`;
}
