"""Days table: the counts of the next ninety days without new orders, a row a day, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.assess import Assessment
from calculator.explain import recovery as told
from calculator.messages import text
from calculator.order_defect_rate import target_of
from calculator.orders import Fulfillment
from calculator.recovery import Day, Recovery, recovery_of
from calculator.take_along import csv, moves

COLUMNS = ("day", "who", "orders", "orders_with_defects", "rate", "text")
Row = tuple[object, ...]
Texts = dict[tuple[str, str], str]


def days_text(assessment: Assessment, lang: str) -> str:
    """Return the table; each fulfilment whose orders are known has its own rows."""
    header = [text(lang, f"take_along.days.{column}") for column in COLUMNS]
    return csv.table(header, _rows(assessment, lang))


def _rows(assessment: Assessment, lang: str) -> Iterator[Row]:
    changes = _changes(assessment, lang)
    for who in Fulfillment:
        recovery = recovery_of(assessment, who)
        if assessment.is_covered[who]:
            yield from _days(recovery, assessment, who, changes, lang)
        elif recovery.ledger.marked or recovery.ledger.dateless[0]:
            yield (None, _who(who, lang), None, None, None, text(lang, "explain.verdict.orders_missing"))


def _days(
    recovery: Recovery, assessment: Assessment, who: Fulfillment, changes: Texts, lang: str
) -> Iterator[Row]:
    crossed = dict(_crossed(recovery, assessment, who, lang))
    for day in recovery.no_new_orders.days:
        iso = day.day.isoformat()
        words = " ".join(filter(None, (crossed.get(iso), changes.get((who.value, iso)))))
        yield (
            iso,
            _who(who, lang),
            day.orders,
            day.orders_with_defects,
            _rate(day, assessment, lang),
            words,
        )


def _crossed(
    recovery: Recovery, assessment: Assessment, who: Fulfillment, lang: str
) -> Iterator[tuple[str, str]]:
    for kind, day in moves.crossings(recovery, assessment, who):
        yield day.day.isoformat(), moves.crossing_title(kind, assessment, who, lang)


def _changes(assessment: Assessment, lang: str) -> Texts:
    """Return what changes on each day, in the words of the page."""
    blocks = told.blocks(assessment, lang)
    return {
        (block["fulfillment"], row["iso"]): row["text"] for block in blocks for row in block["days"]["rows"]
    }


def _rate(day: Day, assessment: Assessment, lang: str) -> str:
    if not day.orders:
        return text(lang, "take_along.days.no_rate")
    return moves.rate(day, target_of(assessment.policy), lang)


def _who(who: Fulfillment, lang: str) -> str:
    return text(lang, f"explain.fulfillment.{who}_short")
