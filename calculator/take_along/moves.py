"""Moves: the days on which orders with a defect leave or enter the window, or the number crosses the line.

Counted without new orders; a title never tells such a day as the day offers come back.

Source: order_defect_rate.window_days, order_defect_rate.window_lag
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calculator import display
from calculator.assess import Assessment
from calculator.explain.defects import label_of
from calculator.messages import counted, text
from calculator.order_defect_rate import Verdict, target_of
from calculator.orders import Fulfillment
from calculator.recovery import Day, Recovery, recovery_of
from calculator.recovery.steps import Step, steps
from calculator.take_along.ics import Entry
from calculator.take_along.naming import masked, uid


def entries(assessment: Assessment, lang: str) -> Iterator[Entry]:
    """Yield the entries of both fulfilments."""
    for who in Fulfillment:
        recovery = recovery_of(assessment, who)
        for step in steps(recovery):
            if step.marked_left or step.marked_entered:
                yield _move(step, assessment, who, lang)
        for kind, day in crossings(recovery, assessment, who) if assessment.is_covered[who] else ():
            yield _crossing(kind, day, recovery, assessment, who, lang)


def without_a_day(assessment: Assessment, lang: str) -> Iterator[str]:
    """Yield a line for each fulfilment with marks whose order day is not known."""
    for who in Fulfillment:
        number, _ = recovery_of(assessment, who).ledger.dateless
        if number:
            yield counted(lang, "take_along.not_held.dateless", number, who=_who(who, lang))


def crossings(recovery: Recovery, assessment: Assessment, who: Fulfillment) -> Iterator[tuple[str, Day]]:
    """Yield the days on which the number comes under the target or no longer is, seen from today.

    Days without orders are on neither side. The first day under it is `earliest`.
    """
    if not recovery.ledger.marked and not recovery.ledger.dateless[0]:
        return
    target = target_of(assessment.policy)
    was_under = assessment.rates[who].verdict is Verdict.ON_TARGET
    seen = was_under
    for day in recovery.no_new_orders.days:
        if not day.orders or day.is_on_target(target) == was_under:
            continue
        was_under = not was_under
        yield ("over_again" if not was_under else "under_again" if seen else "earliest"), day
        seen = seen or was_under


def sentence(day: Day, assessment: Assessment, lang: str) -> str:
    """Return the counts of a day, the rate and the side of the line it is on."""
    if not day.orders:
        return text(lang, "take_along.marks.nobody")
    target = target_of(assessment.policy)
    side = "under" if day.is_on_target(target) else "over"
    return text(
        lang,
        "take_along.marks.after",
        defects=display.count(day.orders_with_defects),
        orders=display.count(day.orders),
        rate=rate(day, target, lang),
        state=text(lang, f"take_along.crossing.{side}", target=display.percent(target, lang)),
    )


def crossing_title(kind: str, assessment: Assessment, who: Fulfillment, lang: str) -> str:
    """Return what happens on the day the number crosses the line; never that offers come back."""
    target = display.percent(target_of(assessment.policy), lang)
    return text(lang, f"take_along.crossing.{kind}", target=target, who=_who(who, lang))


def rate(day: Day, target: Fraction, lang: str) -> str:
    """Return the rate of a day with orders as it is read."""
    return display.percent(Fraction(day.orders_with_defects, day.orders), lang, target)


def labels(order_ids: tuple[str, ...], assessment: Assessment, lang: str) -> tuple[str, ...]:
    """Return the masked names of orders, in the order of the list of defects."""
    wanted = set(order_ids)
    found = {d.order_id: label_of(d, lang) for d in assessment.defect_list.defects if d.order_id in wanted}
    return tuple(found.values())


def _move(step: Step, assessment: Assessment, who: Fulfillment, lang: str) -> Entry:
    joint = "; " if lang == "en" else "；"
    moved = (("left", step.marked_left), ("entered", step.marked_entered))
    said = [
        counted(lang, f"take_along.marks.{way}", len(ids), who=_who(who, lang)) for way, ids in moved if ids
    ]
    orders = labels(step.marked_left + step.marked_entered, assessment, lang)
    lines = (
        text(lang, "take_along.marks.orders", orders=_listed(orders, lang)),
        *((sentence(step.day, assessment, lang),) if assessment.is_covered[who] else ()),
        text(lang, "take_along.alone"),
    )
    return Entry(
        uid=uid("marks", assessment.store, who, masked(step.marked_left), masked(step.marked_entered)),
        day=step.day.day,
        title=joint.join(said),
        description="\n".join(lines),
    )


def _crossing(
    kind: str, day: Day, recovery: Recovery, assessment: Assessment, who: Fulfillment, lang: str
) -> Entry:
    marks = masked(id_ for ids in recovery.ledger.marked.values() for id_ in ids)
    about = marks if kind == "earliest" else (*marks, day.day)
    return Entry(
        uid=uid(kind, assessment.store, who, about),
        day=day.day,
        title=crossing_title(kind, assessment, who, lang),
        description="\n".join((sentence(day, assessment, lang), text(lang, "take_along.alone"))),
    )


def _who(who: Fulfillment, lang: str) -> str:
    return text(lang, f"explain.fulfillment.{who}_short")


def _listed(names: tuple[str, ...], lang: str) -> str:
    return (", " if lang == "en" else "、").join(names)
