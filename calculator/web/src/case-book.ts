/**
 * Case book: the one case of the page, its changes, and the way back from the last loss.
 */
import {
  type Case,
  type Dismissed,
  type EditChange,
  emptyCase,
  fieldOf,
  isBlank,
  newDefect,
  type PageFigure,
  type RowEdit,
  type RowKey,
  type TypedDefect,
  withField,
} from "./case";

export type UndoneKind = "answer" | "defect" | "edit" | "edits" | "paste" | "opened" | "row";

/** What the last loss was; `label` names it where it has a name. */
export interface Undone {
  readonly kind: UndoneKind;
  readonly label?: string;
}

export type DefectValues = Partial<Omit<TypedDefect, "id">>;

/** What was understood and confirmed out of pasted text. */
export interface Taken {
  readonly figures?: readonly ({ readonly source: "notice" | "odr_page" } & { readonly [name in keyof PageFigure]?: string | null })[];
  readonly defects?: readonly { readonly [name in keyof DefectValues]: string | null | undefined }[];
}

export class CaseBook {
  #held: Case = emptyCase();
  #nextDefect = 1;
  #back: { readonly what: Undone; readonly undo: (now: Case) => Case } | undefined;

  constructor(private readonly onChange: () => void) {}

  get value(): Case {
    return this.#held;
  }

  get isBlank(): boolean {
    return isBlank(this.#held);
  }

  get undone(): Undone | undefined {
    return this.#back?.what;
  }

  /** Put a whole case in the place of this one. */
  replace(next: Case): void {
    this.#back = undefined;
    const numbers = next.defects.map(({ id }) => Number(/^d(\d+)$/.exec(id)?.[1] ?? 0));
    this.#nextDefect = Math.max(0, ...numbers) + 1;
    this.#become(next);
  }

  /** Open another case; one step back brings this one again, if there is anything in it. */
  open(next: Case): void {
    const before = this.#held;
    const wasBlank = this.isBlank;
    this.replace(next);
    if (!wasBlank) this.#lose({ kind: "opened" }, () => before);
  }

  clear(): void {
    this.replace(emptyCase());
  }

  set(field: string, value: string): void {
    if (fieldOf(this.#held, field) !== value) this.#become(withField(this.#held, field, value));
  }

  /** Put a changed case in the place of this one; `back` brings again what a row taken away held. */
  change(next: Case, back?: (now: Case) => Case): void {
    if (back !== undefined) this.#lose({ kind: "row" }, back);
    this.#become(next);
  }

  addDefect(values: DefectValues = {}): string {
    const id = `d${this.#nextDefect++}`;
    this.#become({ ...this.#held, defects: [...this.#held.defects, newDefect(id, values)] });
    return id;
  }

  /** Take over what the seller says of an order that a report only hints at. */
  confirm(values: DefectValues): void {
    const id = this.addDefect(values);
    this.#lose({ kind: "answer" }, (now) => ({ ...now, defects: now.defects.filter((one) => one.id !== id) }));
  }

  /** No such claim or chargeback, the seller says. */
  dismiss({ order_id, type }: Dismissed): void {
    this.#become({ ...this.#held, dismissed: [...this.#held.dismissed, { order_id, type }] });
  }

  takeBack({ order_id, type }: Dismissed): void {
    const dismissed = this.#held.dismissed.filter((one) => one.order_id !== order_id || one.type !== type);
    this.#become({ ...this.#held, dismissed });
  }

  /** What comes first in the dates of a file. */
  stateDates(file: string, kind: string, dates: string): void {
    const others = this.#held.files.filter((one) => one.file !== file);
    this.#become({ ...this.#held, files: [...others, { file, kind, dates }] });
  }

  removeDefect(id: string): void {
    const at = this.#held.defects.findIndex((one) => one.id === id);
    const gone = this.#held.defects[at];
    if (gone === undefined) return;
    this.#lose({ kind: "defect", label: gone.order_id }, (now) => ({ ...now, defects: inserted(now.defects, at, gone) }));
    this.#become({ ...this.#held, defects: without(this.#held.defects, at) });
  }

  /** Correct a row of a report, or one type of its marks; what is not named in `change` stays as it was. */
  editRow(row: RowKey, change: EditChange): void {
    const { type = "" } = change;
    const old = this.#held.edits.find((edit) => isSameRow(edit, row) && edit.type === type);
    const { file, line, order_id } = row;
    const base: RowEdit = old ?? { file, line, order_id, type, cells: {}, outcome: "", decided_on: "", left_out: false };
    const next = { ...base, ...change, cells: { ...base.cells, ...change.cells } };
    const edits = old === undefined ? [...this.#held.edits, next] : this.#held.edits.map((edit) => (edit === old ? next : edit));
    this.#become({ ...this.#held, edits });
  }

  /** Fill one blank of the texts about a defect. */
  fillBlank(defect: string, blank: string, value: string): void {
    const { blanks } = this.#held;
    this.#become({ ...this.#held, blanks: { ...blanks, [defect]: { ...blanks[defect], [blank]: value } } });
  }

  /** Take the row as the report has it again. */
  dropEdit(index: number): void {
    const gone = this.#held.edits[index];
    if (gone === undefined) return;
    this.#lose({ kind: "edit", label: gone.order_id }, (now) => ({ ...now, edits: inserted(now.edits, index, gone) }));
    this.#become({ ...this.#held, edits: without(this.#held.edits, index) });
  }

  dropEdits(): void {
    const gone = this.#held.edits;
    if (gone.length === 0) return;
    this.#lose({ kind: "edits" }, (now) => ({ ...now, edits: [...gone, ...now.edits] }));
    this.#become({ ...this.#held, edits: [] });
  }

  /** Add what was read out of pasted text; one step back takes all of it out again. */
  take({ figures = [], defects = [] }: Taken): readonly string[] {
    const { notice, odr_page } = this.#held;
    let next = this.#held;
    for (const { source, ...values } of figures) {
      for (const [name, value] of Object.entries(values)) {
        if (typeof value === "string") next = withField(next, `${source}.${name}`, value);
      }
    }
    const added = defects.map((values) => newDefect(`d${this.#nextDefect++}`, filled(values)));
    const ids = added.map(({ id }) => id);
    this.#lose({ kind: "paste" }, (now) => ({
      ...now,
      notice,
      odr_page,
      defects: now.defects.filter(({ id }) => !ids.includes(id)),
    }));
    this.#become({ ...next, defects: [...next.defects, ...added] });
    return ids;
  }

  /** Bring back what was lost last. */
  undo(): void {
    const back = this.#back;
    this.#back = undefined;
    if (back !== undefined) this.#become(back.undo(this.#held));
  }

  #lose(what: Undone, undo: (now: Case) => Case): void {
    this.#back = { what, undo };
  }

  #become(next: Case): void {
    if (next === this.#held) return;
    this.#held = next;
    this.onChange();
  }
}

function isSameRow(edit: RowEdit, row: RowKey): boolean {
  return edit.file === row.file && edit.line === row.line && edit.order_id === row.order_id;
}

function filled(values: object): DefectValues {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => typeof value === "string" && name !== "id"));
}

function inserted<T>(list: readonly T[], at: number, one: T): readonly T[] {
  return [...list.slice(0, at), one, ...list.slice(at)];
}

function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, index) => index !== at);
}
