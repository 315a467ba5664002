/**
 * Worker of the search: speaks the protocol of the theme's search dialog, in the place of its own.
 */
import { PageIndex, type Section, type Setting } from "./page-index";

type Message =
  | { readonly type: 0; readonly data: { readonly config: Setting; readonly docs: readonly Section[] } }
  | { readonly type: 2; readonly data: string };

let index: PageIndex | undefined;

globalThis.onmessage = ({ data: message }: MessageEvent<Message>) => {
  if (message.type === 0) {
    index = new PageIndex(message.data.docs, message.data.config);
    globalThis.postMessage({ type: 1 });
  } else {
    globalThis.postMessage({ type: 3, data: { items: index?.search(message.data) ?? [] } });
  }
};
