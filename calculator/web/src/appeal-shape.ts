/**
 * Appeal shape: which kind of value may stand where in the appeal part of a case.
 *
 * Only what is there is looked at; names the shape does not hold belong to a later edition.
 */
type Shape = "word" | "list" | "table" | { readonly rows: Fields } | { readonly part: Fields };
type Fields = { readonly [name: string]: Shape };

const words = (...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, "word" as const]));

const FACTS: Fields = { answers: "table", readings: "table" };
const MEASURE: Fields = { ...words("id", "frame", "state"), ...FACTS };
const CAUSE: Fields = {
  ...words("id", "cause"),
  ...FACTS,
  path: "list",
  left_out: "list",
  typed: "table",
  actions: { rows: MEASURE },
  prevention: { rows: MEASURE },
  evidence: { rows: words("id", "file", "shows", "what") },
};
const FIGURE = words("day", "first_day", "last_day", "fulfillment", "orders", "orders_with_defects");
const ROUND: Fields = { ...words("id", "sent_on", "text", "reply_on", "reply"), figure: { part: FIGURE } };
const APPEAL: Fields = {
  ...words("language", "voice", "letter_day"),
  notice: { part: { ...words("text", "deadline"), path: "list" } },
  causes: { rows: CAUSE },
  rounds: { rows: ROUND },
};
const MARK: Shape = { part: words("cause", "disputed", "appealed_on", "refunded_by", "refunded_on") };

/** Whether the two parts of a case that only the letter reads have the values that belong there. */
export function isAppeal(appeal: unknown, marks: unknown): boolean {
  const known = marks === undefined || isRecord(marks);
  return isOf(appeal, { part: APPEAL }) && known && Object.values(marks ?? {}).every((one) => isOf(one, MARK));
}

function isOf(value: unknown, shape: Shape): boolean {
  if (value === undefined) return true;
  if (shape === "word") return typeof value === "string";
  if (shape === "list") return Array.isArray(value) && value.every((one) => typeof one === "string");
  if (shape === "table") return isRecord(value) && Object.values(value).every((one) => typeof one === "string");
  if ("rows" in shape) return Array.isArray(value) && value.every((row) => holds(row, shape.rows)) && areDistinct(value);
  return holds(value, shape.part);
}

function holds(value: unknown, fields: Fields): boolean {
  return isRecord(value) && Object.entries(fields).every(([name, shape]) => isOf(value[name], shape));
}

/** Rows are found by their names: no two may share one. */
function areDistinct(rows: readonly unknown[]): boolean {
  const names = rows.map((row) => (isRecord(row) ? row["id"] : undefined)).filter((id) => id !== undefined && id !== "");
  return new Set(names).size === names.length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
