/** Appeal review: every answer in one list, each with the way to change it. */
import { html, nothing, type TemplateResult } from "lit";
import type { DeskAnswer, ReviewRow } from "../appeal-contract";
import type { AppealView } from "./appeal-view";
import { icon } from "./icons";

export function reviewSection(view: AppealView, { review, steps }: DeskAnswer): TemplateResult | typeof nothing {
  const { desk, texts } = view;
  if (review.length === 0) return nothing;
  const onToggle = (event: Event): void => {
    desk.reviewing = (event.target as HTMLDetailsElement).open;
    desk.change({});
  };
  return html`<section class="odr-section" aria-labelledby="odr-review-title">
    <h3 class="odr-section__title" id="odr-review-title">${texts.say("appeal_page.review")}</h3>
    <details class="odr-fold odr-fold--plain" data-review ?open=${desk.reviewing} @toggle=${onToggle}>
      <summary>${texts.say("appeal_page.review_all", { n: review.length })}</summary>
      ${desk.reviewing
        ? steps
            .map((step) => ({ step, rows: review.filter((row) => row.step === step.id) }))
            .filter(({ rows }) => rows.length > 0)
            .map(
              ({ step, rows }) => html`<h4 class="odr-h4">${step.title}</h4>
                <dl class="odr-answers">
                  ${rows.map((row) => answerRow(view, row))}
                </dl>`,
            )
        : nothing}
    </details>
  </section>`;
}

function answerRow({ jump, texts }: AppealView, { about, question, answer, field, problem }: ReviewRow): TemplateResult {
  return html`<div class="odr-answers__row">
    <dt>${about === null ? nothing : html`<span class="odr-answers__about">${about}</span>`} ${question}</dt>
    <dd>
      <span>${answer} ${problem === null ? nothing : html`<span class="odr-answers__problem">${icon("warn")}${problem}</span>`}</span>
      <button type="button" class="odr-link" data-change=${field} aria-label=${`${texts.say("appeal_page.change")}: ${question}`} @click=${() => jump(field)}>${texts.say("appeal_page.change")}</button>
    </dd>
  </div>`;
}
