"""Facts: what the case knows that may stand in a letter, by name.

Whole order ids are used here and nowhere else. A day that cannot be read, or an id that is none,
is no fact: the blank stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from calculator.case import Case, TypedDefect
from calculator.orders import ORDER_ID
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder, read

Facts = Mapping[str, date | str]

_EVENT = {"negative_feedback": "feedback_date", "chargeback": "mail_date", "a_to_z_claim": "claim_date"}
_DECIDED = {"a_to_z_claim": "decision_date", "chargeback": "mail_date"}


def facts_of(case: Case, defect_id: str) -> Facts | None:
    """Return the facts of one typed defect, None where the case has no such defect.

    The day typed for an open claim is the day of Amazon's question, for a decided one the day of the
    claim; of a chargeback the mail's day counts, typed in either field.
    """
    defect = next((one for one in case.defects if one.id == defect_id), None)
    if defect is None:
        return None
    found: dict[str, date | str] = {}
    if ORDER_ID.fullmatch(defect.order_id.strip()):
        found["order_id"] = defect.order_id.strip()
    for name, typed in (*_days(defect), ("odr_page_date", case.odr_page.day)):
        day = read(plain(typed), DateOrder.YEAR)
        if day:
            found[name] = day
    return found


def _days(defect: TypedDefect) -> list[tuple[str, str]]:
    """Return the typed days by fact name; a later one of the same name wins where it was typed."""
    is_asked = defect.type == "a_to_z_claim" and defect.outcome == "open"
    event = "question_date" if is_asked else _EVENT.get(defect.type, "event_date")
    return [
        ("order_date", defect.order_date),
        (event, defect.event_date),
        (_DECIDED.get(defect.type, "decided_on"), defect.decided_on),
    ]
