/** Drop zone: the one main action of the empty page. Picking, dropping and the keyboard are equal. */
import { html, nothing, type TemplateResult } from "lit";
import { parts } from "../parts";
import { icon } from "./icons";
import type { View } from "./view";

export function dropZone({ session, texts, addFiles }: View): TemplateResult {
  const first = session.files.length === 0;
  return html`
    <section class="odr-drop" data-drop aria-labelledby="odr-drop-title">
      <h2 class="odr-drop__title" id="odr-drop-title" tabindex="-1">${texts.say(first ? "drop.title" : "drop.more")}</h2>
      ${first ? html`<p class="odr-drop__lead">${texts.say("drop.lead")}</p>` : nothing}
      <p class="odr-drop__actions">
        <label class="odr-button">
          ${icon("file")}<span>${texts.say(first ? "drop.choose" : "drop.add")}</span>
          <input class="odr-drop__input" type="file" multiple @change=${(event: Event) => picked(addFiles, event)} />
        </label>
      </p>
      ${first ? hints({ session, texts }) : nothing}
    </section>
  `;
}

function hints({ session, texts }: Pick<View, "session" | "texts">): TemplateResult {
  return html`
    <ul class="odr-drop__hints">
      <li>${texts.say("drop.stays")}</li>
      <li>
        ${session.phase === "ready"
          ? texts.say("drop.ready")
          : texts.say("drop.weight", { size: texts.megabytes(weight()) })}
      </li>
      <li class="odr-drop__phone">${texts.say("drop.wechat")}</li>
    </ul>
  `;
}

/** What is downloaded before the first result. */
function weight(): number {
  return [parts.script, parts.wasm, parts.library, parts.core, parts.lock].reduce((sum, part) => sum + part.gzip, 0);
}

function picked(addFiles: View["addFiles"], event: Event): void {
  const input = event.target as HTMLInputElement;
  addFiles([...(input.files ?? [])]);
  input.value = ""; // so that the same file can be picked again
}
