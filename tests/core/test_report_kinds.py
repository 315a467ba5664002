"""The kinds of reports as data: each is known by its columns, in any order and among unknown ones."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from calculator.reports import columns, identify
from calculator.reports.flat_file import Row
from calculator.reports.reading import Kind


def shuffled_headers(kind: Kind) -> Iterator[list[str]]:
    """Headers of a kind: the needed columns by any of their names, in any order, among unknown ones."""
    dice = random.Random(kind)
    known = columns.words(kind)
    for _ in range(200):
        needed = [dice.choice(known[column]) for column in identify.NEEDED[kind]]
        others = [f"x{dice.randrange(10**6)}" for _ in range(dice.randrange(12))]
        header = [dice.choice((str.upper, str.title, str))(name) for name in needed + others]
        dice.shuffle(header)
        yield [dice.choice(("", " ", "\u00a0")) + name + dice.choice(("", " ")) for name in header]


@pytest.mark.parametrize("kind", identify.NEEDED)
def test_order_of_columns_unknown_ones_and_blanks_never_matter(kind: Kind) -> None:
    for header in shuffled_headers(kind):
        assert identify.kind_of(header) is kind


@pytest.mark.parametrize("kind", identify.NEEDED)
def test_a_header_without_one_needed_column_is_not_that_report(kind: Kind) -> None:
    known = columns.words(kind)
    for missing in identify.NEEDED[kind]:
        header = [known[column][0] for column in identify.NEEDED[kind] if column != missing]
        assert identify.kind_of(header) is not kind


def test_a_file_of_any_name_below_any_preamble_is_the_same_report() -> None:
    header = ("date/time", "settlement id", "type", "order id", "total")
    for lines in range(15):
        rows = [Row(line=n + 1, cells=("words, words",)) for n in range(lines)]
        rows.append(Row(line=lines + 1, cells=header))
        assert identify.header_of("a.jpg", rows).kind is Kind.PAYMENTS
