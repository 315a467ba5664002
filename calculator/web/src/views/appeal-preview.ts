/** Appeal preview: the letter as it is so far, beside the questions where there is room for both. */
import { html, nothing, type TemplateResult } from "lit";
import { readyStrip, sheetsOf } from "./appeal-letter";
import { withBlanks } from "./appeal-sentence";
import type { AppealView } from "./appeal-view";

export function preview(view: AppealView): TemplateResult | typeof nothing {
  const { answer, texts, go, session } = view;
  if (answer === undefined) return nothing;
  const { letter } = answer;
  const lang = letter.language;
  return html`<aside class="odr-preview" aria-labelledby="odr-preview-title" aria-busy=${session.computing ? "true" : "false"}>
    <div class="odr-preview__bar">
      <h2 class="odr-preview__title" id="odr-preview-title">${texts.say("appeal_page.preview")}</h2>
      <button type="button" class="odr-link" data-to-letter @click=${() => go({ step: "letter", question: "" })}>${texts.say("appeal_page.to_letter")}</button>
    </div>
    ${readyStrip(view, letter)}
    <div class="odr-preview__text" tabindex="0" role="group" aria-labelledby="odr-preview-title">
      ${sheetsOf(letter).filter((sheet) => sheet.sentences.length > 0).map(
        ({ name, sentences }) => html`<section class="odr-preview__part">
          <h3 class="odr-preview__part-title">${texts.say(`appeal_page.sheet_${name}`)}</h3>
          ${sentences.map((one) => html`<p lang=${lang}>${withBlanks(view, one.text, one.blanks)}</p>`)}
        </section>`,
      )}
    </div>
  </aside>`;
}
