/**
 * Leaving: what happens to unkept work when the page goes.
 *
 * A change of language, or the way between calculator and appeal desk, carries it along through the browser's storage, where it is deleted on
 * arrival; where nothing can be stored, the seller is asked first. Nothing goes into an address.
 */
import { type Label, type Work, WorkStore } from "./work-store";

/** A change of language takes seconds; what is older was never fetched and goes. */
const STALE_MS = 60_000;

export interface Held {
  /** What there is to carry along; undefined where there is nothing. */
  work(): Work | undefined;
  /** Put kept work by at once; false where it is not kept on this device. */
  keep(): Promise<boolean>;
  /** Put kept work by without waiting for anything: the page may be gone in a moment. */
  putBy(): void;
  /** Whether typed work would be lost with the page. */
  isTypedOnly(): boolean;
}

export class Leaving {
  /** Where the seller wants to go and cannot take the work, "back" for where he came from; ask: save, go anyway or stay. */
  asked: string | undefined;
  #going = false;

  constructor(
    private readonly held: Held,
    private readonly onChange: () => void,
  ) {}

  connect(): void {
    document.addEventListener("click", this.#click, { capture: true });
    window.addEventListener("beforeunload", this.#unload);
    document.addEventListener("visibilitychange", this.#hidden);
  }

  disconnect(): void {
    document.removeEventListener("click", this.#click, { capture: true });
    window.removeEventListener("beforeunload", this.#unload);
    document.removeEventListener("visibilitychange", this.#hidden);
  }

  /** Whether typed work would be lost with the page. */
  get isGuarded(): boolean {
    return !this.#going && this.held.isTypedOnly();
  }

  /** The seller goes back, out of the page. */
  askBack(): void {
    this.asked = "back";
    this.onChange();
  }

  /** Go where the seller wanted to, the work lost. */
  go(): void {
    const address = this.asked;
    this.asked = undefined;
    this.#going = true;
    if (address === "back") history.back();
    else if (address !== undefined) location.assign(address);
  }

  stay(): void {
    if (this.asked === "back") history.forward();
    this.asked = undefined;
    this.onChange();
  }

  /** Work that has come along from the other language, if it is fresh; stale work is thrown away. */
  static async arrived(): Promise<Label | undefined> {
    const store = await WorkStore.open().catch(() => undefined);
    const label = await store?.label("handover");
    if (label === undefined) return undefined;
    const age = Date.now() - Date.parse(label.savedAt);
    if (age >= 0 && age < STALE_MS) return label;
    await store?.clear("handover");
    return undefined;
  }

  /** Take the work that has come along; it stays nowhere else. */
  static async unpack(): Promise<Work | undefined> {
    const store = await WorkStore.open();
    const work = await store.read("handover");
    await store.clear("handover");
    return work;
  }

  async #carry(work: Work, address: string): Promise<void> {
    try {
      if (!(await this.held.keep())) await (await WorkStore.open()).write("handover", work, undefined, true);
      this.#going = true;
      location.assign(address);
    } catch {
      this.asked = address;
      this.onChange();
    }
  }

  readonly #click = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.odr-language, a.odr-carry") : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const work = this.held.work();
    if (link === null || !plain || work === undefined) return;
    event.preventDefault();
    void this.#carry(work, link.href);
  };

  /** A phone asks nobody before it ends a tab: what is kept is put by as soon as the page goes out of sight. */
  readonly #hidden = (): void => {
    if (document.visibilityState === "hidden") this.held.putBy();
  };

  readonly #unload = (event: BeforeUnloadEvent): void => {
    if (!this.isGuarded) return;
    event.preventDefault();
    event.returnValue = ""; // what older browsers go by
  };
}
