/** Appeal causes: for each cause the way to the failed step, what was done, what prevents it, what proves it. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Button } from "../appeal-case";
import type { CauseBlock, DeskAnswer, Frame, PresentCause, Row, Sentence } from "../appeal-contract";
import { askedQuestions, findOut } from "./appeal-asked";
import { appealField, isOpen, option, summaryOf } from "./appeal-field";
import { withBlanks } from "./appeal-sentence";
import type { AppealView, Question } from "./appeal-view";
import { icon } from "./icons";

type PartName = "actions" | "prevention" | "evidence";

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
  return html`${isEmpty ? html`<p class="odr-note">${texts.say("appeal_page.no_causes")}</p>` : nothing}
    ${!answer.beside ? nothing : besideView(view, answer.beside)} ${answer.causes.map(({ remove }) => (remove === null ? nothing : removal(view, remove, "")))}`;
}

/** A cause of our own to be told beside orders whose decision is disputed. */
function besideView({ session, go }: AppealView, { text, rows }: NonNullable<DeskAnswer["beside"]>): TemplateResult {
  const begin = (button: Button): void => {
    const row = button.add[0]?.value as { readonly id?: string } | undefined;
    session.carryOut(button);
    go({ step: "causes", question: `${row?.id ?? ""}.` });
  };
  return html`<p class="odr-note">${text}</p>
    <ul class="odr-offers">
      ${rows.map(
        ({ cause, add }) => html`<li>
          <button type="button" class="odr-offer" data-beside=${cause} @click=${() => begin(add)}>${icon("plus")}<span>${add.label}</span></button>
        </li>`,
      )}
    </ul>`;
}

/** Where the orders show one cause alone and nothing is begun, there is nothing to choose: its row is begun. */
export function beginOnly(view: AppealView): boolean {
  const { causes = [], present = [] } = view.answer ?? {};
  const [only, ...others] = present;
  if (causes.length + others.length > 0 || !only?.add) return false;
  beginRow(view, only.add);
  return true;
}

function beginRow({ session, go }: AppealView, add: Button): void {
  const row = add.add[0]?.value as { readonly id?: string } | undefined;
  session.carryOut(add);
  go({ step: "causes", question: `${row?.id ?? ""}.` });
}

function beginQuestion(view: AppealView, { cause, title, defects_text, add }: PresentCause): Question {
  return {
    name: `begin.${cause}`,
    step: "causes",
    title,
    summary: "",
    done: false,
    paths: [],
    body: () => html`<p class="odr-field__hint">${defects_text}</p>
      ${add === null ? nothing : html`<p class="odr-actions"><button type="button" class="odr-button odr-button--main" data-begin @click=${() => beginRow(view, add)}>${add.label}</button></p>`}`,
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
    ...rowQuestions(view, block, "actions"),
    ...rowQuestions(view, block, "prevention"),
    ...paperQuestions(view, block),
  ];
  const group = { id, title: block.title, text: block.defects_text, more: causeMore(view, block) };
  return found.map((one, at) => (at === 0 ? { ...one, group } : one));
}

