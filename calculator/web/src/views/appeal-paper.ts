/** Appeal paper: the letter alone, for the printer; never on the screen. */
import { html, nothing, type TemplateResult } from "lit";
import type { Letter } from "../appeal-contract";

export function paper({ first_line, blocks, language }: Letter): TemplateResult {
  return html`<div class="odr-paper odr-paper--letter" lang=${language}>
    ${first_line === null ? nothing : html`<p><strong>${first_line}</strong></p>`}
    ${blocks.map(({ kind, text }) => html`<p class="odr-paper__${kind}">${text}</p>`)}
  </div>`;
}
