/** Notices: what is special about this browser or this moment, before anything else. */
import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "./icons";
import { keepButton, takeAlong } from "./keeping";
import type { View } from "./view";

export function notices(view: View): TemplateResult {
  const { session } = view;
  const { app } = session.surroundings;
  return html`
    ${session.leaving.asked === undefined ? nothing : leaving(view)} ${session.example ? exampleNotice(view) : nothing}
    ${session.recover === undefined ? nothing : notice(view, "lock", "restored", { when: new Date(session.recover.when).toLocaleString(view.texts.language, MOMENT) })}
    ${session.notOpened === undefined ? nothing : notOpened(view, session.notOpened)} ${keptElsewhere(view)}
    ${app === null ? nothing : notice(view, "info", app === "wechat" ? "wechat" : "in_app")}
    ${navigator.onLine ? nothing : notice(view, "info", "offline")} ${typeof WebAssembly === "object" ? nothing : withoutWasm(view)}
  `;
}

/** What this tab does is not kept: another one keeps, or what was kept does not open. */
export function keptElsewhere(view: View): TemplateResult | typeof nothing {
  const { state, unopened } = view.session.keeping;
  if (state !== "elsewhere" && state !== "unopened") return nothing;
  const button = html`<p class="odr-actions">${keepButton(view)}</p>`;
  return notice(view, "warn", state === "elsewhere" ? state : `unopened_${unopened ?? "damaged"}`, {}, button);
}

const MOMENT: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };

function notice(
  { texts }: View,
  name: IconName,
  key: string,
  values: Readonly<Record<string, string>> = {},
  more: unknown = nothing,
): TemplateResult {
  return html`
    <div class="odr-callout" data-notice=${key}>
      <p class="odr-callout__title">${icon(name)}<span>${texts.say(`keeping.${key}_title`, values)}</span></p>
      <p>${texts.say(`keeping.${key}`, values)}</p>
      ${more}
    </div>
  `;
}

function exampleNotice(view: View): TemplateResult {
  const { session, desk, texts, focus, home } = view;
  const end = (): void => {
    session.leaveExample();
    desk.clear();
    focus(home);
  };
  return notice(view, "info", "example", {}, html`<p class="odr-actions"><button type="button" class="odr-button" data-end-example @click=${end}>${texts.say("keeping.example_end")}</button></p>`);
}

/** The other language or the page before was asked for, and the work would be lost. */
function leaving(view: View): TemplateResult {
  const { session, texts } = view;
  const key = session.leaving.asked === "back" ? "leaving_back" : "leaving";
  const choices = html`<p class="odr-actions">
    ${key === "leaving_back" ? keepButton(view) : nothing} ${takeAlong(view)}
    <button type="button" class="odr-button" data-leave @click=${() => session.leaving.go()}>${texts.say(`keeping.${key}_go`)}</button>
    <button type="button" class="odr-link" data-stay @click=${() => session.leaving.stay()}>${texts.say("keeping.leaving_stay")}</button>
  </p>`;
  return notice(view, "warn", key, {}, choices);
}

function notOpened({ texts }: View, { name, why }: { readonly name: string; readonly why: string }): TemplateResult {
  return html`
    <div class="odr-callout odr-callout--danger" role="alert" data-notice="not-opened">
      <p class="odr-callout__title">${icon("warn")}<span>${texts.say("keeping.not_opened_title", { name })}</span></p>
      <p>${texts.say(`case_file.${why}`)}</p>
    </div>
  `;
}

function withoutWasm(view: View): TemplateResult {
  const links = (["clock", "templates"] as const).flatMap((name) => {
    const address = view.pageUrl(name);
    return address === undefined ? [] : [html`<li><a href=${address}>${view.texts.say(`keeping.no_wasm_${name}`)}</a></li>`];
  });
  return notice(view, "warn", "no_wasm", {}, links.length === 0 ? nothing : html`<ul class="odr-links">${links}</ul>`);
}
