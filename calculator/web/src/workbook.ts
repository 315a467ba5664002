/**
 * Workbook: the rows of an .xlsx, read by python-calamine and handed on as text.
 *
 * Calamine gives numbers, dates and texts; the core reads text as it reads any table. A whole number
 * is written without a point and a date as ISO, so that a cell reads as it does in a text file.
 */
import type { PyodideInterface } from "pyodide";
import { Failure } from "./protocol";

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

interface Proxy {
  destroy(): void;
}

interface Calamine {
  load_workbook(file: unknown): Workbook;
}

interface Workbook extends Proxy {
  readonly sheet_names: Proxy & { toJs(): string[] };
  get_sheet_by_name(name: string): Proxy & { to_python(): Proxy & { toJs(): unknown[][] } };
}

/** Read every sheet; a workbook that cannot be opened is one failure with the reader's own words. */
export function rowsOf(python: PyodideInterface, bytes: Uint8Array): Sheet[] {
  const calamine = python.pyimport("python_calamine") as Calamine;
  const io = python.pyimport("io") as { BytesIO(data: unknown): unknown };
  const data = python.toPy(bytes);
  try {
    const book = calamine.load_workbook(io.BytesIO(data));
    return book.sheet_names.toJs().map((name) => ({ name, rows: cells(book.get_sheet_by_name(name).to_python().toJs()) }));
  } catch (thrown) {
    throw new Failure("unreadable", lastLine(thrown));
  } finally {
    data.destroy();
  }
}

function cells(rows: unknown[][]): string[][] {
  return rows.map((row) => row.map(written));
}

function written(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object" && "isoformat" in cell) return (cell as { isoformat(): string }).isoformat();
  return String(cell);
}

/** Python's last line names what went wrong; the lines above it are for us. */
function lastLine(thrown: unknown): string {
  const lines = String(thrown instanceof Error ? thrown.message : thrown).trim().split("\n");
  return lines[lines.length - 1] ?? "";
}
