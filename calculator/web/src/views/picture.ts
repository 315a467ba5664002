/**
 * Picture: the course of the rate and the strip of orders, drawn from places that the core gives.
 * The handbook draws the same shape with `docsite/blocks/picture.html`; the sheet is the site's.
 * SVG with positions in percent, so that text keeps its size at any width; attributes only.
 */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Table } from "../explanation";
import { grid } from "./tables";

type Anchor = "start" | "middle" | "end";

export interface PictureTick {
  readonly x: number;
  readonly label: string;
  readonly anchor: Anchor;
  /** Named on a wide drawing only. */
  readonly wide: boolean;
}

export interface PictureMark {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Where its number stands, in pixels from the point. */
  readonly ring: readonly [number, number];
  /** Whether the point itself is drawn; a day without orders has none. */
  readonly dot: boolean;
  readonly iso: string;
  readonly day: string;
  readonly text: string;
}

/** Across in percent of the width, down in pixels; paths in a box of `days` by `height`. */
export interface Picture {
  readonly kind: "course" | "strip";
  readonly title: string;
  readonly subtitle: string;
  readonly alt: string;
  readonly note: string | null;
  readonly height: number;
  readonly days: number;
  readonly base: number;
  readonly axis: number;
  /** What is higher than this leaves the drawing. */
  readonly roof: number;
  readonly paths: readonly { readonly name: string; readonly d: string }[];
  readonly grid: readonly { readonly y: number; readonly label: string | null }[];
  readonly limit: { readonly y: number; readonly label: string; readonly value: string } | null;
  readonly ticks: readonly PictureTick[];
  readonly today: { readonly x: number; readonly label: string | null; readonly anchor: Anchor } | null;
  readonly zones: readonly { readonly x: number; readonly anchor: Anchor; readonly label: string }[];
  readonly bracket: { readonly x1: number; readonly x2: number; readonly y: number } | null;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly marks: readonly PictureMark[];
  readonly table: Table | null;
}

/** The drawing, its numbered days as a list, what it leaves out, its table. */
export function pictureView(picture: Picture): TemplateResult {
  const { table, note } = picture;
  return html`
    <figure class="odr-picture odr-picture--${picture.kind}" data-picture=${picture.kind}>
      <figcaption><b>${picture.title}</b> <span>${picture.subtitle}</span></figcaption>
      <svg class="odr-picture__drawing" role="img" aria-label=${picture.alt} height=${picture.height}>${drawing(picture)}</svg>
    </figure>
    <ol class="odr-points">
      ${picture.marks.map((mark) => html`<li><b>${mark.day}</b> <span>${mark.text}</span></li>`)}
    </ol>
    ${note === null ? nothing : html`<p class="odr-picture__note">${note}</p>`}
    ${table === null
      ? nothing
      : html`<details class="odr-days">
          <summary>${table.title}</summary>
          ${grid(table.columns, table.rows, (row, { key }) => row[key], picture.kind)}
        </details>`}
  `;
}

function drawing(picture: Picture): SVGTemplateResult {
  const { height, days, roof, base, axis, today, limit } = picture;
  return svg`
    ${picture.grid.map(({ y }) => svg`<line class="odr-picture__grid" x1="0" x2="100%" y1=${y} y2=${y} />`)}
    <svg x="0" y=${roof} width="100%" height=${height - roof} viewBox="0 ${roof} ${days} ${height - roof}" preserveAspectRatio="none">
      ${picture.paths.map(({ name, d }) => (d === "" ? nothing : svg`<path class="odr-picture__${name}" d=${d} vector-effect="non-scaling-stroke" />`))}
    </svg>
    ${today === null ? nothing : todayLine(today, base)}
    ${limit === null ? nothing : limitLine(limit)}
    ${picture.grid.map(({ y, label }) => (label === null ? nothing : svg`<text class="odr-picture__label" x="100%" y=${y} dx="7" dy="4.5">${label}</text>`))}
    ${picture.bracket === null ? nothing : bracketLines(picture.bracket)}
    ${picture.zones.map((zone) => svg`<text class="odr-picture__zone" x="${zone.x}%" y="13" text-anchor=${zone.anchor}>${zone.label}</text>`)}
    ${picture.ticks.map((tick) => tickView(tick, axis))}
    ${picture.dots.map(({ x, y }) => svg`<circle class="odr-picture__dot" cx="${x}%" cy=${y} r="3" />`)}
    ${picture.marks.map(({ x, y, dot }) => (dot ? svg`<circle class="odr-picture__dot" cx="${x}%" cy=${y} r="4" />` : nothing))}
    ${picture.marks.map(numberView)}
  `;
}

function todayLine({ x, label, anchor }: NonNullable<Picture["today"]>, base: number): SVGTemplateResult {
  return svg`
    <line class="odr-picture__today" x1="${x}%" x2="${x}%" y1="20" y2=${base} />
    ${label === null ? nothing : svg`<text class="odr-picture__label" x="${x}%" y="13" text-anchor=${anchor}>${label}</text>`}
  `;
}

function limitLine({ y, label, value }: NonNullable<Picture["limit"]>): SVGTemplateResult {
  return svg`
    <line class="odr-picture__limit" x1="0" x2="100%" y1=${y} y2=${y} />
    <text class="odr-picture__limit-label" x="100%" y=${y} dx="7" dy="-9">${label}</text>
    <text class="odr-picture__limit-label" x="100%" y=${y} dx="7" dy="4.5">${value}</text>
  `;
}

function bracketLines({ x1, x2, y }: NonNullable<Picture["bracket"]>): SVGTemplateResult {
  return svg`
    <line class="odr-picture__bracket" x1="${x1}%" x2="${x2}%" y1=${y} y2=${y} />
    ${[x1, x2].map((x) => svg`<line class="odr-picture__bracket" x1="${x}%" x2="${x}%" y1=${y - 6} y2=${y + 1} />`)}
  `;
}

function tickView({ x, label, anchor, wide }: PictureTick, axis: number): SVGTemplateResult {
  return svg`
    <g class="odr-picture__tick ${wide ? "odr-picture__tick--wide" : ""}">
      <line class="odr-picture__grid" x1="${x}%" x2="${x}%" y1=${axis} y2=${axis + 6} />
      <text class="odr-picture__label" x="${x}%" y=${axis + 22} text-anchor=${anchor}>${label}</text>
    </g>
  `;
}

/** The number beside its point, in a box of its own: its place is a percentage plus pixels. */
function numberView({ number, x, y, ring: [across, down] }: PictureMark): SVGTemplateResult {
  return svg`
    <svg class="odr-picture__mark" x="${x}%" y=${y} overflow="visible">
      <circle class="odr-picture__ring" cx=${across} cy=${down} r="11" />
      <text class="odr-picture__number" x=${across} y=${down} dy="4.5" text-anchor="middle">${number}</text>
    </svg>
  `;
}
