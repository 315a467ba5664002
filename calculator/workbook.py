"""Workbook: the rows of an .xlsx, through python-calamine; the one optional door.

Not part of the core: whoever opens files hands `sheets` to the `Intake`. The library is
imported when the first workbook comes, with what measures it before; its absence is told as what it is.
"""

from __future__ import annotations

import io
from datetime import date, datetime

from calculator.errors import ReportError

Sheets = list[list[list[str]]]


def sheets(data: bytes, file: str) -> Sheets:
    """Return the cells of every sheet as texts; days are ISO, whole numbers without a point.

    Raises:
        ReportError: no reader is installed, it cannot open the bytes, or they ask for too much room.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook

        from calculator.workbook_size import refuse_endless
    except ImportError as missing:
        raise ReportError("workbook_reader_missing", file=file) from missing
    refuse_endless(data, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            [
                [_text(cell) for cell in row]
                for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in book.sheet_names
        ]
    except (CalamineError, ValueError, OSError) as broken:
        raise ReportError("broken_workbook", file=file) from broken


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        midnight = not (cell.hour or cell.minute or cell.second)
        return cell.date().isoformat() if midnight else cell.isoformat(sep="T", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
