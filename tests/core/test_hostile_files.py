"""Hostile files: each is answered or refused in words, in bounded time and memory, and never with a crash."""

from __future__ import annotations

import gzip
import io
import json
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from calculator.assess import assess
from calculator.encode import assessment_json
from calculator.errors import AppealError, ReportError
from calculator.explain import explanation_json, identification
from calculator.messages import LANGUAGES
from calculator.orders import Fulfillment
from calculator.reports import Intake, order_book
from calculator.reports.unpack import Gzip
from calculator.workbook import sheets

from .hostile_books import book, typed

M = 1024 * 1024
HEADER = "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tproduct-name\n"
FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
DEFECTS = "order_id,order_date,fulfillment,type,outcome,note\n"


def order(number: int, status: str = "Shipped", store: str = "Amazon.com", product: str = "Mug") -> str:
    name = f"111-{number:07}-{number:07}"
    stamps = "2026-10-03T10:00:00+00:00\t2026-11-20T08:00:00+00:00"
    return f"{name}\t{name}\t{stamps}\t{status}\tMerchant\t{store}\t{product}\n"


GOOD = HEADER + order(1) + order(2)


def feedback(comment: str) -> str:
    return f"{FEEDBACK}10/20/26\t1\t{comment}\t \t111-0000001-0000001\tx\n"


def archive(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in files:
            whole.writestr(name, data)
    return out.getvalue()


def workbook_that_grows() -> bytes:
    return archive(("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", bytes(40 * M)))


def archive_of_a_million_entries(said: int = 10**6) -> bytes:
    """Build an archive whose list names the same empty file over and over."""
    one = archive(("a", b""))
    start = one.index(b"PK\x01\x02")
    entries = one[start : one.index(b"PK\x05\x06")] * 10**6
    end = len(one[:start]) + len(entries)
    large = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, said, said, len(entries), start)
    pointer = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    last = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, len(entries), start, 0)
    return one[:start] + entries + large + pointer + last


