"""Random feedback: one to five stars, several on one order, on orders nobody knows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .shop_orders import new_id
from .truth import FeedbackRow

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from .plan import Plan
    from .shop_orders import Sale

COMMENTS = (
    "", "ok", "Arrived broken", 'Box said "fragile"\nand nobody cared', 'It is 3" too short, "new" it is not',
    "never came\n\nstill waiting", "Très déçu, jamais reçu", "Zu spät geliefert", "2", "111-22",
    "届きませんでした。\n連絡もない", "商品与描述不符，卖家不回复", "商品與描述不符",
    "Price, shipping, all; bad",
)  # fmt: skip
RESPONSES = (" ", " ", " ", "Sorry to hear that", "We are sorry.\nPlease write to us", "")


def about(rng: Random, order_id: str, ordered: date, *, negative: bool) -> list[FeedbackRow]:
    """The feedback of one order; later ones replace earlier ones, and two may be of one day."""
    stars = [rng.choice((1, 2)) if negative else rng.choice((3, 3, 4, 5))]
    days = [ordered + timedelta(days=rng.randrange(1, 40))]
    while rng.random() < 0.25:
        stars.append(rng.randrange(1, 6))
        days.append(days[-1] + timedelta(days=rng.choice((0, 1, 9, 31, -2))))
    return [_row(rng, order_id, day, star) for day, star in zip(days, stars, strict=True)]


def _row(rng: Random, order_id: str, day: date | None, stars: int) -> FeedbackRow:
    return FeedbackRow(
        order_id=order_id,
        left_on=day,
        left_text="" if day else rng.choice(("yesterday", "2026-13-45", "31/31/2026")),
        stars=stars,
        comment=rng.choice(COMMENTS),
        response=rng.choice(RESPONSES),
    )


def feedback(rng: Random, plan: Plan, negative: list[Sale], neutral: list[Sale]) -> list[FeedbackRow]:
    """All feedback rows: of the orders given, and some that no order file knows."""
    rows: list[FeedbackRow] = []
    for sale in negative:
        one = about(rng, sale.order_id, sale.day, negative=True)
        rows += [_row(rng, sale.order_id, None, one[0].stars)] if rng.random() < 0.06 else one
    for sale in neutral:
        rows += about(rng, sale.order_id, sale.day, negative=False)
    for _ in range(rng.choice((0, 0, 1, 2))):
        rows += about(rng, new_id(rng, plan.home), plan.last, negative=rng.random() < 0.6)
    return rows


def into_files(rng: Random, rows: list[FeedbackRow]) -> tuple[tuple[FeedbackRow, ...], ...]:
    """One or two reports that may overlap; a report may be empty."""
    files: list[list[FeedbackRow]] = [[] for _ in range(rng.choice((1, 1, 2)))]
    for row in rows:
        for place in rng.sample(range(len(files)), rng.choice((1, len(files)))):
            files[place].append(row)
    for file in files:
        rng.shuffle(file)
    return tuple(tuple(file) for file in files)
