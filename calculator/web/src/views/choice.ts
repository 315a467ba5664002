/** Choice: the store, the day and the window the result is for. */
import { html, nothing, type TemplateResult } from "lit";
import type { Explanation } from "../explanation";
import { chosenField } from "./field";
import type { View } from "./view";

export function choice(view: View, explanation: Explanation): TemplateResult {
  const { session, texts } = view;
  const { other_stores: others, rates } = explanation;
  return html`
    <section class="odr-section odr-choice" aria-labelledby="odr-choice-title">
      <h2 class="odr-section__title" id="odr-choice-title">${texts.say("choice.title")}</h2>
      <div class="odr-choice__fields">
        ${chosenField(view, { field: "store", label: texts.say("choice.store"), options: texts.list("store"), empty: rates[0]?.store ?? "" })}
        <div class="odr-field odr-field--day">
          <label for="odr-as-of">${texts.say("choice.as_of")}</label>
          <span class="odr-field__hint" id="odr-as-of-hint">${texts.say("choice.as_of_hint")}</span>
          <input id="odr-as-of" type="date" aria-describedby="odr-as-of-hint" .value=${session.choice.asOf} @change=${(event: Event) => chooseDay(view, event)} />
        </div>
      </div>
      ${others.rows.length === 0 ? nothing : otherStores(view, explanation)} ${windowFields(view)}
    </section>
  `;
}

/** The other stores the files speak of, each one touch away. */
function otherStores({ session }: View, { other_stores: others }: Explanation): TemplateResult {
  return html`
    <p class="odr-choice__others">${others.title}</p>
    <p class="odr-actions">
      ${others.rows.map(
        ({ store, text }) =>
          html`<button type="button" class="odr-button odr-button--small" data-store=${store} @click=${() => session.choose({ store })}>${text}</button>`,
      )}
    </p>
  `;
}

/** Both days or none; the window that is named in the result is used until then. */
function windowFields(view: View): TemplateResult {
  const { session, texts } = view;
  const [first = "", last = ""] = session.case.window.split("..");
  const choose = (event: Event): void => {
    const fields = (event.target as HTMLElement).closest(".odr-two__row")?.querySelectorAll<HTMLInputElement>("input") ?? [];
    const [from = "", to = ""] = [...fields].map(({ value }) => value);
    if (from !== "" && to !== "" && from <= to) session.set("window", `${from}..${to}`);
  };
  const day = (id: string, label: string, value: string): TemplateResult => html`<div class="odr-field odr-field--day">
    <label for=${id}>${label}</label>
    <input id=${id} type="date" .value=${value} @change=${choose} />
  </div>`;
  return html`
    <details class="odr-fold odr-fold--plain" ?open=${session.case.window !== ""}>
      <summary>${texts.say("choice.window")}</summary>
      <div class="odr-fold__inside">
        <p class="odr-field__hint">${texts.say("choice.window_hint")}</p>
        <div class="odr-two__row">
          ${day("odr-window-first", texts.say("typed_case.first_day"), first)} ${day("odr-window-last", texts.say("typed_case.last_day"), last)}
        </div>
        ${session.case.window === ""
          ? nothing
          : html`<p><button type="button" class="odr-link" @click=${() => session.set("window", "")}>${texts.say("choice.window_usual")}</button></p>`}
      </div>
    </details>
  `;
}

function chooseDay({ session }: View, event: Event): void {
  const { value } = event.target as HTMLInputElement;
  if (value !== "") session.choose({ asOf: value });
}
