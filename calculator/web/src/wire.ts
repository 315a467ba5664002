/**
 * Wire: counts every request the page and its worker make while the seller's data is here.
 *
 * The browser reports each request, whoever made it. Counting starts with the first byte of data
 * and ends with the wipe.
 */
export class Wire {
  #since: number | undefined;
  #count = 0;

  constructor(private readonly onChange: () => void) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) this.saw(performance.timeOrigin + entry.startTime, entry.name);
    }).observe({ type: "resource" });
  }

  /** How many, or undefined while no data is here. */
  get count(): number | undefined {
    return this.#since === undefined ? undefined : this.#count;
  }

  /** When the first byte of data was about to be read, in milliseconds since 1970. */
  get since(): number | undefined {
    return this.#since;
  }

  /** The first byte of data is about to be read. */
  begin(): void {
    if (this.#since !== undefined) return;
    this.#since = performance.timeOrigin + performance.now();
    this.#count = 0;
  }

  /** The data is gone. */
  end(): void {
    this.#since = undefined;
    this.#count = 0;
  }

  /** A request was made at a moment, in milliseconds since 1970; one inside the machine is none. */
  saw(began: number, name: string): void {
    if (this.#since === undefined || began < this.#since || /^(blob|data):/.test(name)) return;
    this.#count += 1;
    this.onChange();
  }
}
