/** Drop zone: the one main action of the empty page. Picking, dropping and the keyboard are equal. */
import { html, nothing, type TemplateResult } from "lit";
import { parts } from "../parts";
import { icon } from "./icons";
import type { View } from "./view";

export function dropZone({ session, texts }: View): TemplateResult {
  const first = session.files.length === 0;
  return html`
    <div class="odr-drop" data-drop>
      <p class="odr-drop__title">${texts.say(first ? "drop.title" : "drop.more")}</p>
      ${first ? html`<p class="odr-drop__lead">${texts.say("drop.lead")}</p>` : nothing}
      <p class="odr-drop__actions">
        <label class="odr-button ${first ? "odr-button--main" : ""}">
          ${icon("file")}<span>${texts.say(first ? "drop.choose" : "drop.add")}</span>
          <input class="odr-drop__input" type="file" multiple @change=${(event: Event) => picked(session, event)} />
        </label>
      </p>
      ${first ? hints({ session, texts }) : nothing}
    </div>
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

function picked(session: View["session"], event: Event): void {
  const input = event.target as HTMLInputElement;
  session.add([...(input.files ?? [])]);
  input.value = ""; // so that the same file can be picked again
}
