"""Facts: what is known of a defect that may stand in a letter, by name.

Whole order ids are used here and nowhere else. A day that cannot be read, or an id that is none,
is no fact: the blank stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculator.case import Case
from calculator.defects import Defect
from calculator.orders import ORDER_ID
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder, read

Facts = Mapping[str, date | str]

_EVENT = {"negative_feedback": "feedback_date", "chargeback": "mail_date", "a_to_z_claim": "claim_date"}
_DECIDED = {"a_to_z_claim": "decision_date", "chargeback": "mail_date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The few things a letter may take from a defect, typed or out of a file."""

    order_id: str
    type: str
    outcome: str
    order_date: date | None
    event_date: date | None
    decided_on: date | None


def facts_of(known: Known | None) -> Facts:
    """Return the facts of one defect by name; what is not known is left out.

    The event of an open claim is Amazon's question, of a decided one the claim; of a chargeback the
    mail's day counts, in whichever field it was typed.
    """
    if known is None:
        return {}
    is_asked = known.type == "a_to_z_claim" and known.outcome == "open"
    found: dict[str, date | str | None] = {
        "order_id": known.order_id if ORDER_ID.fullmatch(known.order_id) else None,
        "order_date": known.order_date,
        "question_date" if is_asked else _EVENT.get(known.type, "event_date"): known.event_date,
    }
    if known.decided_on:
        found[_DECIDED.get(known.type, "decided_on")] = known.decided_on
    return {name: fact for name, fact in found.items() if fact}


def typed(case: Case, defect_id: str) -> Known | None:
    """Return a defect of the form by its id, None where there is none."""
    one = next((one for one in case.defects if one.id == defect_id), None)
    if one is None:
        return None
    return Known(
        order_id=one.order_id.strip(),
        type=one.type,
        outcome=one.outcome,
        order_date=_day(one.order_date),
        event_date=_day(one.event_date),
        decided_on=_day(one.decided_on),
    )


def out_of_a_file(defect: Defect) -> Known:
    """Return what a letter may take from an assessed defect."""
    return Known(
        order_id=defect.order_id,
        type=defect.type,
        outcome=defect.outcome,
        order_date=defect.order_date,
        event_date=defect.event_date,
        decided_on=defect.decided_on,
    )


def _day(text: str) -> date | None:
    return read(plain(text), DateOrder.YEAR)
