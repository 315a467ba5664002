/** Typed case: what the ODR page and the notice say, in the order a seller meets it there. */
import { html, type TemplateResult } from "lit";
import { chosenField, pair, typedField } from "./field";
import type { View } from "./view";

export function typedCase(view: View): TemplateResult {
  const { texts } = view;
  const say = (key: string): string => texts.say(`typed_case.${key}`);
  return html`
    <section class="odr-typed" aria-labelledby="odr-typed-title">
      <h2 class="odr-block-title" id="odr-typed-title" tabindex="-1">${say("title")}</h2>
      <p class="odr-lead">${say("where")}</p>
      <div class="odr-two__row">
        ${chosenField(view, { field: "store", label: say("store"), options: texts.list("store"), empty: say("store_choose") })}
        ${chosenField(view, { field: "odr_page.fulfillment", label: say("tab"), options: fulfillments(view), empty: undefined })}
      </div>
      <fieldset class="odr-two">
        <legend>${say("dates")}</legend>
        ${pair(view, [
          { field: "odr_page.first_day", label: say("first_day"), kind: "day" },
          { field: "odr_page.last_day", label: say("last_day"), kind: "day" },
        ])}
        <p class="odr-field__hint">${say("dates_hint")}</p>
      </fieldset>
      ${pair(view, [
        { field: "odr_page.orders", label: say("orders"), kind: "count" },
        { field: "odr_page.orders_with_defects", label: say("orders_with_defects"), kind: "count" },
      ])}
      ${notice(view)}
    </section>
  `;
}

export function fulfillments({ texts }: View): { value: string; label: string }[] {
  return texts.list("choices.fulfillment");
}

/** The notice's own figures, folded: many notices name none. */
function notice(view: View): TemplateResult {
  const { session, texts } = view;
  const say = (key: string): string => texts.say(`typed_case.${key}`);
  const { day, orders, orders_with_defects: defects } = session.case.notice;
  const holds = [day, orders, defects].some((value) => value !== "");
  return html`
    <details class="odr-fold" ?open=${holds}>
      <summary>${say("notice")}</summary>
      <div class="odr-fold__inside">
        <p class="odr-field__hint">${say("notice_hint")} ${say("yes_none")}</p>
        ${typedField(view, { field: "notice.day", label: say("notice_day"), kind: "day" })}
        ${pair(view, [
          { field: "notice.orders", label: say("notice_orders"), kind: "count" },
          { field: "notice.orders_with_defects", label: say("notice_orders_with_defects"), kind: "count" },
        ])}
      </div>
    </details>
  `;
}
