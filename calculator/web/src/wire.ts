/**
 * Wire: counts every request the page and its worker make while the seller's data is here.
 *
 * The browser reports each request, whoever made it. Counting starts with the first byte of data
 * and ends with the wipe. What was asked for before that byte, or at the seller's own wish after it,
 * is counted apart: parts of the program, whose addresses are known beforehand and say nothing.
 */
export class Wire {
  #since: number | undefined;
  #count = 0;
  #asked = 0;
  readonly #expected = new Set<string>();

  #last = performance.now();

  constructor(private readonly onChange: () => void) {
    new PerformanceObserver((list) => {
      this.#last = performance.now();
      for (const entry of list.getEntries()) if (wasSent(entry)) this.saw(performance.timeOrigin + entry.startTime, entry.name);
    }).observe({ type: "resource" });
  }

  /** How many, or undefined while no data is here. */
  get count(): number | undefined {
    return this.#since === undefined ? undefined : this.#count;
  }

  /** Parts of the program that went out after the first byte of data, asked for knowingly. */
  get asked(): number {
    return this.#asked;
  }

  /** These addresses have just been asked for, each once; they may go out a moment later. */
  expect(addresses: Iterable<string>): void {
    for (const address of addresses) this.#expected.add(address);
  }

  /** Wait until the page has come whole, its search included, so that nothing of it is fetched after data. */
  async settled(quietMs = 800, mostMs = 6000): Promise<void> {
    const begin = performance.now();
    const isQuiet = (): boolean => document.readyState === "complete" && performance.now() - this.#last > quietMs;
    while (!isQuiet() && performance.now() - begin < mostMs) await new Promise((wake) => setTimeout(wake, 100));
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
    this.#asked = 0;
    document.documentElement.dataset["odrData"] = ""; // for whoever would fetch in a quiet moment
  }

  /** The data is gone. */
  end(): void {
    this.#since = undefined;
    this.#count = 0;
    this.#asked = 0;
    delete document.documentElement.dataset["odrData"];
  }

  /** A request was made at a moment, in milliseconds since 1970; one inside the machine is none. */
  saw(began: number, name: string): void {
    if (/^(blob|data):/.test(name)) return;
    const isExpected = this.#expected.delete(name);
    if (this.#since === undefined || began < this.#since) return;
    if (isExpected) this.#asked += 1;
    else this.#count += 1;
    this.onChange();
  }
}

/** Whether a request left the machine; one the browser answers out of its own store does not. */
export function wasSent(entry: PerformanceEntry): boolean {
  const { transferSize, decodedBodySize } = entry as PerformanceResourceTiming;
  return transferSize > 0 || !(decodedBodySize > 0);
}
