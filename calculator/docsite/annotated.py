"""Annotated letters: each sentence with the rules that hit it, or with the facts of the case in it.

Worse mistake: a note that outlives the rule it names. A note and its finding are matched while the
page is made, sentence by sentence; where one of them is gone, the page is not built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from calculator.docsite import example_letters
from calculator.docsite.fact_origins import OutOfStep, origins_of
from calculator.docsite.marked_lines import lines, marked, told
from calculator.review.document import review_document
from calculator.review.model import Asked

Finding = Mapping[str, Any]
ENDS = tuple(".!?。！？")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a letter: its words with marks, and what stands beside it.

    Attributes:
        hits: findings of the rules that begin here.
        note: what a person says about it.
        origins: where its facts are from, as keys; `("frame",)` for words of the frame alone.
        reading: the same in the reader's language, where the letter has another one.
    """

    kind: str
    words: Markup
    hits: tuple[Finding, ...] = ()
    note: str = ""
    origins: tuple[str, ...] = ()
    reading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A letter by its lines, and what its whole lacks."""

    rows: tuple[Row, ...]
    missing: tuple[Finding, ...]
    notes: Mapping[str, str]


def spoiled(name: str, lang: str) -> Annotated:
    """Return the worse letter of a case, each sentence with its hits and its note.

    Raises:
        OutOfStep: a rule named beside a sentence finds nothing in it, or a sentence is not there.
    """
    words = example_letters.before(name) or ""
    found = review_document(words, Asked(), lang)["findings"]
    notes = {one["says"]: one for one in example_letters.about(name)["sentences"]}
    rows = []
    for start, text, is_item in lines(words):
        hits = _within(found, start, start + len(text))
        note = notes.pop(text, None)
        if note:
            _keep_in_step(name, text, note["rules"], hits)
        kind = "item" if is_item else "paragraph" if text.endswith(ENDS) else "heading"
        said = note["risk"][lang] if note else ""
        rows.append(Row(kind=kind, words=marked(text, start, hits), hits=hits, note=said))
    if notes:
        raise OutOfStep(f"{name}: no such sentence in the letter: {'; '.join(notes)}")
    return Annotated(rows=tuple(rows), missing=_missing(found), notes={})


def better(name: str, lang: str) -> Annotated:
    """Return the good letter of a case, each sentence with where its facts are from.

    Raises:
        OutOfStep: it holds something heavy that no note explains, or a note has lost its finding.
    """
    letter = example_letters.letter(name)
    text: str = letter["text"]
    found = review_document(text, Asked(), lang)["findings"]
    stands = {one["rule"]: one["why"][lang] for one in example_letters.about(name).get("stands", ())}
    _keep_explained(name, found, stands)
    rows, place = [], 0
    before: tuple[str, ...] = ()
    for sentence in letter["sentences"]:
        place = text.index(sentence["text"], place)
        behind = place + len(sentence["text"])
        origins = origins_of(sentence)
        rows.append(
            Row(
                kind=sentence["kind"],
                words=told(sentence),
                hits=_within(found, place, behind),
                origins=() if origins == before or sentence["kind"] == "heading" else origins,
                reading=_reading(sentence, lang),
            )
        )
        place, before = behind, origins
    return Annotated(rows=tuple(rows), missing=_missing(found), notes=stands)


def _reading(sentence: Mapping[str, Any], lang: str) -> str:
    """Return the sentence in the reader's language, nothing where it reads the same."""
    reading = str(sentence["reading"].get(lang, ""))
    return "" if reading == sentence["text"] else reading


def _within(found: Sequence[Finding], start: int, behind: int) -> tuple[Finding, ...]:
    return tuple(one for one in found if not one["is_missing"] and start <= one["start"] < behind)


def _missing(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in found if one["is_missing"])


def _keep_in_step(name: str, text: str, rules: Sequence[str], hits: Sequence[Finding]) -> None:
    gone = sorted(set(rules) - {hit["rule"] for hit in hits})
    if gone:
        raise OutOfStep(f'{name}: {", ".join(gone)} no longer finds anything in "{text}".')


def _keep_explained(name: str, found: Sequence[Finding], stands: Mapping[str, str]) -> None:
    gone = sorted(set(stands) - {one["rule"] for one in found})
    heavy = {one["rule"] for one in found if one["severity"] in ("blocker", "major")}
    if gone:
        raise OutOfStep(f"{name}: {', '.join(gone)} is explained and finds nothing in the good letter.")
    if new := sorted(heavy - set(stands)):
        raise OutOfStep(
            f"{name}: {', '.join(new)} finds something in the good letter and nobody explains it."
        )
