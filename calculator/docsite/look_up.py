"""Look-up: what the page can answer while there is no Python, worked out here by the core.

One small table for all languages: the rate of every count of orders up to a thousand with up to a
dozen orders with defects, and for each number of those the least count of orders that is under the
target, so that the verdict is known for counts the table of rates does not reach. And for every
day of a decision the last safe day to answer it.

Worse mistake: a page that works something out by itself and contradicts the core.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from calculator import display
from calculator.claim_clock import Route, days_table
from calculator.claim_clock.table import A_TO_Z_APPEAL, CHARGEBACK
from calculator.messages import LANGUAGES, catalogue
from calculator.order_defect_rate import Band, OrderDefectRate, target_of
from calculator.policy import Policy, policy_on

MOST_ORDERS = 1000
MOST_ORDERS_WITH_DEFECTS = 12
MOST_JUDGED = 500
"""Counts the rates reach, and orders with defects the verdict is known for."""

DAYS_BACK, DAYS_AHEAD = 90, 1100
CLOCKS = {
    "a_to_z_claim": (A_TO_Z_APPEAL, Route.A_TO_Z_APPEAL),
    "chargeback": (CHARGEBACK, Route.CHARGEBACK_REPRESENTATION),
}
"""Days of a decision that are covered, and the clock that begins with it, by type of defect."""


def table(as_of: date) -> dict[str, Any]:
    """Return the whole table as plain values."""
    policy = policy_on(as_of)
    target = target_of(policy)
    return {
        "rules": policy.rules,
        "rates": [rates(marked, target) for marked in range(MOST_ORDERS_WITH_DEFECTS + 1)],
        "under_from": [under_from(marked, target) for marked in range(MOST_JUDGED + 1)],
        "percent": {lang: display.percent_sign("{figure}", lang) for lang in LANGUAGES},
        "sentences": {lang: sentences(target, lang) for lang in LANGUAGES},
        "clock": clock(as_of, policy),
    }


def rates(marked: int, target: Fraction) -> str:
    """Return the rates of one number of orders with defects, for 1, 2, 3 … orders, with blanks between.

    A rate over the whole is none and is left empty.

    >>> rates(2, Fraction(1, 100)).split(" ")[125]
    '1.587'
    """
    return " ".join(_figure(marked, orders, target) for orders in range(1, MOST_ORDERS + 1))


def under_from(marked: int, target: Fraction) -> int:
    """Return the least count of orders that is under target with so many orders with defects.

    >>> [under_from(marked, Fraction(1, 100)) for marked in range(3)]
    [1, 101, 201]
    """
    return OrderDefectRate.of(Band(0, 0), Band(marked, marked), target).orders_needed


def sentences(target: Fraction, lang: str) -> dict[str, str]:
    """Return the sentence of each verdict; the rate is left for the page to put in."""
    shown = display.percent(target, lang)
    verdicts = catalogue(lang, "explain")
    said = {name: verdicts[f"verdict.{name}"] for name in ("off_target", "on_target", "no_orders")}
    said["off_target_far"] = catalogue(lang, "lookup")["off_target_far"]
    return {name: sentence.replace("{target}", shown) for name, sentence in said.items()}


def clock(as_of: date, policy: Policy) -> dict[str, Any]:
    """Return the last safe day of every decision day, ISO days with blanks between, side by side.

    `days` and `shown` go on behind the last decision, as far as the last safe day they lead to.
    """
    first, last = as_of - timedelta(days=DAYS_BACK), as_of + timedelta(days=DAYS_AHEAD)
    found = {type_: days_table(first, last, policy, key) for type_, (key, _) in CLOCKS.items()}
    furthest = max((row.last_safe_day for rows in found.values() for row in rows), default=last)
    days = list(_days(first, max(last, furthest)))
    return {
        "days": " ".join(map(date.isoformat, days)),
        "shown": {lang: "|".join(display.day(day, lang) for day in days) for lang in LANGUAGES},
        "last_safe": {
            type_: " ".join(row.last_safe_day.isoformat() for row in rows) for type_, rows in found.items()
        },
        "sentences": {lang: _clock_sentences(lang) for lang in LANGUAGES},
    }


def _clock_sentences(lang: str) -> dict[str, Any]:
    said = catalogue(lang, "clock")
    return {
        "title": {type_: said[f"title.{route}"] for type_, (_, route) in CLOCKS.items()},
        "last_safe": said["last_safe.certain"],
        "note": said["mail_wins"],
    }


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _figure(marked: int, orders: int, target: Fraction) -> str:
    if marked > orders:
        return ""
    printed = display.percent(Fraction(marked, orders), "en", target)
    return printed.removesuffix(display.percent_sign("", "en"))
