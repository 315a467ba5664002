"""Letter: one template with its blanks filled, as the plain value of `odr-single-letter/1`.

A text for a form comes a second time as its boxes, each with a first line of its own while a blank is open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from calculator.json_text import pretty
from calculator.messages import text
from calculator.policy import Policy, entry
from calculator.templates.blank import Blank
from calculator.templates.complaint import backwards, complaint, day_of, is_open, misfits
from calculator.templates.facts import Facts
from calculator.templates.table import ENGLISH
from calculator.templates.template import Piece, Template, template

SINGLE_LETTER = "odr-single-letter/1"
LANGUAGE = "appeals.language_in_notice"
_HAN, _LATIN = re.compile("[\u4e00-\u9fff]"), re.compile(r"(?!\d+年)[A-Za-z0-9]")
_OPEN, _CLOSE = "【", "】"


def single_letter_json(*args: Any, **options: Any) -> str:
    """Return `single_letter` as JSON text."""
    return pretty(single_letter(*args, **options))


def single_letter(
    id_: str,
    lang: str,
    facts: Facts | None = None,
    *,
    blanks: Mapping[str, str] | None = None,
    send_in: str | None = None,
    policy: Policy | None = None,
    as_of: date | None = None,
) -> dict[str, Any]:
    """Return one letter, filled as far as facts and blanks go.

    Args:
        id_: a name out of `templates()`.
        lang: the reader's language: titles, hints and where to find what.
        facts: what the case knows, by fact name; days are written out in each language.
        blanks: what the seller typed, by blank name; it beats the facts.
        send_in: `en` or `zh`, the language of the text; English to Amazon, Chinese to others.
        policy: the rules of a day and store; without, those our cards hold now.
        as_of: today, to tell days that have not come.

    Raises:
        RequestError: no text has this id.
    """
    filled = _Filled(facts or {}, blanks or {})
    shown = template(id_, lang)
    chinese = lang if lang != ENGLISH else "zh-Hans"
    is_english = send_in == ENGLISH if send_in in (ENGLISH, "zh") else shown.is_english
    sent, read = (ENGLISH, chinese) if is_english else (chinese, ENGLISH)
    complaints = filled.complaints(template(id_, lang), sent, as_of)
    text_ = template(id_, sent)
    is_whole = _is_whole(filled.parts(text_, text_.pieces))
    parts = filled.parts(text_, text_.pieces, complaints=len(complaints))
    return {
        "contract": SINGLE_LETTER,
        "template": id_,
        "title": shown.title,
        "when": shown.when,
        "not_when": shown.not_when,
        "deadline": _deadline(shown, policy, lang),
        "fact": shown.deadline,
        "ready": is_whole and not complaints,
        "complaints": complaints,
        "text_lang": sent,
        "text": _joined(parts),
        "parts": parts,
        "reading_lang": read,
        "reading": _joined(filled.parts(template(id_, read), template(id_, read).pieces)),
        "boxes": {
            box: {"text": _joined(found), "parts": found}
            for box, pieces in text_.boxes.items()
            for found in [filled.parts(text_, pieces, complaints=len(complaints))]
        },
        "language_fact": LANGUAGE if shown.is_for_amazon else None,
        "language_note": text(lang, "letters.language_note") if shown.is_for_amazon else None,
        "blanks": [
            _blank(one, filled.value(one, sent), in_text)
            for one, in_text in zip(shown.blanks, _beside(shown, text_), strict=True)
        ],
        "facts": list(shown.facts),
        "checked_on": shown.checked_on.isoformat(),
        "status": shown.status,
    }


class _Filled:
    """What is known for the blanks of a letter: the seller's words first, then the case's facts."""

    def __init__(self, facts: Facts, typed: Mapping[str, str]) -> None:
        self._facts = facts
        self._typed = {name: found for name, words in typed.items() if (found := _one_line(words))}

    def value(self, one: Blank, lang: str) -> dict[str, str] | None:
        """Return the words for a blank and where they are from, None while it is open."""
        if one.name in self._typed:
            words = self._typed[one.name]
            if is_open(one, words):
                return None
            day = day_of(one, words)
            return {"text": _written(day or words, lang), "from": "blank", "blank": one.name}
        fact = self._facts.get(one.fact) if one.fact else None
        if fact is None:
            return None
        return {"text": _written(fact, lang), "from": "case", "blank": one.name}

    def complaints(self, found: Template, sent: str, as_of: date | None) -> list[dict[str, Any]]:
        """Return what is wrong with typed blanks, in reading order."""
        typed = {one.name: one for one in found.blanks if one.name in self._typed}
        said = [complaint(one, self._typed[name], sent, found.lang, as_of) for name, one in typed.items()]
        days = {name: day for name, one in typed.items() if (day := day_of(one, self._typed[name]))}
        words = {name: self._typed[name] for name in typed}
        known = {name: fact for name, fact in self._facts.items() if isinstance(fact, date)} | days
        wrong = misfits(words, known, typed, found.lang)
        return [one for one in (*said, backwards(days, typed, found.lang), *wrong) if one]

    def parts(self, found: Template, pieces: tuple[Piece, ...], complaints: int = 0) -> list[dict[str, Any]]:
        """Return runs of a letter: words, filled blanks, open blanks; the warning first."""
        parts = [self._part(piece, found) for piece in pieces]
        if found.lang != ENGLISH:
            _space_latin(parts)
        if not _is_whole(parts):
            parts.insert(0, {"text": text(found.lang, "letters.not_ready") + "\n\n"})
        elif complaints:
            parts.insert(0, {"text": text(found.lang, "letters.look_again") + "\n\n"})
        return parts

    def _part(self, piece: Piece, found: Template) -> dict[str, Any]:
        line = {} if piece.line is None else {"line": piece.line}
        if piece.blank is None:
            return {"text": piece.words, **line}
        one = found.blank(piece.blank)
        return {**(self.value(one, found.lang) or {"blank": one.name, "label": one.label}), **line}


def _is_whole(parts: list[dict[str, Any]]) -> bool:
    return all("text" in part for part in parts)


def _space_latin(parts: list[dict[str, Any]]) -> None:
    """Put the blank between Chinese and Latin that a filled blank needs; a date stands without one."""
    for before, after in pairwise(parts):
        if "text" not in before or "text" not in after:
            continue
        if _HAN.match(before["text"][-1]) and _LATIN.match(after["text"]):
            before["text"] += " "
        elif _LATIN.match(before["text"][-1]) and _HAN.match(after["text"]):
            after["text"] = " " + after["text"]


def _joined(parts: list[dict[str, Any]]) -> str:
    return "".join(part["text"] if "text" in part else _OPEN + part["label"] + _CLOSE for part in parts)


def _one_line(words: str) -> str:
    """Return typed words as one run without brackets that would look like an open blank."""
    bare = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(bare.replace(_OPEN, "[").replace(_CLOSE, "]").split())


def _written(fact: date | str, lang: str) -> str:
    if isinstance(fact, str):
        return _one_line(fact)
    month = text(lang, f"letters.months.m{fact.month}")
    return text(lang, "letters.day", year=fact.year, month=month, day=fact.day)


def _beside(shown: Template, sent: Template) -> list[Blank]:
    """Return the blanks as the text's own language has them, in the reader's order."""
    held = {one.name: one for one in sent.blanks}
    return [held[one.name] for one in shown.blanks]


def _blank(one: Blank, value: dict[str, str] | None, in_text: Blank) -> dict[str, Any]:
    return {
        "blank": one.name,
        "label": one.label,
        "kind": one.kind,
        "in_text": in_text.label,
        "where": one.where,
        "example": in_text.example,
        "value": value["text"] if value else None,
        "from": value["from"] if value else None,
    }


def _deadline(found: Template, policy: Policy | None, lang: str) -> str:
    if found.deadline is None:
        return text(lang, f"letters.deadline.{found.time}")
    rows = (policy.row(found.deadline),) if policy else entry(found.deadline).values
    figure = next(row.value for row in rows if row.chosen and row.until is None)
    return text(lang, f"letters.deadline.{found.deadline.split('.')[1]}", n=figure)
