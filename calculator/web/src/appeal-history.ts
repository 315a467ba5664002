/**
 * Appeal history: the browser's own way back goes from step to step before it leaves the page. It
 * remembers names of steps, nothing of the case, and no address changes.
 *
 * Work that is nowhere else gets a door at the bottom: whoever goes back through it is asked first.
 */
import { type StepId, STEPS } from "./appeal-contract";
import type { AppealDesk } from "./appeal-desk";

export interface Doorkeeper {
  /** Whether typed work would be lost with the page. */
  isGuarded(): boolean;
  ask(): void;
  /** Another step is shown because the seller went back or forward. */
  moved(step: StepId): void;
}

type Place = StepId | "door";

const KEY = "odrAppealStep";

export class AppealHistory {
  #here: Place = "door";

  constructor(
    private readonly desk: AppealDesk,
    private readonly keeper: Doorkeeper,
  ) {}

  connect(): void {
    const held = placeIn(history.state);
    this.#here = held ?? "door";
    if (held !== undefined && held !== "door") this.desk.spot = { step: held, question: "" };
    else this.#write("replaceState", "door");
    window.addEventListener("popstate", this.#popped);
  }

  disconnect(): void {
    window.removeEventListener("popstate", this.#popped);
  }

  /** Called after each picture: write down what it shows, if that is another step. */
  follow(): void {
    const { step } = this.desk.spot;
    if (this.#here === "door" ? step !== STEPS[0] || this.keeper.isGuarded() : step !== this.#here) this.#write("pushState", step);
  }

  readonly #popped = (event: PopStateEvent): void => {
    const place = placeIn(event.state);
    if (place === undefined) return this.#write("replaceState", this.#here); // a jump within the page
    const before = this.#here;
    this.#here = place;
    const step = place === "door" ? STEPS[0]! : place;
    if (place === "door" && before === step) {
      if (this.keeper.isGuarded()) this.keeper.ask();
      else history.back(); // the step was only there to ask
    } else if (step !== this.desk.spot.step) {
      this.desk.go({ step, question: "" });
      this.keeper.moved(step);
    }
  };

  #write(how: "pushState" | "replaceState", place: Place): void {
    this.#here = place;
    history[how]({ ...(history.state as object | null), [KEY]: place }, "");
  }
}

function placeIn(state: unknown): Place | undefined {
  const place = (state as Readonly<Record<string, unknown>> | null)?.[KEY];
  return place === "door" || STEPS.some((step) => step === place) ? (place as Place) : undefined;
}
