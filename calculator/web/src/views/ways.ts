/** Ways: the other ways in, in sight above the form. */
import { html, type TemplateResult } from "lit";
import type { View } from "./view";

export function ways({ session, texts, focus }: View): TemplateResult {
  const way = (key: string, go: () => void): TemplateResult =>
    html`<li><button type="button" class="odr-link" data-way=${key} @click=${go}>${texts.say(`typed_case.way_${key}`)}</button></li>`;
  return html`
    <ul class="odr-ways" aria-label=${texts.say("typed_case.ways")}>
      ${way("paste", () => focus("#odr-paste-title"))} ${way("files", () => focus("#odr-drop-title"))} ${way("example", () => session.showExample())}
    </ul>
  `;
}
