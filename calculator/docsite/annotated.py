"""Annotated letters: each sentence with the rules that hit it, or with the facts of the case in it.

Worse mistake: a note that outlives the rule it names. A note and its finding are matched while the
page is made, sentence by sentence; where one of them is gone, the page is not built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from calculator.docsite import example_letters
from calculator.review.document import review_document
from calculator.review.model import Asked

Finding = Mapping[str, Any]
LINE = re.compile(r"^(- )?(.*\S)", re.MULTILINE)
ENDS = tuple(".!?。！？")
ORIGINS = (
    (r"store|appeal\.letter_day", "opening"),
    (r"notice\..*", "notice"),
    (r"odr_page\..*", "odr_page"),
    (r"appeal\.rounds\..*", "round"),
    (r"defects\..*", "orders"),
    (r"appeal\.causes\.\w+\.(?:answers|typed)\..*", "cause"),
    (r"appeal\.causes\.\w+\.actions\.\w+\.answers\.(?P<part>\w+)", "deed"),
    (r"appeal\.causes\.\w+\.prevention\.\w+\.answers\.(?P<part>\w+)", "measure"),
    (r"appeal\.causes\.\w+\.evidence\..*", "papers"),
)
"""Fields of the case by the part of the seller's facts they are."""
PARTS = {"deed": ("on", "who", "proof"), "measure": ("start", "who", "measure")}
"""Answers that are named one by one; what is left is "the rest"."""


class OutOfStep(Exception):
    """A page says something about a letter that the rules do not say (any more)."""


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
        origins = _origins(sentence)
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


def lines(words: str) -> Iterator[tuple[int, str, bool]]:
    r"""Yield the lines of a letter: their place, their words, whether they are items of a list.

    >>> list(lines("Done\n\n- We did it.\n"))
    [(0, 'Done', False), (8, 'We did it.', True)]
    """
    for found in LINE.finditer(words):
        yield found.start(2), found[2], bool(found[1])


def marked(text: str, start: int, hits: Sequence[Finding]) -> Markup:
    """Return the words of a line with what the findings point at marked, the heaviest colour first."""
    weights = [""] * len(text)
    for hit in reversed(hits):
        for at in range(hit["start"] - start, min(hit["end"] - start, len(text))):
            weights[at] = hit["severity"]
    parts, at = [], 0
    while at < len(text):
        behind = at + 1
        while behind < len(text) and weights[behind] == weights[at]:
            behind += 1
        part = escape(text[at:behind])
        parts.append(_mark(part, weights[at]) if weights[at] else part)
        at = behind
    return Markup("").join(parts)


def told(sentence: Mapping[str, Any]) -> Markup:
    """Return a sentence of a composed letter with the facts in it set off from the frame."""
    said = [
        escape(one["text"]) if one["from"] == "template" else Markup("<b>{}</b>").format(one["text"])
        for one in sentence["parts"]
    ]
    rest = sentence["text"].removeprefix("".join(one["text"] for one in sentence["parts"]))
    return Markup("").join([*said, escape(rest)])


def _reading(sentence: Mapping[str, Any], lang: str) -> str:
    """Return the sentence in the reader's language, nothing where it reads the same."""
    reading = str(sentence["reading"].get(lang, ""))
    return "" if reading == sentence["text"] else reading


def _origins(sentence: Mapping[str, Any]) -> tuple[str, ...]:
    found = dict.fromkeys(_origin(one) for one in sentence["parts"] if one["from"] != "template")
    return tuple(found) or ("frame",)


def _origin(part: Mapping[str, Any]) -> str:
    if part["from"] == "assessment":
        return "rate"
    for pattern, origin in ORIGINS:
        if field := re.fullmatch(pattern, part["field"]):
            named = field.groupdict().get("part")
            return f"{origin}.{named if named in PARTS[origin] else 'rest'}" if named else origin
    raise OutOfStep(f'No part of the case is named for the field "{part["field"]}".')


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


def _mark(part: Markup, severity: str) -> Markup:
    return Markup('<mark class="odr-hit odr-hit--{}">{}</mark>').format(severity, part)
