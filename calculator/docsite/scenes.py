"""Scenes: the small worked tables of the guide, each an invented shop assessed by the core.

A scene shows one rule at work: an order with two defects, a defect on an order that is too fresh,
a window that may lie one day off, two fulfilments, orders that may not be counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from calculator import display
from calculator.assess import Assessment
from calculator.docsite import blocks, example, words
from calculator.docsite.invented import Mark, Sale, Shop, first_on, spread, window_of
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of

FBA_ORDERS = 60
UNSETTLED = {5: "Cancelled", 25: "Pending", 45: "Cancelled", 65: "Cancelled", 85: "Pending", 105: "Cancelled"}
"""Which sales of the shop were cancelled or are pending, by number."""
FRESH_DAYS_BACK = (80, 47, 5)
THIN_ORDERS = 90
THIN_STEPS = (30, 45, 54, 56)
"""Days after the question on which the thinning shop is looked at."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A table: what its columns are called, what stands in its rows."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def block(name: str, lang: str, as_of: date) -> str:
    """Return one scene as a table.

    Raises:
        LookupError: there is no scene of this name.
    """
    if name not in SCENES:
        raise LookupError(f'The guide has no scene "{name}". It has: {", ".join(SCENES)}.')
    scene = SCENES[name](lang, as_of)
    head = [words.guide(lang, f"scene.{one}") for one in scene.head]
    return blocks.render("scene", lang, head=head, rows=scene.rows)


def _union(lang: str, as_of: date) -> Scene:
    """Three defects on two orders: a rating and a claim on one, a chargeback on the other."""
    shop = example.shop(as_of)
    first, second = (mark.sale for mark in shop.marks)
    marks = (
        Mark(sale=first, type="negative_feedback", outcome="kept"),
        Mark(sale=first),
        Mark(sale=second, type="chargeback", outcome="service"),
    )
    found = Shop(shop.sales, marks).on(as_of)
    listed = found.defect_list.defects
    rows = [_marked(sale, found, lang) for sale in (first, second)]
    total = words.guide(lang, "scene.defects_total", n=len(listed))
    return Scene(
        ("order_of", "what", "counts_as"),
        [*rows, (words.guide(lang, "scene.together"), total, _counts(found, lang))],
    )


def _marked(sale: Sale, found: Assessment, lang: str) -> tuple[str, str, str]:
    kinds = [one.type for one in found.defect_list.defects if one.order_id == sale.order_id]
    names = [words.text(lang, f"type.{kind}") for kind in kinds]
    held = sale.day in found.window.range
    joint = words.guide(lang, "scene.and")
    return (
        display.day(sale.day, lang),
        joint.join(names),
        words.guide(lang, "scene.one_order" if held else "scene.no_order"),
    )


def _fresh(lang: str, as_of: date) -> Scene:
    """Three granted claims: on an order that has left, one in the window, one too fresh."""
    sales = spread(example.ORDERS * 2, as_of - timedelta(days=119), 120)
    shop = Shop(
        sales, tuple(Mark(sale=first_on(sales, as_of - timedelta(days=back))) for back in FRESH_DAYS_BACK)
    )
    window = shop.on(as_of).window
    rows = []
    for mark in shop.marks:
        day = mark.sale.day
        enters, leaves = window.enters_on(day), window.leaves_on(day)
        if enters is None or leaves is None:
            raise ValueError("The scene lies at the end of the calendar.")
        state = "counted" if enters <= as_of < leaves else "not_yet" if as_of < enters else "no_more"
        shown = [display.day(one, lang) for one in (day, enters, leaves)]
        rows.append((*shown, words.guide(lang, f"scene.{state}")))
    return Scene(("ordered", "enters", "leaves", "today"), rows)


