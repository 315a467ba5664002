/** Recovery: the earliest day, the picture and its steps, what the window can carry, what it all rests on. */
import { html, nothing, type TemplateResult } from "lit";
import type { Column, Explanation, Reason, Row } from "../explanation";
import type { Carry, DayLine, DayList, Earliest, Recovery } from "../recovery";
import { factLink, sourced } from "./fact-link";
import { icon } from "./icons";
import { idsKept } from "./ids-kept";
import { pictureView } from "./picture";
import { grid } from "./tables";
import type { View } from "./view";

export function recoverySection(view: View, { recovery = [] }: Explanation): TemplateResult | typeof nothing {
  const main = recovery.find((one) => one.main) ?? recovery[0];
  if (main === undefined) return nothing;
  const others = recovery.filter((one) => one !== main);
  return html`
    <section class="odr-section odr-recovery" data-block="recovery" aria-labelledby="odr-recovery-title">
      <h2 class="odr-section__title" id="odr-recovery-title" tabindex="-1">${main.title}</h2>
      ${course(view, main)}
      ${others.map(
        (one) => html`<details class="odr-fold odr-recovery__other">
          <summary>${one.subtitle}</summary>
          <div class="odr-fold__inside">${course(view, one)}</div>
        </details>`,
      )}
    </section>
  `;
}

function course(view: View, one: Recovery): TemplateResult {
  return html`
    <div class="odr-recovery__course" data-fulfillment=${one.fulfillment}>
      <p class="odr-recovery__lead">${one.lead}</p>
      <div class="odr-recovery__day">${earliest(view, one.earliest)} ${notes(view, one.notes ?? [])}</div>
      <div class="odr-recovery__way">
        ${one.picture ? pictureView(one.picture) : nothing} ${stepList(view, one)} ${allDays(view, one)}
      </div>
      ${one.window_picture ? html`<div class="odr-recovery__strip">${pictureView(one.window_picture)}</div>` : nothing} ${carry(view, one.carry)}
      <div class="odr-recovery__ground">
        ${one.luck.sentence ? html`<p class="odr-recovery__luck">${sourced(view, { text: one.luck.sentence, fact: one.luck.fact })}</p>` : nothing}
        ${sources(view, one.sources)}
      </div>
    </div>
  `;
}

/** The day in the looks of a deadline, for what it is not stands with it. */
function earliest(view: View, one: Earliest): TemplateResult {
  return html`
    <div class="odr-earliest" data-earliest=${one.iso ?? "none"}>
      <p class="odr-earliest__title">${icon("clock")}<span>${one.title}</span></p>
      ${one.day ? html`<p class="odr-earliest__day">${one.day}</p>` : nothing}
      <p class="odr-earliest__sentence">${one.sentence}${factLink(view, one.fact)}</p>
      ${[one.wait, one.about, one.stays].map((more) => (more ? html`<p class="odr-earliest__more">${more}</p>` : nothing))}
    </div>
  `;
}

function notes(view: View, rows: readonly Reason[]): TemplateResult | typeof nothing {
  return rows.length === 0 ? nothing : html`<ul class="odr-recovery__notes">${rows.map((row) => html`<li>${sourced(view, row)}</li>`)}</ul>`;
}

/** Every run of days with its reason; a picture has named the days that matter, so there it opens. */
function stepList(view: View, { steps, picture }: Recovery): TemplateResult | typeof nothing {
  if (steps.length === 0) return nothing;
  const lines = html`<ul class="odr-day-lines">${steps.map((step, at) => dayLine(view, step, steps[at - 1]))}</ul>`;
  if (!picture) return lines;
  return html`<details class="odr-fold odr-fold--button" data-steps><summary>${view.texts.say("result_page.movement.steps")}</summary>${lines}</details>`;
}

/** A rule is named where it first applies, not again on each day that follows. */
function dayLine(view: View, { iso, day, text, fact }: DayLine, before?: DayLine): TemplateResult {
  return html`<li data-day=${iso}><b>${day}</b> <span>${idsKept(text)}${factLink(view, fact === before?.fact ? null : fact)}</span></li>`;
}

function allDays({ texts, session }: View, { days }: Recovery): TemplateResult {
  const toggled = ({ target }: Event): void => session.showAllDays((target as HTMLDetailsElement).open);
  const shown = (row: Row, { key }: Column): unknown => idsKept(String(row[key] ?? ""));
  return html`
    <details class="odr-fold odr-fold--button odr-all-days" data-all-days ?open=${session.allDays} @toggle=${toggled}>
      <summary>${texts.say("result_page.movement.table")}</summary>
      ${grid(days.columns, days.rows, shown, "days")}
    </details>
  `;
}

function carry(view: View, { title, sentences, entering, watch }: Carry): TemplateResult {
  return html`
    <div class="odr-carry">
      <div>
        <h3 class="odr-h3">${title}</h3>
        ${sentences.map((sentence) => html`<p>${sourced(view, sentence)}</p>`)}
      </div>
      ${dayList(view, entering, "entering")} ${dayList(view, watch, "watch")}
    </div>
  `;
}

function dayList(view: View, { title, lead, none, rows }: DayList, name: string): TemplateResult | typeof nothing {
  if (rows.length === 0 && !none) return nothing;
  return html`
    <div data-list=${name}>
      <h3 class="odr-h3">${title}</h3>
      ${lead && rows.length > 0 ? html`<p>${lead}</p>` : nothing}
      ${rows.length === 0 ? html`<p>${none}</p>` : html`<ul class="odr-day-lines">${rows.map((row, at) => dayLine(view, row, rows[at - 1]))}</ul>`}
    </div>
  `;
}

function sources(view: View, rows: readonly Reason[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`
    <details class="odr-fold odr-fold--plain" data-sources>
      <summary>${view.texts.say("result_page.movement.sources")}</summary>
      <ul class="odr-recovery__sources">${rows.map((row) => html`<li>${sourced(view, row)}</li>`)}</ul>
    </details>
  `;
}
