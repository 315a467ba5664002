"""Encode: the route as plain values, the contract `odr-route/1`.

    route_json(answers, lang, as_of, found)

Always: `contract`, `lang`, `answers` (rows of `question`, `title`, `answer`, `text`, `from`: notice or
seller), `question` (the one open now, with `answers` to choose from; null once all is known),
`outcome` (null while it is open), `deadline`, `language`, `asks`, `notice` (null where none was read).

The seller's own answers go before those of the notice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from calculator import messages, tables
from calculator.messages import text
from calculator.policy import entry, words
from calculator.route import words_of_notice as notice_words
from calculator.route.figures import filled
from calculator.route.found import Found
from calculator.route.load import outcomes, questions, steps
from calculator.route.model import Kind, Outcome
from calculator.route.off import completed
from calculator.route.walker import walk

CONTRACT = "odr-route/1"
_LINK = re.compile(r"\[([^]]+)\]")


def route_json(
    answers: Mapping[str, str], lang: str, as_of: date, found: Found | None = None
) -> dict[str, Any]:
    """Return where these answers, and those a notice gives, lead.

    Args:
        answers: The seller's own answers by question; they go before the notice's.
        lang: Language of every sentence.
        as_of: The day whose rules hold.
        found: What `read_notice` found, if a notice was pasted.

    Raises:
        LookupError: a question has no such answer.
    """
    given = {one: answer for one, answer in answers.items() if answer}
    read = found.answers if found else {}
    both = completed({**read, **given})
    way = walk(both)
    settled = next((one for one in outcomes() if one.id == way.outcome), None)
    return {
        "contract": CONTRACT,
        "lang": lang,
        "answers": [
            _answered(one, both[one], lang, "seller" if one in given else "notice") for one in way.asked
        ],
        "question": _question(way.question, lang) if way.question else None,
        "outcome": _outcome(settled, lang, as_of) if settled else None,
        "deadline": notice_words.deadline(found, both.get("deadline", ""), settled, lang, as_of),
        "language": notice_words.language(found, both.get("language", ""), lang),
        "asks": notice_words.asks(found, lang),
        "notice": notice_words.notice(found, way.outcome, lang) if found else None,
    }


def _whose(question: str, given: Mapping[str, str]) -> str:
    return "seller" if question in given else "notice"


def _answered(question: str, answer: str, lang: str, whose: str) -> dict[str, Any]:
    return {
        "question": question,
        "title": text(lang, f"route.question.{question}.title"),
        "answer": answer,
        "text": text(lang, f"route.answer.{question}.{answer}"),
        "from": whose,
    }


def _question(id_: str, lang: str) -> dict[str, Any]:
    order = [one.id for one in questions()]
    more = messages.catalogue(lang, "route")
    return {
        "id": id_,
        "number": order.index(id_) + 1,
        "of": len(order),
        "title": text(lang, f"route.question.{id_}.title"),
        "hint": text(lang, f"route.question.{id_}.hint"),
        "answers": [
            {
                "id": one.id,
                "text": text(lang, f"route.answer.{id_}.{one.id}"),
                "more": more.get(f"more.{id_}.{one.id}"),
            }
            for one in questions()[order.index(id_)].answers
        ],
    }


def _outcome(one: Outcome, lang: str, as_of: date) -> dict[str, Any]:
    is_stop = one.kind is Kind.LOOK_ALIKE and one.id != "professional"
    walked = [_step(step, lang, as_of) for step in one.steps]
    return {
        "id": one.id,
        "kind": one.kind.value,
        "kind_text": text(lang, f"route.kind.{one.kind.value}"),
        "stop": text(lang, "route.stop") if is_stop else None,
        "title": text(lang, f"route.outcome.{one.id}.title"),
        "what": filled(messages.catalogue(lang, "route")[f"outcome.{one.id}.what"], lang, as_of),
        "next": walked[0],
        "steps": walked,
        "never": [{"id": name, "text": text(lang, f"route.never.{name}")} for name in one.never],
        "sources": [{"key": key, "text": _stated(key, lang)} for key in one.facts],
        "page": f"start/outcomes/#{one.id.replace('_', '-')}",
    }


def _step(id_: str, lang: str, as_of: date) -> dict[str, Any]:
    """Return a step; `link` names the words of it that lead to a page of the site."""
    raw = filled(messages.catalogue(lang, "route")[f"step.{id_}"], lang, as_of)
    linked, place = _LINK.search(raw), steps()[id_]
    page = tables.read("calculator.route", "places")[place] if place else ""
    link = {"words": linked[1], "place": place, "page": page} if linked else None
    return {"id": id_, "text": _LINK.sub(r"\1", raw), "link": link}


def _stated(key: str, lang: str) -> str:
    return words.statement(key, entry(key).statement, lang)
