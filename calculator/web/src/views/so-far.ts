/** So far: the running result beside the form, from the core or, while it is not here, from the table. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons";
import type { View } from "./view";
import { smallVerdict, VERDICT_ICONS } from "./verdict";

export function soFar(view: View): TemplateResult {
  const { session, texts } = view;
  const say = (key: string): string => texts.say(`typed_case.so_far.${key}`);
  return html`
    <section class="odr-so-far" aria-labelledby="odr-so-far-title">
      <h2 class="odr-so-far__title" id="odr-so-far-title">${say("title")} <span>${say("note")}</span></h2>
      ${figures(view)} ${toLookAt(view)} ${session.explanation === undefined ? nothing : showButton(view)}
    </section>
  `;
}

function figures(view: View): TemplateResult {
  const { session, texts } = view;
  const main = session.explanation?.rates.find((rate) => rate.main);
  if (main !== undefined) return smallVerdict(main);
  const found = session.lookup;
  const program = html`<p class="odr-so-far__source">${programState(view)}</p>`;
  if (found === undefined) return html`<p class="odr-so-far__empty">${session.refusal?.message ?? texts.say("typed_case.so_far.empty")}</p>${session.case.odr_page.orders === "" ? nothing : program}`;
  return html`
    <p class="odr-so-far__counts">${found.orders_with_defects} / ${found.orders} <strong>${found.rate ?? ""}</strong></p>
    <p class="odr-so-far__sentence odr-verdict__sentence--${found.verdict}">${icon(VERDICT_ICONS[found.verdict])}<span>${found.sentence}</span></p>
    ${clocks(view)}
    <p class="odr-so-far__source">${texts.say("typed_case.so_far.table")}</p>
    ${program}
  `;
}

/** The last safe days that a table knows. */
function clocks({ session }: View): TemplateResult | typeof nothing {
  const found = session.lookupClocks;
  if (found.length === 0) return nothing;
  return html`
    <ul class="odr-so-far__clocks">
      ${found.map(({ title, last_safe: safe }) => html`<li class="odr-clock"><strong class="odr-clock__left">${safe}</strong><span class="odr-clock__safe">${title}</span></li>`)}
    </ul>
    <p class="odr-so-far__source">${found[0]?.note}</p>
  `;
}

/** Where the calculation program is, in one sentence. */
function programState({ session, texts }: View): string {
  const { loaded, total } = session.download;
  if (session.phase === "loading" && total > 0) {
    return texts.say("typed_case.so_far.loading", { loaded: texts.megabytes(loaded), total: texts.megabytes(total) });
  }
  return session.trouble === undefined ? "" : texts.say("typed_case.so_far.without");
}

function toLookAt({ session, texts }: View): TemplateResult | typeof nothing {
  const n = session.explanation?.form?.fields.length ?? 0;
  if (n === 0) return nothing;
  return html`<p class="odr-so-far__source">${texts.say(n === 1 ? "typed_case.so_far.problem" : "typed_case.so_far.problems", { n })}</p>`;
}

function showButton({ desk, texts, focus }: View): TemplateResult {
  const show = (): void => {
    desk.change({ screen: "result" });
    focus(".odr-result__title");
  };
  return html`<p class="odr-so-far__show">
    <button type="button" class="odr-button odr-button--main" data-show-result @click=${show}>${texts.say("typed_case.so_far.show")}</button>
  </p>`;
}
