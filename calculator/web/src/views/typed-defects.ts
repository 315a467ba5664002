/** Typed defects: one card an order, added and removed with a way back. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { TypedDefect } from "../case";
import { chosenField, idOf, pair, problemsOf, typedField } from "./field";
import { fulfillments } from "./typed-case";
import { undoLine } from "./undo-line";
import type { View } from "./view";

/** The day that matters is another one for each type: a decision, the feedback, a mail. */
const EVENT_FIELD: Readonly<Record<string, "decided_on" | "event_date">> = {
  a_to_z_claim: "decided_on",
  negative_feedback: "event_date",
  chargeback: "event_date",
};

export function typedDefects(view: View): TemplateResult {
  const { session, texts } = view;
  const { defects } = session.case;
  return html`
    <section class="odr-defects" aria-labelledby="odr-defects-title">
      <h2 class="odr-block-title" id="odr-defects-title" tabindex="-1">${texts.say("typed_case.defects")}</h2>
      <p class="odr-lead">${texts.say("typed_case.defects_lead")}</p>
      ${repeat(
        defects,
        ({ id }) => id,
        (defect, at) => card(view, defect, at + 1),
      )}
      ${undoLine(view, ["defect", "paste", "opened"])}
      <p>
        <button type="button" class="odr-button" data-add @click=${() => add(view)}>
          ${texts.say(defects.length === 0 ? "typed_case.add_first" : "typed_case.add")}
        </button>
      </p>
    </section>
  `;
}

function card(view: View, defect: TypedDefect, n: number): TemplateResult {
  const { texts } = view;
  const { id, type } = defect;
  const say = (key: string): string => texts.say(`typed_case.${key}`);
  const event = EVENT_FIELD[type] ?? "decided_on";
  return html`
    <fieldset class="odr-defect" data-defect=${id}>
      <legend class="odr-defect__title">${texts.say("typed_case.defect", { n })}</legend>
      <button
        type="button"
        class="odr-link odr-defect__remove"
        aria-label=${texts.say("typed_case.remove_one", { n })}
        @click=${() => remove(view, id)}
      >
        ${say("remove")}
      </button>
      <div class="odr-two__row">
        ${chosenField(view, { field: `defects.${id}.type`, label: say("type"), options: texts.list("choices.type"), empty: undefined, apart: true })}
        ${chosenField(view, {
          field: `defects.${id}.outcome`,
          label: say("outcome"),
          options: texts.list(`choices.outcome.${type}`),
          empty: say("outcome_choose"),
          apart: true,
        })}
      </div>
      ${problemsOf(view, [`defects.${id}.type`, `defects.${id}.outcome`])}
      ${pair(view, [
        { field: `defects.${id}.order_date`, label: say("order_date"), kind: "day" },
        { field: `defects.${id}.${event}`, label: say(`event.${type}`), kind: "day" },
      ])}
      ${typedField(view, { field: `defects.${id}.order_id`, label: say("order_id"), kind: "id", enter: "done" })}
      <details class="odr-fold odr-fold--plain" ?open=${defect.note !== "" || defect.refunded_by !== ""}>
        <summary>${say("more")}</summary>
        <div class="odr-fold__inside">
          ${chosenField(view, { field: `defects.${id}.fulfillment`, label: say("fulfillment"), options: fulfillments(view), empty: undefined })}
          ${typedField(view, { field: `defects.${id}.refunded_by`, label: say("refunded_by"), kind: "text" })}
          ${typedField(view, { field: `defects.${id}.note`, label: say("note"), kind: "text", enter: "done" })}
        </div>
      </details>
    </fieldset>
  `;
}

function add({ session, focus }: View): void {
  const fulfillment = session.case.odr_page.fulfillment || "mfn";
  const id = session.addDefect({ type: "a_to_z_claim", fulfillment });
  focus(`#${idOf(`defects.${id}.type`)}`);
}

function remove({ session, focus }: View, id: string): void {
  session.removeDefect(id);
  focus("[data-undo]");
}
