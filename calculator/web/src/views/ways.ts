/** Ways: the other ways in, in sight above the form. */
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view";

export function ways({ session, texts, focus, awaitResult }: View): TemplateResult {
  const showExample = (): void => {
    awaitResult();
    session.showExample();
  };
  const way = (key: string, go: () => void): TemplateResult =>
    html`<li><button type="button" class="odr-link" data-way=${key} @click=${go}>${texts.say(`typed_case.way_${key}`)}</button></li>`;
  return html`
    <ul class="odr-ways" aria-label=${texts.say("typed_case.ways")}>
      ${way("paste", () => focus("#odr-paste-title"))} ${way("files", () => focus("#odr-drop-title"))} ${session.hasExample ? way("example", () => showExample()) : nothing}
    </ul>
  `;
}
