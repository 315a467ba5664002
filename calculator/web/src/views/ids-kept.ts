/** Ids kept: a masked order id inside a sentence, set in its own face and never broken over a line. */
import { html, type TemplateResult } from "lit";

const MASKED = /(\d{3}-[•\d]{7}-[•\d]{7})/;

export function idsKept(text: string): TemplateResult {
  return html`${text.split(MASKED).map((part, at) => (at % 2 === 0 ? part : html`<span class="odr-id">${part}</span>`))}`;
}
