/**
 * Case file: the case as `odr-case/1` on the seller's own disk, written out and read in again.
 *
 * What is read may be anything. Keys of later editions are carried along untouched, a number stands for
 * what would be typed and null for nothing; any other value where a field should be makes the file a
 * damaged one. The same shape is published as a JSON Schema.
 */
import { isAppeal } from "./appeal-shape";
import { type Case, emptyCase, newDefect, type RowEdit, type TypedDefect } from "./case";

/** Why a text is not opened; each has a sentence `case_file.<why>`. */
export type NotOpened = "empty" | "too_large" | "not_a_case" | "foreign" | "newer" | "damaged" | "unreadable";

/** More than any case file; what is larger is a report. */
const LARGEST = 2_000_000;

/** No case file; a browser that reads it whole may end. */
const HUGE = 20_000_000;

/** The text of a file that is said to be a case file, or why it is none. */
export async function textOf(file: File): Promise<{ readonly text: string } | NotOpened> {
  if (file.size > HUGE) return "too_large";
  const text = await file.text().catch(() => undefined);
  return text === undefined ? "unreadable" : { text };
}

export function written(held: Case): string {
  return JSON.stringify(held, null, 2) + "\n";
}

/** The case in a text, or why there is none. */
export function readCase(text: string): Case | NotOpened {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") return "empty";
  let value: unknown;
  try {
    value = JSON.parse(trimmed, asTyped);
  } catch {
    return /"odr-case\//.test(trimmed) ? "damaged" : "not_a_case";
  }
  if (!isRecord(value) || typeof value["contract"] !== "string") return "foreign";
  if (!value["contract"].startsWith("odr-case/")) return "foreign";
  if (value["contract"] !== "odr-case/1") return "newer";
  return filledIn(value) ?? "damaged";
}

/** Whether a file given among reports is a case file, judged by what is in it. */
export async function caseTextOf(file: File): Promise<string | undefined> {
  if (file.size > LARGEST) return undefined;
  try {
    const text = await file.text();
    return /^\uFEFF?\s*\{/.test(text) && /"contract"\s*:\s*"odr-case\//.test(text) ? text : undefined;
  } catch {
    return undefined; // whoever reads it next says why it cannot be read
  }
}

/** Offer the text as a file; the browser decides where it goes. */
export function download(name: string, text: string | Uint8Array<ArrayBuffer>, type = "application/json"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A value as it would stand had it been typed: a number as its digits, null as if it were missing. */
function asTyped(this: unknown, name: string, one: unknown): unknown {
  if (one === null) return Array.isArray(this) ? "" : undefined;
  return typeof one === "number" && name !== "line" ? String(one) : one;
}

function filledIn(value: Readonly<Record<string, unknown>>): Case | undefined {
  const blank = emptyCase();
  const { notice = {}, odr_page = {}, defects = [], edits = [], files = [], dismissed = [], blanks = {}, store = "", as_of = "", window = "" } = value;
  const figures = [
    [notice, blank.notice],
    [odr_page, blank.odr_page],
  ] as const;
  const sound =
    [store, as_of, window].every((one) => typeof one === "string") &&
    figures.every(([given, shape]) => fits(given, shape)) &&
    [defects, edits, files, dismissed].every(Array.isArray) &&
    (defects as unknown[]).every((one) => fits(one, newDefect(""))) &&
    (edits as unknown[]).every(isEdit) &&
    (files as unknown[]).every((one) => fits(one, { file: "", kind: "", dates: "" })) &&
    (dismissed as unknown[]).every((one) => fits(one, { order_id: "", type: "" })) &&
    isAppeal(value["appeal"], value["marks"]) &&
    isRecord(blanks) &&
    Object.values(blanks).every((of) => isRecord(of) && Object.values(of).every((one) => typeof one === "string"));
  if (!sound) return undefined;
  return {
    ...blank,
    ...(value as Partial<Case>),
    notice: { ...blank.notice, ...(notice as object) },
    odr_page: { ...blank.odr_page, ...(odr_page as object) },
    defects: named(defects as Partial<TypedDefect>[]),
    edits: (edits as Partial<RowEdit>[]).map((edit) => ({ ...BLANK_EDIT, ...edit })),
  };
}

const BLANK_EDIT: RowEdit = { file: "", line: 0, order_id: "", type: "", cells: {}, outcome: "", decided_on: "", left_out: false };

/** Every defect has a name of its own, whatever the file says. */
function named(defects: readonly Partial<TypedDefect>[]): readonly TypedDefect[] {
  const given = defects.map(({ id }) => id ?? "");
  const distinct = new Set(given.filter((id) => /^d\d+$/.test(id))).size === given.length;
  return defects.map((values, at) => ({ ...newDefect(""), ...values, id: distinct ? given[at]! : `d${at + 1}` }));
}

function isEdit(value: unknown): boolean {
  const { cells = {}, line = 0, left_out = false, ...rest } = isRecord(value) ? value : { line: "" };
  return (
    Number.isInteger(line) &&
    typeof left_out === "boolean" &&
    isRecord(cells) &&
    Object.values(cells).every((cell) => typeof cell === "string") &&
    fits(rest, BLANK_EDIT)
  );
}

/** Whether what a value has of the shape's fields are strings. */
function fits(value: unknown, shape: object): boolean {
  return isRecord(value) && Object.keys(shape).every((name) => ["undefined", "string"].includes(typeof value[name]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
