"""The quick way takes exactly the lines the careful way would take, with the same result."""

from __future__ import annotations

import random

import pytest

from calculator.reports.all_orders import AllOrders
from calculator.reports.order_book import Vocabulary
from calculator.reports.reading import Kind, Reading

HEADER = "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel sku"
CLASSIC = HEADER.split()
USUAL = ["111-0000001-0000001", "111-0000001-0000001", "2026-10-03T08:00:00+00:00", "2026-10-05T09:30:00+00:00",
         "Shipped", "Merchant", "Amazon.com", "MUG-3"]  # fmt: skip
UNUSUAL = {
    0: ["", "S01-0000001-0000001", "111-0000001-000000A", "11-0000001-0000001", " 111-0000002-0000002"],
    1: ["", "shop order 7", "S-1"],
    2: ["2026-13-03T08:00:00+00:00", "2026-02-29T08:00:00+00:00", "2024-02-29T08:00:00+00:00", "2026-10-03T24:00:00+00:00",
        "2026-10-03T08:60:00+00:00", "2026-10-03T08:00:61+00:00", "2026-10-03T08:00:00+09:00", "2026-10-03T23:00:00-07:00",
        "2026-10-03", "10/3/26", "", "0000-10-03T08:00:00+00:00", "2026-00-03T08:00:00+00:00"],
    3: ["", "2026-10-05T09:30:00+05:30", "2026-10-05", "2026-10-32T09:30:00+00:00"],
    4: ["Cancelled", "Pending", "Unheard of", ""],
    5: ["Amazon", "AFN", "drone", ""],
    6: ["Amazon.co.uk", "Non-Amazon", "Amazon.example", ""],
}  # fmt: skip


def rows(seed: int, number: int = 400) -> list[list[str]]:
    """Mostly usual rows, some with one cell that is not; sometimes cut short."""
    dice = random.Random(seed)
    made = []
    for n in range(number):
        row = list(USUAL)
        order = f"111-{n % 150:07d}-{dice.randrange(1, 3):07d}"
        row[0] = row[1] = order
        row[2] = f"2026-10-{dice.randrange(1, 29):02d}T{dice.randrange(24):02d}:00:00+00:00"
        row[4] = dice.choice(["Shipped", "Shipped", "Cancelled", "Pending"])
        if dice.random() < 0.04:
            place = dice.choice(list(UNUSUAL))
            row[place] = dice.choice(UNUSUAL[place])
        made.append(row[: dice.randrange(1, 7)] if dice.random() < 0.01 else row)
    return made


def read(lines: list[str], *, careful: bool, block: int) -> tuple[object, ...]:
    reading = Reading(file="report.txt", kind=Kind.ALL_ORDERS)
    orders = AllOrders(reading, CLASSIC, Vocabulary())
    if careful:
        orders._quick = None
    number = 2
    for start in range(0, len(lines), block):
        number = orders.take_lines("".join(lines[start : start + block]).encode(), number)
    orders.finish()
    book = orders.book
    held = sorted(str(book.find(order_id.decode())) for order_id in book.entries)
    return (
        held,
        reading.rows,
        reading.used,
        sorted(book.rows.items()),
        reading.excluded,
        reading.problems,
        reading.span,
    )


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("block", [1, 7, 400])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_both_ways_give_the_same_orders_rows_and_problems(seed: int, block: int, end: str) -> None:
    lines = ["\t".join(row) + end for row in rows(seed)]
    assert read(lines, careful=False, block=block) == read(lines, careful=True, block=block)


def test_usual_lines_do_take_the_quick_way() -> None:
    reading = Reading(file="report.txt", kind=Kind.ALL_ORDERS)
    orders = AllOrders(reading, CLASSIC, Vocabulary())
    line = ("\t".join(USUAL) + "\r\n").encode()
    orders.take_lines(line, 2)
    assert orders._quick is not None
    assert orders._quick.take(line * 3) == 3


def test_one_unusual_line_leaves_nearly_all_lines_to_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    with_care: list[int] = []
    take_line = AllOrders._take_line
    monkeypatch.setattr(
        AllOrders,
        "_take_line",
        lambda self, number, line: (with_care.append(number), take_line(self, number, line)),
    )
    orders = AllOrders(Reading(file="report.txt", kind=Kind.ALL_ORDERS), CLASSIC, Vocabulary())
    orders.take_lines(("\t".join(USUAL) + "\n").encode(), 2)
    lines = ["\t".join(USUAL) + "\n"] * 2000
    lines[1234] = "\t".join([*USUAL[:6], "Non-Amazon", "MUG-3"]) + "\n"
    with_care.clear()
    assert orders.take_lines("".join(lines).encode(), 3) == 2003
    assert 1234 + 3 in with_care
    assert len(with_care) < 50
    assert orders.reading.rows == 2001


@pytest.mark.parametrize(
    ("place", "cell"),
    [(place, cell) for place, cells in UNUSUAL.items() for cell in cells if place not in (4, 5)],
)
def test_a_block_with_anything_unusual_is_handed_back(place: int, cell: str) -> None:
    reading = Reading(file="report.txt", kind=Kind.ALL_ORDERS)
    orders = AllOrders(reading, CLASSIC, Vocabulary())
    orders.take_lines(("\t".join(USUAL) + "\n").encode(), 2)
    row = list(USUAL)
    row[place] = cell
    assert orders._quick is not None
    assert orders._quick.take(("\t".join(row) + "\n").encode()) == 0
