/** Icons: 24-unit grid, one stroke, always beside a word. */
import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  cross: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  warn: svg`<path d="M12 3.5 21.5 20h-19z"/><path d="M12 10v4.5M12 17.2v.1"/>`,
  stop: svg`<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M8 12h8"/>`,
  over: svg`<path d="M3 15h18" stroke-dasharray="2.5 2.5"/><path d="M12 20V5m-5 5 5-5 5 5"/>`,
  under: svg`<path d="M3 8h18" stroke-dasharray="2.5 2.5"/><path d="M12 21v-9m-4 4 4-4 4 4"/>`,
  half: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>`,
  wire: svg`<path d="M7 8 3.5 12 7 16M17 8l3.5 4-3.5 4M9 12h.1M12 12h.1M15 12h.1"/>`,
  file: svg`<path d="M6 3.5h8.5L19 8v12.5H6z"/><path d="M14 3.5V8.5h5"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l3.5 2.5"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11.5" height="11.5"/><path d="M15.5 8.5V4H4v11.5h4.5"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
  pen: svg`<path d="M4 20l1-4L16.5 4.5l3 3L8 19z"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  print: svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>`,
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="odr-icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
