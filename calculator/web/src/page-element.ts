/**
 * Page element: what the elements of the site have in common around a session. Light DOM, so that the
 * site's style and the browser's own tools (find, print, translate, read aloud) reach it.
 *
 * Attributes: `as-of` (a day, default today), `stall-seconds`, and the addresses of pages by name.
 */
import { LitElement } from "lit";
import { localDay } from "./local-day";
import type { Session } from "./session";
import { coreLanguage, loadTexts, type Texts } from "./texts";
import type { Choice } from "./typed-work";
import type { View } from "./views/view";

/** So long after the last key what has changed is said aloud. */
const QUIET_MS = 1200;

/** What to focus once it is drawn: the field of this id, else the element it stands below. */
interface Wanted {
  readonly selector: string;
  readonly field?: string | undefined;
}

export abstract class PageElement<Held extends Session> extends LitElement {
  #session: Held | undefined;
  #texts: Texts | undefined;
  #frame = 0;
  #quiet = 0;
  #wanted: Wanted | undefined;

  protected abstract newSession(start: Choice, language: string, onChange: () => void, stallMs: number): Held;

  /** Which events may be the first sign that the seller means to begin. */
  protected readonly intents: readonly string[] = ["focusin", "pointerdown"];

  protected isIntent(target: Element, _type: string): boolean {
    return target.matches("input, select, textarea, button, label, label *");
  }

  /** The session, for tests and tools. */
  get session(): Held | undefined {
    return this.#session;
  }

  protected get texts(): Texts | undefined {
    return this.#texts;
  }

  override connectedCallback(): void {
    this.replaceChildren(); // what stood here for readers without script
    super.connectedCallback();
    const language = this.lang || document.documentElement.lang;
    const start = { store: null, asOf: this.getAttribute("as-of") ?? localDay(new Date()) };
    const stallMs = 1000 * Number(this.getAttribute("stall-seconds") ?? 20);
    this.#session ??= this.newSession(start, coreLanguage(language), () => this.soon(), stallMs);
    void this.#session.open();
    void loadTexts(language).then((texts) => {
      this.#texts = texts;
      this.requestUpdate();
    });
    for (const kind of this.intents) this.addEventListener(kind, this.#intent);
    for (const kind of ["online", "offline"]) window.addEventListener(kind, this.#connection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ["online", "offline"]) window.removeEventListener(kind, this.#connection);
    clearTimeout(this.#quiet);
    this.#session?.close();
    this.#session = undefined;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    this.#focus();
  }

  /** What every view is given, whatever the page. */
  protected get ways(): Pick<View, "factUrl" | "pageUrl" | "focus"> {
    return {
      factUrl: (key) => this.#address("facts", key),
      pageUrl: (name, key) => this.#address(name, key),
      focus: (selector) => {
        this.want(selector);
        this.soon();
      },
    };
  }

  /** Focus an element as soon as it is there. */
  protected want(selector: string, field?: string): void {
    this.#wanted = { selector, field };
  }

  /** Say something once the keys have been quiet. */
  protected sayLater(say: () => void): void {
    clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(say, QUIET_MS);
  }

  /** Many changes, one picture: bytes arrive faster than a screen shows them. */
  protected soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.requestUpdate();
    });
  }

  /** A heading is brought to the top. */
  #focus(): void {
    if (this.#wanted === undefined) return;
    const { selector, field } = this.#wanted;
    const below = this.querySelector<HTMLElement>(selector);
    if (below === null) return;
    const own = field === undefined ? null : this.querySelector<HTMLElement>(`#${CSS.escape(field)}`);
    this.#wanted = undefined;
    const isHeading = /^H\d$/.test(below.tagName);
    if (isHeading) below.scrollIntoView({ block: "start" });
    (own ?? below).focus({ preventScroll: own === null && isHeading });
  }

  #address(name: string, key?: string): string | undefined {
    const page = this.getAttribute(name);
    return page === null ? undefined : key === undefined ? page : `${page}#${key}`;
  }

  readonly #connection = (): void => this.soon();

  readonly #intent = (event: Event): void => {
    if (event.target instanceof Element && this.isIntent(event.target, event.type)) this.#session?.wake();
  };
}
