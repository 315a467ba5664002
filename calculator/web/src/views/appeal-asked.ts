/** Appeal asked: one question with whole-row answers, of the route or of the way to a root cause. */
import { html, nothing, type TemplateResult } from "lit";
import type { Asked, StepId } from "../appeal-contract";
import { appealField, isOpen, option, shownIn } from "./appeal-field";
import type { AppealView, Question } from "./appeal-view";

/** The questions of a walk: those answered, in their order, and the open one. */
export function askedQuestions(view: AppealView, step: StepId, prefix: string, given: readonly Asked[], open: Asked | null, path: string): Question[] {
  const all = open === null ? given : [...given, open];
  return all.map((asked) => {
    const name = `${prefix}.${asked.question}`;
    const { typed } = asked;
    return {
      name,
      step,
      title: asked.title ?? asked.text ?? "",
      summary: [asked.answer_text ?? "", typed ? shownIn(view, typed) : ""].filter((one) => one !== "").join(" · "),
      done: asked !== open && !(typed && isOpen(view, typed)),
      paths: [...(asked === open ? [path] : []), ...(typed ? [typed.path] : [])],
      body: () => askedBody(view, name, asked),
    };
  });
}

function askedBody(view: AppealView, name: string, asked: Asked): TemplateResult {
  const { session } = view;
  const id = `odr-${name.replaceAll(".", "-")}`;
  const notes = [asked.hint, asked.why].filter((one): one is string => Boolean(one));
  return html`
    ${notes.map((one) => html`<p class="odr-field__hint">${one}</p>`)}
    <fieldset class="odr-choices" aria-labelledby="odr-question-title">
      <div class="odr-choices__column">
        ${asked.answers.map((one, at) => option(id, `${id}-${at}`, one, (asked.answer ?? "") === one.id, () => session.carryOut(one.do)))}
      </div>
    </fieldset>
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
