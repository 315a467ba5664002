/**
 * Case: the shape of `odr-case/1`, everything the seller typed.
 *
 * Every field is the string that was typed; the core reads it. A change gives a new case, so that
 * whoever holds one may compare it with the next.
 */
export interface NoticeFigure {
  readonly day: string;
  readonly fulfillment: string;
  readonly orders: string;
  readonly orders_with_defects: string;
}

export interface PageFigure extends NoticeFigure {
  readonly first_day: string;
  readonly last_day: string;
}

export interface TypedDefect {
  readonly id: string;
  readonly order_id: string;
  readonly order_date: string;
  readonly fulfillment: string;
  readonly type: string;
  readonly outcome: string;
  readonly event_date: string;
  readonly decided_on: string;
  readonly note: string;
  readonly refunded_by: string;
}

/** The row of a report that an edit is about. */
export interface RowKey {
  readonly file: string;
  readonly line: number;
  readonly order_id: string;
}

export interface EditChange {
  readonly type?: string;
  readonly cells?: Readonly<Record<string, string>>;
  readonly outcome?: string;
  readonly decided_on?: string;
  readonly left_out?: boolean;
}

export interface RowEdit extends RowKey {
  /** Type of the defect the outcome belongs to, empty for every mark of the row. */
  readonly type: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly decided_on: string;
  readonly left_out: boolean;
}

export interface NamedFile {
  readonly file: string;
  readonly kind: string;
  /** What comes first in its dates, as the seller says; nothing where the file is left to itself. */
  readonly dates?: string;
}

/** A claim or chargeback that a report hints at and of which the seller says that there is none. */
export interface Dismissed {
  readonly order_id: string;
  readonly type: string;
}

/** What was typed into the blanks of the texts about one defect, by blank; its texts share them. */
export type Blanks = Readonly<Record<string, string>>;

export interface Case {
  readonly contract: "odr-case/1";
  readonly store: string;
  readonly as_of: string;
  readonly window: string;
  readonly notice: NoticeFigure;
  readonly odr_page: PageFigure;
  readonly defects: readonly TypedDefect[];
  readonly edits: readonly RowEdit[];
  readonly files: readonly NamedFile[];
  readonly dismissed: readonly Dismissed[];
  /** By the key of a defect's row. */
  readonly blanks: Readonly<Record<string, Blanks>>;
}

export type Field = "store" | "as_of" | "window" | `notice.${string}` | `odr_page.${string}` | `defects.${string}.${string}`;

const NOTICE: NoticeFigure = { day: "", fulfillment: "", orders: "", orders_with_defects: "" };
const DEFECT: Omit<TypedDefect, "id"> = {
  order_id: "",
  order_date: "",
  fulfillment: "",
  type: "",
  outcome: "",
  event_date: "",
  decided_on: "",
  note: "",
  refunded_by: "",
};

export function emptyCase(): Case {
  return {
    contract: "odr-case/1",
    store: "",
    as_of: "",
    window: "",
    notice: NOTICE,
    odr_page: { ...NOTICE, first_day: "", last_day: "" },
    defects: [],
    edits: [],
    files: [],
    dismissed: [],
    blanks: {},
  };
}

export function newDefect(id: string, values: Partial<Omit<TypedDefect, "id">> = {}): TypedDefect {
  return { id, ...DEFECT, ...values };
}

/** The case with one field replaced; an unknown field or defect leaves it as it is. */
export function withField(held: Case, field: string, value: string): Case {
  const [block = "", name = "", cell = ""] = field.split(".");
  switch (block) {
    case "store":
    case "as_of":
    case "window":
      return { ...held, [block]: value };
    case "notice":
    case "odr_page":
      return name in held[block] ? { ...held, [block]: { ...held[block], [name]: value } } : held;
    case "defects":
      return cell in DEFECT ? { ...held, defects: held.defects.map((one) => (one.id === name ? { ...one, [cell]: value } : one)) } : held;
    default:
      return held;
  }
}

/** What stands in a field; nothing typed is an empty string. */
export function fieldOf(held: Case, field: string): string {
  const [block = "", name = "", cell = ""] = field.split(".");
  const from: unknown =
    block === "defects" ? held.defects.find(({ id }) => id === name)
    : name === "" ? held
    : held[block as "notice" | "odr_page"];
  const value = (from as Readonly<Record<string, unknown>> | undefined)?.[block === "defects" ? cell : name || block];
  return typeof value === "string" ? value : "";
}

/** What the seller says of the dates of files, by their names. */
export function statedDates({ files }: Case): Readonly<Record<string, string>> {
  return Object.fromEntries(files.flatMap(({ file, dates = "" }) => (dates === "" ? [] : [[file, dates]])));
}

/** Whether nothing at all was typed or edited; the names of files alone are no work. */
export function isBlank(held: Case): boolean {
  const { defects, edits, files: _, ...rest } = held;
  return defects.length === 0 && edits.length === 0 && JSON.stringify(rest) === BLANK;
}

const BLANK = JSON.stringify((({ defects: _d, edits: _e, files: _f, ...rest }) => rest)(emptyCase()));
