/** Appeal notice: the pasted words of the notice, the five questions, and what the notice turned out to be. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Button } from "../appeal-case";
import type { NoticeBlock, NoticeRead, Outcome, RouteStep } from "../appeal-contract";
import { askedQuestions } from "./appeal-asked";
import { appealField, fieldId, isOpen, shownIn, summaryOf } from "./appeal-field";
import type { AppealView, Question } from "./appeal-view";
import { icon } from "./icons";

const TEXT = "appeal.notice.text";
const PATH = "appeal.notice.path";
/** So much of the notice is shown once it stands there. */
const BEGINNING = 60;

export function noticeQuestions(view: AppealView): Question[] {
  const { answer, texts } = view;
  const block = answer?.notice;
  const first = pasteQuestion(view, block);
  if (block === undefined) return [first];
  const { given, open, outcome } = block.route;
  const told = outcome === null ? [] : [outcomeQuestion(view, outcome, block.route.again)];
  const language = block.language.field;
  return [
    first,
    ...askedQuestions(view, "notice", "route", given, open, PATH),
    ...told,
    {
      name: "figures",
      step: "notice",
      title: texts.say("appeal_page.notice_figures"),
      summary: summaryOf(view, block.fields),
      done: !block.fields.some((field) => isOpen(view, field)),
      paths: block.fields.map(({ path }) => path),
      body: () => html`${block.fields.map((field) => appealField(view, field))} ${deadlineView(block)} ${block.notes.map((note) => html`<p class="odr-note">${note}</p>`)}`,
    },
    {
      name: "language",
      step: "notice",
      title: language.label,
      summary: shownIn(view, language),
      done: !isOpen(view, language),
      paths: [language.path],
      body: () => languageBody(view, block.language),
    },
  ];
}

function deadlineView({ deadline }: NoticeBlock): TemplateResult | typeof nothing {
  if (deadline === null) return nothing;
  return html`<div class="odr-callout odr-callout--deadline" data-days-left=${deadline.left}><p class="odr-callout__title">${icon("clock")}<span>${deadline.text}</span></p></div>`;
}

function pasteQuestion(view: AppealView, block: NoticeBlock | undefined): Question {
  const { session, texts } = view;
  const text = session.words(TEXT).trim();
  const beginning = [...text.replace(/\s+/g, " ")].slice(0, BEGINNING).join("");
  return {
    name: "paste",
    step: "notice",
    title: texts.say("appeal_page.paste_title"),
    summary: text === "" ? "" : `${beginning}${text.length > BEGINNING ? "…" : ""}`,
    done: true,
    paths: [TEXT],
    body: () => pasteBody(view, block),
  };
}

/** The same before the program has come and after it, so that nobody's typing is broken off. */
function pasteBody(view: AppealView, block: NoticeBlock | undefined): TemplateResult {
  const { session, texts, go } = view;
  const id = fieldId(TEXT);
  const text = session.words(TEXT);
  const showExample = (): void => {
    session.showExample();
    go({ step: "letter", question: "" });
  };
  return html`
    <div class="odr-field" data-field=${TEXT}>
      <label for=${id}>${texts.say("appeal_page.paste_label")}</label>
      <span class="odr-field__hint" id="${id}-hint">${texts.say("appeal_page.paste_hint")}</span>
      <textarea
        id=${id}
        rows="6"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="${id}-hint"
        .value=${live(text)}
        @input=${(event: Event) => session.put(TEXT, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${session.hasExample ? html`<p><button type="button" class="odr-link" data-example @click=${showExample}>${texts.say("appeal_page.example_case")}</button></p>` : nothing}
    <div role="status">
      ${text.trim() === "" ? nothing : block === undefined ? html`<p class="odr-note">${texts.say("appeal_page.paste_waits")}</p>` : block.paste.read === null ? nothing : readView(view, block.paste.read)}
    </div>
  `;
}

