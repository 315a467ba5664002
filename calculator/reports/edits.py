"""Edits: what the seller corrects in the rows of a file; the file itself stays as it is.

An edit names its row by line and by the order id it held when it was edited. A row that no
longer says so is left alone and the edit is listed: the file was another one.

Worse mistake: a correction made to one row landing on another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from calculator.reports import written_day
from calculator.reports.columns import folded
from calculator.reports.flat_file import Row
from calculator.reports.reading import Exclusion, Reading, SaidOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A correction of one row of a file.

    Attributes:
        file, line: the row, as the result names it.
        order_id: what the row said when it was edited.
        type: defect type the outcome belongs to, empty for every mark of the row.
        cells: corrected cells by the name of their column.
        outcome: the outcome the seller set, empty for the file's own.
        left_out: the row takes no part.
    """

    file: str
    line: int
    order_id: str = ""
    type: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    outcome: str = ""
    decided_on: str = ""
    left_out: bool = False


def edited(reading: Reading, header: Sequence[str], rows: Sequence[Row], edits: Sequence[Edit]) -> list[Row]:
    """Return the rows with their corrections; rows left out are counted and kept in `reading`."""
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(edit.line, []).append(edit)
    names = [folded(cell) for cell in header]
    kept = [one for row in rows for one in _edited_row(reading, names, row, by_line.pop(row.line, []))]
    for line in sorted(by_line):
        reading.doubt(line, None, "edit_without_row", row=line)
    return kept


def _edited_row(reading: Reading, names: Sequence[str], row: Row, edits: Sequence[Edit]) -> Iterator[Row]:
    held = row
    for edit in edits:
        if edit.order_id and edit.order_id not in (cell.strip() for cell in row.cells):
            reading.doubt(row.line, None, "edit_of_another_row", order_id=edit.order_id)
        elif edit.left_out:
            reading.rows += 1
            reading.excluded[Exclusion.LEFT_OUT] += 1
            reading.left_out.append(row)
            return
        else:
            held = _with_cells(reading, names, held, edit)
            _say(reading, edit)
    yield held


def _with_cells(reading: Reading, names: Sequence[str], row: Row, edit: Edit) -> Row:
    cells = list(row.cells)
    for column, value in edit.cells.items():
        if folded(column) not in names:
            reading.doubt(row.line, column, "edit_without_column")
            continue
        place = names.index(folded(column))
        cells += [""] * (place + 1 - len(cells))
        cells[place] = value
    return replace(row, cells=tuple(cells))


def _say(reading: Reading, edit: Edit) -> None:
    """Keep the outcome the seller set; a decision day that cannot be is listed."""
    decided_on = written_day.read(edit.decided_on, written_day.DateOrder.YEAR)
    if edit.decided_on.strip() and decided_on is None:
        reading.doubt(edit.line, "decided_on", "unreadable_decided_on", original=edit.decided_on)
    if edit.outcome or decided_on:
        reading.said[edit.line, edit.type] = SaidOutcome(outcome=edit.outcome, decided_on=decided_on)
