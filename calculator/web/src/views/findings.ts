/**
 * Findings: what the rules found, one line each, tied to its words by a number.
 *
 * Weight is said in words, then shown by shape and colour. The number is the only link a reader needs
 * between a place in the letter and its line here, on paper too.
 */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Numbered, Severity } from "../review";
import { icon, type IconName } from "./icons";
import type { View } from "./view";

const ICONS: Readonly<Record<Severity, IconName>> = { blocker: "stop", major: "warn", minor: "pen", info: "info" };

export interface Ways {
  readonly toWords: (finding: Numbered) => void;
  /** Show the rest, or only the first again. */
  readonly showAll: (all: boolean) => void;
  readonly all: boolean;
  /** The finding whose words the cursor is in. */
  readonly here?: Numbered | undefined;
  /** Opens the question of the case that mends a finding, where there is one. */
  readonly mend?: (finding: Numbered) => (() => void) | undefined;
}

export function findingId({ number }: Numbered): string {
  return `odr-finding-${number}`;
}

/** How many there are, what is shown of them, and the way to the rest. */
export function findingsList(view: View, findings: readonly Numbered[], total: number, ways: Ways): TemplateResult {
  const { texts } = view;
  const hidden = total - findings.length;
  return html`
    <ol class="odr-findings">
      ${repeat(findings, ({ number }) => number, (one) => findingView(view, one, ways))}
    </ol>
    ${hidden > 0 || ways.all
      ? html`<p><button type="button" class="odr-link" data-all aria-expanded=${ways.all} @click=${() => ways.showAll(!ways.all)}>${texts.say(ways.all ? "letter_check.fewer" : "letter_check.more", { n: hidden })}</button></p>`
      : nothing}
  `;
}

function findingView(view: View, finding: Numbered, { toWords, here, mend }: Ways): TemplateResult {
  const { texts } = view;
  const { number, severity, severity_name: weight, name, message, fix } = finding;
  const toMend = mend?.(finding);
  return html`<li
    class="odr-found odr-found--${severity}"
    id=${findingId(finding)}
    tabindex="-1"
    data-rule=${finding.rule}
    data-severity=${severity}
    aria-current=${here?.number === number ? "true" : nothing}
  >
    <p class="odr-found__head"><span class="odr-number odr-number--${severity}">${number}</span><strong>${name}</strong><span class="odr-found__weight">${icon(ICONS[severity])} ${weight}</span></p>
    <p class="odr-found__message">${message}</p>
    <p class="odr-found__fix">${fix}</p>
    <p class="odr-found__ways">
      ${!finding.is_missing
        ? html`<button type="button" class="odr-link" data-to-words aria-label=${texts.say("letter_check.to_words_label", { n: number })} @click=${() => toWords(finding)}>${texts.say("letter_check.to_words")}</button>`
        : html`<span class="odr-found__absent">${texts.say("letter_check.no_words")}</span>`}
      ${toMend === undefined ? nothing : html`<button type="button" class="odr-link" data-mend @click=${toMend}>${texts.say("appeal_page.mend")}</button>`}
      ${ruleLink(view, finding)}
    </p>
  </li>`;
}

/** The rule by its id, and the first fact it rests on. */
function ruleLink({ texts, pageUrl, factUrl }: View, { rule, name, source }: Numbered): TemplateResult {
  const [page, fact] = [pageUrl("rules", rule.toLowerCase()), source[0] === undefined ? undefined : factUrl(source[0])];
  return html`${page === undefined ? nothing : html`<a href=${page} target="_blank" rel="noopener" aria-label=${texts.say("letter_check.rule_label", { rule, name })}>${texts.say("letter_check.rule", { rule })}</a>`}
  ${fact === undefined ? nothing : html`<a href=${fact} target="_blank" rel="noopener" aria-label=${texts.say("letter_check.source_label", { rule })}>${texts.say("letter_check.source")}</a>`}`;
}

/** The findings to take along, as plain text. */
export function asText({ texts }: View, findings: readonly Numbered[], sentence: string): string {
  const told = findings.map(({ number, rule, name, severity_name: weight, excerpt, message, fix }) => {
    const words = excerpt.trim() === "" ? "" : `\n   > ${excerpt.trim().replace(/\s+/g, " ")}`;
    return `${number}. ${rule} ${name} (${weight})${words}\n   ${message} ${fix}`;
  });
  return [...told, sentence, texts.say("letter_check.not_a_chance")].join("\n\n") + "\n";
}
