/** Take along: the dates as a calendar, the days and defects as tables, the result on paper. */
import { html, nothing, type TemplateResult } from "lit";
import { download } from "../case-file";
import { copy } from "../clipboard";
import type { Explanation } from "../explanation";
import type { TakeAlongName, TakenAlong } from "../recovery";
import type { View } from "./view";

interface Offer {
  readonly says: string;
  readonly files: readonly { readonly what: TakeAlongName; readonly label: string; readonly of: "recovery" | "plan" }[];
}

const OFFERS: readonly Offer[] = [
  { says: "calendar_says", files: [{ what: "recovery.ics", label: "calendar", of: "recovery" }] },
  { says: "days_says", files: [{ what: "recovery.csv", label: "days", of: "recovery" }] },
  { says: "marks_says", files: [{ what: "removal.csv", label: "marks", of: "plan" }] },
  {
    says: "json_says",
    files: [
      { what: "recovery.json", label: "days_json", of: "recovery" },
      { what: "removal.json", label: "marks_json", of: "plan" },
    ],
  },
];

/** The place of what is said here. */
const PLACE = "take-along";

export function takeAlongSection(view: View, explanation: Explanation): TemplateResult | typeof nothing {
  const has = { recovery: (explanation.recovery ?? []).length > 0, plan: Boolean(explanation.plan) };
  const offers = OFFERS.map(({ says, files }) => ({ says, files: files.filter(({ of }) => has[of]) })).filter(({ files }) => files.length > 0);
  if (offers.length === 0) return nothing;
  const { session, desk, texts } = view;
  const say = (key: string): string => texts.say(`result_page.take.${key}`);
  return html`
    <section class="odr-section odr-take" data-block="take-along" aria-labelledby="odr-take-title">
      <h2 class="odr-section__title" id="odr-take-title" tabindex="-1">${say("title")}</h2>
      <p>${say(session.surroundings.canDownload ? "lead" : "lead_copy")}</p>
      <ul class="odr-take__offers">
        ${offers.map(({ says, files }) => html`<li><span class="odr-take__buttons">${files.map(({ what, label }) => button(view, what, say(label)))}</span> <span>${say(says)}</span></li>`)}
        ${session.surroundings.app === null
          ? html`<li>
              <span class="odr-take__buttons"><button type="button" class="odr-button odr-button--small" data-print @click=${() => window.print()}>${say("print")}</button></span>
              <span>${say("print_says")}</span>
            </li>`
          : nothing}
      </ul>
      <p role="status" class="odr-take__said">${desk.said(PLACE)}</p>
      ${desk.taken === undefined ? nothing : html`<pre class="odr-raw-lines" id="odr-taken-text" tabindex="0" aria-label=${desk.taken.file}>${desk.taken.text}</pre>`}
    </section>
  `;
}

function button(view: View, what: TakeAlongName, label: string): TemplateResult {
  const { session, texts } = view;
  const shown = session.surroundings.canDownload ? label : texts.say("result_page.take.copy", { what: label });
  return html`<button type="button" class="odr-button odr-button--small" data-take=${what} @click=${() => void take(view, what)}>${shown}</button>`;
}

async function take(view: View, what: TakeAlongName): Promise<void> {
  const { session, desk, texts } = view;
  const say = (key: string, values: Readonly<Record<string, string>>): void => desk.say(PLACE, texts.say(`result_page.take.${key}`, values));
  desk.change({ taken: undefined });
  try {
    const made = await session.takeAlong(what);
    if (made.contract !== "odr-take-along/1") return say("failed", { detail: made.message });
    if (session.surroundings.canDownload) {
      download(made.file, made.text, made.media_type);
      return say("saved", { file: made.file });
    }
    say(await copied(desk, made), { file: made.file });
  } catch (thrown) {
    say("failed", { detail: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** Copy the text; where that fails it is shown, to be selected by hand. */
async function copied(desk: View["desk"], made: TakenAlong): Promise<"copied" | "copy_failed"> {
  if (await copy(made.text)) return "copied";
  desk.change({ taken: made });
  return "copy_failed";
}
