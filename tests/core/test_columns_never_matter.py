"""For every reader: columns in another order, unknown ones between them and another file name change nothing."""

from __future__ import annotations

import csv
import io
import json
import random
from datetime import date
from typing import Any

import pytest

from calculator.assess import Assessment, assess
from calculator.encode import assessment_value
from calculator.reports import Intake
from calculator.reports.flat_file import Row, Table, parse
from calculator.reports.identify import header_of
from calculator.reports.reading import Kind
from calculator.workbook import sheets

from .case import Case, cases

LEAST_A_KIND = {
    Kind.ALL_ORDERS: 100, Kind.SELLER_FEEDBACK: 10, Kind.DEFECTS: 20, Kind.ORDER_COUNTS: 5, Kind.ORDER_DEFECTS: 2,
    Kind.MFN_RETURNS: 4, Kind.FBA_RETURNS: 1, Kind.PAYMENTS: 3, Kind.SETTLEMENT: 1,
}  # fmt: skip
ENDINGS = (".txt", ".csv", ".pdf", "", ".zip", ".xlsx", ".报告")
BY_POSITION = ("unknown_header", "unknown_chinese_header", "columns_unknown")


def table_of(data: bytes) -> tuple[Table, int, Kind] | None:
    """The table of a file whose rows all are as wide as its header, with the header's place and its kind."""
    if data[:2] in (b"PK", b"\x1f\x8b") or data.lstrip()[:1] in (b"{", b"<", b"[", b"\x89"):
        return None
    table = parse(data)
    try:
        header = header_of("x", table.rows)
    except Exception:  # noqa: BLE001 - a file that is refused is of no use here, whatever the reason
        return None
    body = table.rows[header.row :]
    wide = len(header.cells)
    lines = [row.line for row in body]
    if any(len(row.cells) != wide for row in body) or lines != list(range(lines[0], lines[0] + len(lines))):
        return None
    return table, header.row, header.kind


def stirred(dice: random.Random, table: Table, place: int) -> bytes:
    """The same table with its columns in another order and unknown ones between them."""
    wide = len(table.rows[place].cells)
    order = [*range(wide), *[-1] * dice.randrange(1, 5)]
    dice.shuffle(order)
    rows = [_moved(row, order, n == 0, dice) for n, row in enumerate(table.rows[place:])]
    above = [""] * (table.rows[place].line - 1)
    for row in table.rows[:place]:
        above[row.line - 1] = _line(list(row.cells), table.separator)
    return "".join(f"{line}\n" for line in [*above, *(_line(row, table.separator) for row in rows)]).encode()


def _moved(row: Row, order: list[int], is_header: bool, dice: random.Random) -> list[str]:
    fresh = [f"neu-{dice.randrange(10**6)}" if is_header else "…" for _ in order]
    return [row.cells[place] if place >= 0 else fresh[n] for n, place in enumerate(order)]


def _line(cells: list[str], separator: str) -> str:
    if separator == "\t":
        return "\t".join(cells)
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="", quoting=csv.QUOTE_ALL).writerow(cells)
    return out.getvalue()


def taken(case: Case, dice: random.Random | None) -> tuple[Assessment, list[Kind]]:
    intake, kinds = Intake(sheets), []
    for number, path in enumerate(case.files):
        data, name = path.read_bytes(), f"{number}{dice.choice(ENDINGS) if dice else ''}"
        held = table_of(data)
        if held is not None and dice is not None:
            data = stirred(dice, held[0], held[1])
            kinds.append(held[2])
        intake.open(str(number), name)
        intake.feed(str(number), data)
        intake.close(str(number))
    return assess(intake, date.fromisoformat(case.args["as_of"]), store=case.args["store"]), kinds


def said(assessment: Assessment) -> Any:
    """The whole answer but the names of the files, and notes about how the bytes were written."""
    value = assessment_value(assessment, "en")
    value["files"] = sorted(
        (
            [f["kind"], f["rows"], f["used"], [n for n in f["notes"] if not _is_about_bytes(n)]]
            for f in value["files"]
        ),
        key=repr,
    )
    value["problems"] = sorted(([p["line"], p["column"], p["code"]] for p in value["problems"]), key=repr)
    value["candidates"] = [{**one, "file": ""} for one in value["candidates"]]
    return json.loads(json.dumps(value))


def _is_about_bytes(note: str) -> bool:
    return any(word in note for word in ("UTF-8", "Some characters", "lay in the archive"))


USABLE = [
    case
    for case in cases()
    if not (case.args["exit"] or case.args["all_stores"] or case.typed or case.args["window"])
    and not any(word in case.folder.name for word in BY_POSITION)
    and not any(path.suffix == ".xlsx" for path in case.files)
]


@pytest.fixture(scope="module")
def stirred_kinds() -> list[Kind]:
    return []


@pytest.mark.parametrize("case", USABLE, ids=lambda case: case.folder.name)
def test_columns_in_another_order_among_unknown_ones_in_a_file_of_any_name(
    case: Case, stirred_kinds: list[Kind]
) -> None:
    dice = random.Random(case.folder.name)
    expected = said(taken(case, None)[0])
    for _ in range(3):
        found, kinds = taken(case, dice)
        assert said(found) == expected
    stirred_kinds += kinds


def test_every_kind_was_stirred(stirred_kinds: list[Kind]) -> None:
    if not stirred_kinds:
        pytest.skip("only with the cases before it")
    assert {
        kind: stirred_kinds.count(kind) >= least for kind, least in LEAST_A_KIND.items()
    } == dict.fromkeys(LEAST_A_KIND, True)
