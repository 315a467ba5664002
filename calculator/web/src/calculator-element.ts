/**
 * `<odr-calculator>`: the page's window on a session. Light DOM, so that the site's style and the
 * browser's own tools (find, print, translate, read aloud) reach it.
 *
 * Attributes: `as-of` (a day, default today in UTC), `facts` (address of the page of facts, to
 * which `#key` is added), `clock` and `templates` (pages that answer without the program),
 * `stall-seconds`.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Desk } from "./desk";
import type { Explanation } from "./explanation";
import { ScreenHistory } from "./screen-history";
import { Session } from "./session";
import { localDay } from "./local-day";
import { coreLanguage, loadTexts, type Texts } from "./texts";
import { choice } from "./views/choice";
import { dropZone } from "./views/drop-zone";
import { fileList } from "./views/file-list";
import { keepingSection } from "./views/keeping";
import { letterView } from "./views/letter-view";
import { notices } from "./views/notices";
import { pasteBox } from "./views/paste-box";
import { printSheet } from "./views/print-sheet";
import { requestLine } from "./views/privacy";
import { details, result } from "./views/result";
import { soFar } from "./views/so-far";
import { refusalView, trouble } from "./views/trouble";
import { typedCase } from "./views/typed-case";
import { typedDefects } from "./views/typed-defects";
import type { View } from "./views/view";
import { ways } from "./views/ways";
import { working } from "./views/working";

/** So long after the last key the running result is said aloud. */
const QUIET_MS = 1200;

/** Where reading begins on each screen. */
const HEADINGS = { input: "#odr-typed-title", result: ".odr-result__title", letter: "#odr-letter-title" } as const;

