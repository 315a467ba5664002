/** Fact link: from a sentence to the rule it rests on. */
import { html, nothing, type TemplateResult } from "lit";
import type { Reason } from "../explanation";
import { idsKept } from "./ids-kept";
import type { View } from "./view";

export function factLink({ texts, factUrl }: View, fact: string | null | undefined): TemplateResult | typeof nothing {
  const address = fact ? factUrl(fact) : undefined;
  if (address === undefined) return nothing;
  return html` <a class="odr-fact" href=${address} aria-label="${texts.say("result.fact")}: ${texts.say("result.fact_label")}">${texts.say("result.fact")}</a>`;
}

export function sourced(view: View, { text, fact }: Reason): TemplateResult {
  return html`${idsKept(text)}${factLink(view, fact)}`;
}
