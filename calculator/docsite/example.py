"""The worked example of the pages: an invented shop, assessed by the core like any other.

Two A-to-z claims were granted on two of 126 orders that the seller ships. The pages read every
figure from the assessment of these files, so they cannot disagree with the calculator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from calculator import display
from calculator.assess import Assessment, assess
from calculator.dates import DateRange
from calculator.docsite import blocks, facts
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.policy import policy_on
from calculator.reports.intake import Intake

TARGET = "order_defect_rate.target"
ORDERS = 126
CLAIMED_DAYS_BACK = (47, 39)
HEADER = ("amazon-order-id", "purchase-date", "order-status", "fulfillment-channel", "sales-channel")
DEFECTS_HEADER = "order_id,order_date,fulfillment,type,outcome,event_date,decided_on,note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the core says about the example."""

    defects: int
    orders: int
    window: DateRange
    verdict: Verdict
    target: Fraction

    def rate(self, lang: str, *, marks_removed: int = 0) -> str:
        """Return the rate as the calculator prints it, or what it would be with marks removed."""
        return display.percent(Fraction(self.defects - marks_removed, self.orders), lang, self.target)


@cache
def case(as_of: date) -> Case:
    """Return the example as assessed on `as_of`."""
    found = assessment(as_of)
    rate = found.rates[Fulfillment.MFN]
    return Case(
        defects=rate.orders_with_defects.high,
        orders=rate.orders.high,
        window=found.window.range,
        verdict=rate.verdict,
        target=policy_on(as_of).fraction(TARGET),
    )


def assessment(as_of: date) -> Assessment:
    """Return the assessment of the invented shop."""
    intake = Intake(_no_workbook)
    for name, text in (("orders.txt", orders_file(as_of)), ("defects.csv", defects_file(as_of))):
        intake.open(name, name)
        intake.feed(name, text.encode())
        intake.close(name)
    return assess(intake, as_of, store="US")


def orders_file(as_of: date) -> str:
    """Return the All Orders report of the shop: two or three orders a day, all shipped by the seller."""
    days = window_days(as_of)
    rows = [_order(number, days[number * len(days) // ORDERS]) for number in range(ORDERS)]
    return "\n".join(["\t".join(HEADER), *("\t".join(row) for row in rows)]) + "\n"


def defects_file(as_of: date) -> str:
    """Return the two claims as a seller would type them."""
    days = window_days(as_of)
    rows = [DEFECTS_HEADER]
    for back in CLAIMED_DAYS_BACK:
        ordered = as_of - timedelta(days=back)
        number = next(n for n in range(ORDERS) if days[n * len(days) // ORDERS] == ordered)
        rows.append(f"{_order_id(number)},{ordered},mfn,a_to_z_claim,granted,{ordered},{ordered},")
    return "\n".join(rows) + "\n"


def window_days(as_of: date) -> list[date]:
    """Return the days of the window, from the policy."""
    rules = policy_on(as_of)
    length, lag = (
        int(str(rules.value(f"order_defect_rate.{name}"))) for name in ("window_days", "window_lag")
    )
    last = as_of - timedelta(days=lag)
    return [last - timedelta(days=back) for back in reversed(range(length))]


def part(name: str, lang: str, as_of: date) -> str:
    """Return one figure of the example as words.

    Raises:
        LookupError: the example has no such figure.
    """
    one = case(as_of)
    parts = {
        "defects": display.count(one.defects),
        "defects_with_one_less": display.count(one.defects - 1),
        "orders": display.count(one.orders),
        "rate": one.rate(lang),
        "rate_with_one_less": one.rate(lang, marks_removed=1),
        "first_day": display.day(one.window.first_day, lang),
        "last_day": display.day(one.window.last_day, lang),
        "as_of": display.day(as_of, lang),
    }
    if name not in parts:
        raise LookupError(f'The example has no figure "{name}". It has: {", ".join(parts)}.')
    return parts[name]


def fraction(lang: str, as_of: date) -> str:
    """Return the example as the large fraction.

    Raises:
        ValueError: the example is no longer off target, so the sentence under it would be untrue.
    """
    one = case(as_of)
    if one.verdict is not Verdict.OFF_TARGET:
        raise ValueError(f"The worked example is {one.verdict.value}, but its caption says it is off target.")
    return blocks.render(
        "fraction",
        lang,
        case=one,
        window=display.days(one.window, lang),
        rate=one.rate(lang),
        rate_with_one_less=one.rate(lang, marks_removed=1),
        target=facts.figure(TARGET, lang, as_of),
    )


def _no_workbook(_data: bytes, name: str) -> list[list[list[str]]]:
    raise LookupError(f"The example has no workbook, yet {name} was taken for one.")


def _order(number: int, day: date) -> tuple[str, ...]:
    return (_order_id(number), f"{day}T10:00:00+00:00", "Shipped", "Merchant", "Amazon.com")


def _order_id(number: int) -> str:
    return f"111-{number:07d}-{number:07d}"
