/** Appeal causes: for each cause the way to the failed step, what was done, what prevents it, what proves it. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { CauseBlock, Frame, Part, PresentCause, Row, Sentence } from "../appeal-contract";
import { askedQuestions, findOut } from "./appeal-asked";
import { appealField, isOpen, option, summaryOf } from "./appeal-field";
import { withBlanks } from "./appeal-sentence";
import type { AppealView, Question } from "./appeal-view";
import { icon } from "./icons";
import { undoLine } from "./undo-line";

const PARTS = ["actions", "prevention", "evidence"] as const;

export function causesQuestions(view: AppealView): Question[] {
  const { answer } = view;
  if (answer === undefined) return [];
  const rows = answer.causes.flatMap((block) => causeQuestions(view, block));
  return [...rows, ...answer.present.filter(({ row }) => row === null).map((one) => beginQuestion(view, one))];
}

export function causesAfter(view: AppealView): TemplateResult | typeof nothing {
  const { answer, texts } = view;
  if (answer === undefined) return nothing;
  const isEmpty = answer.causes.length + answer.present.length === 0;
  return html`${undoLine(view, ["row"])} ${isEmpty ? html`<p class="odr-note">${texts.say("appeal_page.no_causes")}</p>` : nothing}`;
}

function beginQuestion(view: AppealView, { cause, title, defects_text, add }: PresentCause): Question {
  const { session, go } = view;
  const begin = (): void => {
    if (add === null) return;
    const row = add.add[0]?.value as { readonly id?: string } | undefined;
    session.carryOut(add);
    view.desk.wants = "begin";
    go({ step: "causes", question: `${row?.id ?? ""}.` });
  };
  return {
    name: `begin.${cause}`,
    step: "causes",
    title,
    summary: "",
    done: false,
    paths: [],
    body: () => html`<p class="odr-field__hint">${defects_text}</p>
      ${add === null ? nothing : html`<p class="odr-actions"><button type="button" class="odr-button odr-button--main" data-begin @click=${begin}>${add.label}</button></p>`}`,
  };
}

function causeQuestions(view: AppealView, block: CauseBlock): Question[] {
  const { id, walk } = block;
  const where = `appeal.causes.${id}`;
  const open = walk.open && walk.question !== undefined ? { ...walk, question: walk.question, answers: walk.answers ?? [] } : null;
  const leaf = walk.open ? [] : [leafQuestion(view, block)];
  const found = [
    ...askedQuestions(view, "causes", `${id}.walk`, walk.given, open, `${where}.path`),
    ...leaf,
    ...block.root_cause.frames.map((frame) => frameQuestion(view, `${id}.${frame.frame}`, frame)),
    ...PARTS.flatMap((part) => partQuestions(view, block, part)),
  ];
  const group = { id, title: block.title, text: block.defects_text, more: causeMore(view, block) };
  return found.map((one, at) => (at === 0 ? { ...one, group } : one));
}

function causeMore(view: AppealView, { caution, notes, remove }: CauseBlock): unknown {
  const { session, go } = view;
  const takeAway = (): void => {
    if (remove === null) return;
    session.carryOut(remove);
    go({ step: "causes", question: "" });
  };
  return html`
    ${caution === null ? nothing : html`<div class="odr-callout odr-callout--danger"><p class="odr-callout__title">${icon("warn")}<span>${caution}</span></p></div>`}
    ${notes.map((note) => html`<p class="odr-note odr-note--weighty">${icon("info")}<span>${note}</span></p>`)}
    ${remove === null ? nothing : html`<p class="odr-group__remove"><button type="button" class="odr-link" data-remove @click=${takeAway}>${remove.label}</button></p>`}
  `;
}

function leafQuestion(view: AppealView, { id, walk, block }: CauseBlock): Question {
  const title = block?.title ?? walk.text ?? "";
  return {
    name: `${id}.leaf`,
    step: "causes",
    title: view.texts.say("appeal_page.found_step"),
    summary: title,
    done: true,
    paths: [],
    body: () => html`
      <p><strong>${title}</strong></p>
      ${walk.text && walk.text !== title ? html`<p>${walk.text}</p>` : nothing}
      ${walk.failure?.should ? html`<p class="odr-note">${view.texts.say("appeal_page.should")} ${walk.failure.should}</p>` : nothing}
      ${block === null ? nothing : html`<p class="odr-note">${block.when}</p><p class="odr-note">${block.not_when}</p>`} ${findOut(view, { ...walk, answer: "unknown" })}
    `,
  };
}

function partQuestions(view: AppealView, block: CauseBlock, name: (typeof PARTS)[number]): Question[] {
  const part = block[name];
  const rows = part.rows.map((row) => rowQuestion(view, block, name, row));
  return part.offered.length === 0 && part.rows.length === 0 && block.walk.open ? rows : [...rows, offerQuestion(view, block, name, part)];
}

function rowQuestion(view: AppealView, { id }: CauseBlock, part: string, row: Row): Question {
  const { session, go, texts } = view;
  const takeAway = (): void => {
    if (!row.remove) return;
    session.carryOut(row.remove);
    go({ step: "causes", question: `${id}.${part}` });
  };
  const state = row.states?.find(({ id: one }) => one === row.state)?.text ?? "";
  const base = frameQuestion(view, `${id}.${row.id}`, row);
  return {
    ...base,
    title: base.title || texts.say(`appeal_page.part_${part}`),
    summary: [state, base.summary].filter((one) => one !== "").join(" · "),
    done: base.done && !(row.states && row.states.length > 0 && state === ""),
    paths: [...base.paths, `appeal.causes.${id}.${part}.${row.id}`],
    body: () => html`
      ${row.states && row.states.length > 0 ? states(view, `odr-${id}-${row.id}-state`, row) : nothing} ${base.body()}
      ${row.remove ? html`<p><button type="button" class="odr-link" data-remove @click=${takeAway}>${row.remove.label}</button></p>` : nothing}
    `,
  };
}

function states({ session, texts }: AppealView, name: string, { states: offered = [], state }: Row): TemplateResult {
  return html`<fieldset class="odr-choices">
    <legend>${texts.say("appeal_page.state")}</legend>
    <div class="odr-choices__column">${offered.map((one, at) => option(name, `${name}-${at}`, one, one.id === state, () => session.carryOut(one.do)))}</div>
  </fieldset>`;
}

function frameQuestion(view: AppealView, name: string, frame: Frame): Question {
  const { session } = view;
  const { toggle } = frame;
  return {
    name,
    step: "causes",
    title: frame.question,
    summary: frame.left_out ? view.texts.say("appeal_page.left_out") : summaryOf(view, frame.fields),
    done: Boolean(frame.left_out) || !frame.fields.some((field) => isOpen(view, field)),
    paths: frame.fields.map(({ path }) => path),
    body: () => html`
      ${frame.left_out ? nothing : repeat(frame.fields, ({ path }) => path, (field) => appealField(view, field))}
      ${frame.sentence === null || frame.left_out ? nothing : becomes(view, frame.sentence)}
      ${toggle ? html`<p><button type="button" class="odr-link" data-toggle @click=${() => session.carryOut(toggle)}>${toggle.label}</button></p>` : nothing}
    `,
  };
}

/** What the letter says of it. */
function becomes(view: AppealView, { text, reading, blanks }: Sentence): TemplateResult {
  const { answer, texts } = view;
  const inChinese = answer?.letter.language === "zh";
  return html`<div class="odr-becomes">
    <p class="odr-becomes__title">${texts.say("appeal_page.becomes")}</p>
    <p class="odr-sentence__text" lang=${inChinese ? "zh-Hans" : "en"}>${withBlanks(view, text, blanks)}</p>
    ${reading ? html`<p class="odr-sentence__reading" lang=${inChinese ? "en" : "zh-Hans"}>${reading}</p>` : nothing}
  </div>`;
}

function offerQuestion(view: AppealView, { id }: CauseBlock, name: (typeof PARTS)[number], part: Part): Question {
  const { session, go, texts } = view;
  const count = part.rows.length;
  const begin = (offer: Part["offered"][number]): void => {
    const row = offer.add.add[0]?.value as { readonly id?: string } | undefined;
    session.carryOut(offer.add);
    go({ step: "causes", question: `${id}.${row?.id ?? ""}` });
  };
  return {
    name: `${id}.${name}`,
    step: "causes",
    title: part.title ?? texts.say(`appeal_page.more_${name}`),
    summary: count === 0 ? "" : texts.say("appeal_page.so_many", { n: count }),
    done: count > 0,
    paths: [`appeal.causes.${id}.${name}`],
    body: () => html`
      <p class="odr-field__hint">${part.why ?? texts.say(`appeal_page.why_${name}`)}</p>
      <ul class="odr-offers">
        ${part.offered.map(
          (offer) => html`<li>
            <button type="button" class="odr-offer" data-offer=${offer.frame ?? offer.id ?? ""} @click=${() => begin(offer)}>${icon("plus")}<span>${offer.question ?? offer.text}</span></button>
          </li>`,
        )}
      </ul>
    `,
  };
}
