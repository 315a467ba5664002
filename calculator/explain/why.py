"""Why: the short sentences under a verdict, each with the rule it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.dates import DateRange
from calculator.messages import counted, text
from calculator.order_defect_rate import OrderDefectRate, Verdict, target_of
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.reporting_window import Basis

Sentence = tuple[str, str | None]


def lowest(rate: OrderDefectRate) -> Fraction:
    """Return the lowest rate the counts allow, 0 without orders."""
    return Fraction(rate.orders_with_defects.low, rate.orders.high) if rate.orders.high else Fraction(0)


def highest(rate: OrderDefectRate) -> Fraction:
    """Return the highest rate the counts allow, 0 without certain orders."""
    return Fraction(rate.orders_with_defects.high, rate.orders.low) if rate.orders.low else Fraction(0)


def sentences(assessment: Assessment, who: Fulfillment, lang: str) -> list[dict[str, Any]]:
    """Return the sentences in reading order; `fact` is a policy key or None."""
    rate = assessment.rates[who]
    of_rate = _of_rate(assessment, rate, lang) if assessment.is_covered[who] else iter(())
    parts = (_outside(assessment, lang), of_rate, _of_window(assessment, who, lang))
    return [{"text": words, "fact": fact} for part in parts for words, fact in part]


def _of_rate(assessment: Assessment, rate: OrderDefectRate, lang: str) -> Iterator[Sentence]:
    if rate.verdict is Verdict.NO_ORDERS:
        return
    target = target_of(assessment.policy)
    yield text(lang, "explain.why.strict", target=display.percent(target, lang)), "order_defect_rate.target"
    marked, orders = rate.orders_with_defects, rate.orders
    hits = sum(rate.components.values())
    if hits > marked.low:
        words = text(
            lang, "explain.why.sum_not_union", hits=display.count(hits), orders=display.count(marked.low)
        )
        yield words, "order_defect_rate.union"
    if marked.high > marked.low:
        yield (
            counted(
                lang,
                "explain.why.open",
                marked.high - marked.low,
                low=display.count(marked.low),
                high=display.count(marked.high),
            ),
            "counted_defects.a_to_z_claim.open",
        )
    if orders.high > orders.low:
        yield _unsettled(rate, target, lang), "order_defect_rate.cancelled_and_pending"
    yield _carry(rate, target, lang), "order_defect_rate.target"


def _unsettled(rate: OrderDefectRate, target: Fraction, lang: str) -> str:
    marked, orders = rate.orders_with_defects, rate.orders
    without = OrderDefectRate.of(type(orders)(orders.low, orders.low), marked, target)
    verdict = "same_verdict" if without.verdict is rate.verdict else "other_verdict"
    low = Fraction(marked.low, orders.low) if orders.low else Fraction(0)
    return counted(
        lang,
        "explain.why.unsettled",
        orders.high - orders.low,
        orders=display.count(orders.high),
        defects=display.count_band(marked.low, marked.high),
        low=display.count(orders.low),
        rate=display.percent_band(low, highest(rate), lang, target),
        verdict=text(lang, f"explain.why.{verdict}"),
    )


def _carry(rate: OrderDefectRate, target: Fraction, lang: str) -> str:
    """Say how many orders with a defect the certain orders carry on target."""
    most = (rate.orders.low * target.numerator - 1) // target.denominator if rate.orders.low else 0
    orders = display.count(rate.orders.low)
    if most < 1:
        return text(lang, "explain.why.carry_none", orders=orders)
    return counted(lang, "explain.why.carry", most, orders=orders)


def _of_window(assessment: Assessment, who: Fulfillment, lang: str) -> Iterator[Sentence]:
    rate, basis = assessment.rates[who], assessment.window.basis
    if rate.verdict is not Verdict.NO_ORDERS and assessment.is_covered[who]:
        yield _shift(assessment, who, lang), "order_defect_rate.window_lag"
    if who in assessment.typed:
        yield text(lang, f"explain.why.{'stated' if who in assessment.stated else 'typed'}"), None
    yield from _listed(assessment, who, lang)
    yield text(lang, f"explain.why.basis_{basis}", lag=assessment.window.lag), _BASIS_FACT[basis]
    hinted = [one for one in assessment.candidates if one.may_matter and one.fulfillment in (who, None)]
    if hinted and assessment.is_covered[who]:
        yield counted(lang, "explain.why.hinted", len(hinted)), None
    ahead = [
        defect.order_date
        for defect in assessment.defect_list.defects
        if defect.fulfillment is who
        and defect.order_date
        and defect.order_date > assessment.window.range.last_day
    ]
    enters = assessment.window.enters_on(min(ahead)) if ahead else None
    if enters:
        day = display.day(enters, lang)
        yield counted(lang, "explain.why.entering", len(ahead), day=day), "order_defect_rate.window_lag"


def _listed(assessment: Assessment, who: Fulfillment, lang: str) -> Iterator[Sentence]:
    """Say where the list of defects and the number on Amazon's page are not the same."""
    if who not in assessment.stated:
        return
    stated = assessment.stated[who]
    listed = len(
        {
            defect.order_id
            for defect in assessment.defect_list.defects
            if defect.fulfillment is who and defect.counts is not Counts.NOT_COUNTED
        }
    )
    if listed < stated:
        yield counted(lang, "explain.why.not_listed", stated - listed, stated=display.count(stated)), None
    elif listed > stated:
        yield text(lang, "explain.why.more_listed", listed=listed, stated=stated), None


