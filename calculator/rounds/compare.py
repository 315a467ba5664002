"""Compare: whether a letter brings what was asked for, or is the last one once more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from calculator.rounds.likeness import Earlier, Novelty, sentences, words
from calculator.rounds.model import Asked, Cell

_CELLS = frozenset((Cell.ROOT_CAUSE, Cell.ACTIONS_TAKEN, Cell.PREVENTION, Cell.EVIDENCE))
_TEMPLATE, _HEADING = "template", "heading"
_OWN_WORDS = 2
"""New words of the seller's own that are a fact; the frame around them is not counted."""


class Verdict(StrEnum):
    """What a letter is beside the one before it."""

    FIRST = "first"
    IDENTICAL = "identical"
    NOTHING_NEW = "nothing_new"
    CELL_WITHOUT_NEWS = "cell_without_news"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of the letter and what is new in it; part and cause are empty where nobody knows.

    Attributes:
        own: what is new in the words that are not the frame's, None where nobody can tell them apart.
    """

    text: str
    part: str
    cause: str
    novelty: Novelty
    own: Novelty | None

    @property
    def has_fact(self) -> bool:
        """Return whether the seller or the assessment says something new in it."""
        if self.own is None:
            return self.novelty.has_fact
        return bool(self.own.numbers) or self.own.amount >= _OWN_WORDS

    @property
    def is_new(self) -> bool:
        """Return whether the sentence is not the same as before: its wording, or a fact in its frame."""
        return self.novelty.is_new or self.has_fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A letter beside the one before it; `missing` are asked cells, each with a cause or none."""

    verdict: Verdict
    told: tuple[Told, ...]
    missing: tuple[tuple[Cell, str], ...]

    @property
    def is_sendable(self) -> bool:
        """Return whether the letter brings something new everywhere Amazon asked."""
        return self.verdict in (Verdict.FIRST, Verdict.NEW)


def compared(previous: str, letter: Mapping[str, Any], asked: Iterable[Asked] = ()) -> Comparison:
    """Return what a letter brings beside the text sent before.

    Args:
        previous: the text that was sent, empty where none was.
        letter: `odr-letter/1`, or `{"text": ...}` of a letter written elsewhere.
        asked: the cells Amazon asked about; without, one new fact anywhere is enough.

    Worse mistake: letting a letter out that says the same in another order.
    """
    earlier = Earlier(previous)
    told = tuple(_told(letter, earlier))
    if earlier.is_empty:
        return Comparison(verdict=Verdict.FIRST, told=told, missing=())
    missing = tuple(_missing(told, letter, earlier, asked))
    return Comparison(verdict=_verdict(previous, letter, told, missing), told=told, missing=missing)


def _verdict(
    previous: str, letter: Mapping[str, Any], told: tuple[Told, ...], missing: tuple[Any, ...]
) -> Verdict:
    if words(previous) == words(str(letter.get("text", ""))):
        return Verdict.IDENTICAL
    if not any(one.has_fact for one in told):
        return Verdict.NOTHING_NEW
    return Verdict.CELL_WITHOUT_NEWS if missing else Verdict.NEW


def body(letter: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the sentences of a letter that say something: no title, no opening, no list of orders."""
    held = letter.get("sentences") or [{"text": one} for one in sentences(str(letter.get("text", "")))]
    return [one for one in held if is_body(one)]


def is_body(sentence: Mapping[str, Any]) -> bool:
    """Return whether a sentence is one of the plan's; without a known part it may be."""
    return sentence.get("kind") != _HEADING and (sentence.get("part") or Cell.ROOT_CAUSE) in _CELLS


def _told(letter: Mapping[str, Any], earlier: Earlier) -> Iterator[Told]:
    for one in body(letter):
        readings = (one.get("reading") or {}).values()
        seen = [earlier.novelty(text) for text in earlier.in_its_script(one["text"], *readings)]
        if seen:
            least = min(seen, key=lambda novelty: (novelty.has_fact, novelty.is_new, len(novelty.words)))
            yield Told(
                text=one["text"],
                part=str(one.get("part") or ""),
                cause=str(one.get("cause") or ""),
                novelty=least,
                own=_own(one, earlier),
            )


def _own(sentence: Mapping[str, Any], earlier: Earlier) -> Novelty | None:
    """Return what is new in the words of the seller and the assessment; an open sentence says nothing yet."""
    if sentence.get("from") == _TEMPLATE or sentence.get("blanks"):
        return Novelty(is_new=False, words=(), numbers=())
    parts = sentence.get("parts")
    if not parts or not earlier.is_alike_written(sentence["text"]):
        return None
    return earlier.novelty(" . ".join(part["text"] for part in parts if part["from"] != _TEMPLATE))


def _missing(
    told: tuple[Told, ...], letter: Mapping[str, Any], earlier: Earlier, asked: Iterable[Asked]
) -> Iterator[tuple[Cell, str]]:
    for one in asked:
        for cause in one.causes or ("",):
            if not _is_answered(one.cell, cause, told, letter, earlier):
                yield one.cell, cause


def _is_answered(
    cell: Cell, cause: str, told: tuple[Told, ...], letter: Mapping[str, Any], earlier: Earlier
) -> bool:
    """Return whether a cell holds a new fact; what is said of another cause is no answer."""
    if cell is Cell.FIGURES:
        return any(one.has_fact and one.novelty.numbers for one in told)
    if cell is Cell.EVIDENCE and any(
        earlier.novelty(str(proof.get("file", ""))).words for proof in letter.get("evidence_index") or ()
    ):
        return True
    return any(
        one.has_fact and one.part in ("", cell) and (not cause or one.cause in ("", cause)) for one in told
    )
