/**
 * Scale: the ruler of the result, limit and rate on it. SVG with positions in percent, so that text
 * keeps its size at any width.
 */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Scale, Tick } from "../explanation";

const TOP = 34;
const BAND = 12;
const BASE = TOP + BAND;

export function scaleView(scale: Scale): TemplateResult {
  const at = (value: number): number => (100 * Math.min(value, scale.max)) / scale.max;
  const limit = at(scale.limit);
  const [low, high] = [at(scale.low), at(scale.high)];
  const anchor = low < 20 ? "start" : high > 80 ? "end" : "middle";
  const label = anchor === "start" ? low : anchor === "end" ? high : (low + high) / 2;
  return html`
    <svg class="odr-scale" role="img" aria-label=${scale.alt} height="78">
      ${svg`
        <rect class="odr-scale__under" x="0" y=${TOP} width="${limit}%" height=${BAND} />
        <rect class="odr-scale__over" x="${limit}%" y=${TOP} width="${100 - limit}%" height=${BAND} />
        <line class="odr-scale__base" x1="0" x2="100%" y1=${BASE} y2=${BASE} />
        ${scale.ticks.map((tick) => tickView(tick, at(tick.at), tick.at === scale.limit))}
        <line class="odr-scale__limit" x1="${limit}%" x2="${limit}%" y1=${TOP - 18} y2=${BASE + 8} />
        <text class="odr-scale__limit-label" x="${limit}%" y="12" text-anchor="middle">${scale.limit_label}</text>
        <rect class="odr-scale__rate" x="${low}%" y=${TOP - 3} width="${high - low}%" height=${BAND + 6} />
        <line class="odr-scale__rate-line" x1="${low}%" x2="${low}%" y1=${TOP - 3} y2=${BASE + 3} />
        <text class="odr-scale__label" x="${label}%" dx=${besideLimit(label, limit, anchor)} y=${TOP - 8} text-anchor=${anchor}>${scale.label}</text>
      `}
    </svg>
  `;
}

function tickView({ label }: Tick, x: number, isLimit: boolean): SVGTemplateResult {
  const anchor = x < 1 ? "start" : x > 99 ? "end" : "middle";
  return svg`
    <line class="odr-scale__tick" x1="${x}%" x2="${x}%" y1=${BASE} y2=${BASE + (label === null ? 4 : 8)} />
    ${label === null ? nothing : svg`<text class=${isLimit ? "odr-scale__limit-label" : "odr-scale__tick-label"} x="${x}%" y=${BASE + 24} text-anchor=${anchor}>${label}</text>`}
  `;
}

/** Keep the figures off the red line when the rate is close to it. */
function besideLimit(label: number, limit: number, anchor: string): number {
  const gap = label - limit;
  return anchor !== "middle" || Math.abs(gap) > 22 ? 0 : gap < 0 ? -58 : 58;
}