def _edge(lang: str, as_of: date) -> Scene:
    """A claim on an order of the window's first day: one day later it is out."""
    window = window_of(as_of)
    sales = spread(example.ORDERS, window.first_day - timedelta(days=1), window.days, until=as_of)
    claimed = (window.first_day, example.shop(as_of).marks[1].sale.day)
    shop = Shop(sales, tuple(Mark(sale=first_on(sales, day)) for day in claimed))
    rows = []
    for name, days in (("earlier", -1), ("ours", 0), ("later", 1)):
        moved = window.shifted(days)
        found = shop.on(as_of, moved)
        rows.append(
            (
                words.guide(lang, f"scene.{name}"),
                display.days(moved, lang),
                _counts(found, lang),
                _verdict(found, lang),
            )
        )
    return Scene(("window_is", "days", "rate", "verdict"), rows)


def _apart(lang: str, as_of: date) -> Scene:
    """The shop's own parcels over the target, Amazon's under it, nothing added up."""
    window = window_of(as_of)
    shop = example.shop(as_of)
    by_amazon = [
        Sale(number=1000 + sale.number, day=sale.day, channel="Amazon")
        for sale in spread(FBA_ORDERS, window.first_day, window.days)
    ]
    found = Shop((*shop.sales, *by_amazon), shop.marks).on(as_of)
    rows = [
        (words.guide(lang, f"scene.{one.value}"), _counts(found, lang, one), _verdict(found, lang, one))
        for one in (Fulfillment.MFN, Fulfillment.AFN)
    ]
    return Scene(("fulfilled", "rate", "verdict"), rows)


def _unsettled(lang: str, as_of: date) -> Scene:
    """Cancelled and pending orders: the core gives both ends."""
    shop = example.shop(as_of)
    sales = tuple(
        Sale(number=sale.number, day=sale.day, status=UNSETTLED.get(sale.number, sale.status))
        for sale in shop.sales
    )
    found = Shop(sales, shop.marks).on(as_of)
    rate = found.rates[Fulfillment.MFN]
    defects = rate.orders_with_defects.high
    rows = [
        (
            words.guide(lang, f"scene.{name}", n=rate.orders.high - rate.orders.low),
            fraction(defects, orders, lang, found.policy.fraction(example.TARGET)),
        )
        for name, orders in (("with_them", rate.orders.high), ("without_them", rate.orders.low))
    ]
    return Scene(("orders_counted", "rate"), rows)


def _thinning(lang: str, as_of: date) -> Scene:
    """One bad rating on a late order, then no more sales: the rate on some of the coming days."""
    window = window_of(as_of)
    sales = spread(THIN_ORDERS, window.first_day, window.days)
    found = Shop(sales, (Mark(sale=sales[-1], type="negative_feedback", outcome="kept"),)).on(as_of)
    days = recovery_of(found, Fulfillment.MFN).no_new_orders.days
    target = found.policy.fraction(example.TARGET)
    rows = [(display.day(as_of, lang), _counts(found, lang))]
    rows += [
        (display.day(one.day, lang), fraction(one.orders_with_defects, one.orders, lang, target))
        for one in (days[step - 1] for step in THIN_STEPS)
    ]
    return Scene(("day", "rate"), rows)


SCENES: dict[str, Callable[[str, date], Scene]] = {
    "union": _union,
    "fresh": _fresh,
    "edge": _edge,
    "apart": _apart,
    "unsettled": _unsettled,
    "thinning": _thinning,
}


def _counts(found: Assessment, lang: str, fulfillment: Fulfillment = Fulfillment.MFN) -> str:
    rate = found.rates[fulfillment]
    counted = rate.orders_with_defects.high, rate.orders.high
    return fraction(*counted, lang, found.policy.fraction(example.TARGET))


def fraction(defects: int, orders: int, lang: str, target: Fraction) -> str:
    """Return counts with their rate on one line: `2 / 126 = 1.587 %`."""
    shown = display.percent(Fraction(defects, orders), lang, target)
    return f"{display.count(defects)} / {display.count(orders)} = {shown}".replace(" ", "\u00a0")


def _verdict(found: Assessment, lang: str, fulfillment: Fulfillment = Fulfillment.MFN) -> str:
    return words.guide(lang, f"scene.{found.rates[fulfillment].verdict.value}")
