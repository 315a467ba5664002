/** Scope: what a service worker is given; the types of the page know nothing of it. */
export interface Window {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

interface Later extends Event {
  waitUntil(done: Promise<unknown>): void;
}

export interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Told extends Later {
  readonly data: { readonly type: "keep" | "keep-used" | "keep-all" | "state" | "take" | "forget"; readonly folder?: string };
  readonly ports: readonly MessagePort[];
}

interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Window[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Later) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
}

export const scope = globalThis as unknown as Scope;
export const ROOT = new URL("./", scope.location.href).href;

/** The windows that show a page of this site, whoever serves them. */
export async function windows(): Promise<readonly Window[]> {
  const all = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(ROOT));
}

/** Whether a window holds something of the seller's; one that does not answer may. */
export async function holdsData(window: Window): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((answer) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => answer(data);
    setTimeout(() => answer(true), 2000);
    window.postMessage({ type: "holds-data" }, [port2]);
  });
}
