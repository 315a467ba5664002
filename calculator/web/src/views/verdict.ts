/** Verdict: what is measured, the fraction, the rate, the sentence, the scale, why. */
import { html, nothing, type TemplateResult } from "lit";
import type { Fraction, Rate, VerdictWord } from "../explanation";
import { sourced } from "./fact-link";
import { icon, type IconName } from "./icons";
import { scaleView } from "./scale";
import type { View } from "./view";

export const VERDICT_ICONS: Readonly<Record<VerdictWord, IconName>> = {
  off_target: "over",
  on_target: "under",
  undecided: "half",
  no_orders: "half",
};

/**
 * The fulfilment that is kept apart: one line that opens, or the whole block where it is not in
 * order, because trouble must not hide behind a line.
 */
export function otherVerdict(view: View, rate: Rate): TemplateResult {
  if (rate.verdict === "off_target" || rate.verdict === "undecided") return verdict(view, rate);
  if (rate.verdict === "no_orders") return html`<p class="odr-other">${rate.line}</p>`;
  return html`<details class="odr-other">
    <summary>${rate.line}</summary>
    ${verdict(view, rate)}
  </details>`;
}

export function verdict(view: View, rate: Rate): TemplateResult {
  return html`
    <article class="odr-verdict ${rate.main ? "" : "odr-verdict--other"}" data-fulfillment=${rate.fulfillment} data-verdict=${rate.verdict}>
      <p class="odr-verdict__what">
        <strong>${rate.title}</strong>
        ${[rate.store, rate.window, rate.as_of].map((part) => html`<span>${part}</span>`)}
      </p>
      <div class="odr-verdict__figures">
        ${rate.fraction === null ? nothing : fractionView(rate.fraction)}
        ${rate.rate === null ? nothing : html`<p class="odr-verdict__rate ${size(rate.rate, 9)}">${rate.rate}</p>`}
      </div>
      <p class="odr-verdict__sentence odr-verdict__sentence--${rate.verdict}">
        ${icon(VERDICT_ICONS[rate.verdict])}<span>${rate.sentence}</span>
      </p>
      ${rate.scale === null ? nothing : scaleView(rate.scale)}
      ${rate.why.length === 0
        ? nothing
        : html`<ul class="odr-verdict__why">
            ${rate.why.map((reason) => html`<li>${sourced(view, reason)}</li>`)}
          </ul>`}
    </article>
  `;
}

/** The running result: fraction and sentence, small. */
export function smallVerdict(rate: Rate): TemplateResult {
  return html`
    <div class="odr-small-verdict" data-verdict=${rate.verdict}>
      ${rate.fraction === null ? nothing : fractionView(rate.fraction)}
      <p class="odr-so-far__sentence odr-verdict__sentence--${rate.verdict}">
        ${icon(VERDICT_ICONS[rate.verdict])}<span>${rate.sentence}</span>
      </p>
    </div>
  `;
}

function fractionView(fraction: Fraction): TemplateResult {
  return html`
    <div class="odr-fraction ${size(longest(fraction), 3)}">
      <p class="odr-fraction__part">
        <span class="odr-fraction__figure">${fraction.numerator}</span>
        <span class="odr-fraction__label"><strong>${fraction.numerator_label}</strong> <span>${fraction.numerator_detail}</span></span>
      </p>
      <p class="odr-fraction__part">
        <span class="odr-fraction__figure">${fraction.denominator}</span>
        <span class="odr-fraction__label"><strong>${fraction.denominator_label}</strong> <span>${fraction.denominator_detail}</span></span>
      </p>
    </div>
  `;
}

function longest({ numerator, denominator }: Fraction): string {
  return numerator.length > denominator.length ? numerator : denominator;
}

/** Figures that are long are set smaller, so that a phone shows them in one line. */
function size(figure: string, roomy: number): string {
  return figure.length <= roomy ? "" : figure.length <= 2 * roomy + 1 ? "odr-figures--long" : "odr-figures--longer";
}

