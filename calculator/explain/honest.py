"""Honest: which orders with an open route would be enough, in words, or that the routes are not.

Only orders whose every mark has an open route are named; how many of any kind would do is never said.

Worse mistake: a list that reads like buyers to press, or hope where the routes cannot reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculator import display
from calculator.assess import Assessment
from calculator.defects import DefectType
from calculator.explain import counts
from calculator.explain.defects import label_of
from calculator.explain.paragraph import paragraph
from calculator.messages import counted, text
from calculator.order_defect_rate import target_of
from calculator.orders import Fulfillment
from calculator.recovery import may_reach_target, removal_of
from calculator.recovery.plan import Place, Row
from calculator.recovery.routes import may_take_mark

_MOST_NAMED = 5


def sentences(rows: Sequence[Row], assessment: Assessment, who: Fulfillment, lang: str) -> str:
    """Return what the open routes of one fulfilment could reach."""
    return paragraph(_sentences(rows, assessment, who, lang), lang)


def _sentences(rows: Sequence[Row], assessment: Assessment, who: Fulfillment, lang: str) -> Iterator[str]:
    if not counts.has_rate(assessment, who):
        yield text(lang, "plan.honest.no_rate")
        return
    target = display.percent(target_of(assessment.policy), lang)
    found = removal_of(assessment, who).honest_set
    if found is None:
        here = [row for row in rows if row.fulfillment is who and row.place is not Place.AFTER]
        yield _not_enough(here, assessment, who, lang)
    elif found:
        yield from _enough(found, rows, target, lang)
        yield from _later(rows, assessment, who, lang)
        yield text(lang, "plan.honest.amazon")
    else:
        yield text(lang, "plan.honest.on_target", target=target)


def _enough(order_ids: Sequence[str], rows: Sequence[Row], target: str, lang: str) -> Iterator[str]:
    """Yield the orders that would be enough today, and on what ground."""
    held = [row.defect for row in rows if row.defect.order_id in order_ids]
    labels = list(dict.fromkeys(label_of(defect, lang) for defect in held))
    shown = labels[:_MOST_NAMED]
    if len(labels) > len(shown):
        shown.append(counted(lang, "plan.honest.more", len(labels) - len(shown)))
    orders = text(lang, "plan.honest.joint").join(shown)
    yield counted(lang, "plan.honest.enough", len(order_ids), orders=orders, target=target)
    if any(defect.type is DefectType.NEGATIVE_FEEDBACK for defect in held):
        yield text(lang, "plan.honest.grounds")


def _later(rows: Sequence[Row], assessment: Assessment, who: Fulfillment, lang: str) -> Iterator[str]:
    """Yield that later windows can differ, and the marked orders that are known to enter them."""
    yield text(lang, "plan.honest.today")
    ahead = {
        row.defect.order_id: enters
        for row in rows
        if row.fulfillment is who
        and row.place is Place.AFTER
        and row.defect.order_date
        and (enters := assessment.window.enters_on(row.defect.order_date))
        and enters > assessment.as_of
    }
    if ahead:
        first = display.day(min(ahead.values()), lang)
        yield counted(lang, "plan.honest.enters", len(ahead), day=first)


def _not_enough(rows: Sequence[Row], assessment: Assessment, who: Fulfillment, lang: str) -> str:
    """Return that the open routes cannot reach the target, or that a missing day leaves it unknown."""
    missing = sum(row.helps is not None and not may_take_mark(row.helps) for row in rows)
    if missing and may_reach_target(assessment, who):
        return counted(lang, "plan.honest.day_missing", missing)
    is_any = any(row.helps is not None for row in rows)
    target = display.percent(target_of(assessment.policy), lang)
    return text(lang, f"plan.honest.{'not_enough' if is_any else 'none_open'}", target=target)