def shift(assessment: Assessment, lang: str) -> str:
    """Return what a window that ends one day earlier or later would say, for the rate shown large."""
    held = [
        who
        for who in Fulfillment
        if assessment.is_covered[who] and assessment.rates[who].verdict is not Verdict.NO_ORDERS
    ]
    return _shift(assessment, held[0], lang) if held else ""


def _shift(assessment: Assessment, who: Fulfillment, lang: str) -> str:
    earlier, later = assessment.sensitivity
    same = {earlier.verdicts[who], later.verdicts[who]} == {assessment.rates[who].verdict}
    if same:
        return text(lang, f"explain.why.shift_{'typed' if who in assessment.typed else 'same'}")
    return text(
        lang,
        "explain.why.shift_other",
        earlier=display.day(earlier.last_day, lang, with_year=False),
        later=display.day(later.last_day, lang, with_year=False),
        earlier_verdict=text(lang, f"explain.verdict_word.{earlier.verdicts[who]}"),
        later_verdict=text(lang, f"explain.verdict_word.{later.verdicts[who]}"),
    )


def _outside(assessment: Assessment, lang: str) -> Iterator[Sentence]:
    """Say which days of the window no order file reaches.

    A single day, or a gap no longer than the shop's own quiet spells, says nothing and is passed over.
    """
    spans = [file.span for file in assessment.files if file.span]
    quiet = max((file.quiet_days for file in assessment.files), default=0)
    window = assessment.window.range
    missing = tuple(gap for gap in assessment.window.gaps if gap.days > max(quiet, 1))
    if not spans or not missing:
        return
    if missing == (window,):
        reach = DateRange(min(first for first, _ in spans), max(last for _, last in spans))
        first, last = display.day(reach.first_day, lang), display.day(reach.last_day, lang)
        yield text(lang, "explain.why.outside", first=first, last=last), "order_defect_rate.window_lag"
        return
    joint = ", " if lang == "en" else "、"
    ranges = joint.join(
        display.days(gap, lang) if gap.days > 1 else display.day(gap.first_day, lang) for gap in missing
    )
    yield text(lang, "explain.why.gaps", ranges=ranges), None


_BASIS_FACT = {
    Basis.LAG: "order_defect_rate.window_lag",
    Basis.REPORTED: "order_defect_rate.reported_lag",
    Basis.CHOSEN: "order_defect_rate.window_days",
}
