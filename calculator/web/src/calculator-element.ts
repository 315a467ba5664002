/**
 * `<odr-calculator>`: the page's window on a session.
 *
 * Attributes: `facts` (address of the page of facts, to which `#key` is added), `clock` and `templates`
 * (pages that answer without the program), and those of every page element.
 */
import { html, nothing, type TemplateResult } from "lit";
import { Desk } from "./desk";
import type { Explanation } from "./explanation";
import { PageElement } from "./page-element";
import { ScreenHistory } from "./screen-history";
import { Session } from "./session";
import type { Texts } from "./texts";
import type { Choice } from "./typed-work";
import { choice } from "./views/choice";
import { dropZone } from "./views/drop-zone";
import { fileList } from "./views/file-list";
import { keepingSection } from "./views/keeping";
import { letterView } from "./views/letter-view";
import { keptElsewhere, notices } from "./views/notices";
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

/** Where reading begins on each screen. */
const HEADINGS = { input: "#odr-typed-title", result: ".odr-result__title", letter: "#odr-letter-title" } as const;

export class CalculatorElement extends PageElement<Session> {
  protected override readonly intents = ["focusin", "pointerover", "pointerdown"];
  /** Files were given, and their result has not been shown. */
  #awaited = false;
  #said: Explanation | undefined;
  /** The head of a result stands; what is below it is drawn in a moment of its own. */
  #hasHead = false;
  readonly #desk = new Desk(() => this.soon());
  readonly #history = new ScreenHistory(this.#desk, {
    isGuarded: () => this.session?.leaving.isGuarded ?? false,
    ask: () => {
      this.want("[data-notice=leaving_back] button");
      this.session?.leaving.askBack();
    },
    moved: (screen) => this.want(HEADINGS[screen]),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#history.connect();
    for (const kind of ["dragenter", "dragover"]) window.addEventListener(kind, this.#drag);
    window.addEventListener("drop", this.#drop);
  }

  override disconnectedCallback(): void {
    for (const kind of ["dragenter", "dragover"]) window.removeEventListener(kind, this.#drag);
    window.removeEventListener("drop", this.#drop);
    this.#history.disconnect();
    super.disconnectedCallback();
  }

  protected override newSession(start: Choice, language: string, onChange: () => void, stallMs: number): Session {
    return new Session(start, language, onChange, stallMs);
  }

  protected override isIntent(target: Element, type: string): boolean {
    return (type !== "pointerover" && target.matches("input, select, textarea")) || target.closest("[data-drop]") !== null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, texts } = this;
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
    this.#showDetails();
    super.updated();
    this.#announce();
  }

  #view(session: Session, texts: Texts): View {
    return {
      session,
      texts,
      desk: this.#desk,
      home: HEADINGS.input,
      ...this.ways,
      addFiles: (files) => this.#add(files),
      awaitResult: () => (this.#awaited = true),
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
    const below = (): TemplateResult => html`
      ${details(view, explanation)} ${choice(view, explanation)} ${fileList(view)} ${dropZone(view)} ${keepingSection(view)} ${printSheet(explanation)}
    `;
    return html`
      ${this.#status(view)} ${view.session.example ? notices(view) : keptElsewhere(view)} ${result(view, explanation)} ${requestLine(view)}
      ${this.#hasHead ? below() : nothing}
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
    this.session?.add([...files]);
  }

  /** The answer first: drawn with everything below it, it would hold up the seller's clicks. */
  #showDetails(): void {
    const isShown = this.querySelector(".odr-result__title") !== null;
    if (isShown === this.#hasHead) return;
    this.#hasHead = isShown;
    if (isShown) this.soon();
  }

  #showAwaited(): void {
    const session = this.session;
    if (!this.#awaited || session?.explanation === undefined || session.phase !== "done" || session.computing) return;
    this.#awaited = false;
    this.want(".odr-result__title");
    this.#desk.change({ screen: "result" });
  }

  /** Say a new result once the keys have been quiet. */
  #announce(): void {
    const session = this.session;
    if (session?.explanation === undefined || session.computing || session.explanation === this.#said) return;
    const explanation = session.explanation;
    this.#said = explanation;
    this.sayLater(() => {
      const sentence = explanation.rates.find(({ main }) => main)?.sentence ?? "";
      this.#desk.say("result", this.texts?.say("typed_case.so_far.announce", { sentence }) ?? "");
    });
  }

  readonly #drag = (event: Event): void => {
    if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // a file dropped beside the field must not replace the page
    event.dataTransfer.dropEffect = "copy";
    this.session?.wake();
  };

  readonly #drop = (event: Event): void => {
    if (!(event instanceof DragEvent) || event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    this.#add([...event.dataTransfer.files]);
  };
}
