"""Case: what a case file tells the review about its letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculator.assess import Assessment
from calculator.case import Case
from calculator.case.appeal import Appeal, Round, appeal_of
from calculator.case.figures import figures
from calculator.causes.model import Cause
from calculator.defects import DefectType
from calculator.errors import RequestError
from calculator.orders import Fulfillment
from calculator.plan_of_action.plan import Plan, plan_of
from calculator.reports.hand_cells import plain
from calculator.reports.order_counts import whole
from calculator.reports.written_day import DateOrder, read
from calculator.review.model import Asked
from calculator.rounds.reply import read as read_reply


def asked_of(case: Case, assessment: Assessment | None, as_of: date) -> Asked:
    """Return issues, figures, days and the letter before of a case.

    Args:
        case: as typed.
        assessment: of the same case and its files, None where nothing could be assessed.
        as_of: today.

    Raises:
        RequestError: the appeal of the case has a wrong shape.
    """
    appeal = appeal_of(case)
    plan = plan_of(case, assessment, as_of)
    issues = tuple(dict.fromkeys(str(row.cause) for row in plan.rows))
    sent = [one for one in appeal.rounds if one.text.strip()]
    return Asked(
        issues=issues,
        disputed=_disputed(plan, issues),
        orders=tuple(filter(None, (one.order_id for one in plan.defects))),
        refunds=tuple(_refunds(plan)),
        points=_points(sent[-1]) if sent else (),
        figures=tuple(_figures(case, assessment)),
        previous=sent[-1].text if sent else None,
        letter_day=_day(appeal.letter_day),
    )


def _disputed(plan: Plan, issues: tuple[str, ...]) -> tuple[str, ...]:
    """Return the orders that are disputed, and the causes that only such orders have."""
    disputed = [one for one in plan.defects if one.mark.is_disputed]
    named = (*(one.order_id for one in disputed), *(one.cause for one in disputed if one.cause not in issues))
    return tuple(dict.fromkeys(filter(None, named)))


def _refunds(plan: Plan) -> Iterator[tuple[str, date]]:
    for one in plan.defects:
        day = _day(one.mark.refunded_on)
        if one.order_id and day is not None:
            yield one.order_id, day


def _points(sent: Round) -> tuple[str, ...]:
    """Return the parts of a letter that Amazon's reply asks about."""
    if not sent.reply.strip():
        return ()
    return tuple(dict.fromkeys(one.cell.value for one in read_reply(sent.reply).asked))


def _figures(case: Case, assessment: Assessment | None) -> list[tuple[int, int]]:
    stated = [(one.orders, one.orders_with_defects) for one in figures(case)]
    if assessment is not None and not stated:
        rate = assessment.rates[Fulfillment.MFN]
        stated = [(rate.orders.high, rate.orders_with_defects.high)]
    return [*stated, *_sent(appeal_of(case))]


def _sent(appeal: Appeal) -> Iterator[tuple[int, int]]:
    """Yield the figures of letters sent before, which a later one may name."""
    for one in appeal.rounds:
        orders, marked = whole(one.figure.orders), whole(one.figure.orders_with_defects)
        if orders is not None and marked is not None:
            yield orders, marked


def _day(words: str) -> date | None:
    return read(plain(words), DateOrder.YEAR)


def issues_named(words: str) -> tuple[str, ...]:
    """Return ids of causes and of types of defect, written with commas between them.

    Raises:
        RequestError: one of them is neither.
    """
    named = tuple(filter(None, (word.strip() for word in words.split(","))))
    known = {one.value for one in (*Cause, *DefectType)}
    for one in named:
        if one not in known:
            raise RequestError("unknown_issue", value=one, known=", ".join(sorted(known)))
    return named
