/**
 * `<odr-calculator>`: the page's window on a session. Light DOM, so that the site's style and the
 * browser's own tools (find, print, translate, read aloud) reach it.
 *
 * Attributes: `as-of` (a day, default today in UTC), `facts` (address of the page of facts, to
 * which `#key` is added), `stall-seconds`.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Explanation } from "./explanation";
import { Session } from "./session";
import { coreLanguage, loadTexts, type Texts } from "./texts";
import { choice } from "./views/choice";
import { dropZone } from "./views/drop-zone";
import { fileList } from "./views/file-list";
import { requestLine, wipe } from "./views/privacy";
import { details, result } from "./views/result";
import { refusalView, trouble } from "./views/trouble";
import type { View } from "./views/view";
import { working } from "./views/working";

export class CalculatorElement extends LitElement {
  #session: Session | undefined;
  #texts: Texts | undefined;
  #frame = 0;
  #shown = false;

  /** The session, for tests and tools. */
  get session(): Session | undefined {
    return this.#session;
  }

  override connectedCallback(): void {
    this.replaceChildren(); // what stood here for readers without script
    super.connectedCallback();
    const language = this.lang || document.documentElement.lang;
    this.#session ??= new Session(
      { store: null, asOf: this.getAttribute("as-of") ?? new Date().toISOString().slice(0, 10) },
      coreLanguage(language),
      () => this.#soon(),
      1000 * Number(this.getAttribute("stall-seconds") ?? 20),
    );
    void this.#session.open();
    void loadTexts(language).then((texts) => {
      this.#texts = texts;
      this.requestUpdate();
    });
    for (const kind of ["focusin", "pointerover", "pointerdown"]) this.addEventListener(kind, this.#intent);
    for (const kind of ["dragenter", "dragover"]) window.addEventListener(kind, this.#drag);
    window.addEventListener("drop", this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ["dragenter", "dragover"]) window.removeEventListener(kind, this.#drag);
    window.removeEventListener("drop", this.#drop);
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
    const view: View = { session, texts, factUrl: (key) => this.#factUrl(key) };
    return session.explanation === undefined ? this.#before(view) : this.#after(view, session.explanation);
  }

  protected override updated(): void {
    const heading = this.querySelector<HTMLElement>(".odr-result__title");
    if (heading !== null && !this.#shown) {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "start" });
    }
    this.#shown = heading !== null;
  }

  /** Nothing to show yet: pick files, or watch them being read. */
  #before(view: View): TemplateResult {
    const { session } = view;
    const busy = session.phase === "loading" || session.phase === "working";
    return html`
      ${this.#status(view)} ${session.trouble === undefined ? nothing : trouble(view, session.trouble)}
      ${session.refusal === undefined ? nothing : refusalView(view, session.refusal)}
      ${busy && session.files.length > 0 ? nothing : dropZone(view)} ${busy ? working(view) : nothing}
      ${requestLine(view)} ${busy ? nothing : fileList(view)}
      ${session.files.length > 0 ? wipe(view) : nothing}
    `;
  }

  #after(view: View, explanation: Explanation): TemplateResult {
    return html`
      ${this.#status(view)} ${result(view, explanation)} ${requestLine(view)} ${details(view, explanation)}
      ${choice(view, explanation)} ${fileList(view)} ${dropZone(view)} ${wipe(view)}
    `;
  }

  /** Said to those who do not see the page change. */
  #status({ session, texts }: View): TemplateResult {
    const said =
      session.phase === "loading" ? "stage.title"
      : session.phase === "ready" ? "drop.ready"
      : session.computing ? "stage.compute"
      : session.explanation !== undefined ? "result.announce"
      : session.wiped ? "wipe.done"
      : undefined;
    return html`<p class="odr-hidden" role="status">${said === undefined ? "" : texts.say(said)}</p>`;
  }

  #factUrl(key: string): string | undefined {
    const page = this.getAttribute("facts");
    return page === null ? undefined : `${page}#${key}`;
  }

  /** Many changes, one picture: bytes arrive faster than a screen shows them. */
  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.requestUpdate();
    });
  }

  readonly #intent = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest("[data-drop], [data-case]") !== null) this.#session?.wake();
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
    this.#session?.add([...event.dataTransfer.files]);
  };
}
