"""The JSON value of a question or a leaf, for the page (contract `odr-root-cause/1`)."""

from __future__ import annotations

from typing import Any

from calculator.messages import text
from calculator.root_causes.load import END, find_out, tree
from calculator.root_causes.model import IN_OWN_WORDS, Answer, Leaf, Question

CONTRACT = "odr-root-cause/1"


def as_json(step: Question | Leaf, lang: str) -> dict[str, Any]:
    """Return a question or a leaf in the words of one language; the keys are those of the package."""
    head = {
        "contract": CONTRACT,
        "cause": step.path[0],
        "path": list(step.path),
        "failure": _failure(step.failure, lang),
    }
    return {**head, **(_leaf(step, lang) if isinstance(step, Leaf) else _question(step, lang))}


def _question(step: Question, lang: str) -> dict[str, Any]:
    is_last = step.ask.id in tree(END).asks and step.failure
    return {
        "is": "question",
        "question": step.ask.id,
        "text": step.ask.words[lang],
        "why": text(lang, f"root_causes.why.{step.ask.id if is_last else 'symptom'}"),
        "answers": [_answer(one, lang) for one in step.ask.answers],
        "find_out": _places(step.ask.find_out, lang),
    }


def _leaf(step: Leaf, lang: str) -> dict[str, Any]:
    return {
        "is": "leaf",
        "kind": str(step.kind),
        "text": text(lang, f"root_causes.leaf.{step.kind}"),
        "caution": text(lang, f"root_causes.caution.{step.caution}") if step.caution else None,
        "find_out": _places(step.find_out, lang),
        "typed": [{"question": question, "takes": takes} for question, takes in step.typed],
    }


def _answer(one: Answer, lang: str) -> dict[str, Any]:
    return {"id": one.id, "text": one.words[lang], "takes": one.takes or None}


def _places(ids: tuple[str, ...], lang: str) -> list[dict[str, str]]:
    places = [find_out()[id_] for id_ in ids]
    return [{"id": one.id, "fulfillment": one.fulfillment, "text": one.words[lang]} for one in places]


def _failure(named: str, lang: str) -> dict[str, str | None] | None:
    if not named:
        return None
    cause, _, id_ = named.partition("/")
    should = None if id_ == IN_OWN_WORDS else tree(cause).failures[id_].should[lang]
    return {"id": named, "should": should}
