"""Template: the letter's own frames, filled from values that are already known."""

from __future__ import annotations

from collections.abc import Mapping

from calculator.messages import LANGUAGES, text
from calculator.plan_of_action.answers import Answer, answered, written
from calculator.plan_of_action.blocks import Slot
from calculator.plan_of_action.model import Sentence, Source, Writing
from calculator.plan_of_action.refunds import in_all
from calculator.plan_of_action.sentences import filled


def said(key: str, writing: Writing, answers: Mapping[str, Answer] | None = None, row: str = "") -> Sentence:
    """Return a frame of the letter as a sentence."""
    return filled(key.removeprefix("letter."), in_all(key), answers or {}, writing, row)


def known(
    name: str, words: Mapping[str, str] | str, source: Source, field: str, kind: str = "words"
) -> Answer:
    """Return a slot filled with what is known; one text for both languages, or one each."""
    both = dict.fromkeys(LANGUAGES, words) if isinstance(words, str) else words
    return Answer(slot=slot(name, kind, label=""), field=field, words=both, source=source)


def past_day(name: str, typed: str, field: str, writing: Writing, label: str) -> Answer:
    """Return a slot for a day the seller typed, open where it cannot be read or has not come."""
    return answered(slot(name, "past_day", label), typed, "", field, writing)


def slot(name: str, kind: str, label: str) -> Slot:
    """Return a slot of the letter's own; `label` is a key of `plan_of_action.slot`, or empty."""
    words = in_all(f"plan_of_action.slot.{label}") if label else dict.fromkeys(LANGUAGES, name)
    return Slot(name=name, kind=kind, label=words, where={}, example={})


def both(key: str) -> dict[str, str]:
    """Return a message in the two languages of letters."""
    return {lang: text(lang, key) for lang in LANGUAGES}


__all__ = ["both", "known", "past_day", "said", "slot", "written"]