function causeMore({ texts }: AppealView, { caution, notes, in_letter: isTold }: CauseBlock): unknown {
  return html`
    ${isTold ? nothing : html`<p class="odr-note odr-note--weighty">${icon("info")}<span>${texts.say("appeal_page.not_told")}</span></p>`}
    ${caution === null ? nothing : html`<div class="odr-callout odr-callout--danger odr-caution">${icon("warn")}<p>${caution.text}</p></div>`}
    ${notes.map((note) => html`<p class="odr-note odr-note--weighty">${icon("info")}<span>${note}</span></p>`)}
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

function rowQuestions(view: AppealView, block: CauseBlock, name: "actions" | "prevention"): Question[] {
  return [...block[name].rows.map((row) => rowQuestion(view, block, name, row)), ...offerQuestion(view, block, name)];
}

function rowQuestion(view: AppealView, { id }: CauseBlock, part: PartName, row: Row): Question {
  const { states: offered, notes, state } = row;
  const word = offered.find((one) => one.id === state)?.text ?? "";
  const base = frameQuestion(view, `${id}.${row.id}`, row);
  return {
    ...base,
    summary: [word, base.summary].filter((one) => one !== "").join(" · "),
    done: base.done && (offered.length === 0 || word !== ""),
    paths: [...base.paths, `appeal.causes.${id}.${part}.${row.id}`],
    body: () => html`
      ${offered.length === 0 ? nothing : states(view, `odr-${id}-${row.id}-state`, row)} ${base.body()} ${notes.map((note) => html`<p class="odr-note">${note}</p>`)}
      ${removal(view, row.remove, `${id}.${part}`)}
    `,
  };
}

function paperQuestions(view: AppealView, block: CauseBlock): Question[] {
  const { id, evidence } = block;
  const papers = evidence.rows.map(({ id: paper, fields, remove }) => ({
    name: `${id}.${paper}`,
    step: "causes" as const,
    title: view.texts.say("appeal_page.part_evidence"),
    summary: summaryOf(view, fields),
    done: !fields.some((field) => isOpen(view, field)),
    paths: [...fields.map(({ path }) => path), `appeal.causes.${id}.evidence.${paper}`],
    body: () => html`${repeat(fields, ({ path }) => path, (field) => appealField(view, field))} ${removal(view, remove, `${id}.evidence`)}`,
  }));
  return [...papers, ...offerQuestion(view, block, "evidence")];
}

function removal({ session, go }: AppealView, remove: Button, back: string): TemplateResult {
  const takeAway = (): void => {
    session.carryOut(remove);
    go({ step: "causes", question: back });
  };
  return html`<p><button type="button" class="odr-link" data-remove @click=${takeAway}>${remove.label}</button></p>`;
}

function states({ session, texts }: AppealView, name: string, { states: offered, state }: Row): TemplateResult {
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
    summary: frame.left_out ? (frame.left_out_text ?? "") : summaryOf(view, frame.fields),
    done: Boolean(frame.left_out) || !frame.fields.some((field) => isOpen(view, field)),
    paths: frame.fields.map(({ path }) => path),
    body: () => html`
      ${frame.left_out && frame.left_out_text ? html`<p class="odr-note">${frame.left_out_text}</p>` : nothing}
      ${frame.left_out ? nothing : repeat(frame.fields, ({ path }) => path, (field) => appealField(view, field))}
      ${frame.sentence === null || frame.left_out ? nothing : becomes(view, frame.sentence)}
      ${toggle ? html`<p><button type="button" class="odr-link" data-toggle @click=${() => session.carryOut(toggle)}>${toggle.label}</button></p>` : nothing}
    `,
  };
}

/** What the letter says of it. */
function becomes(view: AppealView, { text, reading, blanks }: Sentence): TemplateResult {
  const { answer, texts } = view;
  const lang = answer?.letter.language ?? "en";
  return html`<div class="odr-becomes">
    <p class="odr-becomes__title">${texts.say("appeal_page.becomes")}</p>
    <p class="odr-sentence__text" lang=${lang}>${withBlanks(view, text, blanks)}</p>
    ${reading ? html`<p class="odr-sentence__reading" lang=${answer?.letter.reading_language ?? nothing}>${reading}</p>` : nothing}
  </div>`;
}

/** What can be added to a part of the cause's row; nothing before the failed step is found. */
function offerQuestion(view: AppealView, { id, ...block }: CauseBlock, name: PartName): Question[] {
  const { session, go, texts } = view;
  const { rows, offered, add } = block[name];
  if (rows.length + offered.length === 0 && block.walk.open) return [];
  const begin = (button: Button): void => {
    const row = button.add[0]?.value as { readonly id?: string } | undefined;
    session.carryOut(button);
    go({ step: "causes", question: `${id}.${row?.id ?? ""}` });
  };
  const offer = (words: string, key: string, button: Button): TemplateResult => html`<li>
    <button type="button" class="odr-offer" data-offer=${key} @click=${() => begin(button)}>${icon("plus")}<span>${words}</span></button>
  </li>`;
  const others = add && !offered.some((one) => one.frame === "own") ? [offer(add.label, "own", add)] : [];
  return [
    {
      name: `${id}.${name}`,
      step: "causes",
      title: texts.say(`appeal_page.more_${name}`),
      summary: rows.length === 0 ? "" : texts.say("appeal_page.so_many", { n: rows.length }),
      done: rows.length > 0,
      paths: [`appeal.causes.${id}.${name}`],
      body: () => html`
        <p class="odr-field__hint">${texts.say(`appeal_page.why_${name}`)}</p>
        <ul class="odr-offers">
          ${offered.map((one) => offer(one.question ?? one.text ?? "", one.frame ?? one.id ?? "", one.add))} ${others}
        </ul>
      `,
    },
  ];
}
