"""Random hand entry, and Amazon's own marks: claims, chargebacks and feedback with every outcome."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from .shop_orders import new_id
from .truth import CHARGEBACK, CLAIM, FEEDBACK, Corner, HandRow, MarkRow

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from .plan import Plan
    from .shop_orders import Sale

WORDS = {
    FEEDBACK: ("kept", "removed", "struck_through"),
    CLAIM: (
        "granted", "seller_refunded_after_claim", "cancelled_by_seller", "appeal_money_only", "withdrawn",
        "denied",
        "amazon_funded", "mark_removed", "granted_not_counted", "refused_or_returned",
        "cancelled_by_buyer", "open", "appealed",
    ),
    CHARGEBACK: ("service", "fraud", "unknown"),
}  # fmt: skip
STRANGE = ("pending_review", "lost", "settled out of court")
NOTES = ("", "", "parcel lost, carrier says", 'the buyer said "late"', "买家说没收到", "line one\nline two")


@dataclass(slots=True)
class Entered:
    """What was typed in and what Amazon's ODR download marks."""

    rows: list[HandRow] = field(default_factory=list)
    marks: list[MarkRow] = field(default_factory=list)


def row(
    rng: Random, kind: str, order_id: str, day: date | None, fulfillment: str | None, near: date
) -> HandRow:
    """One typed row; its event may have no day, or one that cannot be read."""
    event = near + timedelta(days=rng.randrange(50)) if rng.random() < 0.8 else None
    return HandRow(
        order_id=order_id,
        order_date=day,
        fulfillment=fulfillment,
        type=kind,
        outcome=rng.choice(WORDS[kind]) if rng.random() < 0.93 else rng.choice(STRANGE),
        event_date=event,
        event_text="" if event or rng.random() < 0.7 else rng.choice(("last week", "2026-13-45")),
        decided_on=near + timedelta(days=60) if rng.random() < 0.3 else None,
        note=rng.choice(NOTES),
    )


def about(rng: Random, sold: Sale, kinds: list[str]) -> list[HandRow]:
    """Typed rows about a known order; its day and fulfilment may be left blank, or be wrong."""
    rows = []
    for kind in kinds:
        day = sold.day if rng.random() < 0.5 else None
        fulfillment = sold.fulfillment if rng.random() < 0.5 else None
        if rng.random() < 0.08:
            day, fulfillment = sold.day + timedelta(days=rng.choice((-70, 1, 70))), rng.choice(("mfn", "afn"))
        rows.append(row(rng, kind, sold.order_id, day, fulfillment, sold.day))
    return rows


def kinds_of(rng: Random) -> list[str]:
    """The types one order is hit by; feedback at most once: nothing says which of two typed ones is newer."""
    kinds = rng.choices((CLAIM, CHARGEBACK), (70, 30), k=rng.choice((1, 1, 1, 2, 3)))
    return [*kinds, FEEDBACK] if rng.random() < 0.15 else kinds


def only_by_hand(rng: Random, plan: Plan, count: int) -> list[HandRow]:
    """Orders no file knows: stated in full, blank, or with nothing but an id."""
    rows: list[HandRow] = []
    for _ in range(count):
        day = rng.choice(
            (
                plan.first,
                plan.last,
                plan.first + timedelta(days=rng.randrange((plan.last - plan.first).days + 1)),
            )
        )
        day += timedelta(days=rng.choice((0, 0, 0, -1, 1)))
        fulfillment = rng.choice(plan.typed or ("mfn", "mfn", "afn"))
        if rng.random() < 0.3:
            rows.append(row(rng, rng.choice((CLAIM, CHARGEBACK, FEEDBACK)), "", day, fulfillment, day))
            continue
        order_id = new_id(rng, plan.home)
        rows += [row(rng, kind, order_id, day, fulfillment, day) for kind in kinds_of(rng)]
        if Corner.HAND_MIXED in plan.corners and rng.random() < 0.5:
            rows.append(row(rng, CLAIM, order_id, None, None, day))
    for _ in range(rng.choice((0, 0, 1, 2))):
        rows.append(
            row(rng, rng.choice((CLAIM, CHARGEBACK, FEEDBACK)), new_id(rng, plan.home), None, None, plan.last)
        )
    if Corner.HAND_PARTIAL in plan.corners:
        rows.append(row(rng, CLAIM, new_id(rng, plan.home), plan.last, None, plan.last))
        rows.append(row(rng, CLAIM, new_id(rng, plan.home), None, "mfn", plan.last))
    if Corner.BLANK_UNDATED in plan.corners:
        rows.append(row(rng, CLAIM, "", None, None, plan.last))
    return rows


def marks(rng: Random, plan: Plan, sales: list[Sale], rows: list[HandRow]) -> list[MarkRow]:
    """Lines of the ODR download: marks on known orders that nothing typed speaks about, some without any."""
    typed = {(row.order_id, row.type) for row in rows}
    lines = []
    for sold in sales:
        types = {kind for kind in (FEEDBACK, CLAIM, CHARGEBACK) if rng.random() < 0.45}
        if Corner.MARK_BESIDE_HAND not in plan.corners:
            types = {kind for kind in types if (sold.order_id, kind) not in typed}
        lines.append(
            MarkRow(
                order_id=sold.order_id,
                order_day=sold.day,
                fulfillment=sold.fulfillment,
                types=frozenset(types),
            )
        )
    if Corner.MARK_OF_UNKNOWN_ORDER in plan.corners:
        lines.append(
            MarkRow(
                order_id=new_id(rng, plan.home),
                order_day=plan.last,
                fulfillment="mfn",
                types=frozenset({CLAIM}),
            )
        )
    return lines
