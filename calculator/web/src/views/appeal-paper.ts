/** Appeal paper: the letter alone, for the printer; never on the screen. */
import { html, type TemplateResult } from "lit";
import type { Letter } from "../appeal-contract";

export function paper({ lengths, language }: Letter): TemplateResult {
  return html`<div class="odr-paper odr-paper--letter" lang=${language}>${lengths.full.text}</div>`;
}
