/**
 * Screen history: the browser's own way back goes from the letter to the result and from there to
 * the form before it leaves the page. What it remembers are names of screens, nothing of the case,
 * and no address changes.
 *
 * Work that is nowhere else gets one more step at the bottom, the door: whoever goes back through it
 * is asked first, because browsers on phones do not ask by themselves.
 */
import type { Desk, Screen } from "./desk";

type Step = Screen | "door";

const KEY = "odrSteps";
const DEPTH: Readonly<Record<Screen, number>> = { input: 0, result: 1, letter: 2 };

export interface Doorkeeper {
  /** Whether typed work would be lost with the page. */
  isGuarded(): boolean;
  /** The seller is on the way out. */
  ask(): void;
  /** Another screen is shown because the seller went back or forward. */
  moved(screen: Screen): void;
}

export class ScreenHistory {
  #steps: readonly Step[] = ["door"];
  #isGoing = false;

  constructor(
    private readonly desk: Desk,
    private readonly keeper: Doorkeeper,
  ) {}

  connect(): void {
    this.#write("replaceState", ["door"]);
    window.addEventListener("popstate", this.#popped);
  }

  disconnect(): void {
    window.removeEventListener("popstate", this.#popped);
  }

  /** Called after each picture: write down what it shows, if that is another screen. */
  follow(): void {
    if (this.#isGoing) return;
    const { screen } = this.desk;
    const last = this.#steps[this.#steps.length - 1] ?? "door";
    const here = screenOf(last);
    if (screen === here) {
      if (last === "door" && this.keeper.isGuarded()) this.#write("pushState", ["door", "input"]);
    } else if (DEPTH[screen] > DEPTH[here]) {
      this.#write("pushState", [...this.#steps, screen]);
    } else {
      this.#isGoing = true;
      const at = Math.max(0, this.#steps.lastIndexOf(screen));
      history.go(at - this.#steps.length + 1);
    }
  }

  readonly #popped = (event: PopStateEvent): void => {
    const steps = (event.state as Readonly<Record<string, readonly Step[]>> | null)?.[KEY];
    if (steps === undefined) return this.#write("replaceState", this.#steps); // a jump within the page
    const [before, asked] = [this.#steps, this.#isGoing];
    this.#steps = steps;
    this.#isGoing = false;
    const screen = screenOf(steps[steps.length - 1] ?? "door");
    if (this.desk.screen !== screen) {
      this.desk.change({ screen });
      this.keeper.moved(screen);
    } else if (!asked && steps.length === 1 && before[1] === "input") {
      if (this.keeper.isGuarded()) this.keeper.ask();
      else history.back(); // the step was only there to ask
    }
  };

  #write(how: "pushState" | "replaceState", steps: readonly Step[]): void {
    this.#steps = steps;
    history[how]({ ...(history.state as object | null), [KEY]: steps }, "");
  }
}

function screenOf(step: Step): Screen {
  return step === "door" ? "input" : step;
}
