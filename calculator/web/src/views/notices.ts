/** Notices: what is special about this browser or this moment, before anything else. */
import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "./icons";
import { wipe } from "./keeping";
import type { View } from "./view";

export function notices(view: View): TemplateResult {
  const { session } = view;
  return html`
    ${session.example ? exampleNotice(view) : nothing} ${session.recover === undefined ? nothing : restored(view, session.recover.when)}
    ${isWeChat() ? notice(view, "info", "wechat") : nothing} ${navigator.onLine ? nothing : notice(view, "info", "offline")}
    ${typeof WebAssembly === "object" ? nothing : withoutWasm(view)}
  `;
}

function notice({ texts }: View, name: IconName, key: string, more: unknown = nothing): TemplateResult {
  return html`
    <div class="odr-callout" data-notice=${key}>
      <p class="odr-callout__title">${icon(name)}<span>${texts.say(`keeping.${key}_title`)}</span></p>
      <p>${texts.say(`keeping.${key}`)}</p>
      ${more}
    </div>
  `;
}

function exampleNotice(view: View): TemplateResult {
  const end = html`<p><button type="button" class="odr-button" data-end-example @click=${() => wipe(view)}>${view.texts.say("keeping.example_end")}</button></p>`;
  return notice(view, "info", "example", end);
}

function restored({ session, texts }: View, when: string): TemplateResult {
  const files = session.case.files.map(({ file }) => file);
  return html`
    <div class="odr-callout" data-notice="restored">
      <p class="odr-callout__title">${icon("lock")}<span>${texts.say("keeping.restored_title")}</span></p>
      <p>
        ${texts.say("keeping.restored", { when })}
        ${files.length === 0 ? nothing : texts.say("keeping.files_again", { names: files.join(", ") })}
      </p>
    </div>
  `;
}

function withoutWasm(view: View): TemplateResult {
  const links = (["clock", "templates"] as const).flatMap((name) => {
    const address = view.pageUrl(name);
    return address === undefined ? [] : [html`<li><a href=${address}>${view.texts.say(`keeping.no_wasm_${name}`)}</a></li>`];
  });
  return notice(view, "warn", "no_wasm", links.length === 0 ? nothing : html`<ul class="odr-links">${links}</ul>`);
}

export function isWeChat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}
