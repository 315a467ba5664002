/**
 * `<odr-appeal>`: the appeal desk's window on its session.
 *
 * Attributes: those of the calculator, and the addresses of the pages the route leads to.
 */
import { html, nothing, type TemplateResult } from "lit";
import { type StepId, STEPS } from "./appeal-contract";
import { AppealDesk, type Spot } from "./appeal-desk";
import { AppealHistory } from "./appeal-history";
import { AppealSession } from "./appeal-session";
import { PageElement } from "./page-element";
import type { Choice } from "./typed-work";
import { beginOnly } from "./views/appeal-causes";
import { fieldId } from "./views/appeal-field";
import { paper } from "./views/appeal-paper";
import { openQuestion, path, questionsOf } from "./views/appeal-path";
import { preview } from "./views/appeal-preview";
import { wordsOf } from "./views/appeal-review-column";
import type { AppealView, Question } from "./views/appeal-view";
import { keepingSection } from "./views/keeping";
import { notices } from "./views/notices";
import { requestLine } from "./views/privacy";
import { trouble } from "./views/trouble";
import { working } from "./views/working";

const HEADING = "#odr-question-title";

export class AppealElement extends PageElement<AppealSession> {
  #said = "";
  readonly #desk = new AppealDesk(() => this.soon());
  readonly #history = new AppealHistory(this.#desk, {
    isGuarded: () => this.session?.leaving.isGuarded ?? false,
    ask: () => {
      this.want("[data-notice=leaving_back] button");
      this.session?.leaving.askBack();
    },
    moved: (step) => this.want(`#odr-step-${step}`),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#history.connect();
  }

  override disconnectedCallback(): void {
    this.#history.disconnect();
    super.disconnectedCallback();
  }

  protected override newSession(start: Choice, language: string, onChange: () => void, stallMs: number): AppealSession {
    return new AppealSession(start, language, onChange, stallMs);
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view();
    if (view === undefined) return nothing;
    const { session, answer, desk } = view;
    const isWide = desk.spot.step === "grid" || desk.spot.step === "letter";
    const waits = answer === undefined && (session.phase === "loading" || session.phase === "working");
    return html`
      <p class="odr-hidden" role="status">${session.wiped ? view.texts.say("wipe.done") : desk.said("result")}</p>
      ${notices(view)} ${session.trouble === undefined ? nothing : trouble(view, session.trouble)} ${refusal(view)} ${requestLine(view)}
      <div class="odr-appeal ${isWide ? "odr-appeal--whole" : ""}">
        <div class="odr-appeal__path">${path(view)} ${waits ? working(view) : nothing}</div>
        ${isWide ? nothing : preview(view)}
      </div>
      ${keepingSection(view)} ${answer === undefined ? nothing : paper(answer.letter)}
    `;
  }

  protected override updated(): void {
    this.#pin();
    this.#history.follow();
    this.#goOn();
    super.updated();
    this.#announce();
    this.#review();
  }

  /** Have the letter read while it is before the seller's eyes, never before the desk has answered. */
  #review(): void {
    const { session } = this;
    if (session?.answer === undefined) return;
    if (this.#desk.spot.step !== "letter" || session.isBehind) return session.review.cancel();
    session.review.want(wordsOf(session.answer.letter, this.#desk.length));
  }

  #view(): AppealView | undefined {
    const { session, texts } = this;
    if (session === undefined || texts === undefined) return undefined;
    return {
      session,
      texts,
      desk: this.#desk,
      answer: session.answer,
      home: HEADING,
      ...this.ways,
      addFiles: (files) => session.add(files),
      awaitResult: () => undefined,
      go: (spot) => this.#go(spot),
      next: () => {
        session.wake();
        this.#desk.wants = "next";
        this.soon();
      },
      back: () => this.#back(),
      jump: (field) => this.#jump(field),
    };
  }

  #go(spot: Spot, field?: string): void {
    const view = this.#view();
    const isList = view !== undefined && questionsOf(view, spot.step).length > 0;
    this.want(isList ? HEADING : `#odr-step-${spot.step}`, field === undefined ? undefined : fieldId(field));
    this.#desk.go(spot);
  }

  /** The open question stays open while it is being answered. */
  #pin(): void {
    const [view, { step }] = [this.#view(), this.#desk.spot];
    const open = view === undefined ? undefined : openQuestion(view, questionsOf(view, step));
    if (open === undefined) return;
    this.#desk.spot = { step, question: open.name };
    this.#desk.visit(this.#desk.spot);
  }

  /** The next question that is open or was never seen, once the answer it may depend on is here. */
  #goOn(): void {
    const view = this.#view();
    if (view === undefined || this.#desk.wants === undefined || view.answer === undefined) return;
    if (view.session.computing) return;
    this.#desk.wants = undefined;
    const { step } = this.#desk.spot;
    const questions = questionsOf(view, step);
    const here = questions.findIndex(({ name }) => name === this.#desk.spot.question);
    const isDue = ({ name, done, summary, asks }: Question): boolean =>
      !done || ((summary === "" || asks === "once") && !this.#desk.wasAt({ step, question: name }));
    const next = questions.slice(here + 1).find(isDue);
    if (next !== undefined) return this.#go({ step, question: next.name });
    const after = STEPS[STEPS.indexOf(step) + 1];
    if (after === "causes" && beginOnly(view)) return;
    if (after !== undefined) this.#go({ step: after, question: "" });
  }

  #back(): void {
    const view = this.#view();
    if (view === undefined) return;
    const { step, question } = this.#desk.spot;
    const questions = questionsOf(view, step);
    const before = questions[questions.findIndex(({ name }) => name === question) - 1];
    if (before !== undefined) return this.#go({ step, question: before.name });
    const earlier = STEPS[STEPS.indexOf(step) - 1];
    if (earlier === undefined) return;
    const last = questionsOf(view, earlier).pop();
    this.#go({ step: earlier, question: last?.name ?? "" });
  }

  #jump(path: string): void {
    const view = this.#view();
    if (view === undefined) return;
    const all = STEPS.flatMap((step) => questionsOf(view, step));
    const holds = (test: (one: string) => boolean): Question | undefined => all.find(({ paths }) => paths.some(test));
    const found = holds((one) => one === path) ?? holds((one) => path.startsWith(`${one}.`)) ?? holds((one) => one.startsWith(`${path}.`));
    if (found !== undefined) return this.#go({ step: found.step, question: found.name }, path);
    const spot = nearest(path);
    this.#go(spot, path);
  }

  /** Say what the letter still needs once the keys have been quiet. */
  #announce(): void {
    const answer = this.session?.answer;
    if (answer === undefined || this.session?.computing) return;
    const { ready, missing, problems } = answer.letter;
    const words = ready
      ? this.texts?.say("appeal_page.no_gap")
      : this.texts?.say("appeal_page.announce", { blanks: missing.length, problems: problems.length });
    if (words === undefined || words === this.#said) return;
    const isFirst = this.#said === "";
    this.#said = words;
    if (!isFirst) this.sayLater(() => this.#desk.say("result", words));
  }
}

/** The core has no desk for this case and says why; nothing of it is lost. */
function refusal({ session }: AppealView): TemplateResult | typeof nothing {
  const { refusal: said } = session;
  if (said === undefined) return nothing;
  return html`<div class="odr-callout odr-callout--danger" role="alert" data-refusal=${said.code}><p>${said.message}</p></div>`;
}

/** The place of a path that no question names by itself. */
function nearest(path: string): Spot {
  const [top, name, id] = path.split(".");
  if (top === "appeal" && name === "causes" && id !== undefined) return { step: "causes", question: `${id}.` };
  if (top === "appeal" && name === "notice") return { step: "notice", question: "route." };
  if (top === "defects" || top === "marks") return { step: "facts", question: `defect.${name ?? ""}` };
  return { step: (top === "appeal" ? "letter" : "notice") satisfies StepId, question: "" };
}
