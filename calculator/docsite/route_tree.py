"""The route as a diagram: nested lists, drawn with lines by the style sheet, read aloud as they stand.

A question holds its answers by what they lead to; answers that lead to the same place stand together,
and the next question stands inside the branch that leads to it.

Worse mistake: a drawing that shows another way than the walker goes. It is made from the same data,
and a test walks every way through it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from calculator.docsite import blocks
from calculator.docsite.route_pages import NOTES, OUTCOMES_PAGE, anchor
from calculator.docsite.route_words import Words
from calculator.route import Kind, Question, outcomes, questions

Step = tuple[str, str]
"""An answer: the id of its question and its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where answers lead: an outcome, for some answers to an earlier question only, or for all."""

    outcome: str
    href: str
    title: str
    when: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Answers to one question with the same goals."""

    answers: tuple[Step, ...]
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A question: its branches by kind, and the answers that lead on to the next one."""

    question: str
    number: int
    groups: tuple[tuple[Kind | None, tuple[Branch, ...]], ...]
    on: tuple[Step, ...]
    then: Node | None


def tree(say: Words) -> str:
    """Return the whole route as a diagram."""
    first = node(questions()[0].id, say)
    return blocks.render("route_tree", say.lang, say=say, first=first, notes=_notes())


def node(id_: str, say: Words) -> Node:
    """Return the part of the diagram that begins with a question."""
    order = [one.id for one in questions()]
    here = questions()[order.index(id_)]
    on = [one for one in here.answers if not one.outcomes]
    after = {one.next for one in on}
    return Node(
        question=id_,
        number=order.index(id_) + 1,
        groups=tuple(_groups(here, say)),
        on=tuple((id_, one.id) for one in on),
        then=node(after.pop(), say) if len(after) == 1 else None,
    )


def _groups(here: Question, say: Words) -> Iterable[tuple[Kind | None, tuple[Branch, ...]]]:
    """Yield branches by the one kind their goals have; those with several kinds come last."""
    kinds = {one.id: one.kind for one in outcomes()}
    branches: dict[Kind | None, list[Branch]] = {}
    for answer in here.answers:
        if not answer.outcomes:
            continue
        led: dict[str, list[str]] = {}
        for when, outcome in answer.outcomes.items():
            led.setdefault(outcome, []).append(when)
        goals = tuple(_goal(outcome, answer.by, whens, say) for outcome, whens in led.items())
        found = {kinds[goal.outcome] for goal in goals}
        kind = found.pop() if len(found) == 1 else None
        branches.setdefault(kind, []).append(Branch(answers=((here.id, answer.id),), goals=goals))
    for kind in (*Kind, None):
        if kind in branches:
            yield kind, tuple(branches[kind])


def _goal(outcome: str, by: str, whens: Iterable[str], say: Words) -> Goal:
    return Goal(
        outcome=outcome,
        href=say.way(f"{OUTCOMES_PAGE}#{anchor(outcome)}"),
        title=say.text(f"outcome.{outcome}.title"),
        when=tuple((by, when) for when in whens if when),
    )


def _notes() -> list[tuple[int, str]]:
    return [(number, one.id) for number, one in enumerate(questions(), 1) if one.id in NOTES]
