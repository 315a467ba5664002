/**
 * Typed work: the case as the page changes it, and the day and store it is for. What a change sets
 * off is for those who build on it.
 */
import type { Case, Dismissed, EditChange, Field, RowKey } from "./case";
import { CaseBook, type DefectValues, type Taken, type Undone } from "./case-book";

export interface Choice {
  readonly store: string | null;
  readonly asOf: string;
}

export abstract class TypedWork {
  protected readonly book = new CaseBook(() => this.caseChanged());

  constructor(
    protected readonly start: Choice,
    protected readonly language: string,
  ) {}

  protected abstract caseChanged(): void;

  get case(): Case {
    return this.book.value;
  }

  get undone(): Undone | undefined {
    return this.book.undone;
  }

  set(field: Field, value: string): void {
    this.book.set(field, value);
  }

  addDefect(values: DefectValues = {}): string {
    return this.book.addDefect(values);
  }

  confirm(values: DefectValues): void {
    this.book.confirm(values);
  }

  dismiss(one: Dismissed): void {
    this.book.dismiss(one);
  }

  takeBack(one: Dismissed): void {
    this.book.takeBack(one);
  }

  removeDefect(id: string): void {
    this.book.removeDefect(id);
  }

  editRow(row: RowKey, change: EditChange): void {
    this.book.editRow(row, change);
  }

  fillBlank(defect: string, blank: string, value: string): void {
    this.book.fillBlank(defect, blank, value);
  }

  dropEdit(index: number): void {
    this.book.dropEdit(index);
  }

  dropEdits(): void {
    this.book.dropEdits();
  }

  undo(): void {
    this.book.undo();
  }

  take(taken: Taken): readonly string[] {
    return this.book.take(taken);
  }

  get choice(): Choice {
    return { store: this.case.store || this.start.store, asOf: this.case.as_of || this.start.asOf };
  }

  choose({ store, asOf }: Partial<Choice>): void {
    if (store !== undefined) this.book.set("store", store ?? "");
    if (asOf !== undefined) this.book.set("as_of", asOf);
  }

  /** What every question to the core says of day, store, window and language. */
  protected get question(): Readonly<Record<string, unknown>> {
    const { store, asOf } = this.choice;
    return { as_of: asOf, store, window: this.case.window || null, lang: this.language };
  }
}
