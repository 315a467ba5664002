/** Result: the answer first, then the deadlines, how the number moves, the plan, the rows and everything that can be chosen. */
import { html, nothing, type TemplateResult } from "lit";
import type { Explanation } from "../explanation";
import { candidateSection } from "./candidates";
import { contents } from "./contents";
import { deadlineSection } from "./deadlines";
import { planSection } from "./plan";
import { recoverySection } from "./recovery";
import { rowReview } from "./row-review";
import { figureSection } from "./tables";
import { takeAlongSection } from "./take-along";
import { otherVerdict, verdict } from "./verdict";
import type { View } from "./view";

export function result(view: View, explanation: Explanation): TemplateResult {
  const { session, desk, texts, focus } = view;
  const main = explanation.rates.find((rate) => rate.main);
  const others = explanation.rates.filter((rate) => !rate.main);
  const back = (): void => {
    desk.change({ screen: "input" });
    focus("#odr-typed-title");
  };
  return html`
    <div class="odr-result" aria-busy=${session.computing ? "true" : "false"}>
      <p class="odr-result__back">
        <button type="button" class="odr-link odr-link--back" data-back @click=${back}>${texts.say("result.back")}</button>
      </p>
      <h2 class="odr-result__title" tabindex="-1">${texts.say("result.title")}</h2>
      <p class="odr-result__rules">${explanation.rules}</p>
      ${main === undefined ? nothing : verdict(view, main)} ${others.map((rate) => otherVerdict(view, rate))}
      ${contents(view, explanation)}
    </div>
  `;
}

export function details(view: View, explanation: Explanation): TemplateResult {
  return html`
    ${candidateSection(view, explanation)} ${deadlineSection(view, explanation)} ${recoverySection(view, explanation)} ${planSection(view, explanation)}
    ${appealWay(view)} ${takeAlongSection(view, explanation)} ${figureSection(explanation.figures)} ${rowReview(view, explanation)}
    ${listSection("excluded", explanation.excluded.title, undefined, explanation.excluded.rows)}
    ${listSection("unmatched", explanation.unmatched.title, explanation.unmatched.lead, explanation.unmatched.ids)}
  `;
}

/** The way to the appeal desk; what is typed comes along. */
function appealWay({ pageUrl, texts }: View): TemplateResult | typeof nothing {
  const address = pageUrl("appeal");
  if (address === undefined) return nothing;
  return html`<p class="odr-actions"><a class="odr-button odr-carry" href=${address}>${texts.say("appeal_page.way_in")}</a></p>`;
}

function listSection(name: string, title: string, lead: string | undefined, items: readonly string[]): TemplateResult {
  if (items.length === 0) return html``;
  return html`
    <section class="odr-section" data-block=${name}>
      <h2 class="odr-section__title">${title}</h2>
      ${lead ? html`<p>${lead}</p>` : nothing}
      <ul class="odr-list">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>
    </section>
  `;
}
