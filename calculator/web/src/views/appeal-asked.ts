/** Appeal asked: one question with whole-row answers, of the route or of the way to a root cause. */
import { html, nothing, type TemplateResult } from "lit";
import type { Asked, Offered, StepId } from "../appeal-contract";
import { appealField, isOpen, shownIn } from "./appeal-field";
import type { AppealView, Question } from "./appeal-view";

/** The questions of a walk: those answered, in their order, and the open one. */
export function askedQuestions(view: AppealView, step: StepId, prefix: string, given: readonly Asked[], open: Asked | null, path: string): Question[] {
  const all = open === null ? given : [...given, open];
  return all.map((asked) => {
    const { typed } = asked;
    return {
      name: `${prefix}.${asked.question}`,
      step,
      choosing: asked === open,
      title: asked.title ?? asked.text ?? "",
      summary: [asked.answer_text ?? "", typed ? shownIn(view, typed) : ""].filter((one) => one !== "").join(" · "),
      done: asked !== open && !(typed && isOpen(view, typed)),
      paths: [...(asked === open ? [path] : []), ...(typed ? [typed.path] : [])],
      body: () => askedBody(view, asked),
    };
  });
}

/** Choosing an answer goes on by itself, unless it has to be said more exactly. */
function askedBody(view: AppealView, asked: Asked): TemplateResult {
  const { session, focus } = view;
  const notes = [asked.hint, asked.why].filter((one): one is string => Boolean(one));
  const choose = (one: Offered): void => {
    session.carryOut(one.do);
    if (one.takes) focus(".odr-question-open .odr-field :is(input, textarea)");
    else view.next();
  };
  return html`
    ${notes.map((one) => html`<p class="odr-field__hint">${one}</p>`)}
    <ul class="odr-options" aria-labelledby="odr-question-title">
      ${asked.answers.map(
        (one) => html`<li>
          <button type="button" class="odr-option" data-answer=${one.id} aria-pressed=${asked.answer === one.id ? "true" : "false"} @click=${() => choose(one)}>
            <span class="odr-option__dot" aria-hidden="true"></span>
            <span class="odr-option__words">${one.text}${one.more ? html`<small>${one.more}</small>` : nothing}</span>
          </button>
        </li>`,
      )}
    </ul>
    ${asked.typed ? appealField(view, asked.typed) : nothing}
    ${asked.note ? html`<p class="odr-note">${asked.note}</p>` : nothing} ${findOut(view, asked)}
  `;
}

/** How to find out what is not known yet: open where that was the answer. */
export function findOut({ texts }: AppealView, { find_out: ways = [], answer }: Partial<Asked>): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  return html`<details class="odr-fold odr-fold--plain" ?open=${answer === "unknown"}>
    <summary>${texts.say("appeal_page.find_out")}</summary>
    <ul class="odr-list">
      ${ways.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
  </details>`;
}
