/**
 * Surroundings: what the browser the page is in can do. Browsers inside messengers open no files and
 * download nothing, or do so by chance; there everything goes by paste and copy.
 */
export interface Surroundings {
  /** The app whose built-in browser this is. */
  readonly app: "wechat" | "other" | null;
  readonly canPick: boolean;
  readonly canDownload: boolean;
}

const WECHAT = /MicroMessenger|WindowsWechat|MacWechat/i;
const OTHERS = /\b(?:QQ\/|QQTheme|DingTalk|Weibo|AlipayClient|Lark|Feishu|BytedanceWebview|aweme|FBAN|FBAV|Instagram|Line\/)/i;

export function surroundingsOf(agent: string): Surroundings {
  const app = WECHAT.test(agent) ? "wechat" : OTHERS.test(agent) ? "other" : null;
  return { app, canPick: app === null, canDownload: app === null };
}

/** The page's search index: it comes with the program, so that a search asks for nothing while data is here. */
export function searchIndexUrl(): string {
  const config = document.getElementById("__config")?.textContent ?? "{}";
  const { base = "." } = JSON.parse(config) as { base?: string };
  return new URL(`${base}/search/search_index.json`, location.href).href;
}
