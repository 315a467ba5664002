/** Deadlines: every clock that runs in one line, the most urgent first; the rest stands with its order. */
import { html, nothing, type TemplateResult } from "lit";
import type { Clock, DefectRow, Explanation } from "../explanation";
import { clockCards, clockChip, inOrder, type Running, wayOf } from "./clock-cards";
import { orderId } from "./order-id";
import type { View } from "./view";

/** Clocks that run, or would if a day were known. */
const WAITING: readonly Clock["state"][] = ["last_day", "soon", "running", "no_start"];

export function deadlines(explanation: Explanation): readonly Running[] {
  return inOrder(explanation).filter(({ clock }) => WAITING.includes(clock.state));
}

/** One line a clock where a plan has the rest; without a plan everything about each. */
export function deadlineSection(view: View, explanation: Explanation): TemplateResult | typeof nothing {
  const planned = new Set(explanation.plan?.rows.map(({ key }) => key));
  const alone = inOrder(explanation).filter(({ row }) => !planned.has(row.key ?? ""));
  const lines = deadlines(explanation).filter(({ row }) => planned.has(row.key ?? ""));
  if (alone.length === 0 && lines.length === 0) return nothing;
  const title = lines.length === 0 ? view.texts.say("clock.title") : view.texts.say("result_page.deadlines.title");
  return html`
    <section class="odr-section" data-block="clocks" aria-labelledby="odr-clocks-title">
      <h2 class="odr-section__title" id="odr-clocks-title" tabindex="-1">${title}</h2>
      ${lines.length === 0
        ? nothing
        : html`<p>${view.texts.say("result_page.deadlines.lead")}</p>
            <ul class="odr-deadlines">${lines.map((one) => line(view, one))}</ul>`}
      ${clockCards(view, alone)}
    </section>
  `;
}

function line(view: View, { row, clock }: Running): TemplateResult {
  return html`
    <li data-deadline=${clock.route} data-state=${clock.state}>
      ${clockChip(clock)}
      <p>
        <a class="odr-deadlines__to" href="#${planAnchor(row)}" @click=${(event: Event) => open(view, event, row, clock)}>${clock.title}</a>
        <span class="odr-deadlines__order">${orderId(row, view.desk.showIds)} <span>${row.order_date}</span></span>
      </p>
    </li>
  `;
}

export function planAnchor({ key = "" }: { readonly key?: string }): string {
  return `odr-plan-${key}`.replace(/[^\w-]/g, "-");
}

/** Open the way in its row of the plan, and read on there. */
function open({ desk, focus }: View, event: Event, row: DefectRow, clock: Clock): void {
  event.preventDefault();
  desk.ways.set(wayOf(row, clock), true);
  focus(`#${planAnchor(row)} [data-clock="${CSS.escape(clock.route)}"] > summary`);
}
