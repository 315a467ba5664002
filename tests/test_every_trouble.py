"""Every trouble has a sentence in each language that says what to do, and a case or a test that meets it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from calculator import requests, workbook
from calculator.assess import assess
from calculator.command_line import confirmed, given
from calculator.errors import AppealError
from calculator.messages import LANGUAGES, catalogue, text
from calculator.policy.listing import listing
from calculator.reports import Intake
from calculator.reports.written_day import DateOrder

from .core.case import cases

TESTS = Path(__file__).parent
NO_SENTENCES = {"problems.empty_cell"}
"""A word inside other sentences."""
HEADER = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
)


def closed_never_opened() -> None:
    Intake(workbook.sheets).feed("x", b"")


def written_below_a_file(folder: Path) -> None:
    (folder / "file").write_text("")
    given.write(folder / "file" / "letter.txt", b"")


RAISED: dict[str, Callable[[Path], object]] = {
    "bad_confirmation": lambda _: confirmed.answer("111-0000001-0000001=perhaps"),
    "bad_window": lambda _: requests.window("2026-11-07..2026-09-09"),
    "file_not_open": lambda _: closed_never_opened(),
    "file_not_written": written_below_a_file,
    "unknown_rule": lambda _: listing("nothing", date(2026, 11, 22), "en", as_json=False),
    "workbook_reader_missing": lambda _: workbook.sheets(b"", "book.xlsx"),
}


@pytest.mark.parametrize("code", RAISED)
def test_what_no_file_brings_about_is_told_in_words(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(AppealError) as raised:
        RAISED[code](tmp_path)
    said = {lang: raised.value.message(lang) for lang in LANGUAGES}
    assert said["en"] == text("en", f"errors.{code}", **raised.value.values)
    assert len(set(said.values())) == len(LANGUAGES)


def notes_of(data: str, dates: DateOrder | None = None) -> set[str]:
    intake = Intake(workbook.sheets)
    intake.open("o", "o.txt", dates)
    intake.feed("o", (HEADER + data).encode())
    intake.close("o")
    return {note.code for file in assess(intake, date(2026, 11, 22)).files for note in file.notes}


def test_dates_stated_with_the_year_first_are_read_so_and_it_is_said() -> None:
    row = "111-0000001-0000001\t26/10/11\t\tShipped\tMerchant\tAmazon.co.jp\n"
    assert notes_of(row, DateOrder.YEAR) == {"dates_year_first", "dates_without_offset"}


def test_the_same_trouble_of_a_thousand_rows_is_said_once() -> None:
    rows = "".join(f"111-0000001-{n:07}\tnever\t\tShipped\tMerchant\tAmazon.com\n" for n in range(1_001))
    assert "more_of_the_same" in notes_of(rows)
    assert "more_of_the_same" not in notes_of(rows.partition("\n")[2])


@cache
def met() -> str:
    """All that cases and tests name."""
    told = [case.expected for case in cases()]
    named = [path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("test_*.py"))]
    return "\n".join([*told, *named])


@pytest.mark.parametrize(
    "code", [f"{noun}.{code}" for noun in ("problems", "errors") for code in catalogue("en", noun)]
)
def test_every_problem_and_refusal_is_met_and_says_what_to_do(code: str) -> None:
    if code in NO_SENTENCES:
        return
    noun, _, key = code.partition(".")
    assert re.search(rf"\b{key}\b", met()), "no case and no test meets it"
    for lang in LANGUAGES:
        sentences = re.findall(r"[.!?:](?:\s|$)|[。！？：]", catalogue(lang, noun)[key])
        assert len(sentences) > 1, f"{lang} says only what happened"


@pytest.mark.parametrize("code", catalogue("en", "notes"))
def test_every_note_is_met(code: str) -> None:
    longest = max(re.split(r"\{[^}]*\}", catalogue("en", "notes")[code]), key=len).strip()
    assert json.dumps(longest, ensure_ascii=False)[1:-1] in met() or f'"{code}"' in met()
