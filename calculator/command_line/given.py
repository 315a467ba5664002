"""Given: what a caller hands over - files, a case file, a day.

The only place that opens and writes files and asks the clock.
"""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from calculator import case, requests, workbook
from calculator.assess import Assessment, assess, assess_all
from calculator.case import EMPTY, Case
from calculator.command_line import confirmed
from calculator.errors import ReportError, RequestError
from calculator.reports import Intake
from calculator.reports.encoding import decode
from calculator.reports.written_day import EVERY_FILE, DateOrder

_CHUNK = 512 * 1024


def as_of(options: Namespace) -> date:
    """Return the day asked for, else today in UTC: the only clock of the project."""
    return options.as_of or datetime.now(UTC).date()


def assessments(options: Namespace) -> tuple[Assessment, ...]:
    """Return the assessment asked for, or that of every store, the one with most orders first."""
    typed, day = _case(options.case), as_of(options)
    intake = taken(options.files, options.dates, typed)
    if options.all_stores:
        return assess_all(intake, day, window=options.window)
    typed = confirmed.with_answers(typed, options.confirm)
    return (assess(intake, day, store=options.store, window=options.window, case=typed),)


def case_with_files(options: Namespace) -> tuple[Case, Assessment | None]:
    """Return a case and its assessment, None where nothing was typed or handed over to be assessed."""
    typed = _case(options.case)
    intake = taken(options.files, case=typed)
    try:
        return typed, assess(intake, as_of(options), store=options.store, case=typed)
    except ReportError:
        if options.files:
            raise
        return typed, None


def write(path: Path, data: bytes) -> None:
    """Write one file.

    Raises:
        RequestError: it cannot be written.
    """
    folder(path.parent)
    try:
        path.write_bytes(data)
    except OSError as refused:
        raise RequestError("file_not_written", file=path.name) from refused


def folder(path: Path) -> None:
    """Make a folder to write to, unless it is there.

    Raises:
        RequestError: it cannot be made.
    """
    try:
        path.mkdir(exist_ok=True)
    except OSError as refused:
        raise RequestError("file_not_written", file=path.name) from refused


def taken(paths: Sequence[Path], dates: DateOrder | None = None, case: Case = EMPTY) -> Intake:
    """Return the files taken in; one that cannot be opened is kept as unusable.

    Args:
        paths: the files.
        dates: the order of day, month and year the caller states for all of them.
        case: may state one for single files, which goes before that for all.
    """
    orders = {one.file: requests.date_order(one.dates or None) for one in case.files}
    stated = {name: order for name, order in {EVERY_FILE: dates, **orders}.items() if order}
    gc.disable()  # one command, one process: nothing is worth collecting before it ends
    intake = Intake(workbook.sheets)
    for number, path in enumerate(paths):
        file_id, name = str(number), path.name.encode("utf-8", "replace").decode()
        try:
            with path.open("rb") as file:
                intake.open(file_id, name, stated)
                while chunk := file.read(_CHUNK):
                    intake.feed(file_id, chunk)
            intake.close(file_id)
        except OSError:
            intake.refuse(file_id, name, ReportError("file_not_readable", file=name))
    return intake


def table(path: Path) -> tuple[bytes, str]:
    """Return the bytes of one table and the name it is called by.

    Raises:
        ReportError: it cannot be opened.
    """
    name = path.name.encode("utf-8", "replace").decode()
    try:
        return path.read_bytes(), name
    except OSError as unreadable:
        raise ReportError("file_not_readable", file=name) from unreadable


def text(path: Path) -> str:
    """Return a text in whatever encoding it was saved.

    Raises:
        ReportError: it cannot be opened.
    """
    return decode(table(path)[0])[0].removeprefix("\ufeff").replace("\r\n", "\n")


def _case(path: Path | None) -> Case:
    """Return the typed case of a case file, an empty one without a file."""
    if path is None:
        return EMPTY
    try:
        return case.read(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as unreadable:
        raise RequestError("bad_case", field=path.name) from unreadable