def archive_that_lies_about_a_size() -> bytes:
    data = bytearray(archive(("orders.txt", GOOD.encode() * 50)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (50).to_bytes(4, "little")
    return bytes(data)


def order_book_of(*rows: str) -> bytes:
    """Build a workbook of orders."""
    return book(typed(line.rstrip("\n").split("\t") for line in (HEADER, *rows)))


def definitions() -> str:
    lines = [
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    ]
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{"".join(lines)}]>'


def laughs() -> str:
    return definitions() + "<Order><AmazonOrderID>&j;</AmazonOrderID></Order>"


REFUSED: dict[str, tuple[str, Callable[[], bytes | str]]] = {
    "ten megabytes in one line": ("no_table", lambda: "x" * 10 * M),
    "a table too large to hold": ("too_large_to_hold", lambda: "a,b,c\n" * 12 * M),
    "a million columns": ("unknown_report", lambda: "\t".join(f"c{n}" for n in range(10**6)) + "\n1"),
    "a million columns with commas": ("unknown_report", lambda: ",".join("c" * 10**6) + "\n1"),
    "nothing but NUL": ("empty_file", lambda: bytes(M)),
    "JSON nested without end": ("broken_json", lambda: "[" * M),
    "JSON objects nested without end": ("broken_json", lambda: '{"a":' * M),
    "XML nested without end": ("broken_xml", lambda: "<a>" * M),
    "XML nested without end in a record": ("broken_xml", lambda: "<Order>" + "<a>" * M),
    "XML with an attribute of ten megabytes": ("broken_xml", lambda: f'<Order a="{"x" * 10 * M}"/>'),
    "XML with a NUL": ("broken_xml", lambda: "<Order><AmazonOrderID>\x00</AmazonOrderID></Order>"),
    "XML of a billion laughs": ("xml_with_definitions", laughs),
    "XML that names another file": (
        "xml_with_definitions",
        lambda: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ),
    "XML in an encoding nobody knows": (
        "broken_xml",
        lambda: '<?xml version="1.0" encoding="x-odd"?><Order/>',
    ),
    "gzip that grows": ("unpacks_too_large", lambda: gzip.compress(bytes(64 * M))),
    "gzip inside gzip": ("not_a_report_binary", lambda: gzip.compress(gzip.compress(GOOD.encode()))),
    "gzip in crumbs": ("broken_archive", lambda: gzip.compress(b"") * 5000),
    "gzip of nothing": ("empty_file", lambda: gzip.compress(b"")),
    "gzip cut off": ("broken_archive", lambda: gzip.compress(GOOD.encode())[:-9]),
    "ZIP that grows": (
        "unpacks_too_large",
        lambda: archive(*((f"{n}.txt", bytes(20 * M)) for n in range(4))),
    ),
    "ZIP of many files": ("archive_too_full", lambda: archive(*((f"{n}", b"") for n in range(1000)))),
    "ZIP of a million files": ("archive_too_full", archive_of_a_million_entries),
    "ZIP of a million files that says it has one": (
        "broken_archive",
        lambda: archive_of_a_million_entries(said=1),
    ),
    "ZIP inside a ZIP": ("archive_in_archive", lambda: archive(("a.zip", archive(("b.txt", b"x"))))),
    "a workbook that grows": ("unpacks_too_large", workbook_that_grows),
    "a workbook with a space in its last corner": (
        "workbook_too_large",
        lambda: book(
            '<row><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v> </v></c></row>'
        ),
    ),
    "a workbook with a row beyond the last": (
        "broken_workbook",
        lambda: book('<row><c r="ZZZZZZ4294967295"><v>1</v></c></row>'),
    ),
    "a workbook whose rows jump": (
        "workbook_too_large",
        lambda: book(f'<row>{"<c/>" * 1000}</row><row r="999999"><c><v>1</v></c></row>'),
    ),
    "a workbook with one long text in every cell": (
        "workbook_too_large",
        lambda: book(
            "<row>" + '<c t="s"><v>0</v></c>' * 40_000 + "</row>", kept=f"<si><t>{'x' * 32_000}</t></si>"
        ),
    ),
    "a workbook with a text no cell can hold": (
        "workbook_too_large",
        lambda: book('<row><c t="s"><v>0</v></c></row>', kept=f"<si><t>{'x' * M}</t></si>"),
    ),
    "a workbook of a thousand sheets": (
        "workbook_too_large",
        lambda: book(typed([["a", "b"]]), sheets=1000),
    ),
    "a workbook of a billion laughs": (
        "broken_workbook",
        lambda: book("<row><c><v>&j;</v></c></row>", before=definitions()),
    ),
    "a workbook cut off inside a row": (
        "broken_workbook",
        lambda: book("<row><c><v>1</v></c></row><row><c"),
    ),
    "a workbook of nothing": ("broken_workbook", lambda: archive(("[Content_Types].xml", b"<Types/>"))),
}
ANSWERED: dict[str, Callable[[], bytes | str]] = {
    "orders with a line of ten megabytes": lambda: GOOD + "y" * 10 * M + "\n" + order(3),
    "orders with a store of ten megabytes": lambda: GOOD + order(3, store="z" * 10 * M),
    "orders with a header of a million columns": lambda: (
        HEADER.replace("\n", "") + "".join(f"\tc{n}" for n in range(10**6)) + "\n" + order(1) + order(2)
    ),
    "orders with NUL bytes": lambda: HEADER + order(1, product="a\x00b") + order(2, product="\x00"),
    "orders with half characters": lambda: GOOD.encode() + order(3).encode().replace(b"Mug", b"\xed\xa0\xbd"),
    "orders with formulas and scripts": lambda: (
        HEADER + order(1, product="=cmd|' /C calc'!A0") + order(2, product="<script>alert(1)</script>")
    ),
    "orders with reversed text": lambda: (
        HEADER + order(1, status="\u202eShipped") + order(2, product="\u2066a")
    ),
    "a workbook of orders with formulas and scripts": lambda: order_book_of(
        order(1, product="=cmd|' /C calc'!A0"), order(2, product="<script>alert(1)</script>")
    ),
    "a workbook of orders with reversed text and cells of 32,767 characters": lambda: order_book_of(
        order(1, status="\u202eShipped"), order(2, product="x" * 32_767)
    ),
    "a workbook of orders with errors and truths among the cells": lambda: book(
        typed(line.rstrip("\n").split("\t") for line in (HEADER, order(1), order(2)))
        + '<row><c t="e"><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-10-03</v></c></row>'
    ),
    "orders packed with gzip in two parts": lambda: (
        gzip.compress(HEADER.encode()) + gzip.compress((order(1) + order(2)).encode())
    ),
    "orders packed with gzip and padded": lambda: gzip.compress(GOOD.encode()) + bytes(100),
}


def taken(data: bytes | str, name: str = "file.txt", chunk: int = 4 * M) -> Intake:
    content = data.encode("utf-8") if isinstance(data, str) else data
    intake = Intake(sheets)
    intake.open("1", name)
    for start in range(0, len(content), chunk):
        intake.feed("1", content[start : start + chunk])
    intake.close("1")
    return intake


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_with_a_letter_in_every_language(what: str) -> None:
    code, data = REFUSED[what]
    if "workbook" in what:
        pytest.importorskip("python_calamine", reason="the reader of workbooks is an optional door")
    intake = taken(data())
    with pytest.raises(ReportError) as refused:
        assess(intake, date(2026, 11, 22))
    assert refused.value.code == code
    for lang in LANGUAGES:
        letter = refused.value.message(lang)
        assert 20 < len(letter) < 900
        assert "file.txt" in letter or "a.zip" in letter
    assert identification(intake, "zh-Hans")[0]["kind"] == "unknown"


@pytest.mark.parametrize("what", ANSWERED)
def test_a_hostile_file_of_orders_gives_its_two_good_orders(what: str) -> None:
    found = assess(taken(ANSWERED[what]()), date(2026, 11, 22))
    assert found.orders_read[Fulfillment.MFN] in (2, 3)
    for lang in LANGUAGES:
        said = assessment_json(found, lang) + explanation_json(found, lang)
        assert said.encode("utf-8")
        assert "\u202e" not in said
        assert len(said) < 10 * M


def test_more_statuses_than_there_are_codes_for_are_told_apart_by_what_they_mean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(order_book, "_MOST_WORDS", 50)
    rows = [order(n, status=("Cancelled" if n % 3 == 0 else "Odd") + f" {n}") for n in range(1, 301)]
    found = assess(taken(HEADER + "".join(rows)), date(2026, 11, 22))
    assert found.rates[Fulfillment.MFN].orders.low == 200
    assert found.rates[Fulfillment.MFN].orders.high == 300


def test_a_zip_whose_file_is_longer_than_it_says_is_refused_or_cut_and_never_believed() -> None:
    with pytest.raises(AppealError) as refused:
        assess(taken(archive_that_lies_about_a_size()), date(2026, 11, 22))
    assert refused.value.code == "broken_archive"


def test_unpacking_stops_soon_after_it_has_become_unbelievable() -> None:
    packed = gzip.compress(bytes(100 * M), 9)
    given = 0

    def take_all() -> None:
        nonlocal given
        for piece in Gzip("x").pieces(packed):
            given += len(piece)

    with pytest.raises(ReportError):
        take_all()
    assert 32 * M <= given <= 33 * M


@pytest.mark.parametrize("comment", ["z" * 10 * M, "z\n" * 200_000, '"' * 100_001, "\u202e", "\x00", "=1+1"])
def test_a_comment_of_any_kind_leaves_its_rating_counted(comment: str) -> None:
    found = assess(taken(feedback(comment)), date(2026, 11, 22))
    assert [(defect.order_id, defect.stars) for defect in found.defect_list.defects] == [
        ("111-0000001-0000001", 1)
    ]
    assert len(assessment_json(found, "en")) < 200_000


@pytest.mark.parametrize("cell", ["x" * 10 * M, "\u202eabc", "<img src=x>", "=1+1", "\x07"])
def test_a_typed_cell_of_any_kind_is_named_shortly_and_cannot_turn_the_line(cell: str) -> None:
    rows = f"{DEFECTS}{cell},2026-10-03,mfn,a_to_z_claim,{cell},{cell}\n"
    found = assess(taken(rows), date(2026, 11, 22))
    said = assessment_json(found, "zh-Hans")
    assert len(found.defect_list.defects) == 1
    assert "\u202e" not in said
    assert len(said) < 200_000


@pytest.mark.parametrize("name", ["re\u202etxt.pdf", "a\nb.txt", "a\x00.txt", "\u2066x", "\ud800.txt"])
def test_a_file_name_cannot_turn_or_break_the_sentence_it_stands_in(name: str) -> None:
    with pytest.raises(ReportError) as refused:
        assess(taken("", name), date(2026, 11, 22))
    letter = refused.value.message("en")
    assert not set(letter) & {"\u202e", "\u2066", "\n", "\x00"}
    assert "\ufffd" in letter or "?" in letter
    assert letter.encode("utf-8")


def test_of_a_hundred_thousand_like_troubles_the_first_are_listed_and_the_rest_said() -> None:
    found = assess(taken(GOOD + "short\n" * 100_000), date(2026, 11, 22))
    file = json.loads(assessment_json(found, "en"))["files"][0]
    assert (file["rows"], file["used"]) == (100_002, 2)
    assert len(found.problems) == 1_000
    assert any("More than 1,000 rows" in note for note in file["notes"])


@pytest.mark.parametrize("chunk", [1, 2, 3, 7])
def test_packed_files_may_come_a_few_bytes_at_a_time(chunk: int) -> None:
    found = assess(taken(gzip.compress(GOOD.encode()), chunk=chunk), date(2026, 11, 22))
    assert found.orders_read[Fulfillment.MFN] == 2
    found = assess(taken(archive(("a", GOOD.encode())), chunk=chunk), date(2026, 11, 22))
    assert found.orders_read[Fulfillment.MFN] == 2


@pytest.mark.native
@pytest.mark.parametrize("what", [*REFUSED, *ANSWERED])
def test_a_hostile_file_takes_memory_and_time_in_proportion_to_its_size(what: str) -> None:
    made = REFUSED[what][1]() if what in REFUSED else ANSWERED[what]()
    content = made.encode("utf-8") if isinstance(made, str) else made
    began = time.process_time()
    tracemalloc.start(1)
    taken(content, chunk=M)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * len(content) + 80 * M
    assert time.process_time() - began < 2 + len(content) / M
