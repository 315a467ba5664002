/** Keeping: what is kept and where, how to take it along, how to wipe it. */
import { html, nothing, type TemplateResult } from "lit";
import { copy } from "../clipboard";
import type { View } from "./view";

export function keepingSection(view: View): TemplateResult {
  const { session, desk, texts } = view;
  const { state } = session.keeping;
  const say = (key: string): string => texts.say(`keeping.${key}`);
  return html`
    <section class="odr-section odr-keeping" aria-labelledby="odr-keeping-title">
      <h2 class="odr-section__title" id="odr-keeping-title">${say("title")}</h2>
      <p data-keeping=${state}>${say(state)}</p>
      <p class="odr-actions">
        ${state === "off" ? html`<button type="button" class="odr-button" data-keep @click=${() => session.keep(true)}>${say("keep")}</button>` : nothing}
        ${state === "on" || state === "full" ? html`<button type="button" class="odr-button" data-keep @click=${() => session.keep(false)}>${say("stop")}</button>` : nothing}
        <button type="button" class="odr-button" data-save @click=${() => session.save()}>${say("file")}</button>
        <label class="odr-button">
          <span>${say("reopen")}</span>
          <input class="odr-drop__input" type="file" accept=".json,application/json" data-reopen @change=${(event: Event) => reopen(view, event)} />
        </label>
      </p>
      <p class="odr-field__hint">${say("file_note")}</p>
      ${session.explanation?.case_text === undefined ? nothing : caseText(view, session.explanation.case_text)}
      <p class="odr-wipe">
        <button type="button" class="odr-button" data-wipe @click=${() => wipe(view)}>${texts.say("wipe.button")}</button>
        <span>${texts.say("wipe.says")}</span>
      </p>
      <p role="status" class="odr-keeping__said">${desk.said("keeping")}</p>
    </section>
  `;
}

/** Forget everything, and go back to the empty form. */
export function wipe({ session, desk, focus }: View): void {
  session.wipe();
  desk.clear();
  focus("#odr-typed-title");
}

function caseText({ desk, texts }: View, text: string): TemplateResult {
  const onCopy = async (): Promise<void> => {
    const done = await copy(text, document.querySelector("#odr-case-text"));
    desk.say("case-text", texts.say(done ? "keeping.text_copied" : "letter_view.copy_failed"));
  };
  return html`
    <p class="odr-actions">
      <button type="button" class="odr-button" data-copy-case @click=${() => void onCopy()}>${texts.say("keeping.text")}</button>
      <span class="odr-field__hint">${texts.say("keeping.text_note")}</span>
    </p>
    <p role="status" class="odr-keeping__said">${desk.said("case-text")}</p>
    <details class="odr-fold odr-fold--plain">
      <summary>${texts.say("keeping.text_label")}</summary>
      <pre class="odr-raw-lines" id="odr-case-text" tabindex="0">${text}</pre>
    </details>
  `;
}

function reopen({ session }: View, event: Event): void {
  const input = event.target as HTMLInputElement;
  const [file] = input.files ?? [];
  input.value = "";
  if (file !== undefined) void session.reopen(file);
}
