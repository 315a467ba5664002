/** Undo line: says what went and brings it back, in the place where it went. */
import { html, nothing, type TemplateResult } from "lit";
import type { UndoneKind } from "../case-book";
import type { View } from "./view";

export function undoLine({ session, texts }: View, kinds: readonly UndoneKind[]): TemplateResult | typeof nothing {
  const kind = session.undone?.kind;
  if (kind === undefined || !kinds.includes(kind)) return nothing;
  return html`<p class="odr-undo" role="status">
    <span>${texts.say(`keeping.undo_${kind}`)}</span>
    <button type="button" class="odr-link" data-undo @click=${() => session.undo()}>${texts.say("keeping.undo")}</button>
  </p>`;
}
