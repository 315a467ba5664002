"""Answers: one typed value for one slot, read, cleaned and written out in both languages.

Typed words are data: control characters and line ends become blanks, brackets of open blanks are
taken away, and what is too long is cut and said. Days and counts are read as everywhere; what
cannot be read is no answer and stays a blank.

Worse mistake: a day that was not meant, or a day still to come, standing as a deed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculator import display
from calculator.case import suggestion
from calculator.messages import LANGUAGES, text
from calculator.plan_of_action import blocks
from calculator.plan_of_action.blocks import Slot
from calculator.plan_of_action.model import ENGLISH, Problem, Source, Writing
from calculator.plan_of_action.typed_words import HAN, day_of, one_line, written
from calculator.reports.hand_cells import plain
from calculator.reports.order_counts import whole
from calculator.templates.no_answer import is_no_answer

__all__ = ["HAN", "Answer", "answered", "day_of", "one_line", "written"]

_DAYS = ("day", "past_day")
_READ = (*_DAYS, "count")
_LETTER, _NUMBER = re.compile(r"[^\W\d_]"), re.compile(r"\d+(?![\d月])")
_ENDS = " .;,:。；，：、"
_LONGEST = {"who": 80, "proof": 160, "words": 400}
_MOST_YEARS, _WORDS_OF_A_NAME = 25, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One slot of a frame, answered or open.

    Attributes:
        words: the answer by language; a language without it has no reading.
        day: of a slot that asks for one.
        problem: what is wrong with what was typed, None where nothing is.
    """

    slot: Slot
    field: str
    words: Mapping[str, str]
    day: date | None = None
    problem: Problem | None = None
    source: Source = Source.SELLER

    @property
    def is_open(self) -> bool:
        """Return whether nothing stands here that could be printed."""
        return not self.words


def answered(slot: Slot, typed: str, reading: str, place: str, writing: Writing) -> Answer:
    """Return what was typed for a slot, as far as it can be printed."""
    words = one_line(typed)
    if not any(letter.isalnum() for letter in words):
        return Answer(slot=slot, field=place, words={})
    if slot.kind not in _READ and is_no_answer(words):
        return _refused(slot, place, "no_answer", {"words": _shown(words)})
    if slot.kind in _DAYS:
        return _day(slot, words, place, writing)
    if slot.kind == "count":
        return _count(slot, words, place)
    return _words(slot, words, one_line(reading), place, writing)


def _day(slot: Slot, words: str, place: str, writing: Writing) -> Answer:
    day = day_of(words)
    if day is None or abs(day.year - writing.as_of.year) > _MOST_YEARS:
        near = suggestion.day(words, writing.as_of)
        offer = near.isoformat() if near else None
        return _refused(slot, place, "day", {"words": _shown(words)}, offer)
    limit = min(filter(None, (writing.as_of, writing.letter_day)))
    if slot.kind == "past_day" and day > limit:
        code = "future" if day > writing.as_of else "after_letter"
        return _refused(slot, place, code, {"words": day.isoformat(), "day": limit.isoformat()})
    return Answer(slot=slot, field=place, words=written(day), day=day)


def _count(slot: Slot, words: str, place: str) -> Answer:
    number = whole(words)
    if number is None:
        near = suggestion.count(words)
        offer = str(near) if near is not None else None
        return _refused(slot, place, "count", {"words": _shown(words)}, offer)
    return Answer(slot=slot, field=place, words=dict.fromkeys(LANGUAGES, display.count(number)))


def _words(slot: Slot, words: str, reading: str, place: str, writing: Writing) -> Answer:
    role = blocks.roles().get(words) if slot.kind == "who" else None
    if role is not None:
        return Answer(slot=slot, field=place, words={lang: role[lang] for lang in LANGUAGES})
    longest = _LONGEST.get(slot.kind, _LONGEST["words"])
    words, reading = _in_language(words, reading, writing.language)
    problem = None
    if len(words) > longest:
        problem = Problem(field=place, code="too_long", values={"n": str(longest)})
    elif writing.language == ENGLISH and HAN.search(words):
        problem = Problem(field=place, code="chinese", values={"words": _shown(words)})
    elif any(line in words.casefold() for line in _warnings()):
        problem = Problem(field=place, code="warning_words", values={"words": _shown(words)})
    elif slot.kind == "words" and _is_english(words, writing.language):
        problem = Problem(field=place, code="english", values={"words": _shown(words)}, blocks=False)
    elif reading and _numbers(words) - _numbers(reading) and _numbers(reading) - _numbers(words):
        problem = Problem(field=place.replace(".answers.", ".readings."), code="reading_digits", blocks=False)
    held = {writing.language: _cut(words, longest)}
    beside = reading or _own_reading(slot, words, writing.other)
    if beside:
        held[writing.other] = _cut(beside, longest)
    return Answer(slot=slot, field=place, words=held, problem=problem)


def _in_language(words: str, reading: str, language: str) -> tuple[str, str]:
    """Return answer and reading, changed over where they were typed for a letter in the other language."""
    is_for_other = bool(reading) and not _fits(words, language) and _fits(reading, language)
    return (reading, words) if is_for_other else (words, reading)


def _is_english(words: str, language: str) -> bool:
    """Return whether more than a name stands in English in a Chinese letter."""
    return language != ENGLISH and not HAN.search(words) and len(words.split()) > _WORDS_OF_A_NAME


def _fits(words: str, language: str) -> bool:
    return bool(HAN.search(words)) == (language != ENGLISH)


def _own_reading(slot: Slot, words: str, other: str) -> str:
    """Return the answer where it reads the same in the other language, or is written in it."""
    is_chinese = HAN.search(words) is not None
    is_same = slot.kind == "proof" or not _LETTER.search(words)
    return words if is_same or is_chinese == (other != ENGLISH) else ""


def _refused(slot: Slot, place: str, code: str, values: dict[str, str], offer: str | None = None) -> Answer:
    problem = Problem(field=place, code=code, values=values, offer=offer)
    return Answer(slot=slot, field=place, words={}, problem=problem)


def _warnings() -> tuple[str, ...]:
    return tuple(text(lang, "letter.not_ready_words").casefold() for lang in LANGUAGES)


def _numbers(words: str) -> set[str]:
    """Return the numbers of an answer; a Chinese month is a word in English and left out."""
    return set(_NUMBER.findall(plain(words)))


def _cut(words: str, longest: int) -> str:
    words = words.rstrip(_ENDS)
    return words if len(words) <= longest else words[:longest].rstrip() + "…"


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST["who"] else words[: _LONGEST["who"]] + "…"
