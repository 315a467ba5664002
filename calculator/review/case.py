"""Case: what a case file tells the review about its letter."""

from __future__ import annotations

from datetime import date

from calculator.assess import Assessment
from calculator.case import Case
from calculator.case.appeal import appeal_of
from calculator.case.figures import figures
from calculator.causes.model import Cause
from calculator.errors import RequestError
from calculator.orders import Fulfillment
from calculator.plan_of_action.plan import plan_of
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder, read
from calculator.review.model import Asked


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
    rows = plan_of(case, assessment, as_of).rows
    sent = [one for one in appeal.rounds if one.text.strip()]
    return Asked(
        issues=tuple(dict.fromkeys(str(row.cause) for row in rows)),
        figures=tuple(_figures(case, assessment)),
        previous=sent[-1].text if sent else None,
        letter_day=_day(appeal.letter_day),
    )


def _figures(case: Case, assessment: Assessment | None) -> list[tuple[int, int]]:
    stated = [(one.orders, one.orders_with_defects) for one in figures(case)]
    if assessment is not None and not stated:
        rate = assessment.rates[Fulfillment.MFN]
        stated = [(rate.orders.high, rate.orders_with_defects.high)]
    return stated


def _day(words: str) -> date | None:
    return read(plain(words), DateOrder.YEAR)


def issues_named(words: str) -> tuple[str, ...]:
    """Return cause ids written with commas between them.

    Raises:
        RequestError: one of them is no cause.
    """
    named = tuple(filter(None, (word.strip() for word in words.split(","))))
    known = {cause.value for cause in Cause}
    for one in named:
        if one not in known:
            raise RequestError("unknown_issue", value=one, known=", ".join(sorted(known)))
    return named
