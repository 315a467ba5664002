/** Letter options: what is known beside the letter. All of it may stay empty. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { LetterCheckView } from "./letter-check-view";

const KINDS = ["", "claim_appeal"] as const;

export function letterOptions(view: LetterCheckView): TemplateResult {
  const { session, texts } = view;
  const say = (key: string): string => texts.say(`letter_check.${key}`);
  return html`
    ${session.hasCase ? withCase(view) : nothing}
    <details class="odr-fold odr-letter-check__more">
      <summary>${say("more_known")}</summary>
      <div class="odr-fold__inside">
        <p class="odr-field__hint">${say("more_known_lead")}</p>
        <fieldset class="odr-choices">
          <legend>${say("kind")}</legend>
          <div class="odr-choices__column">
            ${KINDS.map(
              (kind) => html`<label class="odr-option">
                <input type="radio" name="odr-letter-kind" .checked=${live(session.checked.kind === kind)} @change=${() => session.change({ kind })} />
                <span>${say(`kind_${kind || "plan"}`)}</span>
              </label>`,
            )}
          </div>
        </fieldset>
        ${issues(view)}
        <div class="odr-field">
          <label for="odr-letter-previous">${say("previous")}</label>
          <span class="odr-field__hint" id="odr-letter-previous-hint">${say("previous_hint")}</span>
          <textarea
            id="odr-letter-previous"
            rows="4"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="odr-letter-previous-hint"
            .value=${live(session.checked.previous)}
            @input=${(event: Event) => session.change({ previous: (event.target as HTMLTextAreaElement).value })}
          ></textarea>
        </div>
      </div>
    </details>
  `;
}

function issues({ session, texts }: LetterCheckView): TemplateResult {
  const named = session.checked.issues.split(",").filter((one) => one !== "");
  const toggle = (value: string): void => {
    const next = named.includes(value) ? named.filter((one) => one !== value) : [...named, value];
    session.change({ issues: next.join(",") });
  };
  return html`<fieldset class="odr-choices">
    <legend>${texts.say("letter_check.issues")}</legend>
    <p class="odr-field__hint">${texts.say("letter_check.issues_hint")}</p>
    <div class="odr-choices__column odr-letter-check__issues">
      ${[...texts.list("causes.names"), ...texts.list("choices.type")].map(
        ({ value, label }) => html`<label class="odr-option odr-option--small">
          <input type="checkbox" .checked=${live(named.includes(value))} @change=${() => toggle(value)} /><span>${label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function withCase({ session, texts }: LetterCheckView): TemplateResult {
  const { alone } = session.checked;
  return html`<label class="odr-option odr-letter-check__case">
    <input type="checkbox" data-with-case .checked=${live(alone === "")} @change=${() => session.change({ alone: alone === "" ? "yes" : "" })} />
    <span>${texts.say("letter_check.with_case")}</span>
  </label>`;
}
