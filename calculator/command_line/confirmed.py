"""Confirmed: what a caller says became of claims and chargebacks that a report only hints at.

`111-0000001-0000001=granted` is a defect of the case from then on, `…=none` says that there is no such claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from calculator.case import Case, Dismissed, TypedDefect
from calculator.defects import DefectType
from calculator.errors import RequestError
from calculator.explain.defects import outcomes
from calculator.orders import ORDER_ID

NONE = "none"
_TYPES = (DefectType.A_TO_Z_CLAIM, DefectType.CHARGEBACK)


class Answer(NamedTuple):
    """An order and how its claim or chargeback ended."""

    order_id: str
    outcome: str


def answer(value: str) -> Answer:
    """Return an answer written as `111-0000001-0000001=granted`.

    Raises:
        RequestError: no order id, or no outcome of a claim or chargeback.
    """
    order_id, _, outcome = value.partition("=")
    if not ORDER_ID.fullmatch(order_id) or outcome not in {NONE, *_types()}:
        raise RequestError("bad_confirmation", value=value, known=" ".join([*_types(), NONE]))
    return Answer(order_id, outcome)


def with_answers(case: Case, answers: Iterable[Answer] | None) -> Case:
    """Return a case with the answers taken over."""
    types = _types()
    for number, (order_id, outcome) in enumerate(answers or ()):
        if outcome == NONE:
            gone = (Dismissed(order_id=order_id, type=type_) for type_ in _TYPES)
            case = replace(case, dismissed=(*case.dismissed, *gone))
        else:
            row = TypedDefect(id=f"confirm{number}", order_id=order_id, type=types[outcome], outcome=outcome)
            case = replace(case, defects=(*case.defects, row))
    return case


def _types() -> dict[str, DefectType]:
    """Return the type each outcome is one of; claims and chargebacks share none."""
    return {choice["value"]: type_ for type_ in _TYPES for choice in outcomes(type_, "en")}
