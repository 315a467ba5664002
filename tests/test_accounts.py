"""A folder of accounts: each state by its witness, hostile names, accounts that fail alone, wrong usage."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from calculator.accounts import Account, Asked, File, Row, State, rows_of, summary
from calculator.accounts.document import accounts_json
from calculator.accounts.page import accounts_html
from calculator.accounts.plain import accounts_text
from calculator.accounts.table import accounts_csv
from calculator.cli import main
from calculator.command_line import crowd, folder, progress
from calculator.messages import text

from .ended_work import ends
from .reference.accounts import CASE, HOSTILE, NOT_UTF8
from .reference.document import to_bytes
from .reference.reports import documents
from .reference.small_shop import claim, report, shop

pytestmark = pytest.mark.native
AS_OF = date(2026, 11, 22)
ASKED = Asked(as_of=AS_OF)
FEEDBACK = b"Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
PICTURE = ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
FIRST = date(2026, 9, 9)
Files = list[tuple[str, bytes]]


def files(orders: int, *claims: Any, feedback: bool = True, **others: Any) -> Files:
    """The files of a shop with so many orders, spread over the window."""
    days = [FIRST + timedelta(days=number % 60) for number in range(orders)]
    found = [(one.name, to_bytes(one)) for one in documents(shop(days, list(claims), **others))]
    return [*found, ("feedback.txt", FEEDBACK)] if feedback else found


def account(found: Files, *, is_file: bool = False) -> Account:
    held = tuple(File(name=name, pieces=(data,)) for name, data in found)
    return Account(name="shop", files=held, is_file=is_file)


def row(found: Files, *, is_file: bool = False, asked: Asked = ASKED) -> Row:
    return rows_of(account(found, is_file=is_file), asked)[0]


def case(**more: Any) -> tuple[str, bytes]:
    return "anything.txt", json.dumps({**CASE, **more}).encode()


@pytest.mark.parametrize(
    ("found", "state", "reasons"),
    [
        (files(126, claim(0), claim(1)), "over", ["off_target"]),
        (files(100, claim(0)), "over", ["off_target"]),
        (files(301, claim(0)), "fine", []),
        (files(40), "fine", []),
        (files(126, claim(59)), "near", ["over_soon", "no_room"]),
        (files(126, claim(0)), "near", ["no_room"]),
        (files(126, claim(0), claim(1, "open")), "check", ["undecided"]),
        (files(126, feedback=False), "check", ["no_defects_handed_in"]),
        ([*files(301), PICTURE], "check", ["file_not_used"]),
        ([*files(126, claim(0), claim(1)), PICTURE], "over", ["off_target", "file_not_used"]),
        (files(301, claim(999, event_date=AS_OF)), "check", ["mark_without_order"]),
        (files(301, claim(999, event_date=FIRST - timedelta(days=1))), "fine", []),
        (files(126, report=report(AS_OF, 15)), "check", ["orders_missing", "amazon_counts_more"]),
        (files(0, report=report(AS_OF, 15)), "check", ["orders_missing"]),
        ([("feedback.txt", FEEDBACK)], "no_orders", []),
        ([case()], "over", ["off_target"]),
        ([PICTURE], "unreadable", []),
        ([], "unreadable", []),
    ],
)
def test_a_state_has_its_reasons(found: Files, state: str, reasons: list[str]) -> None:
    told = row(found)
    assert (told.state.value, [one.value for one in told.reasons]) == (state, reasons)


@pytest.mark.parametrize(
    ("found", "is_file", "code"),
    [
        ([], False, "no_files"),
        ([PICTURE], False, "not_a_report_picture"),
        ([case(), ("other.json", case(store="UK")[1])], False, "two_cases"),
        ([case(defects="none")], False, "bad_case"),
        ([("case.json", b'{"contract": "odr-case/99"}')], False, "newer_case"),
        (files(126, feedback=False), True, "not_in_an_account"),
        ([("broken.zip", b"PK\x03\x04" + b"x" * 50)], True, "broken_archive"),
    ],
)
def test_an_account_that_cannot_be_used_says_why_in_both_languages(
    found: Files, is_file: bool, code: str
) -> None:
    told = {
        lang: row(found, is_file=is_file, asked=Asked(as_of=AS_OF, lang=lang)).trouble
        for lang in ("en", "zh-Hans")
    }
    assert {lang: trouble and trouble.code for lang, trouble in told.items()} == dict.fromkeys(told, code)
    assert told["en"] and told["zh-Hans"] and told["en"].message != told["zh-Hans"].message


def test_a_case_beside_files_and_a_case_alone_are_read_alike() -> None:
    assert row([case()], is_file=True) == row([case()])
    together = row([*files(301), case(odr_page={})])
    assert (together.state, together.files) == (State.FINE, 2)


def test_each_store_has_a_row_where_that_is_asked_for() -> None:
    found = files(301)
    abroad = found[0][1].replace(b"Amazon.com", b"Amazon.ca").replace(b"111-", b"702-")
    both = account([*found, ("canada.txt", abroad)])
    assert [one.store for one in rows_of(both, Asked(as_of=AS_OF, every_store=True))] == ["US", "CA"]
    (alone,) = rows_of(both, ASKED)
    assert [code for code, _ in alone.other_stores] == ["CA"]


def named(name: str) -> Row:
    return rows_of(Account(name=name, files=account(files(126, claim(0), claim(1))).files), ASKED)[0]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_no_name_acts_in_a_page_a_table_or_a_terminal(lang: str) -> None:
    names = [*HOSTILE, os.fsdecode(NOT_UTF8).encode("utf-8", "replace").decode(), "a\x00b"]
    found = summary(map(named, names), AS_OF)
    page = accounts_html(found, lang)
    assert page.count("<bdi>") == len(names) == page.count('<th scope="row">')
    assert "<script" not in page and "<img" not in page and "onerror=alert(1)&gt;" in page
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\'' in page
    assert not {*"\u202e\x1b\x00"} & {*page, *accounts_text(found, lang)}
    table = list(csv.reader(io.StringIO(accounts_csv(found, lang).removeprefix("\ufeff"))))
    assert len(table) == 1 + len(names) and {len(one) for one in table} == {len(table[0])}
    assert not [one[0] for one in table if one[0].lstrip()[:1] in "=+-@＝"]
    assert sorted(one["account"] for one in json.loads(accounts_json(found))["accounts"]) == sorted(names)


def test_the_order_of_rows_is_that_of_need_and_never_that_of_coming() -> None:
    rows = [named("b"), row(files(301)), row([]), named("a"), row(files(126, claim(0)))]
    found = summary(rows, AS_OF)
    assert [one.state.value for one in found.rows] == ["over", "over", "unreadable", "near", "fine"]
    assert [one.account for one in found.rows[:2]] == ["a", "b"]
    assert summary(reversed(rows), AS_OF) == found


def test_what_closes_in_few_days_stands_above_all_states() -> None:
    decided = AS_OF - timedelta(days=27)
    soon = row(files(301, claim(0, event_date=decided, decided_on=decided)))
    later = row(files(301, claim(0, event_date=AS_OF, decided_on=AS_OF)))
    assert (
        soon.deadline and later.deadline and (soon.deadline.is_soon, later.deadline.is_soon) == (True, False)
    )
    for written in (accounts_html, accounts_text):
        assert written(summary([soon, later], AS_OF), "en").count("Appeal of the A-to-z decision") == 3
        assert "Closing in the coming days" not in written(summary([later], AS_OF), "en")


def test_an_account_that_ends_its_process_costs_its_own_row_only(tmp_path: Path) -> None:
    for name in ("a", "ends", "fault"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "feedback.txt").write_bytes(FEEDBACK)
    entries = sorted(tmp_path.iterdir())
    found = {row.account: row for rows in crowd.beside_each_other(entries, ASKED, 1, ends) for row in rows}
    assert {name: row.trouble and row.trouble.code for name, row in found.items()} == {
        **dict.fromkeys(("a",)),
        **dict.fromkeys(("ends", "fault"), "program_ended"),
    }
    assert found["fault"].trouble and "ZeroDivisionError" in found["fault"].trouble.message


def told(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        code = main(["assess", *words, "--as-of", str(AS_OF)])
    except SystemExit as left:
        code = int(left.code or 0)
    return code, *capsys.readouterr()


def test_a_folder_is_told_from_files_and_what_a_computer_adds_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good" / "deep").mkdir(parents=True)
    for name, data in files(301):
        (tmp_path / "good" / "deep" / name).write_bytes(data)
    for name in (".DS_Store", "Thumbs.db", "good/.DS_Store", "good/~$orders.xlsx"):
        (tmp_path / name).write_bytes(b"\x00" * 99)
    code, out, _ = told([str(tmp_path), "--json", "--jobs", "1"], capsys)
    found = json.loads(out)
    assert code == 0 and found["contract"] == "odr-accounts/1"
    assert [(one["account"], one["state"], one["files"]) for one in found["accounts"]] == [
        ("good", "fine", 2)
    ]


def test_what_cannot_be_looked_into_is_told_and_waits_for_nobody(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    for name, data in files(301):
        (shop / name).write_bytes(data)
    os.mkfifo(shop / "pipe")
    (shop / "gone.txt").symlink_to(tmp_path / "nothing")
    (shop / "loop").symlink_to(tmp_path)
    for account_of in (folder.account, folder.carried):
        (told,) = rows_of(account_of(shop), ASKED)
        assert (told.state, told.not_used) == (State.CHECK, ("gone.txt", "loop", "pipe"))
    (lost,) = rows_of(folder.account(tmp_path / "moved away"), ASKED)
    assert lost.trouble and lost.trouble.code == "file_not_readable"


@pytest.mark.parametrize(
    ("made", "words", "code"),
    [
        ([], [], 2),
        (["a/"], [], 1),
        (["a/"], ["--json"], 1),
        (["a/"], ["--case", "case.json"], 2),
        (["a/"], ["--store", "XX"], 2),
        (["a/"], ["--jobs", "0"], 2),
        (["a/"], ["--jobs", "9" * 5000], 2),
        (["a/"], ["--out", "file/below"], 2),
    ],
)
def test_exit_codes_of_a_folder(
    made: list[str], words: list[str], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in made:
        (tmp_path / name).mkdir()
    left, out, errors = told([str(tmp_path), *words], capsys)
    assert left == code
    assert bool(errors) == (code == 2 and "--json" not in words) and bool(out) != bool(errors)


@pytest.mark.parametrize(
    "words", [["--csv"], ["--html"], ["--out", "x"], ["--jobs", "2"], ["--dask", "local"]]
)
def test_what_is_of_a_folder_is_refused_beside_files(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "feedback.txt").write_bytes(FEEDBACK)
    code, _, errors = told([str(tmp_path / "feedback.txt"), *words], capsys)
    assert code == 2 and words[0] in errors


def test_a_bar_is_drawn_for_somebody_who_watches_and_for_nobody_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(progress.watched("abc", 3, "en")) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress.watched("abc", 3, "en")) == ["a", "b", "c"]
    assert "3 of 3 accounts" in capsys.readouterr().err
    assert (
        progress.bar(10, 40, 2.0, "zh-Hans")
        == "[#######.......................] 40 个账户已完成 10 个，大约还要 6 秒"
    )


def _can_be_interrupted() -> None:
    """Run in the new process: a shell lets what it starts in the background ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of another kind")
def test_ctrl_c_ends_a_folder_with_one_sentence_and_leaves_no_process(tmp_path: Path) -> None:
    (tmp_path / "orders.txt").write_bytes(files(2000)[0][1])
    for number in range(200):
        (tmp_path / "all" / f"{number}").mkdir(parents=True)
        (tmp_path / "all" / f"{number}" / "orders.txt").symlink_to(tmp_path / "orders.txt")
    words = ["assess", str(tmp_path / "all"), "--jobs", "2", "--as-of", str(AS_OF)]
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "calculator", *words],
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_can_be_interrupted,
    )
    os.close(theirs)
    seen = os.read(ours, 1000)
    os.killpg(process.pid, signal.SIGINT)
    with suppress(OSError):
        while more := os.read(ours, 1000):
            seen += more
    os.close(ours)
    out, _ = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert seen.decode().rpartition("\x1b[K")[2].strip() == text("en", "cli.stopped")
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("A process is left")