function readView({ session, texts, next }: AppealView, { title, text, evidence, deadline, language, found, take }: NoticeRead): TemplateResult {
  const takeAll = (): void => {
    if (take === null) return;
    session.carryOut(take);
    next();
  };
  const first = evidence.filter(({ topic, means }, at) => means !== null && evidence.findIndex((one) => one.topic === topic) === at);
  return html`<div class="odr-read" data-read-notice>
    <p class="odr-read__title">${title}</p>
    ${[text, deadline.text, language.text].map((one) => (one ? html`<p>${one}</p>` : nothing))}
    ${first.length === 0
      ? nothing
      : html`<details class="odr-fold odr-fold--plain">
          <summary>${texts.say("appeal_page.by_words")}</summary>
          <ul class="odr-read__found">
            ${first.map((one) => html`<li><span>${one.means}</span> <q>${one.text}</q></li>`)}
          </ul>
        </details>`}
    <ul class="odr-read__found">
      ${found.map(
        (one) => html`<li>
          <span class="odr-read__words">${one.text}</span>
          ${one.do === null
            ? html`<span class="odr-chip odr-chip--proof">${icon("check")} ${texts.say("appeal_page.taken")}</span>`
            : html`<button type="button" class="odr-link" aria-label=${`${one.do.label}: ${one.text}`} @click=${() => session.carryOut(one.do!)}>${one.do.label}</button>`}
        </li>`,
      )}
    </ul>
    ${take === null ? nothing : html`<p class="odr-actions"><button type="button" class="odr-button" data-take @click=${takeAll}>${take.label}</button></p>`}
  </div>`;
}

function outcomeQuestion(view: AppealView, outcome: Outcome, again: Button | null): Question {
  return {
    name: "outcome",
    step: "notice",
    title: view.texts.say("appeal_page.outcome"),
    summary: outcome.title,
    done: true,
    asks: "once",
    paths: [],
    body: () => outcomeBody(view, outcome, again),
  };
}

function outcomeBody(view: AppealView, { kind, kind_text, stop, title, text, deadline, steps, never, notes, sources = [] }: Outcome, again: Button | null): TemplateResult {
  const { session, texts, go } = view;
  const startAgain = (button: Button): void => {
    session.carryOut(button);
    go({ step: "notice", question: "route.off" });
  };
  return html`
    <div class="odr-callout ${stop === null ? "" : "odr-callout--danger"}" data-outcome=${kind}>
      <p class="odr-callout__title">${icon(stop === null ? "info" : "stop")}<span>${title}</span></p>
      <p class="odr-outcome__kind">${stop ?? kind_text}</p>
      <p>${text}</p>
    </div>
    ${deadline ? html`<div class="odr-callout odr-callout--deadline"><p class="odr-callout__title">${icon("clock")}<span>${texts.say("appeal_page.deadline")}</span></p><p>${deadline}</p></div>` : nothing}
    ${steps.length === 0
      ? nothing
      : html`<h4 class="odr-h4">${texts.say("appeal_page.next_steps")}</h4>
          <ol class="odr-numbered">
            ${steps.map((step) => html`<li>${routeStep(view, step)}</li>`)}
          </ol>`}
    ${never.length === 0
      ? nothing
      : html`<h4 class="odr-h4">${texts.say("appeal_page.never")}</h4>
          <ul class="odr-crosses">
            ${never.map((one) => html`<li>${icon("cross")}<span>${one}</span></li>`)}
          </ul>`}
    ${notes.map((one) => html`<p class="odr-note">${one}</p>`)} ${sources.length === 0 ? nothing : sourceList(view, sources)}
    ${again === null ? nothing : html`<p><button type="button" class="odr-link" data-again @click=${() => startAgain(again)}>${again.label}</button></p>`}
  `;
}

function sourceList({ factUrl, texts }: AppealView, sources: NonNullable<Outcome["sources"]>): TemplateResult {
  return html`<details class="odr-fold odr-fold--plain">
    <summary>${texts.say("appeal_page.sources")}</summary>
    <ul class="odr-list">
      ${sources.map(({ key, text }) => html`<li>${text} ${factUrl(key) === undefined ? nothing : html`<a href=${factUrl(key)} target="_blank" rel="noopener">${texts.say("result.fact")}</a>`}</li>`)}
    </ul>
  </details>`;
}

function routeStep({ pageUrl }: AppealView, { before, link, after, place }: RouteStep): unknown {
  const address = place === null ? undefined : pageUrl(place);
  return html`${before}${link === "" ? nothing : address === undefined ? link : html`<a href=${address}>${link}</a>`}${after}`;
}

function languageBody(view: AppealView, { field, note, doubt }: NoticeBlock["language"]): TemplateResult {
  return html`
    ${note ? html`<p class="odr-note">${note}</p>` : nothing} ${appealField(view, field)}
    ${doubt ? html`<div class="odr-callout odr-callout--deadline"><p class="odr-callout__title">${icon("half")}<span>${doubt}</span></p></div>` : nothing}
  `;
}
