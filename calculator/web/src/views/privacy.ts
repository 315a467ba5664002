/** Privacy: the count of requests, always near what is typed. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons";
import type { View } from "./view";

export function requestLine({ session, texts }: View): TemplateResult {
  const { count, asked } = session.wire;
  if (count === undefined) {
    const key = session.wiped ? "wipe.done" : "request.before";
    return html`<p class="odr-request">${icon("wire")}<span>${texts.say(key)}</span></p>`;
  }
  if (count === 0) {
    return html`<p class="odr-request" data-requests="0">
      ${icon("wire")}<span>${texts.say("request.quiet")} <strong>0</strong> ${asked > 0 ? texts.say("request.asked", { n: asked }) : nothing}</span>
    </p>`;
  }
  return html`<div class="odr-callout odr-callout--danger" role="alert" data-requests=${count}>
    <p class="odr-callout__title">${icon("stop")}<span>${texts.say("request.loud_title", { n: count })}</span></p>
    <p>${texts.say("request.loud")}</p>
  </div>`;
}
