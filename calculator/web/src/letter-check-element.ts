/**
 * `<odr-letter-check>`: a letter, read by the rules while it is typed.
 *
 * Attributes: `rules` (the page of rules), `facts`, and those of every page element.
 */
import { html, nothing, type TemplateResult } from "lit";
import { LetterDesk } from "./letter-desk";
import { LetterSession } from "./letter-session";
import { PageElement } from "./page-element";
import { type Numbered, shown } from "./review";
import type { Choice } from "./typed-work";
import { keepingSection } from "./views/keeping";
import { LETTER_ID, letterCheck } from "./views/letter-check";
import type { LetterCheckView } from "./views/letter-check-view";
import { findingAt } from "./views/marked-text";
import { notices } from "./views/notices";
import { requestLine } from "./views/privacy";
import { trouble } from "./views/trouble";
import { working } from "./views/working";

export class LetterCheckElement extends PageElement<LetterSession> {
  #said = "";
  readonly #desk = new LetterDesk(() => this.soon());

  protected override newSession(start: Choice, language: string, onChange: () => void, stallMs: number): LetterSession {
    return new LetterSession(start, language, onChange, stallMs);
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view();
    if (view === undefined) return nothing;
    const { session, texts } = view;
    const waits = session.review === undefined && (session.phase === "loading" || session.phase === "working");
    return html`
      <p class="odr-hidden" role="status">${session.wiped ? texts.say("wipe.done") : this.#desk.said("result")}</p>
      ${notices(view)} ${session.trouble === undefined ? nothing : trouble(view, session.trouble)} ${letterCheck(view)}
      ${waits ? working(view) : nothing} ${requestLine(view)} ${keepingSection(view)}
    `;
  }

  protected override updated(): void {
    super.updated();
    this.#announce();
  }

  #view(): LetterCheckView | undefined {
    const { session, texts } = this;
    if (session === undefined || texts === undefined) return undefined;
    const found = session.review === undefined ? [] : shown(session.findings, session.review, this.#desk.all);
    return {
      session,
      texts,
      desk: this.#desk,
      home: `#${LETTER_ID}`,
      ...this.ways,
      addFiles: (files) => session.add(files),
      awaitResult: () => undefined,
      shown: found,
      here: findingAt(found, this.#desk.caret),
      toWords: (finding) => this.#select(finding),
    };
  }

  /** Select the words of a finding and bring them before the eyes. */
  #select({ number, start, end }: Numbered): void {
    const field = this.querySelector<HTMLTextAreaElement>(`#${LETTER_ID}`);
    const mark = this.querySelector(`.odr-mark[data-findings~="${number}"]`);
    if (field === null) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
    this.#desk.moveTo(start);
    mark?.scrollIntoView({ block: "center" });
  }

  /** Say how much was found, once the keys have been quiet and the number has changed. */
  #announce(): void {
    const { session } = this;
    if (session?.review === undefined || session.isBehind) return;
    const words = session.review.verdict;
    if (words === this.#said) return;
    this.#said = words;
    this.sayLater(() => this.#desk.say("result", words));
  }
}
