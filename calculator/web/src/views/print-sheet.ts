/**
 * Print sheet: the result on paper, two pages of A4 at most; never on the screen.
 *
 * The core cuts what is too long and says so; ids are masked. Where a browser cannot tell that the
 * sheet is there, the page prints as it stands.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Explanation, PrintSheet, Rate, SheetRow } from "../explanation";
import type { Earliest, Recovery } from "../recovery";
import { idsKept } from "./ids-kept";
import { pictureView } from "./picture";
import { scaleView } from "./scale";

export function printSheet(explanation: Explanation): TemplateResult | typeof nothing {
  const main = explanation.rates.find((rate) => rate.main);
  const { sheet } = explanation;
  if (main === undefined || sheet === undefined) return nothing;
  const course = explanation.recovery?.find((one) => one.main);
  return html`
    <section class="odr-paper" aria-hidden="true">
      <h1 class="odr-paper__title">${sheet.title}</h1>
      ${verdict(main)} ${explanation.rates.filter((rate) => !rate.main).map((rate) => html`<p>${rate.line}</p>`)}
      ${sheet.look === null ? nothing : html`<p><strong>${sheet.look}</strong></p>`}
      ${course === undefined ? nothing : moves(course, explanation.lang)} ${plan(explanation, sheet)}
      ${course === undefined ? nothing : sources(course, sheet)}
      <p class="odr-paper__small">${explanation.rules} · ${sheet.masked}</p>
    </section>
  `;
}

function verdict(rate: Rate): TemplateResult {
  const { fraction } = rate;
  return html`
    <p class="odr-paper__what"><strong>${rate.title}</strong> · ${rate.store} · ${rate.window} · ${rate.as_of}</p>
    ${fraction === null
      ? nothing
      : html`<p class="odr-paper__figures">
          <b>${fraction.numerator} / ${fraction.denominator}</b>
          <b>${rate.rate}</b>
          <span>${fraction.numerator_label} / ${fraction.denominator_label} · ${fraction.numerator_detail}</span>
        </p>`}
    <p class="odr-paper__sentence">${rate.sentence}</p>
    ${rate.scale === null ? nothing : scaleView(rate.scale)}
    <ul class="odr-paper__why">
      ${rate.why.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
  `;
}

function moves(course: Recovery, lang: string): TemplateResult {
  return html`
    <h2>${course.title}</h2>
    <p>${course.lead}</p>
    ${earliest(course.earliest, lang)} ${course.picture ? pictureView(course.picture) : nothing}
  `;
}

function earliest({ title, day, sentence, wait, about, stays }: Earliest, lang: string): TemplateResult {
  const said = [sentence, wait, about, stays].filter(Boolean);
  return html`<div class="odr-paper__earliest">
    <p><strong>${title}</strong>${day === null ? nothing : html` <strong>${day}</strong>`}</p>
    <p>${said.join(lang === "en" ? " " : "")}</p>
  </div>`;
}

function plan({ plan: found }: Explanation, { columns, rows, more }: PrintSheet): TemplateResult | typeof nothing {
  if (!found) return nothing;
  return html`
    <h2>${found.title}</h2>
    <p>${found.parallel}</p>
    ${found.honest ? html`<p>${idsKept(found.honest)}</p>` : nothing}
    ${rows.length === 0
      ? nothing
      : html`<table class="odr-paper__plan">
          <thead>
            <tr>
              ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(planRow)}
          </tbody>
        </table>`}
    ${more === null ? nothing : html`<p><strong>${more}</strong></p>`} ${found.others ? html`<p>${found.others}</p>` : nothing}
  `;
}

function planRow({ order, what, counts, route, until, more_ways, alone }: SheetRow): TemplateResult {
  return html`<tr>
    <td><strong class="odr-id">${order}</strong> · ${counts}<br />${what}</td>
    <td>${route === null ? nothing : html`<strong>${route}</strong><br />`}${until} ${more_ways === null ? nothing : html`(${more_ways})`}</td>
    <td>${alone}</td>
  </tr>`;
}

function sources(course: Recovery, { sources_title }: PrintSheet): TemplateResult {
  return html`<div class="odr-paper__small">
    <h2>${sources_title}</h2>
    <p>${[...(course.notes ?? []), ...course.sources].map(({ text }) => text).join(" · ")}</p>
  </div>`;
}
