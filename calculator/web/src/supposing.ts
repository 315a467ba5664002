/**
 * Supposing: the outcomes the seller asks "what if" about, by key of the defect's row.
 *
 * They are no part of the case: nothing that was supposed has happened. They go when their row goes.
 */
import type { Plan } from "./recovery";

export type Supposed = Readonly<Record<string, string>>;

const NOTHING: Supposed = {};

export class Supposing {
  #held = NOTHING;

  constructor(private readonly onChange: () => void) {}

  get value(): Supposed {
    return this.#held;
  }

  /** Suppose an outcome of one row, or with null nothing of it. */
  set(row: string, outcome: string | null): void {
    const { [row]: before = null, ...others } = this.#held;
    if (outcome === before) return;
    this.#held = outcome === null ? others : { ...others, [row]: outcome };
    this.onChange();
  }

  /** Put by what was carried along from another page. */
  replace(held: Supposed): void {
    this.#held = held;
  }

  /** Forget it in silence, as a wipe does. */
  clear(): void {
    this.#held = NOTHING;
  }

  /** The seller supposes nothing any more. */
  reset(): void {
    this.clear();
    this.onChange();
  }

  /** Drop what a plan no longer offers. */
  follow(plan: Plan | null | undefined): void {
    const offered = (row: string, outcome: string): boolean =>
      plan?.rows.some(({ key, supposes }) => key === row && supposes.some(({ value }) => value === outcome)) ?? false;
    this.#held = Object.fromEntries(Object.entries(this.#held).filter(([row, outcome]) => offered(row, outcome)));
  }
}
