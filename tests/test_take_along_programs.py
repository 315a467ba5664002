"""Files to take along, opened by programs that are not ours: two calendar parsers and LibreOffice."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path

import icalendar
import openpyxl
import pytest
import vobject

from calculator.assess import Assessment
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery import recovery_of, routes
from calculator.take_along import take_along
from calculator.take_along.csv import table

from .core.taken import HOSTILE, of_cases, seed

Days = list[tuple[str, date]]
CASES = sorted(of_cases())
SOFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
office = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not on this machine: no spreadsheet opens the file"
)


def moves(assessment: Assessment) -> Days:
    """The days on which marked orders enter and leave, from their order days alone."""
    window, as_of = assessment.window, assessment.as_of
    found = set()
    for defect in assessment.defect_list.defects:
        if defect.counts is Counts.NOT_COUNTED or not defect.is_placed or defect.order_date is None:
            continue
        for day in (window.enters_on(defect.order_date), window.leaves_on(defect.order_date)):
            if day and as_of < day <= as_of + timedelta(days=90):
                found.add((defect.fulfillment, day))
    return sorted(("marks", day) for _, day in found)


def deadlines(assessment: Assessment) -> Days:
    """The safe days, or last days, of every open route."""
    found = []
    for defect in assessment.defect_list.defects:
        for clock in routes.clocks(defect, assessment):
            if routes.is_open(clock) and clock.last_day and clock.last_day >= assessment.as_of:
                assert clock.last_safe_day
                found.append(("deadline", max(clock.last_safe_day, assessment.as_of)))
    return sorted(found)


def earliest(assessment: Assessment) -> Days:
    """The first day under the target, where the careful counts of today are not under it."""
    found = []
    for who in Fulfillment:
        recovery = recovery_of(assessment, who)
        is_marked = recovery.ledger.marked or recovery.ledger.dateless[0]
        rate = assessment.rates[who]
        is_under = 100 * rate.orders_with_defects.high < rate.orders.low
        is_open = is_marked and not is_under and assessment.is_covered[who]
        if is_open and recovery.no_new_orders.first_day_on_target:
            found.append(("earliest", recovery.no_new_orders.first_day_on_target))
    return sorted(found)


def kind(uid: str) -> str:
    return next(word for word in ("deadline", "marks", "earliest", "again", "not-held") if word in uid)


def by_icalendar(text: str) -> tuple[Days, list[str], list[timedelta]]:
    found = icalendar.Calendar.from_ical(text)
    events = found.walk("VEVENT")
    assert not found.errors and not any(event.errors for event in events)
    days = [(kind(str(event["UID"])), event["DTSTART"].dt) for event in events]
    assert all(event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1) for event in events)
    said = [f"{event['SUMMARY']}\n{event['DESCRIPTION']}" for event in events]
    return days, said, [alarm["TRIGGER"].dt for alarm in found.walk("VALARM")]


def by_vobject(text: str) -> tuple[Days, list[str], list[timedelta]]:
    events = vobject.readOne(text, validate=True).vevent_list
    days = [(kind(event.uid.value), event.dtstart.value) for event in events]
    said = [f"{event.summary.value}\n{event.description.value}" for event in events]
    alarms = [alarm.trigger.value for event in events for alarm in event.contents.get("valarm", ())]
    return days, said, alarms


@pytest.mark.parametrize("name", CASES)
def test_two_parsers_read_the_days_the_core_knows(name: str) -> None:
    assessment = of_cases()[name]
    for lang in ("en", "zh-Hans"):
        text = take_along(assessment, "recovery.ics", lang).text
        one, other = by_icalendar(text), by_vobject(text)
        assert one == other
        days, said, _ = one
        for expected in (moves(assessment), deadlines(assessment), earliest(assessment)):
            held = {word for word, _ in expected}
            assert sorted(day for day in days if day[0] in held) == expected
        known = {"marks": moves, "deadline": deadlines, "earliest": earliest}
        assert all(known[word](assessment) for word, _ in days if word in known)
        assert all("\\" not in words for words in said)


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_a_deadline_reminds_three_days_before_and_on_the_day(lang: str) -> None:
    _, _, alarms = by_icalendar(take_along(seed(), "recovery.ics", lang).text)
    assert alarms == [timedelta(days=-3, hours=9), timedelta(hours=9)] * 2


def converted(text: str, folder: Path, *, quotes: str = "34", separator: str = "44") -> openpyxl.Workbook:
    """The table as LibreOffice reads it, saved as a workbook; formulas are wanted, if there are any."""
    assert SOFFICE is not None
    source = folder / "table.csv"
    source.write_bytes(text.encode())
    # separator, quotes, UTF-8, from line 1, no columns, American English, nothing quoted as text,
    # special numbers found, and formulas run: everything that could go wrong
    reading = f"CSV:{separator},{quotes},76,1,,1033,false,true,false,false,false,0,true"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    words = [
        SOFFICE,
        profile,
        "--headless",
        f"--infilter={reading}",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    return openpyxl.load_workbook(folder / "table.xlsx")


def formulas(book: openpyxl.Workbook) -> list[str]:
    return [str(cell.value) for row in book.active.iter_rows() for cell in row if cell.data_type == "f"]


@office
def test_libreoffice_runs_no_formula_of_a_hostile_cell(tmp_path: Path) -> None:
    bare, guarded = tmp_path / "bare", tmp_path / "guarded"
    bare.mkdir(), guarded.mkdir()
    assert formulas(converted('"word"\r\n"=1+1"\r\n', bare)) == ["=1+1"], (
        "this LibreOffice runs no formula at all"
    )
    book = converted(table(["word"], [[hostile] for hostile in HOSTILE]), guarded)
    assert formulas(book) == []
    assert book.active.max_row == len(HOSTILE) + 1


@office
def test_a_table_separated_by_semicolons_runs_none_either(tmp_path: Path) -> None:
    book = converted(
        table(["word", "more"], [[hostile, "x"] for hostile in HOSTILE]), tmp_path, separator="59"
    )
    assert formulas(book) == []


@office
@pytest.mark.parametrize("what", ["recovery.csv", "removal.csv"])
def test_libreoffice_reads_the_tables_as_we_wrote_them(tmp_path: Path, what: str) -> None:
    text = take_along(seed(), what, "zh-Hans").text
    book = converted(text, tmp_path)
    assert formulas(book) == []
    ours = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [cell.value for cell in book.active[1]] == ours[0]
    assert (book.active.max_row, book.active.max_column) == (len(ours), len(ours[0]))
    if what == "recovery.csv":
        numbers = [[cell.value for cell in row[2:4]] for row in book.active.iter_rows(min_row=2)]
        assert numbers == [[int(row[2]), int(row[3])] for row in ours[1:]]
    assert zipfile.is_zipfile(tmp_path / "table.xlsx")