export class CalculatorElement extends LitElement {
  #session: Session | undefined;
  #texts: Texts | undefined;
  #frame = 0;
  #focusWanted: string | undefined;
  /** Files were given, and their result has not been shown. */
  #awaited = false;
  #said: Explanation | undefined;
  #quiet = 0;
  readonly #desk = new Desk(() => this.#soon());
  readonly #history = new ScreenHistory(this.#desk, {
    isGuarded: () => this.#session?.leaving.isGuarded ?? false,
    ask: () => {
      this.#focusWanted = "[data-notice=leaving_back] button";
      this.#session?.leaving.askBack();
    },
    moved: (screen) => (this.#focusWanted = HEADINGS[screen]),
  });

  /** The session, for tests and tools. */
  get session(): Session | undefined {
    return this.#session;
  }

  override connectedCallback(): void {
    this.replaceChildren(); // what stood here for readers without script
    super.connectedCallback();
    const language = this.lang || document.documentElement.lang;
    this.#session ??= new Session(
      { store: null, asOf: this.getAttribute("as-of") ?? localDay(new Date()) },
      coreLanguage(language),
      () => this.#soon(),
      1000 * Number(this.getAttribute("stall-seconds") ?? 20),
    );
    void this.#session.open();
    this.#history.connect();
    void loadTexts(language).then((texts) => {
      this.#texts = texts;
      this.requestUpdate();
    });
    for (const kind of ["focusin", "pointerover", "pointerdown"]) this.addEventListener(kind, this.#intent);
    for (const kind of ["dragenter", "dragover"]) window.addEventListener(kind, this.#drag);
    window.addEventListener("drop", this.#drop);
    for (const kind of ["online", "offline"]) window.addEventListener(kind, this.#connection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ["dragenter", "dragover"]) window.removeEventListener(kind, this.#drag);
    window.removeEventListener("drop", this.#drop);
    for (const kind of ["online", "offline"]) window.removeEventListener(kind, this.#connection);
    clearTimeout(this.#quiet);
    this.#history.disconnect();
    this.#session?.close();
    this.#session = undefined;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.#session;
    const texts = this.#texts;
    if (session === undefined || texts === undefined) return nothing;
    const view = this.#view(session, texts);
    const { explanation } = session;
    const { screen, letter } = this.#desk;
    if (explanation === undefined || screen === "input") return this.#input(view);
    return screen === "letter" && letter !== undefined ? html`${this.#status(view)} ${letterView(view, letter)}` : this.#result(view, explanation);
  }

  protected override updated(): void {
    this.#history.follow();
    this.#showAwaited();
    this.#focus();
    this.#announce();
  }

  #view(session: Session, texts: Texts): View {
    return {
      session,
      texts,
      desk: this.#desk,
      home: HEADINGS.input,
      factUrl: (key) => this.#address("facts", key),
      pageUrl: (name) => this.#address(name),
      addFiles: (files) => this.#add(files),
      awaitResult: () => (this.#awaited = true),
      focus: (selector) => {
        this.#focusWanted = selector;
        this.#soon();
      },
    };
  }

  /** The form, with what is known so far beside it; every other way in below it. */
  #input(view: View): TemplateResult {
    const { session } = view;
    const isBusy = session.phase === "loading" || session.phase === "working";
    const reads = isBusy && session.files.length > 0;
    return html`
      ${this.#status(view)} ${notices(view)} ${session.trouble === undefined ? nothing : trouble(view, session.trouble)}
      ${session.refusal === undefined || session.files.length === 0 ? nothing : refusalView(view, session.refusal)}
      ${reads ? working(view) : nothing} ${requestLine(view)} ${ways(view)}
      <div class="odr-desk">${typedCase(view)} ${soFar(view)} ${typedDefects(view)}</div>
      ${pasteBox(view)} ${dropZone(view)} ${reads ? nothing : fileList(view)} ${keepingSection(view)}
    `;
  }

  #result(view: View, explanation: Explanation): TemplateResult {
    return html`
      ${this.#status(view)} ${view.session.example ? notices(view) : nothing} ${result(view, explanation)} ${requestLine(view)}
      ${details(view, explanation)} ${choice(view, explanation)} ${fileList(view)} ${dropZone(view)} ${keepingSection(view)}
      ${printSheet(explanation)}
    `;
  }

  /** Said to those who do not see the page change. */
  #status({ session, texts }: View): TemplateResult {
    const said =
      session.phase === "loading" && session.files.length > 0 ? texts.say("stage.title")
      : session.wiped ? texts.say("wipe.done")
      : this.#desk.said("result");
    return html`<p class="odr-hidden" role="status">${said}</p>`;
  }

  #add(files: readonly File[]): void {
    this.#awaited ||= files.length > 0;
    this.#session?.add([...files]);
  }

  #showAwaited(): void {
    const session = this.#session;
    if (!this.#awaited || session?.explanation === undefined || session.phase !== "done" || session.computing) return;
    this.#awaited = false;
    this.#focusWanted = ".odr-result__title";
    this.#desk.change({ screen: "result" });
  }

  /** Focus what was asked for as soon as it is there; a heading is brought to the top. */
  #focus(): void {
    if (this.#focusWanted === undefined) return;
    const wanted = this.querySelector<HTMLElement>(this.#focusWanted);
    if (wanted === null) return;
    this.#focusWanted = undefined;
    const isHeading = /^H\d$/.test(wanted.tagName);
    wanted.focus({ preventScroll: isHeading });
    if (isHeading) wanted.scrollIntoView({ block: "start" });
  }

  /** Say a new result once the keys have been quiet. */
  #announce(): void {
    const session = this.#session;
    if (session?.explanation === undefined || session.computing || session.explanation === this.#said) return;
    const explanation = session.explanation;
    this.#said = explanation;
    clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(() => {
      const sentence = explanation.rates.find(({ main }) => main)?.sentence ?? "";
      this.#desk.say("result", this.#texts?.say("typed_case.so_far.announce", { sentence }) ?? "");
    }, QUIET_MS);
  }

  #address(name: string, key?: string): string | undefined {
    const page = this.getAttribute(name);
    return page === null ? undefined : key === undefined ? page : `${page}#${key}`;
  }

  /** Many changes, one picture: bytes arrive faster than a screen shows them. */
  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.requestUpdate();
    });
  }

  readonly #connection = (): void => this.#soon();

  readonly #intent = (event: Event): void => {
    const isInput = event.type !== "pointerover" && event.target instanceof Element && event.target.matches("input, select, textarea");
    if (isInput || (event.target instanceof Element && event.target.closest("[data-drop]") !== null)) this.#session?.wake();
  };

  readonly #drag = (event: Event): void => {
    if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // a file dropped beside the field must not replace the page
    event.dataTransfer.dropEffect = "copy";
    this.#session?.wake();
  };

  readonly #drop = (event: Event): void => {
    if (!(event instanceof DragEvent) || event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    this.#add([...event.dataTransfer.files]);
  };
}
