"""The tables of the route as records, read strictly: a way that ends nowhere is never offered."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Any

from calculator import tables
from calculator.route.model import Answer, Kind, Outcome, Question

PACKAGE = "calculator.route"
ANSWER_KEYS = {"next", "outcome", "by", "outcomes"}


class RouteError(ValueError):
    """The tables of the route contradict themselves; the sentence says where."""


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions in the order they are asked.

    Raises:
        RouteError: an answer leads nowhere, backwards, or to an outcome that is not described.
    """
    return build_questions(tables.read(PACKAGE, "questions"), {one.id for one in outcomes()})


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Return every outcome in the order the pages show them."""
    known = set(steps())
    found = []
    for id_, row in tables.read(PACKAGE, "outcomes").items():
        unknown = [step for step in row["steps"] if step not in known]
        if unknown:
            raise RouteError(f'The outcome "{id_}" has steps that are not described: {", ".join(unknown)}.')
        lists = {name: tuple(row[name]) for name in ("steps", "never", "facts")}
        found.append(Outcome(id=id_, kind=Kind(row["kind"]), deadline=row["deadline"], **lists))
    return tuple(found)


@cache
def steps() -> dict[str, str]:
    """Return every step with the name of the place it leads to, "" where it needs none."""
    return {str(name): str(place) for name, place in tables.read(PACKAGE, "steps").items()}


def build_questions(table: dict[str, Any], known: set[str]) -> tuple[Question, ...]:
    """Return the questions of one table.

    Raises:
        RouteError: see `questions`.
    """
    order = list(table)
    found = tuple(
        Question(id=id_, answers=tuple(_answer(id_, name, row) for name, row in answers.items()))
        for id_, answers in table.items()
    )
    for question in found:
        for answer in question.answers:
            _checked(question.id, answer, order, table, known)
    return found


def _answer(question: str, id_: str, row: dict[str, Any]) -> Answer:
    if set(row) - ANSWER_KEYS or {"outcome", "outcomes"} <= set(row) or ("by" in row) != ("outcomes" in row):
        raise RouteError(f'The answer "{question}.{id_}" has keys that do not fit: {", ".join(sorted(row))}.')
    led = {"": row["outcome"]} if "outcome" in row else row.get("outcomes", {})
    return Answer(id=id_, next=row.get("next", ""), by=row.get("by", ""), outcomes=MappingProxyType(led))


def _checked(question: str, answer: Answer, order: list[str], table: dict[str, Any], known: set[str]) -> None:
    where = f'The answer "{question}.{answer.id}"'
    here = order.index(question)
    if answer.next and answer.next not in order[here + 1 :]:
        raise RouteError(f'{where} leads to "{answer.next}", which is not a later question.')
    if answer.by and answer.by not in order[:here]:
        raise RouteError(f'{where} asks back for "{answer.by}", which is not an earlier question.')
    missing = [one for one in answer.outcomes.values() if one not in known]
    if missing:
        raise RouteError(f"{where} ends in an outcome that is not described: {', '.join(missing)}.")
    if answer.by and not set(answer.outcomes) <= set(table[answer.by]):
        raise RouteError(f'{where} names answers that "{answer.by}" does not have.')
