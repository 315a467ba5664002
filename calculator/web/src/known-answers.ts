/**
 * Entry of the page of known answers. Its panel and every word of it stand in the page, put there by
 * the build; the script fills numbers in.
 */
import { copy } from "./clipboard";
import { KnownAnswersRun } from "./known-answers-run";
import { knownAnswersUrl } from "./parts";

type Words = Readonly<Record<string, string>>;

/** Said aloud after each so-manieth part of the way. */
const PARTS = 4;

class Panel {
  readonly #run = new KnownAnswersRun(() => this.#show());
  readonly #words: Words;
  #said = "";

  constructor(private readonly panel: HTMLElement) {
    this.#words = JSON.parse(panel.dataset["words"] ?? "{}") as Words;
    this.#on("start", () => void this.#run.start());
    this.#on("stop", () => this.#run.stop());
    this.#on("copy", () => void this.#copy());
    panel.dataset["state"] = "idle";
  }

  #part<Part extends HTMLElement = HTMLElement>(selector: string): Part {
    return this.panel.querySelector<Part>(selector)!;
  }

  /** A control that is off keeps the focus and does nothing. */
  #on(name: string, act: () => void): void {
    const button = this.#part(`[data-${name}]`);
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") act();
    });
  }

  #show(): void {
    const { state, asked, total, differing, isRunning, download } = this.#run;
    this.panel.dataset["state"] = state === "done" && differing.length > 0 ? "differs" : state;
    const bar = this.#part<HTMLProgressElement>("progress");
    bar.max = Math.max(1, state === "coming" ? download.total : total);
    bar.value = state === "coming" ? download.loaded : asked;
    this.#part("[data-count]").textContent = this.#say(state === "coming" ? "coming" : "count");
    this.#part("[data-differing]").replaceChildren(...differing.map(asLine));
    for (const [name, isOff] of [["start", isRunning], ["stop", !isRunning], ["copy", isRunning || asked === 0]] as const) {
      this.#part(`[data-${name}]`).setAttribute("aria-disabled", String(isOff));
    }
    this.#tell(isRunning ? this.#onTheWay() : this.#say(state === "done" ? (differing.length > 0 ? "differs" : "right") : state));
  }

  /** Said to those who do not see the bar, seldom enough to be heard out. */
  #onTheWay(): string {
    const { asked, total, state } = this.#run;
    if (state === "coming") return this.#say("begun");
    const part = Math.floor((PARTS * asked) / total);
    return part === 0 ? this.#say("begun") : this.#say("way", { n: Math.ceil((part * total) / PARTS) });
  }

  #tell(words: string): void {
    if (words === this.#said) return;
    this.#said = words;
    this.#part("[data-said]").textContent = words;
    this.#part("[data-copied]").textContent = "";
  }

  async #copy(): Promise<void> {
    const done = await copy(this.#report());
    this.#part("[data-copied]").textContent = this.#words[done ? "copied" : "not_copied"] ?? "";
  }

  #report(): string {
    const set = knownAnswersUrl.slice(knownAnswersUrl.lastIndexOf("/") + 1);
    const lines = ["ODR Handbook", this.#said, ...this.#run.differing, set, navigator.userAgent];
    return lines.join("\n") + "\n";
  }

  #say(key: string, more: Readonly<Record<string, number>> = {}): string {
    const { asked, total, differing, python, rules, detail, download } = this.#run;
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
    const [loaded, whole] = [download.loaded, download.total].map(megabytes);
    const values: Readonly<Record<string, unknown>> = { n: asked, total, right: asked - differing.length, wrong: differing.length, python, rules, detail, loaded, whole, ...more };
    return (this.#words[key] ?? "").replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  }
}

function asLine(name: string): HTMLLIElement {
  const line = document.createElement("li");
  line.textContent = name.replaceAll("_", " ");
  return line;
}

for (const panel of document.querySelectorAll<HTMLElement>(".odr-known")) new Panel(panel);
