/**
 * Plan: every defect with its ways, what would change if its mark went, and what the seller supposes.
 *
 * What is supposed has not happened: it changes this section alone. What has happened is entered
 * where the row is, and changes everything.
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Clock, DefectRow, Explanation } from "../explanation";
import type { Plan, PlanRow } from "../recovery";
import { clockFold, inOrder } from "./clock-cards";
import { outcomeField } from "./correction";
import { deadlines, planAnchor } from "./deadlines";
import { idOf } from "./field";
import { icon } from "./icons";
import { idsKept } from "./ids-kept";
import { orderId } from "./order-id";
import { VERDICT_ICONS } from "./verdict";
import type { View } from "./view";

export function planSection(view: View, explanation: Explanation): TemplateResult | typeof nothing {
  const { plan, defects } = explanation;
  if (!plan) return nothing;
  const first = deadlines(explanation)[0] ?? inOrder(explanation)[0];
  const rowOf = (key: string): DefectRow | undefined => defects.rows.find((row) => row.key === key);
  return html`
    <section class="odr-section odr-plan" data-block="plan" aria-labelledby="odr-plan-title" aria-busy=${view.session.computing ? "true" : "false"}>
      <h2 class="odr-section__title" id="odr-plan-title" tabindex="-1">${plan.title}</h2>
      ${[plan.lead, plan.honest, plan.parallel].map((words) => (words ? html`<p>${idsKept(words)}</p>` : nothing))}
      <div class="odr-plan__rows">
        ${repeat(plan.rows, ({ key }) => key, (row) => planRow(view, row, rowOf(row.key), first?.clock))} ${together(view, plan)}
      </div>
      ${plan.others ? html`<p class="odr-plan__others" data-others>${idsKept(plan.others)}</p>` : nothing}
    </section>
  `;
}

/** One row; of all ways the most urgent one is open from the start. */
function planRow(view: View, row: PlanRow, defect: DefectRow | undefined, first: Clock | undefined): TemplateResult {
  const anchor = planAnchor(row);
  const ways = [...(defect?.clocks ?? [])].sort((one, other) => one.rank - other.rank);
  return html`
    <article class="odr-plan-row" id=${anchor} data-plan=${row.key} aria-labelledby="${anchor}-title">
      <h3 class="odr-plan-row__title" id="${anchor}-title">
        ${defect === undefined ? html`<strong class="odr-id">${row.order}</strong>` : orderId(defect, view.desk.showIds)} <span>${row.what}</span>
      </h3>
      <p class="odr-plan-row__about">
        <span>${row.order_day}</span> <span class="odr-chip odr-chip--${row.counts_state}">${row.counts}</span>
      </p>
      ${[row.alone, ways.some(({ shows }) => shows) ? null : row.shown_after].map((words) => (words ? html`<p class="odr-plan-row__alone">${words}</p>` : nothing))}
      ${row.no_route ? html`<p class="odr-plan-row__no-route">${row.no_route}</p>` : nothing}
      ${defect === undefined ? nothing : repeat(ways, ({ route }) => route, (clock) => clockFold(view, defect, clock, clock === first))}
      ${row.supposes.length === 0 ? nothing : whatIf(view, row, defect, anchor)}
    </article>
  `;
}

function whatIf(view: View, row: PlanRow, defect: DefectRow | undefined, anchor: string): TemplateResult {
  const { session, texts } = view;
  const say = (key: string): string => texts.say(`result_page.plan.${key}`);
  const chosen = session.supposing.value[row.key] ?? null;
  const option = (value: string | null, label: string): TemplateResult => html`<label class="odr-option odr-option--small">
    <input
      type="radio"
      name="${anchor}-if"
      value=${value ?? ""}
      .checked=${live(chosen === value)}
      @click=${() => chosen === value && session.supposing.set(row.key, null)}
      @change=${() => session.supposing.set(row.key, value)}
    />
    <span>${label}</span>
  </label>`;
  return html`
    <fieldset class="odr-choices odr-what-if" data-what-if=${row.key}>
      <legend>${say("what_if")}</legend>
      <div class="odr-choices__column">${[option(null, say("none")), ...row.supposes.map(({ value, label }) => option(value, label))]}</div>
      <p class="odr-what-if__effect" aria-live="polite" data-effect>${row.effect}</p>
      ${chosen === null || defect === undefined ? nothing : happened(view, row, defect)}
    </fieldset>
  `;
}

/** To the place where the outcome of the row is set: what is supposed here writes nothing there. */
function happened(view: View, row: PlanRow, defect: DefectRow): TemplateResult | typeof nothing {
  const { desk, texts, focus } = view;
  const { file, line, typed } = defect;
  const enter = (): void => {
    if (typed) {
      desk.change({ screen: "input" });
      focus(`#${idOf(`defects.${typed}.outcome`)}`);
    } else if (file && line) {
      desk.change({ filter: "all", open: `${file}:${line}` });
      focus(`#${outcomeField({ file, line })}`);
    }
  };
  return html`<button type="button" class="odr-link" data-happened aria-label=${texts.say("result_page.plan.happened_one", { where: row.order })} @click=${enter}>
    ${texts.say("result_page.plan.happened")}
  </button>`;
}

/** Stays in sight while the rows are tried, and is said aloud when it changes. */
function together({ session, texts, focus }: View, { together: all }: Plan): TemplateResult {
  const clear = (): void => {
    session.supposing.reset();
    focus("#odr-plan-title");
  };
  const isShown = all !== null && all.chosen > 0;
  return html`
    <div class="odr-together" data-together=${isShown ? all.state : "none"}>
      <div role="status">
        ${isShown
          ? html`<p class="odr-together__title">${all.title}</p>
              <p class="odr-together__sentence odr-verdict__sentence--${all.state}">${icon(VERDICT_ICONS[all.state])}<span>${all.sentence}</span></p>`
          : nothing}
      </div>
      ${isShown
        ? html`<button type="button" class="odr-link" data-clear-supposed @click=${clear}>${texts.say("result_page.plan.clear")}</button>`
        : nothing}
    </div>
  `;
}
