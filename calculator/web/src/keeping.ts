/**
 * Keeping: whether the seller's work stays on this device, and what of it does.
 *
 * Nothing stays by default. One tab at a time keeps; another one that holds the same work is told
 * so and overwrites nothing until the seller says which of the two is to be kept.
 */
import { readCase, written } from "./case-file";
import { type Label, Newer, Overtaken, type Work, WorkStore } from "./work-store";

/**
 * refused: the browser lets nothing stay; full: the case stays, files do not; elsewhere: another tab keeps;
 * unopened: what was kept could not be opened, and nothing is written over it unless the seller says so.
 */
export type KeepingState = "off" | "on" | "refused" | "full" | "elsewhere" | "unopened";

const LOCK = "odr-work";
const PAUSE_MS = 250;

export class Keeping {
  state: KeepingState = "off";
  /** When the work was last put by, ISO. */
  savedAt: string | undefined;
  /** Names of the files that do not stay. */
  unkept: readonly string[] = [];
  /** Why kept work was not opened. */
  unopened: "newer" | "damaged" | undefined;
  #store: WorkStore | undefined;
  #writing: number | undefined;
  #release: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #filesToo = false;
  /** Kept work has been found and not yet read: nothing may be written over it. */
  #isUnread = false;
  #saving: Promise<void> = Promise.resolve();
  /** How many changes there were, and how many of them have reached the device. */
  #changes = 0;
  #written = -1;

  constructor(
    private readonly work: () => Work,
    private readonly onChange: () => void,
  ) {}

  /** Whether what is typed is safe from a closed tab. */
  get holdsCase(): boolean {
    return (this.state === "on" || this.state === "full") && this.#written === this.#changes;
  }

  /** Look for kept work without reading it; whoever finds it holds it, or is told that another tab does. */
  async find(): Promise<Label | undefined> {
    const store = await this.#opened();
    const label = await store?.label("kept").catch((thrown: unknown) => this.#giveUp(thrown instanceof Newer ? "newer" : "damaged"));
    if (label === undefined) return undefined;
    this.#isUnread = true;
    this.#written = this.#changes;
    this.#become((await this.#hold(false)) ? "on" : "elsewhere", label);
    return label;
  }

  /** Read it; an older edition's work is filled up to this one's. */
  async read(): Promise<Work | undefined> {
    const work = await this.#store?.read("kept").catch(() => undefined);
    const held = work === undefined ? "damaged" : readCase(written(work.case));
    this.#isUnread = false;
    return work === undefined || typeof held === "string" ? this.#giveUp("damaged") : { ...work, case: held };
  }

  /** Keep from now on; where another tab keeps, this one takes over. */
  async turnOn(): Promise<void> {
    const store = await this.#opened();
    if (store === undefined) return this.#become(this.unopened === undefined ? "refused" : "unopened");
    await this.#hold(true);
    this.#isUnread = false;
    this.#changes += 1;
    this.#writing = undefined;
    this.#become("on");
    this.#filesToo = true;
    return this.flush();
  }

  /** Stop keeping and forget what was kept; another tab's work stays. */
  async turnOff(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const mine = this.state === "on" || this.state === "full" || this.state === "unopened";
    this.#become("off");
    await this.#saving;
    if (mine) await this.#store?.clear("kept").catch(() => undefined);
    this.#release?.();
    this.#release = undefined;
  }

  /** Something changed: put it by after a short pause. */
  changed(filesToo: boolean): void {
    if (this.state !== "on" && this.state !== "full") return;
    this.#filesToo ||= filesToo;
    this.#changes += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Put everything by now. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  /** Put the case by in one breath; only the tab that holds the lock may, for it looks at nothing before it writes. */
  putBy(): void {
    const isMine = this.#release !== undefined && (this.state === "on" || this.state === "full");
    if (this.#store === undefined || this.#writing === undefined || !isMine || this.#isUnread || this.holdsCase) return;
    const changes = this.#changes;
    const { label, done } = this.#store.writeAtOnce("kept", this.work(), this.#writing + 1, this.unkept);
    this.#writing = label.writing;
    done.then(
      () => (this.#written = changes),
      () => (this.#writing = label.writing - 1), // nothing was written: the next try goes the usual way
    );
  }

  async #save(): Promise<void> {
    const store = this.#store;
    if (store === undefined || this.#isUnread || (this.state !== "on" && this.state !== "full")) return;
    const [work, filesToo, changes] = [this.work(), this.#filesToo, this.#changes];
    this.#filesToo = false;
    try {
      const label = await store.write("kept", work, this.#writing, filesToo);
      this.#written = changes;
      this.#become(label.unkept.length > 0 ? "full" : "on", label);
    } catch (thrown) {
      if (thrown instanceof Overtaken) return this.#become("elsewhere");
      await store.writeWithoutFiles("kept", work).then(
        (label) => {
          this.#written = changes;
          this.#become("full", label);
        },
        () => this.#become("refused"),
      );
    }
  }

  async #opened(): Promise<WorkStore | undefined> {
    try {
      this.#store ??= await WorkStore.open();
    } catch (thrown) {
      this.#store = undefined;
      if (thrown instanceof Newer) this.#giveUp("newer");
    }
    return this.#store;
  }

  /** What is kept stays as it is. */
  #giveUp(why: "newer" | "damaged"): undefined {
    this.unopened = why;
    this.#release?.();
    this.#release = undefined;
    this.#become("unopened");
    return undefined;
  }

  /** Be the one tab that keeps; released by the browser itself when the tab goes. */
  #hold(steal: boolean): Promise<boolean> {
    const locks = (navigator as { locks?: LockManager }).locks;
    if (locks === undefined || this.#release !== undefined) return Promise.resolve(true);
    return new Promise((answer) => {
      const held = (lock: Lock | null): Promise<void> | undefined => {
        answer(lock !== null);
        return lock === null ? undefined : new Promise((release) => (this.#release = release));
      };
      locks.request(LOCK, steal ? { steal } : { ifAvailable: true }, held).catch(() => {
        this.#release = undefined; // another tab took over
        if (this.state === "on" || this.state === "full") this.#become("elsewhere");
      });
    });
  }

  #become(state: KeepingState, label?: Label): void {
    this.state = state;
    if (label !== undefined) {
      this.#writing = label.writing;
      this.savedAt = label.savedAt;
      this.unkept = label.unkept;
    }
    if (state === "off") Object.assign(this, { savedAt: undefined, unkept: [] });
    this.onChange();
  }
}
