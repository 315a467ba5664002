/** Appeal rounds: letters that were sent, what Amazon answered, and which cells that reopens. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DeskAnswer, ReplyRead, Round } from "../appeal-contract";
import { appealField } from "./appeal-field";
import type { AppealView } from "./appeal-view";
import { icon } from "./icons";
import { undoLine } from "./undo-line";

export function roundsSection(view: AppealView, { rounds }: DeskAnswer): TemplateResult | typeof nothing {
  const { session, texts } = view;
  const { add, rows, why } = rounds;
  if (rows.length === 0 && !add) return nothing;
  return html`<section class="odr-section" aria-labelledby="odr-rounds-title">
    <h3 class="odr-section__title" id="odr-rounds-title" tabindex="-1">${texts.say("appeal_page.rounds")}</h3>
    <p class="odr-lead">${why ?? texts.say("appeal_page.rounds_lead")}</p>
    ${repeat(rows, ({ id }) => id, (round) => roundView(view, round))} ${undoLine(view, ["row"])}
    ${add ? html`<p class="odr-actions"><button type="button" class="odr-button" data-sent @click=${() => session.carryOut(add)}>${add.label}</button></p>` : nothing}
  </section>`;
}

function roundView(view: AppealView, { id, title, text, fields, reply, compare, changes = [], remove }: Round): TemplateResult {
  const { session, texts } = view;
  return html`<div class="odr-round" data-round=${id}>
    <h4 class="odr-h4">${title}</h4>
    ${text
      ? html`<details class="odr-fold odr-fold--plain">
          <summary>${texts.say("appeal_page.sent_text")}</summary>
          <pre class="odr-raw-lines">${text}</pre>
        </details>`
      : nothing}
    ${repeat(fields, ({ path }) => path, (field) => appealField(view, field))}
    <div role="status">
      ${reply ? replyView(view, reply) : nothing}
      ${compare
        ? html`<div class="odr-callout ${compare.ok ? "" : "odr-callout--danger"}" data-compare=${compare.ok ? "new" : "same"}>
            <p class="odr-callout__title">${icon(compare.ok ? "info" : "stop")}<span>${compare.title}</span></p>
            ${(compare.missing ?? []).map(({ message }) => html`<p>${message}</p>`)}
          </div>`
        : nothing}
    </div>
    ${changes.map((one) => html`<p class="odr-note">${one.text} ${one.ask ?? ""}</p>`)}
    ${remove ? html`<p><button type="button" class="odr-link" @click=${() => session.carryOut(remove)}>${remove.label}</button></p>` : nothing}
  </div>`;
}

function replyView({ jump, texts }: AppealView, { title, text, next, asked = [], deadline }: ReplyRead): TemplateResult {
  return html`<div class="odr-callout odr-callout--deadline" data-reply>
    <p class="odr-callout__title">${icon("info")}<span>${title}</span></p>
    <p>${text}</p>
    ${deadline ? html`<p><strong>${deadline}</strong></p>` : nothing}
    ${asked.length === 0
      ? nothing
      : html`<ul class="odr-asked">
          ${asked.map(
            ({ title: cell, ask, words, field }) => html`<li>
              ${cell ? html`<strong>${cell}</strong>` : nothing} ${words ? html`<q>${words}</q>` : nothing}
              <span>${ask}</span> ${field ? html`<button type="button" class="odr-link" @click=${() => jump(field)}>${texts.say("appeal_page.answer")}</button>` : nothing}
            </li>`,
          )}
        </ul>`}
    ${next ? html`<p>${next}</p>` : nothing}
  </div>`;
}
