"""The walker: answers in, the question to ask next or the outcome out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from calculator.route.load import RouteError, questions
from calculator.route.model import Walk

if TYPE_CHECKING:
    from calculator.route.model import Question


def walk(answers: Mapping[str, str], route: tuple[Question, ...] | None = None) -> Walk:
    """Return where these answers lead; answers off the way are passed over.

    Args:
        answers: An answer's id for each question answered so far.
        route: The questions; None for those of the handbook.

    Raises:
        LookupError: a question has no such answer.
        RouteError: the way ends without an outcome.
    """
    known = {one.id: one for one in route or questions()}
    asked: list[str] = []
    outcome, here = "", next(iter(known))
    while here in answers:
        asked.append(here)
        answer = known[here].answer(answers[here])
        outcome = answer.outcome(answers) or outcome
        here = answer.next
    if not here and not outcome:
        raise RouteError(f"These answers lead to no outcome: {dict(answers)}.")
    return Walk(asked=tuple(asked), question=here, outcome=outcome)


def every_walk(route: tuple[Question, ...] | None = None) -> Iterator[tuple[dict[str, str], Walk]]:
    """Yield every way through the questions with its answers, each to its end."""
    known = {one.id: one for one in route or questions()}
    open_: list[dict[str, str]] = [{}]
    while open_:
        answers = open_.pop()
        found = walk(answers, route)
        if found.question:
            ways = known[found.question].answers
            open_.extend({**answers, found.question: one.id} for one in reversed(ways))
        else:
            yield answers, found
