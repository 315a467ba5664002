"""Evidence: the papers the seller names, numbered in the order in which the letter cites them.

A paper is one of the evidence list, or one named as proof of a deed; one named twice is listed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from calculator.case.appeal_place import joined
from calculator.letter.model import Entry, Kind, Place
from calculator.letter.template import known, said, slot
from calculator.plan_of_action.answers import Answer, answered
from calculator.plan_of_action.model import Part, Source, Writing
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.rows import Row

_CHINESE_END = ("。", "】", "）")
_PROOF = ".proof"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper: its name, what it shows, and the lines of the plan it belongs to."""

    number: int
    file: Answer
    what: Answer | None
    lines: tuple[tuple[str, str], ...]


def papers(plan: Plan) -> tuple[Paper, ...]:
    """Return the papers of the rows the letter tells, each once; their numbers follow the rows."""
    found: dict[str, Paper] = {}
    for row in plan.told:
        for line, file, what in _named(row, plan.writing):
            name = next(iter(file.words.values()), file.field).casefold()
            held = found.get(name)
            lines = (*(held.lines if held else ()), (row.id, line))
            number = held.number if held else len(found) + 1
            known_what = (held.what if held else None) or what
            found[name] = Paper(number=number, file=held.file if held else file, what=known_what, lines=lines)
    return tuple(found.values())


def _named(row: Row, writing: Writing) -> Iterator[tuple[str, Answer, Answer | None]]:
    """Yield each paper of a row with its line, line by line: those of the list, then the proof itself."""
    first = next((one.id for one in row.root_cause if one.sentence), "")
    for line in (*row.root_cause, *row.actions, *row.prevention):
        if not line.sentence:
            continue
        for paper in row.evidence:
            shows = first if paper.shows == "root_cause" else paper.shows
            if shows == line.id:
                place = f"{row.place}.{joined('evidence', paper.id)}"
                file = answered(slot("file", "proof", "file"), paper.file, "", f"{place}.file", writing)
                what = answered(slot("what", "words", "what"), paper.what, "", f"{place}.what", writing)
                yield line.id, file, what if what.words else None
        for part in line.sentence.parts:
            if part.field.endswith(_PROOF) and part.source is Source.SELLER:
                yield line.id, known("file", part.text, Source.SELLER, part.field, kind="proof"), None


def numbered(found: Sequence[Paper], entries: Sequence[Entry]) -> tuple[Paper, ...]:
    """Return the papers numbered in the order in which the letter's sentences cite them."""
    at = {(one.sentence.row, one.line): place for place, one in enumerate(entries) if one.line}
    last = len(entries)
    ordered = sorted(found, key=lambda one: min(at.get(line, last) for line in one.lines))
    return tuple(replace(one, number=number) for number, one in enumerate(ordered, 1))


def cited(entries: Sequence[Entry], found: Sequence[Paper]) -> list[Entry]:
    """Return the entries with the numbers of their papers behind them."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for paper in found:
        for line in paper.lines:
            numbers.setdefault(line, []).append(paper.number)
    return [
        _with(one, tuple(dict.fromkeys(numbers.get((one.sentence.row, one.line), ())))) for one in entries
    ]


def _with(entry: Entry, numbers: tuple[int, ...]) -> Entry:
    if not numbers or not entry.line:
        return entry
    mark = "".join(f"[{number}]" for number in numbers)
    sentence = entry.sentence
    parts = (*sentence.parts, Part(text=_apart(sentence.text) + mark, source=Source.TEMPLATE))
    reading = None if sentence.reading is None else sentence.reading + _apart(sentence.reading) + mark
    return replace(entry, sentence=replace(sentence, parts=parts, reading=reading), papers=numbers)


def _apart(before: str) -> str:
    """Return the blank before a number; after a Chinese full stop there is none."""
    return "" if before.endswith(_CHINESE_END) else " "


def listed(found: Sequence[Paper], writing: Writing) -> list[Entry]:
    """Return the index as entries, with its heading."""
    if not found:
        return []
    heading = Entry(
        place=Place.EVIDENCE, kind=Kind.HEADING, sentence=said("letter.heading.evidence", writing)
    )
    return [heading, *(_entry(one, writing) for one in found)]


def _entry(one: Paper, writing: Writing) -> Entry:
    key = "letter.paper_what" if one.what else "letter.paper"
    answers = {"file": one.file, **({"what": one.what} if one.what else {})}
    sentence = said(key, writing, answers)
    number = f"[{one.number}] "
    parts = (Part(text=number, source=Source.TEMPLATE), *sentence.parts)
    reading = None if sentence.reading is None else number + sentence.reading
    sentence = replace(sentence, parts=parts, reading=reading)
    return Entry(place=Place.EVIDENCE, kind=Kind.ITEM, sentence=sentence, papers=(one.number,))


def index(found: Sequence[Paper], entries: Sequence[Entry]) -> tuple[dict[str, Any], ...]:
    """Return the index as plain values; `sentence` is the number of the first sentence that cites it."""
    return tuple(
        {
            "number": one.number,
            "file": next(iter(one.file.words.values()), None),
            "field": one.file.field,
            "shows": _what(one, entries),
            "sentence": next(
                (at for at, entry in enumerate(entries) if entry.line and one.number in entry.papers), None
            ),
        }
        for one in found
    )


def _what(one: Paper, entries: Sequence[Entry]) -> str:
    """Return what a paper shows, as the seller says; else the sentence it proves."""
    if one.what:
        return next(iter(one.what.words.values()))
    return next((entry.sentence.text for entry in entries if entry.line and one.number in entry.papers), "")
