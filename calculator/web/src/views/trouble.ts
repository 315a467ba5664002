/** Trouble: names the cause, says what is not lost, offers the next step. */
import { html, type TemplateResult } from "lit";
import type { Refusal } from "../explanation";
import type { Trouble } from "../session";
import { icon } from "./icons";
import type { View } from "./view";

const NAMED = new Set(["stalled", "download", "changed", "unsupported", "crashed", "memory", "cancelled"]);

export function trouble({ session, texts, focus, home }: View, { code, detail, loaded, total }: Trouble): TemplateResult {
  const key = NAMED.has(code) ? code : "crashed";
  const values = {
    detail,
    loaded: texts.megabytes(loaded),
    total: texts.megabytes(total),
    seconds: session.stallMs / 1000,
  };
  const calm = code === "cancelled";
  return html`
    <div class="odr-callout ${calm ? "" : "odr-callout--danger"}" role="alert" data-trouble=${code}>
      <p class="odr-callout__title">${icon(calm ? "info" : "warn")}<span>${texts.say(`failure.${key}_title`, values)}</span></p>
      <p>${texts.say(`failure.${key}`, values)} ${texts.say("failure.safe")}</p>
      <p class="odr-actions">
        <button type="button" class="odr-button odr-button--main" @click=${() => session.retry()}>
          ${texts.say("failure.retry")}
        </button>
        <button type="button" class="odr-link" @click=${() => focus(home)}>${texts.say("failure.by_typing")}</button>
      </p>
    </div>
  `;
}

/** The core has no result for these files and says why; the files stay in the list. */
export function refusalView({ texts }: View, refusal: Refusal): TemplateResult {
  return html`
    <div class="odr-callout odr-callout--danger" role="alert" data-refusal=${refusal.code}>
      <p class="odr-callout__title">${icon("warn")}<span>${texts.say("failure.refused_title")}</span></p>
      <p>${refusal.message}</p>
    </div>
  `;
}
