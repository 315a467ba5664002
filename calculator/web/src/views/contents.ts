/** Contents: where the parts of the result are, with what each says in a word. */
import { html, nothing, type TemplateResult } from "lit";
import type { Explanation } from "../explanation";
import { CANDIDATES_TITLE } from "./candidates";
import { deadlines } from "./deadlines";
import type { View } from "./view";

interface Entry {
  readonly to: string;
  readonly title: string;
  readonly says?: string | null | undefined;
}

export function contents(view: View, explanation: Explanation): TemplateResult | typeof nothing {
  const entries = entriesOf(view, explanation);
  if (entries.length < 3) return nothing;
  return html`
    <nav class="odr-contents" aria-labelledby="odr-contents-title">
      <p class="odr-contents__title" id="odr-contents-title">${view.texts.say("result_page.contents.title")}</p>
      <ul>
        ${entries.map(
          ({ to, title, says }) => html`<li>
            <a href="#${to}" @click=${(event: Event) => go(view, event, to)}><span>${title}</span> ${says ? html`<b>${says}</b>` : nothing}</a>
          </li>`,
        )}
      </ul>
    </nav>
  `;
}

function entriesOf({ texts }: View, explanation: Explanation): readonly Entry[] {
  const { recovery = [], plan, defects, candidates } = explanation;
  const [first] = deadlines(explanation);
  const movement = recovery.find(({ main }) => main) ?? recovery[0];
  return [
    ...(candidates && candidates.rows.length > 0 ? [{ to: CANDIDATES_TITLE, title: candidates.title }] : []),
    ...(first === undefined ? [] : [{ to: "odr-clocks-title", title: texts.say("result_page.deadlines.title"), says: first.clock.left }]),
    ...(movement === undefined ? [] : [{ to: "odr-recovery-title", title: movement.title, says: movement.earliest.day }]),
    ...(plan ? [{ to: "odr-plan-title", title: plan.title }] : []),
    ...(movement === undefined && !plan ? [] : [{ to: "odr-take-title", title: texts.say("result_page.take.title") }]),
    ...(defects.rows.length === 0 ? [] : [{ to: "odr-review-title", title: defects.title }]),
  ];
}

/** To the heading, without a step in the browser's own history. */
function go({ focus }: View, event: Event, to: string): void {
  event.preventDefault();
  focus(`#${to}`);
}
