/** Working: bytes in words first, a flat bar, then the stages as a list. No spinner. */
import { html, nothing, type TemplateResult } from "lit";
import type { StageName } from "../protocol";
import type { Entry } from "../session";
import { icon } from "./icons";
import type { View } from "./view";

type StepState = "done" | "now" | "later";

export function working(view: View): TemplateResult {
  const { session, texts } = view;
  const { loaded, total } = session.download;
  const arriving = session.phase === "loading" || loaded < total;
  return html`
    <section class="odr-working" aria-label=${texts.say("stage.title")}>
      ${arriving
        ? html`
            <p class="odr-working__lead">
              <strong>${texts.say("stage.arriving", sizes(view, loaded, total))}</strong> ${texts.say("stage.arrived")}
            </p>
            <progress class="odr-progress" aria-label=${texts.say("stage.bar")} max=${total} .value=${loaded}></progress>
          `
        : nothing}
      <ol class="odr-steps">
        ${[...session.stages.values()].map(({ stage, loaded: got, total: all }) => stageStep(view, stage, got, all))}
        ${session.files.map((entry) => fileStep(view, entry))}
        ${session.files.length > 0
          ? step(view, session.computing ? "now" : "later", texts.say("stage.compute"), "")
          : nothing}
      </ol>
      <p class="odr-working__stop">
        <button type="button" class="odr-button" @click=${() => session.stop()}>${texts.say("stage.stop")}</button>
        <span>${texts.say("stage.meanwhile")}</span>
      </p>
    </section>
  `;
}

function stageStep(view: View, stage: StageName, loaded: number, total: number): TemplateResult {
  const { session, texts } = view;
  const label = texts.say(`stage.${stage}`);
  if (stage === "ready") {
    const { loaded: all, total: whole } = session.download;
    return step(view, session.phase !== "loading" ? "done" : all >= whole ? "now" : "later", label, "");
  }
  if (loaded >= total) return step(view, "done", label, texts.say("stage.size", sizes(view, loaded, total)));
  return step(view, loaded > 0 ? "now" : "later", label, texts.say("stage.sizes", sizes(view, loaded, total)));
}

function fileStep(view: View, entry: Entry): TemplateResult {
  const { texts } = view;
  const { file, state, loaded } = entry;
  if (state !== "reading") return step(view, state === "waiting" ? "later" : "done", file.name, texts.size(file.size));
  const stop = html`<button
    type="button"
    class="odr-link"
    aria-label=${texts.say("file.stop_one", { name: file.name })}
    @click=${() => entry.stop.abort()}
  >
    ${texts.say("file.stop")}
  </button>`;
  return step(view, "now", file.name, html`${texts.size(loaded)} / ${texts.size(file.size)} ${stop}`);
}

function step({ texts }: View, state: StepState, label: string, size: unknown): TemplateResult {
  const word = { done: "stage.done", now: "stage.now", later: "stage.waiting" }[state];
  return html`
    <li class="odr-steps__step odr-steps__step--${state}">
      ${state === "done" ? icon("check") : state === "now" ? icon("half") : html`<span class="odr-icon"></span>`}
      <span class="odr-steps__label">${label}<span class="odr-hidden">: ${texts.say(word)}</span></span>
      <span class="odr-steps__size">${size}</span>
    </li>
  `;
}

function sizes({ texts }: View, loaded: number, total: number): { loaded: string; total: string } {
  return { loaded: texts.megabytes(loaded), total: texts.megabytes(total) };
}
