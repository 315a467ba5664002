/** Choice: the day and the store the result is for. */
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view";

export function choice({ session, texts }: View): TemplateResult {
  return html`
    <section class="odr-section odr-choice" aria-label=${texts.say("choice.title")}>
      <h2 class="odr-section__title">${texts.say("choice.title")}</h2>
      <div class="odr-choice__fields">
        ${session.stores.length > 1 ? storeField({ session, texts }) : nothing}
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

function storeField({ session, texts }: Pick<View, "session" | "texts">): TemplateResult {
  const chosen = session.choice.store ?? session.stores[0]?.store;
  return html`
    <p class="odr-field">
      <label for="odr-store">${texts.say("choice.store")}</label>
      <select id="odr-store" @change=${(event: Event) => session.choose({ store: (event.target as HTMLSelectElement).value })}>
        ${session.stores.map(
          ({ store, orders }) => html`<option value=${store} ?selected=${store === chosen}>
            ${texts.say("choice.store_orders", { store, orders })}
          </option>`,
        )}
      </select>
    </p>
  `;
}

function chooseDay(session: View["session"], event: Event): void {
  const { value } = event.target as HTMLInputElement;
  if (value !== "") session.choose({ asOf: value });
}
