/** Appeal facts: Amazon's figure with its day, and every order behind it. */
import { html, nothing, type TemplateResult } from "lit";
import type { Button } from "../appeal-case";
import type { Clock, DefectRow, FactsBlock } from "../appeal-contract";
import { appealField, isOpen, summaryOf } from "./appeal-field";
import type { AppealView, Question } from "./appeal-view";
import { icon } from "./icons";

export function factsQuestions(view: AppealView): Question[] {
  const { answer, texts } = view;
  if (answer === undefined) return [];
  const block = answer.facts;
  return [
    {
      name: "page",
      step: "facts",
      title: texts.say("appeal_page.page_figures"),
      summary: block.figure === null ? summaryOf(view, block.fields) : `${block.figure.source_text} ${block.figure.counts}`,
      done: block.figure !== null && !block.fields.some((field) => isOpen(view, field)),
      paths: block.fields.map(({ path }) => path),
      body: () => figureBody(view, block),
    },
    ...block.defects.map((row, at) => defectQuestion(view, row, block.pages.next === null && at === block.defects.length - 1 ? block.add : null)),
    addQuestion(view, block),
  ];
}

/** A new order, its question open. */
function addOrder({ session, go }: AppealView, add: Button): void {
  const row = add.add[0]?.value as { readonly id?: string } | undefined;
  session.carryOut(add);
  go({ step: "facts", question: `defect.${row?.id ?? ""}` });
}

/** The first order, and the list of many; one order more is offered in the last of them too. */
function addQuestion(view: AppealView, { add, defects, notes, more, pages }: FactsBlock): Question {
  const { session, texts } = view;
  const page = (name: string, first: number | null): unknown =>
    first === null ? nothing : html`<button type="button" class="odr-button odr-button--small" data-page=${name} @click=${() => session.showFrom(first)}>${texts.say(`appeal_page.orders_${name}`)}</button>`;
  return {
    name: "add",
    step: "facts",
    title: texts.say(defects.length === 0 ? "appeal_page.first_order" : "appeal_page.more_orders"),
    summary: defects.length === 0 ? "" : texts.say("appeal_page.so_many", { n: defects.length }),
    done: defects.length > 0,
    paths: ["defects"],
    body: () => html`
      ${notes.map((note) => html`<p class="odr-field__hint">${note}</p>`)} ${more === null ? nothing : html`<p class="odr-note">${more}</p>`}
      <p class="odr-actions">${page("before", pages.before)} ${page("next", pages.next)}</p>
      <ul class="odr-offers">
        <li><button type="button" class="odr-offer" data-add-defect @click=${() => addOrder(view, add)}>${icon("plus")}<span>${add.label}</span></button></li>
      </ul>
    `,
  };
}

function figureBody(view: AppealView, { figure, fields }: FactsBlock): TemplateResult {
  const { pageUrl, texts } = view;
  const calculator = pageUrl("calculator");
  return html`
    ${figure === null ? nothing : html`<p class="odr-figure-line"><strong>${figure.counts}</strong> <span>${figure.source_text}</span> <span>${figure.day}</span></p>`}
    ${fields.map((field) => appealField(view, field))}
    ${calculator === undefined ? nothing : html`<p class="odr-note">${texts.say("appeal_page.with_files")} <a class="odr-carry" href=${calculator}>${texts.say("appeal_page.to_calculator")}</a></p>`}
  `;
}

/** `another` is the way to one order more, for nobody but the seller knows how many there are. */
function defectQuestion(view: AppealView, row: DefectRow, another: Button | null): Question {
  const { order_id_masked: id, type_text: type, cause_text: cause, order_date: day } = row;
  return {
    name: `defect.${row.key}`,
    step: "facts",
    title: id === "" ? row.title : `${row.title}: ${id}`,
    summary: [type, day ?? "", row.disputed ? view.texts.say("appeal_page.disputed") : (cause ?? "")].filter((one) => one !== "").join(" · "),
    done: !row.fields.some((field) => isOpen(view, field)),
    paths: row.fields.map(({ path }) => path),
    body: () => defectBody(view, row, another),
  };
}

/** How long a single defect can still be appealed; its own texts stand among the templates. */
function clockView({ pageUrl, texts }: AppealView, { title, left, last_safe, templates }: Clock): TemplateResult {
  const address = pageUrl("templates");
  return html`<div class="odr-callout odr-callout--deadline">
    <p class="odr-callout__title">${icon("clock")}<span>${title}: ${left}</span></p>
    <p>${last_safe}</p>
    ${templates.length === 0 || address === undefined ? nothing : html`<p><a href=${address} target="_blank" rel="noopener">${texts.say("appeal_page.single_texts")}</a></p>`}
  </div>`;
}

function defectBody(view: AppealView, row: DefectRow, another: Button | null): TemplateResult {
  const { session, go, texts } = view;
  const takeAway = (): void => {
    if (row.remove === null) return;
    session.carryOut(row.remove);
    go({ step: "facts", question: "page" });
  };
  return html`
    ${row.fields.map(
      (field) => html`${field.path.endsWith(".cause") ? html`<p class="odr-note" data-cause-note>${row.cause_note} ${row.evidence_words.map((words) => html`<q>${words}</q> `)}</p>` : nothing}
      ${appealField(view, field, field.path.endsWith(".cause") && row.cause_text !== null ? texts.say("appeal_page.cause_read", { cause: row.cause_text }) : undefined)}`,
    )}
    ${row.clocks.map((clock) => clockView(view, clock))} ${row.reason === null ? nothing : html`<p class="odr-note">${row.counts_text}: ${row.reason}</p>`}
    ${row.notes.map((note) => html`<p class="odr-note odr-note--weighty">${icon("info")}<span>${note}</span></p>`)}
    ${row.remove === null ? nothing : html`<p><button type="button" class="odr-link" data-remove @click=${takeAway}>${row.remove.label}</button></p>`}
    ${another === null ? nothing : html`<p><button type="button" class="odr-offer" data-another @click=${() => addOrder(view, another)}>${icon("plus")}<span>${another.label}</span></button></p>`}
  `;
}
