/** File list: every file, what it was taken for, and the way to take it out again. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { OpenDates, ReadFile } from "../explanation";
import type { Given } from "../rows-element";
import type { Entry } from "../session";
import { icon } from "./icons";
import type { View } from "./view";

export function fileList(view: View): TemplateResult {
  const { session, texts } = view;
  if (session.files.length === 0) return html``;
  const taken = pairs(session.files, session.taken.filter(({ archive }) => archive === null));
  const packed = packedIn(session.files, session.taken);
  return html`
    <section class="odr-section" aria-label=${texts.say("file.title")}>
      <h2 class="odr-section__title">${texts.say("file.title")}</h2>
      <ul class="odr-files">
        ${repeat(
          session.files,
          (entry) => entry.id,
          (entry) => fileItem(view, entry, taken.get(entry), packed.get(entry) ?? []),
        )}
      </ul>
    </section>
  `;
}

function fileItem(view: View, entry: Entry, taken: ReadFile | undefined, packed: readonly ReadFile[]): TemplateResult {
  const { session, texts } = view;
  const { file, state } = entry;
  const reading = state === "reading";
  return html`
    <li class="odr-files__file">
      <div class="odr-files__what">
        <p class="odr-files__name">${file.name}</p>
        ${stateOf(view, entry, taken)} ${taken === undefined ? nothing : whatItIs(view, entry, taken)}
        ${packed.length === 0
          ? nothing
          : html`<ul class="odr-files__packed" aria-label=${texts.say("file.packed", { name: file.name })}>
              ${packed.map(
                (one) => html`<li>
                  <p class="odr-files__name">${one.file}</p>
                  ${one.kind === "unknown" ? refused(texts) : nothing} ${whatItIs(view, entry, one)}
                </li>`,
              )}
            </ul>`}
        ${taken?.kind === "all_orders" ? rowsOf(view, entry, taken) : nothing}
      </div>
      <button
        type="button"
        class="odr-link"
        aria-label=${texts.say(reading ? "file.stop_one" : "file.remove_one", { name: file.name })}
        @click=${() => (reading ? entry.stop.abort() : session.remove(entry))}
      >
        ${texts.say(reading ? "file.stop" : "file.remove")}
      </button>
    </li>
  `;
}

/** The rows of an orders file, read from it again when they are asked for. */
function rowsOf({ desk, session, texts }: View, { file }: Entry, taken: ReadFile): TemplateResult {
  const isOpen = desk.rowsOf === file;
  const doubtful = new Set(session.explanation?.problems.rows.flatMap((row) => (row.file === taken.file && row.line ? [row.line] : [])));
  const given: Given = { file, texts, showIds: desk.showIds, doubtful, showWhole: (on) => desk.change({ showIds: on }), ask: (body) => session.request(body) };
  return html`
    <button type="button" class="odr-link" data-rows aria-expanded=${isOpen ? "true" : "false"} @click=${() => desk.change({ rowsOf: isOpen ? undefined : file })}>
      ${texts.say(isOpen ? "row_review.rows.hide" : "row_review.rows.show")}
    </button>
    ${isOpen ? html`<odr-rows .given=${given}></odr-rows>` : nothing}
  `;
}

/** What a file was taken for, what is odd about it, and the order of its dates where that is open. */
function whatItIs(view: View, entry: Entry, taken: ReadFile): TemplateResult {
  return html`
    ${taken.kind === "unknown" ? nothing : html`<p class="odr-files__kind"><strong>${taken.title}</strong> <span>${taken.summary}</span></p>`}
    ${taken.notes.map((note) => html`<p class="odr-files__note">${note}</p>`)} ${taken.dates === null ? nothing : dateOrder(view, entry, taken, taken.dates)}
  `;
}

function dateOrder({ session, texts }: View, entry: Entry, taken: ReadFile, { order, example, choices }: OpenDates): TemplateResult {
  return html`<fieldset class="odr-choices odr-files__dates">
    <legend>${texts.say("file.dates", { example })}</legend>
    <div class="odr-choices__row">
      ${choices.map(
        ({ value, label }) => html`<label class="odr-option odr-option--small">
          <input
            type="radio"
            name="odr-dates-${entry.id}-${taken.file}"
            value=${value}
            .checked=${live(value === order)}
            @change=${() => session.stateDates(entry, taken, value)}
          />
          <span>${label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function refused(texts: View["texts"]): TemplateResult {
  return html`<p class="odr-files__refused">${icon("warn")}<strong>${texts.say("file.refused")}</strong></p>`;
}

function stateOf({ texts }: View, entry: Entry, taken: ReadFile | undefined): TemplateResult {
  const sizes = { loaded: texts.size(entry.loaded), total: texts.size(entry.file.size) };
  switch (entry.state) {
    case "refused":
      return html`<p class="odr-files__refused">
        ${icon("warn")}<span><strong>${texts.say("file.refused")}.</strong> ${refusal(texts, entry)}</span>
      </p>`;
    case "reading":
      return html`<p class="odr-files__state">${texts.say("file.reading", sizes)}</p>
        <progress
          class="odr-progress"
          aria-label=${texts.say("file.bar", { name: entry.file.name })}
          max=${entry.file.size}
          .value=${entry.loaded}
        ></progress>`;
    case "read":
      if (taken?.kind === "unknown") return refused(texts);
      return taken === undefined ? html`<p class="odr-files__state">${texts.say("file.read", sizes)}</p>` : html``;
    default:
      return html`<p class="odr-files__state">${texts.say(`file.${entry.state}`, sizes)}</p>`;
  }
}

function refusal(texts: View["texts"], entry: Entry): string {
  const { code, detail } = entry.refusal ?? { code: "core", detail: "" };
  return code === "core" ? detail : texts.say(`failure.${code === "fault" || code === "too_large" ? code : "unreadable"}`, { detail });
}

/** Files of one name are told apart by the core with a number; those are shared out in turn. */
function pairs(entries: readonly Entry[], taken: readonly ReadFile[]): Map<Entry, ReadFile> {
  const found = new Map<Entry, ReadFile>();
  const left = new Set(taken);
  for (const entry of entries.filter(isKnown)) {
    const match = [...left].find((file) => isNamed(file.file, entry.file.name));
    if (match === undefined) continue;
    left.delete(match);
    found.set(entry, match);
  }
  return found;
}

/** The files that lay in each archive. */
function packedIn(entries: readonly Entry[], taken: readonly ReadFile[]): Map<Entry, readonly ReadFile[]> {
  return new Map(entries.filter(isKnown).map((entry) => [entry, taken.filter(({ archive }) => archive === entry.file.name)]));
}

/** Read, or read anew since the seller said something of its dates: what it is stays in sight meanwhile. */
function isKnown({ state, dates }: Entry): boolean {
  return state === "read" || Object.keys(dates).length > 0;
}

function isNamed(shown: string, name: string): boolean {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  return shown === name || (shown.startsWith(`${stem}-`) && shown.endsWith(ending));
}
