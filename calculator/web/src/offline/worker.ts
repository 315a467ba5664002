/**
 * Service worker: the site without a network. It is asked for files and never sees what a seller types.
 *
 * A page comes from the version that is kept, or from the host; the two are never mixed. A newer
 * version is fetched whole and takes over when no other window shows the old one.
 */
import { type Asked, holdsData, ROOT, scope, type Told, windows } from "./scope";
import { find, forget, isNamedByContent, keepAsBefore, keepPages, keepProgram, keepProgramIfUsed, keepUsed, others, put, stateOf } from "./shelf";
import { site } from "./site";

/** How the program asks for its parts where the browser's own copy will do. */
const PAST_US: readonly RequestCache[] = ["force-cache", "only-if-cached"];

scope.addEventListener("install", (event) => event.waitUntil(installed()));
scope.addEventListener("activate", (event) => event.waitUntil(activated()));
scope.addEventListener("message", (event) => event.waitUntil(answered(event)));
scope.addEventListener("fetch", (event) => {
  const { method, url, mode, cache } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT) || PAST_US.includes(cache)) return;
  const path = new URL(url).pathname.slice(new URL(ROOT).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  event.respondWith(mode === "navigate" ? page(event, path) : part(event, path));
});

/** A newer version waits until it is here whole; while a seller's data is open nothing is fetched. */
async function installed(): Promise<void> {
  if ((await others()).length === 0) return;
  const busy = await Promise.all((await windows()).map(holdsData));
  if (busy.includes(true)) throw new Error("Not now: a window holds a seller's data.");
  await keepAsBefore();
}

async function activated(): Promise<void> {
  await forget(await others());
  await scope.clients.claim();
}

async function page({ request }: Asked, path: string): Promise<Response> {
  const held = await find(path);
  if (held !== undefined) return held;
  if (!path.endsWith("/") && (await find(`${path}/`)) !== undefined) return Response.redirect(`${ROOT}${path}/`);
  try {
    return await fetch(request);
  } catch (thrown) {
    const folder = Object.keys(site.pages).find((one) => one !== "" && path.startsWith(one)) ?? "";
    for (const one of [folder, ...Object.keys(site.pages)]) {
      if ((await find(one + site.about)) !== undefined) return Response.redirect(`${ROOT}${one}${site.about}`);
    }
    throw thrown;
  }
}

/** A file whose name tells its content is put by as it passes; any other belongs to its version. */
async function part({ request }: Asked, path: string): Promise<Response> {
  const held = request.cache === "reload" ? undefined : await find(path);
  if (held !== undefined) return held;
  const response = await fetch(request);
  if (response.ok && isNamedByContent(path)) {
    const copy = response.clone();
    put(path, copy).catch(() => undefined);
  }
  return response;
}

async function answered({ data, ports: [port] }: Told): Promise<void> {
  try {
    const answer = await ANSWERS[data.type](data.folder ?? "");
    port?.postMessage(answer);
  } catch (thrown) {
    port?.postMessage({ failed: String(thrown) });
  }
}

async function state(folder: string): Promise<unknown> {
  const bytes = site.program.bytes + (site.pages[folder]?.bytes ?? 0);
  return { ...(await stateOf()), bytes };
}

const ANSWERS: Readonly<Record<Told["data"]["type"], (folder: string) => Promise<unknown>>> = {
  keep: async (folder) => {
    await keepPages(folder);
    await keepProgramIfUsed();
    return state(folder);
  },
  /** The program has started in a window: what of it the browser has, we keep. */
  "keep-used": keepUsed,
  "keep-all": async (folder) => {
    await keepPages(folder);
    await keepProgram();
    return state(folder);
  },
  state,
  /** Asked by a page that is here whole; while one is on its way Chromium would let it wait for half a minute. */
  take: async () => {
    if ((await windows()).length > 1) return { others: true };
    await scope.skipWaiting();
    return {};
  },
  forget: async (folder) => {
    await forget();
    return state(folder);
  },
};
