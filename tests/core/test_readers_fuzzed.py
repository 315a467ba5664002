"""Readers under chance: what a fuzzer looks for at length, on a sample that is the same each time.

`tests/fuzz` searches for ten minutes a family; what it finds lies in `corpus` and stays answered.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from calculator.reports import flat_file
from calculator.reports.columns import words
from calculator.reports.incoming import Incoming
from calculator.reports.reading import Kind
from tests.fuzz.families import SPRINKLES
from tests.fuzz.look import look

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
TABLES = (
    Kind.ALL_ORDERS,
    Kind.SELLER_FEEDBACK,
    Kind.ORDER_DEFECTS,
    Kind.DEFECTS,
    Kind.ORDER_COUNTS,
    Kind.MFN_RETURNS,
    Kind.FBA_RETURNS,
    Kind.PAYMENTS,
    Kind.SETTLEMENT,
)
ONCE = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
cells = some.one_of(
    some.sampled_from([word.decode("utf-8", "replace") for word in SPRINKLES]),
    some.text(max_size=12),
    some.dates().map(str),
    some.integers(-3, 10**6).map(str),
    some.integers(1, 3).map(lambda number: f"111-{number:07}-{number:07}"),
)


@some.composite
def tables(draw: some.DrawFn, kind: Kind) -> bytes:
    """A report with the columns of its kind in any order, any name of each, and any cells."""
    names = [draw(some.sampled_from(known)) for known in words(kind).values()]
    header = draw(some.permutations([*names, *draw(some.lists(cells, max_size=2))]))
    rows = draw(some.lists(some.lists(cells, max_size=len(header) + 1), max_size=6))
    separator, end = draw(some.sampled_from("\t,;")), draw(some.sampled_from(("\n", "\r\n", "\r")))
    text = end.join(separator.join(row) for row in [header, *rows])
    codec = draw(
        some.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "cp932", "cp1252"))
    )
    return text.encode(codec, "replace")


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_of_any_cells_is_answered_or_refused_in_words(kind: Kind) -> None:
    @ONCE
    @given(tables(kind))
    def each(data: bytes) -> None:
        look(data)

    each()


@ONCE
@given(
    some.lists(some.one_of(some.binary(max_size=20), some.sampled_from(SPRINKLES)), max_size=40).map(b"".join)
)
def test_bytes_of_any_kind_are_answered_or_refused_in_words(data: bytes) -> None:
    look(data, is_packed=True)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_once_broke_a_reader_stays_answered(path: Path) -> None:
    look(path.read_bytes())


GOOD = (
    b"order_id,order_date,fulfillment,type,outcome\n111-0000001-0000001,2026-10-03,mfn,a_to_z_claim,granted\n"
)


def test_a_reader_that_crashes_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(data: bytes) -> None:
        raise IndexError(len(data))

    look(GOOD)
    monkeypatch.setattr(flat_file, "parse", crash)
    with pytest.raises(IndexError):
        look(GOOD)


def test_a_reader_that_minds_how_a_file_is_cut_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = Incoming.feed
    monkeypatch.setattr(Incoming, "feed", lambda file, data: feed(file, data.removesuffix(b"0")))
    with pytest.raises(AssertionError, match="in other pieces"):
        look(GOOD + GOOD.split(b"\n")[1] * 40)
