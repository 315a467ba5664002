/**
 * Appeal case: places of `odr-case/1` by path, as the core's `odr-desk/1` names them.
 *
 * A path is parts joined by dots; in a list a part is the `id` of a row. A dot inside a part is
 * written `~1`, a tilde `~0`. A change gives a new case; rows and parts on the way are made.
 */
import type { Case } from "./case";

/** Parts that hold rows, with the first letter of the names of rows that have none. */
const LISTS: Readonly<Record<string, string>> = { defects: "d", causes: "c", actions: "a", prevention: "p", evidence: "e", rounds: "r" };

type Part = Readonly<Record<string, unknown>> | readonly unknown[];

export interface Setting {
  readonly path: string;
  readonly value: unknown;
}

/** A change the core has thought out: the page only carries it out. */
export interface Button {
  readonly label: string;
  readonly set: readonly Setting[];
  readonly add: readonly Setting[];
  readonly remove: readonly string[];
}

export function partsOf(path: string): string[] {
  return path.split(".").map((part) => part.replaceAll("~1", ".").replaceAll("~0", "~"));
}

/** The words at a path; what is missing or no words reads as none. */
export function wordsAt(held: Case, path: string): string {
  const found = at(held, partsOf(path));
  return typeof found === "string" ? found : "";
}

export function put(held: Case, path: string, value: unknown): Case {
  return changed(held, "", partsOf(path), () => value) as unknown as Case;
}

/** One row more at the end of a list. */
export function add(held: Case, path: string, row: unknown): Case {
  return changed(held, "", partsOf(path), (rows) => [...(Array.isArray(rows) ? (rows as readonly unknown[]) : []), row]) as unknown as Case;
}

export function remove(held: Case, path: string): Case {
  const parts = partsOf(path);
  const id = parts.pop() ?? "";
  const name = parts[parts.length - 1] ?? "";
  const without = (rows: unknown): unknown => {
    if (!Array.isArray(rows)) return rows;
    const at = placeOf(rows, name, id);
    return rows.filter((_, place) => place !== at);
  };
  return changed(held, "", parts, without) as unknown as Case;
}

/** The case as it is now, with the row of a path as it was before. */
export function putBack(now: Case, before: Case, path: string): Case {
  const parts = partsOf(path);
  const id = parts.pop() ?? "";
  const name = parts[parts.length - 1] ?? "";
  const rows = at(before, parts);
  const place = Array.isArray(rows) ? placeOf(rows, name, id) : -1;
  if (!Array.isArray(rows) || place < 0) return now;
  return changed(now, "", parts, (held) => {
    const kept = Array.isArray(held) ? (held as readonly unknown[]) : [];
    return [...kept.slice(0, place), rows[place], ...kept.slice(place)];
  }) as unknown as Case;
}

export function carriedOut(held: Case, { set, add: more, remove: less }: Button): Case {
  let next = held;
  for (const { path, value } of set) next = put(next, path, value);
  for (const { path, value } of more) next = add(next, path, value);
  for (const path of less) next = remove(next, path);
  return next;
}

function at(held: Case, parts: readonly string[]): unknown {
  let [here, name]: [unknown, string] = [held, ""];
  for (const part of parts) {
    here = Array.isArray(here) ? here[placeOf(here, name, part)] : isPart(here) ? (here as Readonly<Record<string, unknown>>)[part] : undefined;
    name = part;
  }
  return here;
}

function changed(here: unknown, name: string, [part, ...rest]: readonly string[], change: (last: unknown) => unknown): Part {
  const next = (inner: unknown): unknown => (rest.length === 0 ? change(inner) : changed(inner, part!, rest, change));
  if (!Array.isArray(here) && !(name in LISTS && !isPart(here))) {
    const held = isPart(here) ? (here as Readonly<Record<string, unknown>>) : {};
    return { ...held, [part!]: next(held[part!]) };
  }
  const rows: readonly unknown[] = Array.isArray(here) ? here : [];
  const at = placeOf(rows, name, part!);
  return at < 0 ? [...rows, next({ id: part })] : rows.map((row, place) => (place === at ? next(row) : row));
}

/** Where the row of an id stands; one without an id is called by its place. */
function placeOf(rows: readonly unknown[], name: string, id: string): number {
  const letter = LISTS[name] ?? name;
  return rows.findIndex((row, at) => isPart(row) && String((row as { id?: unknown }).id || `${letter}${at + 1}`) === id);
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null;
}
