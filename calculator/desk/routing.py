"""Routing: the five questions about the notice as they were answered, the open one, the outcome.

An answer changed later keeps the answers behind it that still fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from calculator import route
from calculator.desk.button import setting
from calculator.desk.field import Desk
from calculator.messages import catalogue, text
from calculator.route import Question
from calculator.route.encode import route_json
from calculator.route.found import Found
from calculator.route.off import completed

PATH = "appeal.notice.path"
Given = dict[str, str]


def block(desk: Desk) -> dict[str, Any]:
    """Return where the notice's words and the seller's answers have led; the seller's go first."""
    own, both = answers(desk.held.names(PATH)), answered(desk)
    walked = route.walk(both)
    value = route_json(own, desk.lang, desk.as_of, desk.pasted.found if desk.pasted else None)
    return {
        "given": [
            {**_question(one, both, desk.lang), "from": "seller" if one.id in own else "notice"}
            for one in route.questions()
            if one.id in walked.asked
        ],
        "open": next(
            (_question(one, both, desk.lang) for one in route.questions() if one.id == walked.question), None
        ),
        "outcome": _outcome(value) if value["outcome"] else None,
        "again": setting(text(desk.lang, "desk.route.again"), PATH, []) if own else None,
    }


def answered(desk: Desk) -> Given:
    """Return the answers by question: the seller's own, and the notice's where the seller gave none."""
    read = desk.pasted.found.answers if desk.pasted else {}
    return completed({**read, **answers(desk.held.names(PATH))})


def accepted(found: Found) -> tuple[str, ...]:
    """Return the languages of this desk that a notice accepts."""
    return tuple(one for one in ("en", "zh") if one in found.languages)


def path_of(given: Given) -> list[str]:
    """Return answers as the path that the case keeps."""
    return [given[one] for one in route.walk(given).asked]


def answers(path: Iterable[str]) -> Given:
    """Return the answers of a path by question, as far as the questions know them."""
    found: Given = {}
    for answer in path:
        question = route.walk(found).question
        if not question or answer not in _ids(question):
            break
        found[question] = answer
    return found


def outcome_of(desk: Desk) -> str:
    """Return the id of the outcome, empty while it is open."""
    return route.walk(answered(desk)).outcome


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
    return path_of(completed({**given, question: answer}))


def _outcome(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the outcome of `odr-route/1` with its steps cut where the linked words begin and end."""
    found, noted = value["outcome"], (value["deadline"]["note"], value["language"]["note"])
    return {
        **{name: found[name] for name in ("id", "kind", "kind_text", "stop", "title", "sources", "page")},
        "text": found["what"],
        "deadline": value["deadline"]["text"],
        "steps": [_step(one) for one in found["steps"]],
        "never": [one["text"] for one in found["never"]],
        "notes": [one for one in noted if one],
        "asks": [one["text"] for one in value["asks"]],
    }


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    """Return a step; the words `link` lead to `page`, where there is one."""
    link = step["link"] or {"words": "", "place": None, "page": None}
    before, _, after = step["text"].partition(link["words"]) if link["words"] else (step["text"], "", "")
    return {
        "id": step["id"],
        "before": before,
        "link": link["words"],
        "after": after,
        "place": link["place"],
        "page": link["page"],
    }


def _ids(question: str) -> set[str]:
    return {one.id for found in route.questions() if found.id == question for one in found.answers}
