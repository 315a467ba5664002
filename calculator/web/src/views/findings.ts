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

/** The line in the list that tells of a finding. */
export function lineOf(number: number): string {
  return `.odr-found[data-numbers~="${number}"]`;
}

/** Findings that say the same of different words stand in one line. */
function lines(findings: readonly Numbered[]): Numbered[][] {
  const found: Numbered[][] = [];
  for (const one of findings) {
    const last = found[found.length - 1]?.[0];
    const isSame = last !== undefined && last.rule === one.rule && last.severity === one.severity && last.message === one.message && last.fix === one.fix;
    if (isSame) found[found.length - 1]!.push(one);
    else found.push([one]);
  }
  return found;
}

/** How many there are, what is shown of them, and the way to the rest. */
export function findingsList(view: View, findings: readonly Numbered[], total: number, ways: Ways): TemplateResult {
  const { texts } = view;
  const hidden = total - findings.length;
  return html`
    <ol class="odr-findings">
      ${repeat(lines(findings), ([first]) => first!.number, (line) => lineView(view, line, ways))}
    </ol>
    ${hidden > 0 || ways.all
      ? html`<p><button type="button" class="odr-link" data-all aria-expanded=${ways.all} @click=${() => ways.showAll(!ways.all)}>${texts.say(ways.all ? "letter_check.fewer" : "letter_check.more", { n: hidden })}</button></p>`
      : nothing}
  `;
}

function lineView(view: View, line: readonly Numbered[], ways: Ways): TemplateResult {
  const [{ rule, severity, severity_name: weight, name, message, fix }] = line as [Numbered];
  const isHere = line.some(({ number }) => number === ways.here?.number);
  return html`<li
    class="odr-found odr-found--${severity}"
    tabindex="-1"
    data-numbers=${line.map(({ number }) => number).join(" ")}
    data-rule=${rule}
    data-severity=${severity}
    aria-current=${isHere ? "true" : nothing}
  >
    <p class="odr-found__head">
      ${line.map(({ number }) => html`<span class="odr-number odr-number--${severity}">${number}</span>`)}<strong>${name}</strong><span class="odr-found__weight">${icon(ICONS[severity])} ${weight}</span>
    </p>
    <p class="odr-found__message">${message}</p>
    <p class="odr-found__fix">${fix}</p>
    ${line.length === 1
      ? html`<p class="odr-found__ways">${placeView(view, line[0]!, ways, false)} ${ruleLinks(view, line[0]!)}</p>`
      : html`${line.map((finding) => html`<p class="odr-found__ways">${placeView(view, finding, ways, true)}</p>`)}
          <p class="odr-found__ways">${ruleLinks(view, line[0]!)}</p>`}
  </li>`;
}

/** From a line to the words it is about, and to where they are mended. */
function placeView({ texts }: View, finding: Numbered, { toWords, mend }: Ways, isOneOfMany: boolean): TemplateResult {
  const { number, is_missing: isMissing, excerpt } = finding;
  const toMend = mend?.(finding);
  const label = isOneOfMany ? texts.say("letter_check.to_words_n", { n: number }) : texts.say("letter_check.to_words");
  return html`${isMissing
      ? html`<span class="odr-found__absent">${texts.say("letter_check.no_words")}</span>`
      : html`<button type="button" class="odr-link" data-to-words aria-label=${texts.say("letter_check.to_words_label", { n: number, words: excerpt.slice(0, 60) })} @click=${() => toWords(finding)}>${label}</button>`}
    ${toMend === undefined ? nothing : html`<button type="button" class="odr-link" data-mend-finding @click=${toMend}>${texts.say("appeal_page.mend")}</button>`}`;
}

/** The rule by its id, and the first fact it rests on. */
function ruleLinks({ texts, pageUrl, factUrl }: View, { rule, name, source }: Numbered): TemplateResult {
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
