/** Keeping: what is kept and where, how to take it along, how to wipe it. */
import { html, nothing, type TemplateResult } from "lit";
import { copy } from "../clipboard";
import type { View } from "./view";

export function keepingSection(view: View): TemplateResult {
  const { session, desk, texts } = view;
  const { state, unkept } = session.keeping;
  return html`
    <section class="odr-section odr-keeping" aria-labelledby="odr-keeping-title">
      <h2 class="odr-section__title" id="odr-keeping-title">${texts.say("keeping.title")}</h2>
      <p data-keeping=${state} role="status">${texts.say(`keeping.${state}`, { names: unkept.join(", ") })}</p>
      <p class="odr-actions">${keepButton(view)} ${takeAlong(view)} ${openButton(view)}</p>
      <p class="odr-field__hint">${texts.say(session.surroundings.canDownload ? "keeping.file_note" : "keeping.carry_note")}</p>
      <p role="status" class="odr-keeping__said">${desk.said("keeping")}</p>
      ${session.explanation?.case_text === undefined ? nothing : caseText(view, session.explanation.case_text)}
      <p class="odr-wipe">
        <button type="button" class="odr-button" data-wipe @click=${() => wipe(view)}>${texts.say("wipe.button")}</button>
        <span>${texts.say("wipe.says")}</span>
      </p>
    </section>
  `;
}

/** Forget everything, and go back to the empty form. */
export function wipe({ session, desk, focus, home }: View): void {
  session.wipe();
  desk.clear();
  focus(home);
}

export function keepButton({ session, texts }: View): TemplateResult | typeof nothing {
  const { state } = session.keeping;
  if (state === "refused") return nothing;
  const isKept = state === "on" || state === "full";
  const key = isKept ? "stop" : state === "elsewhere" ? "keep_here" : state === "unopened" ? "keep_over" : "keep";
  return html`<button type="button" class="odr-button" data-keep @click=${() => session.keep(!isKept)}>${texts.say(`keeping.${key}`)}</button>`;
}

/** A file where the browser saves files, else the same text to copy. */
export function takeAlong(view: View): TemplateResult {
  const { session, desk, texts } = view;
  const save = async (): Promise<void> => {
    if (session.save()) {
      desk.say("keeping", texts.say("keeping.saved"));
      return;
    }
    const done = await copy(session.caseFile);
    if (done) session.copied();
    desk.say("keeping", texts.say(done ? "keeping.carry_copied" : "keeping.copy_failed"));
  };
  return html`<button type="button" class="odr-button" data-save @click=${() => void save()}>
    ${texts.say(session.surroundings.canDownload ? "keeping.file" : "keeping.carry")}
  </button>`;
}

function openButton(view: View): TemplateResult | typeof nothing {
  const { session, texts } = view;
  if (!session.surroundings.canPick) return nothing;
  return html`<label class="odr-button">
    <span>${texts.say("keeping.reopen")}</span>
    <input class="odr-drop__input" type="file" accept=".json,application/json" data-reopen @change=${(event: Event) => void reopen(view, event)} />
  </label>`;
}

function caseText({ desk, texts }: View, text: string): TemplateResult {
  const onCopy = async (): Promise<void> => {
    const done = await copy(text, document.querySelector("#odr-case-text"));
    desk.say("case-text", texts.say(done ? "keeping.text_copied" : "keeping.copy_failed"));
  };
  return html`
    <p class="odr-actions">
      <button type="button" class="odr-button" data-copy-case @click=${() => void onCopy()}>${texts.say("keeping.text")}</button>
    </p>
    <p class="odr-field__hint">${texts.say("keeping.text_note")}</p>
    <p role="status" class="odr-keeping__said">${desk.said("case-text")}</p>
    <details class="odr-fold odr-fold--plain">
      <summary>${texts.say("keeping.text_label")}</summary>
      <pre class="odr-raw-lines" id="odr-case-text" tabindex="0">${text}</pre>
    </details>
  `;
}

async function reopen(view: View, event: Event): Promise<void> {
  const input = event.target as HTMLInputElement;
  const [file] = input.files ?? [];
  input.value = "";
  if (file === undefined) return;
  const why = await view.session.reopen(file);
  view.desk.say("keeping", view.texts.say(why ?? "keeping.opened"));
}
