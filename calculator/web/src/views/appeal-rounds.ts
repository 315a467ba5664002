/** Appeal rounds: letters that were sent, what Amazon answered, and which cells that reopens. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Button } from "../appeal-case";
import type { DeskAnswer, ReplyRead, Round, Rounds } from "../appeal-contract";
import { appealField, fieldId } from "./appeal-field";
import type { AppealView } from "./appeal-view";
import { icon } from "./icons";
import { undoLine } from "./undo-line";

export function roundsSection(view: AppealView, { rounds }: DeskAnswer): TemplateResult {
  const { texts } = view;
  const { rows, sent, earlier, note } = rounds;
  return html`<section class="odr-section" aria-labelledby="odr-rounds-title">
    <h3 class="odr-section__title" id="odr-rounds-title" tabindex="-1">${texts.say("appeal_page.rounds")}</h3>
    <p class="odr-lead">${note}</p>
    ${repeat(rows, ({ id }) => id, (round) => roundView(view, round))} ${undoLine(view, ["row"])}
    <div role="status">${compareView(rounds)}</div>
    ${(rounds.changes?.changes ?? []).map(({ text, ask }) => html`<p class="odr-note">${text} ${ask}</p>`)}
    <p class="odr-actions">${sent === null ? nothing : putBy(view, sent, "sent")} ${putBy(view, earlier, "earlier")}</p>
  </section>`;
}

/** Put a letter by, and go on in its fields. */
function putBy({ session, focus }: AppealView, button: Button, name: string): TemplateResult {
  const onPut = (): void => {
    const row = button.add[0]?.value as { readonly id?: string } | undefined;
    session.carryOut(button);
    if (row?.id !== undefined) focus(`#${CSS.escape(fieldId(`appeal.rounds.${row.id}.sent_on`))}`);
  };
  return html`<button type="button" class="odr-button" data-round-add=${name} @click=${onPut}>${button.label}</button>`;
}

function roundView(view: AppealView, { id, title, fields, reply, remove }: Round): TemplateResult {
  const { session } = view;
  return html`<div class="odr-round" data-round=${id}>
    <h4 class="odr-h4">${title}</h4>
    ${repeat(fields, ({ path }) => path, (field) => appealField(view, field))}
    <div role="status">${reply === null ? nothing : replyView(reply)}</div>
    <p><button type="button" class="odr-link" data-remove @click=${() => session.carryOut(remove)}>${remove.label}</button></p>
  </div>`;
}

function replyView({ title, meaning, next, asked, deadline }: ReplyRead): TemplateResult {
  return html`<div class="odr-callout odr-callout--deadline" data-reply>
    <p class="odr-callout__title">${icon("info")}<span>${title}</span></p>
    <p>${meaning}</p>
    ${deadline === null ? nothing : html`<p><strong>${deadline.text}</strong></p>`}
    ${asked.length === 0
      ? nothing
      : html`<ul class="odr-asked">
          ${asked.map(({ title: cell, ask, words }) => html`<li><strong>${cell}</strong> ${words.map(({ text }) => html`<q>${text}</q> `)}<span>${ask}</span></li>`)}
        </ul>`}
    ${next ? html`<p>${next}</p>` : nothing}
  </div>`;
}

/** Whether the letter brings something new against the one sent last. */
export function compareView({ compare }: Rounds): TemplateResult | typeof nothing {
  if (compare === null) return nothing;
  return html`<div class="odr-callout ${compare.ok ? "" : "odr-callout--danger"}" data-compare=${compare.ok ? "new" : "same"}>
    <p class="odr-callout__title">${icon(compare.ok ? "info" : "stop")}<span>${compare.title}</span></p>
    <p>${compare.text} ${compare.count}</p>
    ${compare.missing.map(({ message }) => html`<p>${message}</p>`)}
  </div>`;
}
