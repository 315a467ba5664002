/** Choice: the day and the store the result is for. */
import { html, nothing, type TemplateResult } from "lit";
import type { Explanation } from "../explanation";
import type { View } from "./view";

export function choice({ session, texts }: View, explanation: Explanation): TemplateResult {
  return html`
    <section class="odr-section odr-choice" aria-label=${texts.say("choice.title")}>
      <h2 class="odr-section__title">${texts.say("choice.title")}</h2>
      <div class="odr-choice__fields">
        ${explanation.other_stores.rows.length > 0 ? storeField({ session, texts }, explanation) : nothing}
        <p class="odr-field">
          <label for="odr-as-of">${texts.say("choice.as_of")}</label>
          <span class="odr-field__hint" id="odr-as-of-hint">${texts.say("choice.as_of_hint")}</span>
          <input
            id="odr-as-of"
            type="date"
            aria-describedby="odr-as-of-hint"
            .value=${session.choice.asOf}
            @change=${(event: Event) => chooseDay(session, event)}
          />
        </p>
      </div>
    </section>
  `;
}

/** The store the result is for, and the others the files speak of. */
function storeField({ session, texts }: Pick<View, "session" | "texts">, explanation: Explanation): TemplateResult {
  const { store, rates, other_stores: others } = explanation;
  return html`
    <p class="odr-field">
      <label for="odr-store">${texts.say("choice.store")}</label>
      <select id="odr-store" @change=${(event: Event) => session.choose({ store: (event.target as HTMLSelectElement).value })}>
        <option value=${store ?? ""} selected>${rates[0]?.store}</option>
        ${others.rows.map((other) => html`<option value=${other.store}>${other.text}</option>`)}
      </select>
    </p>
  `;
}

function chooseDay(session: View["session"], event: Event): void {
  const { value } = event.target as HTMLInputElement;
  if (value !== "") session.choose({ asOf: value });
}
