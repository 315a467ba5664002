/** Letter check: the letter with its marks, and beside it, on a phone below, what was found. */
import { html, nothing, type TemplateResult } from "lit";
import { copy } from "../clipboard";
import { asText, findingsList, lineOf } from "./findings";
import type { LetterCheckView } from "./letter-check-view";
import { letterOptions } from "./letter-options";
import { icon } from "./icons";
import { markedText } from "./marked-text";

export const LETTER_ID = "odr-letter-words";

export function letterCheck(view: LetterCheckView): TemplateResult {
  return html`<div class="odr-letter-check">
    <div class="odr-letter-check__text">${letterField(view)} ${letterOptions(view)}</div>
    <section class="odr-letter-check__found" aria-labelledby="odr-found-title">${found(view)}</section>
  </div>`;
}

function letterField(view: LetterCheckView): TemplateResult {
  const { session, desk, texts, shown, here } = view;
  return html`
    <div class="odr-field">
      <label for=${LETTER_ID}>${texts.say("letter_check.label")}</label>
      <span class="odr-field__hint" id="odr-letter-hint">${texts.say("letter_check.hint")}</span>
      ${markedText({
        id: LETTER_ID,
        text: session.checked.text,
        language: session.review?.language,
        findings: shown,
        here,
        describedBy: "odr-letter-hint",
        onInput: (text) => session.change({ text }),
        onCaret: (caret) => desk.moveTo(caret),
      })}
    </div>
    ${hereLine(view)} ${session.isTooLong ? html`<p class="odr-field__problem" role="status">${icon("warn")}<span>${texts.say("letter_check.too_long")}</span></p>` : nothing}
  `;
}

/** What is said of the words the cursor is in, and the way to its line. */
function hereLine({ here, texts, focus }: LetterCheckView): TemplateResult | typeof nothing {
  if (here === undefined) return nothing;
  return html`<p class="odr-here" data-here=${here.number}>
    <span class="odr-number odr-number--${here.severity}">${here.number}</span><span class="odr-here__words"><strong>${here.name}.</strong> ${here.message}</span>
    <button type="button" class="odr-link" data-to-finding aria-label=${texts.say("letter_check.to_finding_label", { n: here.number, name: here.name })} @click=${() => focus(lineOf(here.number))}>${texts.say("letter_check.to_finding")}</button>
  </p>`;
}

function found(view: LetterCheckView): TemplateResult {
  const { session, desk, texts, shown, here, toWords } = view;
  const title = html`<h2 class="odr-block-title" id="odr-found-title" tabindex="-1">${texts.say("letter_check.found")}</h2>`;
  if (session.checked.text.trim() === "") return html`${title}<p class="odr-note">${texts.say("letter_check.nothing_yet")}</p>`;
  if (session.refusal !== undefined) return html`${title}<p class="odr-note">${session.refusal.message}</p>`;
  if (session.review === undefined) return html`${title}<p class="odr-strip" data-verdict="none">${icon("half")}<span>${texts.say("letter_check.waits")}</span></p>`;
  const { verdict, counts, findings } = session.review;
  const state = counts.blocker > 0 ? "blockers" : findings.length > 0 ? "others" : "no_gap";
  const onCopy = async (): Promise<void> => {
    const done = await copy(asText(view, shown, verdict));
    desk.say("findings", texts.say(done ? "letter_check.copied" : "keeping.copy_failed"));
  };
  return html`
    ${title}
    <p class="odr-strip" data-verdict=${state} aria-busy=${session.isBehind}>${icon("half")}<span>${verdict}</span></p>
    ${findingsList(view, shown, findings.length, { toWords, here, all: desk.all, showAll: (all) => desk.showAll(all) })}
    ${findings.length === 0
      ? nothing
      : html`<p class="odr-actions"><button type="button" class="odr-button odr-button--small" data-copy-findings @click=${() => void onCopy()}>${icon("copy")}<span>${texts.say("letter_check.copy")}</span></button></p>
          <p role="status" class="odr-told">${desk.said("findings")}</p>`}
    <p class="odr-field__hint">${texts.say("letter_check.not_a_chance")}</p>
  `;
}
