/** Appeal path: the five steps below each other, one open, and in it one question open at a time. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { type DeskStep, type StepId, STEPS } from "../appeal-contract";
import { causesAfter, causesQuestions } from "./appeal-causes";
import { factsQuestions } from "./appeal-facts";
import { gridBody } from "./appeal-grid";
import { letterBody } from "./appeal-letter";
import { noticeQuestions } from "./appeal-notice";
import type { AppealView, Question } from "./appeal-view";
import { icon } from "./icons";
import { idsKept } from "./ids-kept";
import { undoLine } from "./undo-line";

export function questionsOf(view: AppealView, step: StepId): Question[] {
  if (step === "notice") return noticeQuestions(view);
  if (step === "facts") return factsQuestions(view);
  return step === "causes" ? causesQuestions(view) : [];
}

/** The question that is open: the one asked for, else the first that is not answered. */
export function openQuestion({ desk, session }: AppealView, questions: readonly Question[]): Question | undefined {
  const { question } = desk.spot;
  if (question.endsWith(".")) return questions.find(({ name }) => name.startsWith(question));
  const named = questions.find(({ name }) => name === question);
  if (named !== undefined || (question !== "" && session.isBehind)) return named;
  return questions.find(({ done }) => !done) ?? questions[0];
}

export function path(view: AppealView): TemplateResult {
  return html`<ol class="odr-path">
      ${STEPS.map((id, at) => stepView(view, id, at))}
    </ol>
    ${view.answer === undefined ? nothing : html`<p class="odr-note">${view.answer.time}</p>`}`;
}

function stepView(view: AppealView, id: StepId, at: number): TemplateResult {
  const { answer, desk, texts, go } = view;
  const step = answer?.steps.find((one) => one.id === id);
  const isOpen = desk.spot.step === id;
  const state = isOpen ? "now" : step?.state === "done" ? "done" : "later";
  const title = step?.title ?? texts.say(`desk.step.${id}.title`);
  return html`<li class="odr-path__step odr-path__step--${state}" data-step=${id} aria-current=${isOpen ? "step" : nothing}>
    <span class="odr-path__mark" aria-hidden="true">${state === "done" ? icon("check") : at + 1}</span>
    <div class="odr-path__body">
      <h2 class="odr-path__title" id="odr-step-${id}" tabindex="-1">${title}</h2>
      ${isOpen ? openStep(view, id, step) : closedStep(step, () => go({ step: id, question: "" }), title, view)}
    </div>
  </li>`;
}

function closedStep(step: DeskStep | undefined, open: () => void, title: string, { texts }: AppealView): TemplateResult | typeof nothing {
  if (step === undefined) return nothing;
  const label = texts.say(step.state === "done" ? "appeal_page.change" : "appeal_page.open");
  return html`<p class="odr-path__summary">
    <span class="odr-path__time">${step.state === "later" ? step.time : step.summary}</span>
    <button type="button" class="odr-link" data-open=${step.id} aria-label=${`${label}: ${title}`} @click=${open}>${label}</button>
  </p>`;
}

function openStep(view: AppealView, id: StepId, step: DeskStep | undefined): TemplateResult {
  const { texts } = view;
  return html`
    <p class="odr-path__why">${step === undefined ? texts.say("appeal_page.begin_why") : html`${step.why} <span class="odr-path__time">${step.time}</span>`}</p>
    ${id === "grid" ? gridBody(view) : id === "letter" ? letterBody(view) : questionList(view, id)}
    ${id === "grid" || id === "letter" ? ways(view, id) : nothing}
  `;
}

function questionList(view: AppealView, id: StepId): TemplateResult {
  const questions = questionsOf(view, id);
  const open = openQuestion(view, questions);
  return html`
    <ol class="odr-questions">
      ${repeat(
        questions,
        ({ name }) => name,
        (one) => html`<li class="odr-question-row" data-question=${one.name} data-done=${one.done ? "yes" : "no"}>
          ${one.group === undefined ? nothing : groupView(one.group)} ${one.name === open?.name ? openRow(view, one) : closedRow(view, one)}
        </li>`,
      )}
    </ol>
    ${undoLine(view, ["row"])} ${id === "causes" ? causesAfter(view) : nothing} ${open === undefined && view.answer !== undefined ? ways(view, id) : nothing}
  `;
}

function groupView({ id, title, text, more }: NonNullable<Question["group"]>): TemplateResult {
  return html`<div class="odr-group" data-group=${id}>
    <h3 class="odr-group__title">${title}</h3>
    <p class="odr-field__hint">${text}</p>
    ${more}
  </div>`;
}

function openRow(view: AppealView, question: Question): TemplateResult {
  return html`<div class="odr-question-open" @keydown=${(event: KeyboardEvent) => onEnter(view, event)}>
    <h3 class="odr-question-open__title" id="odr-question-title" tabindex="-1">${idsKept(question.title)}</h3>
    ${question.body()} ${ways(view, question.step, question.choosing)}
  </div>`;
}

function closedRow({ go, texts }: AppealView, { name, step, title, summary, done }: Question): TemplateResult {
  const isAnswered = summary !== "";
  const label = texts.say(isAnswered ? "appeal_page.change" : "appeal_page.answer");
  return html`<div class="odr-question-closed ${isAnswered ? "" : "odr-question-closed--later"}">
    <span class="odr-question-closed__title">${idsKept(title)}${!done && isAnswered ? html` <span class="odr-chip odr-chip--undecided">${texts.say("appeal_page.incomplete")}</span>` : nothing}</span>
    ${isAnswered ? html`<span class="odr-question-closed__answer">${summary}</span>` : nothing}
    <button type="button" class="odr-link" data-to=${name} aria-label=${`${label}: ${title}`} @click=${() => go({ step, question: name })}>${label}</button>
  </div>`;
}

/** On, and back. */
function ways(view: AppealView, step: StepId, isChoosing = false): TemplateResult {
  const { answer, session, texts } = view;
  const isFirst = step === STEPS[0] && openQuestion(view, questionsOf(view, step))?.name === "paste";
  const isWhole = step === "grid" || step === "letter";
  const isLast = step === STEPS[STEPS.length - 1];
  return html`<p class="odr-actions odr-ways-on">
    ${isLast || isChoosing ? nothing : html`<button type="button" class="odr-button odr-button--main" data-next ?disabled=${answer === undefined && session.phase !== "empty"} @click=${() => view.next()}>${texts.say(isWhole ? "appeal_page.next_step" : "appeal_page.next")}</button>`}
    ${isFirst ? nothing : html`<button type="button" class="odr-link" data-back @click=${() => view.back()}>${texts.say(isWhole ? "appeal_page.back_step" : "appeal_page.back")}</button>`}
  </p>`;
}

/** Enter goes to the next field of the question, and from the last one on. */
function onEnter(view: AppealView, event: KeyboardEvent): void {
  const here = event.target as HTMLElement;
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || !here.matches("input, textarea")) return;
  if (here.matches("textarea[rows='6']")) return; // long text has lines
  event.preventDefault();
  const fields = [...(here.closest(".odr-question-open")?.querySelectorAll<HTMLInputElement>("input, select, textarea") ?? [])];
  const isStop = (one: HTMLInputElement): boolean => one.type !== "radio" || one.checked || one === fields.find(({ name }) => name === one.name);
  const next = fields.slice(fields.indexOf(here as HTMLInputElement) + 1).find((one) => isStop(one) && one.name !== ((here as HTMLInputElement).name || undefined));
  if (next === undefined) view.next();
  else next.focus();
}
