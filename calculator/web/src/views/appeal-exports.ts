/** Appeal exports: the letter and its lists as files, or as text where nothing can be saved. */
import { html, nothing, type TemplateResult } from "lit";
import type { DeskAnswer, Exported, MadeFile } from "../appeal-contract";
import { download } from "../case-file";
import { copy } from "../clipboard";
import type { AppealView } from "./appeal-view";
import { icon } from "./icons";

/** The place of what is said here. */
const PLACE = "exports";

export function exportsSection(view: AppealView, answer: DeskAnswer): TemplateResult {
  const { session, desk, texts } = view;
  const { evidence_index: evidence, affected_orders: orders } = answer.letter;
  return html`<section class="odr-section" aria-labelledby="odr-exports-title">
    <h3 class="odr-section__title" id="odr-exports-title">${texts.say("appeal_page.exports")}</h3>
    ${evidence.length === 0 ? nothing : evidenceTable(view, answer)}
    ${orders.length === 0 ? nothing : html`<p class="odr-note">${texts.say("appeal_page.orders_listed", { n: orders.length })}</p>`}
    <p class="odr-actions">
      ${answer.exports.map((one) => exportButton(view, one))}
      ${session.surroundings.app === null ? html`<button type="button" class="odr-button odr-button--small" data-print @click=${() => window.print()}>${icon("print")}<span>${texts.say("appeal_page.print")}</span></button>` : nothing}
    </p>
    <p class="odr-actions">
      <button type="button" class="odr-button odr-button--small" data-copy-case @click=${() => void copyCase(view)}>${texts.say("keeping.text")}</button>
    </p>
    <p class="odr-field__hint">${texts.say("keeping.text_note")}</p>
    <p role="status" class="odr-told">${desk.said(PLACE)}</p>
    ${desk.made === undefined ? nothing : html`<pre class="odr-raw-lines" id="odr-made-text" tabindex="0" aria-label=${desk.made.file}>${desk.made.text}</pre>`}
  </section>`;
}

function evidenceTable({ texts }: AppealView, { letter }: DeskAnswer): TemplateResult {
  return html`<table class="odr-table odr-table--figures odr-evidence">
    <thead>
      <tr><th scope="col">${texts.say("appeal_page.number")}</th><th scope="col">${texts.say("appeal_page.file")}</th><th scope="col">${texts.say("appeal_page.shows")}</th></tr>
    </thead>
    <tbody>
      ${letter.evidence_index.map(({ number, file, shows }) => html`<tr><td>${number}</td><td>${file}</td><td lang=${letter.language}>${shows}</td></tr>`)}
    </tbody>
  </table>`;
}

function exportButton(view: AppealView, one: Exported): TemplateResult {
  const { session, texts } = view;
  const label = session.surroundings.canDownload ? one.label : texts.say("appeal_page.copy_file", { label: one.label });
  return html`<button type="button" class="odr-button odr-button--small" data-export=${one.what} @click=${() => void make(view, one)}>${label}</button>`;
}

async function make(view: AppealView, { what }: Exported): Promise<void> {
  const { session, desk, texts } = view;
  const say = (key: string, values: Readonly<Record<string, string>>): void => desk.say(PLACE, texts.say(`appeal_page.${key}`, values));
  desk.made = undefined;
  try {
    const made = await session.file(what);
    if (made.contract !== "odr-file/1") return say("file_failed", { detail: made.message });
    if (session.surroundings.canDownload) {
      download(made.file, contentOf(made), made.media_type);
      return say("file_saved", { file: made.file });
    }
    if (made.text === undefined) return say("file_no_copy", { file: made.file });
    if (await copy(made.text)) return say("file_copied", { file: made.file });
    desk.made = { file: made.file, text: made.text };
    desk.say(PLACE, texts.say("keeping.copy_failed"));
  } catch (thrown) {
    say("file_failed", { detail: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** The whole case as text with masked order numbers, for whoever is to help with it. */
async function copyCase({ session, desk, texts }: AppealView): Promise<void> {
  const made = await session.file("case.json").catch((thrown: unknown) => String(thrown));
  const text = typeof made !== "string" && made.contract === "odr-file/1" ? (made.text ?? "") : "";
  if (text === "") return desk.say(PLACE, texts.say("appeal_page.file_failed", { detail: typeof made === "string" ? made : "message" in made ? made.message : "" }));
  const done = await copy(text);
  desk.made = done ? undefined : { file: texts.say("keeping.text_label"), text };
  desk.say(PLACE, texts.say(done ? "keeping.text_copied" : "keeping.copy_failed"));
}

function contentOf({ text, base64 }: MadeFile): string | Uint8Array<ArrayBuffer> {
  return text ?? Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0));
}
