"""Routing: the five questions about the notice as they were answered, the open one, the outcome.

An answer changed later keeps the answers behind it that still fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from calculator import route, tables
from calculator.desk.button import setting
from calculator.desk.field import Desk
from calculator.messages import catalogue, text
from calculator.policy import entry
from calculator.route import Question

PATH = "appeal.notice.path"
_LINK = re.compile(r"\[([^\]]*)\]")
Given = dict[str, str]


def block(desk: Desk) -> dict[str, Any]:
    """Return where the notice's answers have led."""
    given = answers(desk.held.names(PATH))
    walked = route.walk(given)
    return {
        "given": [
            _question(question, given, desk.lang) for question in _questions() if question.id in walked.asked
        ],
        "open": next(
            (_question(one, given, desk.lang) for one in _questions() if one.id == walked.question), None
        ),
        "outcome": _outcome(walked.outcome, given, desk.lang) if walked.outcome else None,
    }


def answers(path: Iterable[str]) -> Given:
    """Return the answers of a path by question, as far as the questions know them."""
    found: Given = {}
    for answer in path:
        question = route.walk(found).question
        if not question or answer not in _ids(question):
            break
        found[question] = answer
    return found


def is_done(desk: Desk) -> bool:
    """Return whether no question is open."""
    return not route.walk(answers(desk.held.names(PATH))).question


def outcome_of(desk: Desk) -> str:
    """Return the id of the outcome, empty while it is open."""
    return route.walk(answers(desk.held.names(PATH))).outcome


def _question(question: Question, given: Given, lang: str) -> dict[str, Any]:
    said = catalogue(lang, "route")
    chosen = given.get(question.id)
    return {
        "question": question.id,
        "title": said[f"question.{question.id}.title"],
        "hint": said[f"question.{question.id}.hint"],
        "answer": chosen,
        "answer_text": said[f"answer.{question.id}.{chosen}"] if chosen else None,
        "note": said.get(f"note.{question.id}.{chosen}"),
        "answers": [
            {
                "id": one.id,
                "text": said[f"answer.{question.id}.{one.id}"],
                "more": said.get(f"more.{question.id}.{one.id}"),
                "chosen": one.id == chosen,
                "do": setting(
                    said[f"answer.{question.id}.{one.id}"], PATH, _changed(given, question.id, one.id)
                ),
            }
            for one in question.answers
        ],
    }


def _changed(given: Given, question: str, answer: str) -> list[str]:
    """Return the path with one answer changed; answers behind it stay where they are still asked."""
    kept = {**given, question: answer}
    return [kept[one] for one in route.walk(kept).asked]


def _outcome(id_: str, given: Given, lang: str) -> dict[str, Any]:
    found = next(one for one in route.outcomes() if one.id == id_)
    places = route.steps()
    return {
        "id": id_,
        "kind": found.kind.value,
        "kind_text": text(lang, f"route.kind.{found.kind}"),
        "stop": text(lang, "route.stop") if found.kind is route.Kind.LOOK_ALIKE else None,
        "title": text(lang, f"route.outcome.{id_}.title"),
        "text": _filled(f"route.outcome.{id_}.what", lang),
        "deadline": _filled(f"route.deadline.{found.deadline}", lang) if found.deadline else None,
        "steps": [_step(step, places[step], lang) for step in found.steps],
        "never": [_filled(f"route.never.{one}", lang) for one in found.never],
        "notes": [
            said
            for question in ("deadline", "language")
            if (said := catalogue(lang, "route").get(f"note.{question}.{given.get(question)}"))
        ],
    }


def _step(id_: str, place: str, lang: str) -> dict[str, Any]:
    """Return a step; the words `link` lead to `place`, where there is one."""
    words = _filled(f"route.step.{id_}", lang)
    found = _LINK.search(words)
    before, linked, after = (
        (words[: found.start()], found[1], words[found.end() :]) if found else (words, "", "")
    )
    return {"id": id_, "before": before, "link": linked, "after": after, "place": place or None}


def _filled(key: str, lang: str) -> str:
    """Return a message of the route with the policy's figures in it."""
    noun, _, rest = key.partition(".")
    raw = catalogue(lang, noun)[rest]
    named = {name: _figure(row["key"], lang) for name, row in _figures().items() if f"{{{name}}}" in raw}
    return raw.format_map(named)


def _figure(key: str, lang: str) -> str:
    row = next(row for row in entry(key).values if row.chosen and row.until is None)
    return text(lang, f"desk.unit.{row.unit}", n=row.value)


def _figures() -> dict[str, dict[str, str]]:
    return tables.read("calculator.route", "figures")


@cache
def _questions() -> tuple[Question, ...]:
    return route.questions()


def _ids(question: str) -> set[str]:
    return {one.id for found in _questions() if found.id == question for one in found.answers}
