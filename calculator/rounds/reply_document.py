"""Reply document: what was read in a reply, as `odr-rounds/1` in words of one language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from calculator import display
from calculator.messages import text
from calculator.rounds.model import Asked, Deadline, Kind, Reply, Words
from calculator.rounds.reply import read

ROUNDS = "odr-rounds/1"
_ENDED = (Kind.ACCEPTED, Kind.REFUSED_FINALLY)


def read_reply(
    reply: str, lang: str, replied_on: date | None = None, as_of: date | None = None
) -> dict[str, Any]:
    """Return what Amazon's reply says, and which cells it reopens.

    Args:
        reply: the mail as pasted.
        lang: of the reader.
        replied_on: the day it came.
        as_of: today, to say that a day is over.
    """
    found = read(reply, replied_on)
    asked = [_asked(one, lang) for one in found.asked]
    is_only_asking = found.kind is Kind.UNKNOWN and bool(asked)
    return {
        "contract": ROUNDS,
        "kind": found.kind,
        "kinds": list(dict.fromkeys(kind for kind, _ in found.signs)),
        "title": text(lang, f"rounds.kind.{found.kind}.title"),
        "meaning": text(lang, f"rounds.kind.{found.kind}.{'asks' if is_only_asking else 'meaning'}"),
        "next": text(lang, f"rounds.kind.{found.kind}.next"),
        "understood": found.is_understood,
        "signs": [{"kind": kind, **_words(words)} for kind, words in found.signs],
        "asked": asked,
        "reopens": [] if found.kind in _ENDED else [one["cell"] for one in asked],
        "causes": [_cause(id_, lang) for id_ in found.causes],
        "deadline": _deadline(found, lang, as_of),
    }


def _asked(one: Asked, lang: str) -> dict[str, Any]:
    return {
        "cell": one.cell,
        "title": text(lang, f"rounds.cell.{one.cell}.title"),
        "ask": text(lang, f"rounds.cell.{one.cell}.ask"),
        "causes": [_cause(id_, lang) for id_ in one.causes],
        "words": [_words(words) for words in one.words],
    }


def _cause(id_: str, lang: str) -> dict[str, str]:
    return {"cause": id_, "title": text(lang, f"causes.names.{id_}")}


def _words(words: Words) -> dict[str, Any]:
    return {"start": words.start, "end": words.end, "text": words.text}


def _deadline(found: Reply, lang: str, as_of: date | None) -> dict[str, Any] | None:
    """Return the time to answer; the last safe day is a day earlier than what is written."""
    one = found.deadline
    if one is None:
        return None
    safe = one.day - timedelta(days=1) if one.day else None
    return {
        "day": one.day.isoformat() if one.day else None,
        "last_safe_day": safe.isoformat() if safe else None,
        "number": one.number,
        "unit": one.unit,
        "text": _told(one, safe, lang, as_of),
        "written": one.words.text,
        "start": one.words.start,
        "end": one.words.end,
    }


def _told(one: Deadline, safe: date | None, lang: str, as_of: date | None) -> str:
    written = one.words.text
    if one.day is None or safe is None:
        key = "business" if one.unit == "business_days" else "span" if one.unit else "undated"
        return text(lang, f"rounds.deadline.{key}", written=written)
    day = display.day(one.day, lang)
    if as_of and as_of >= one.day:
        return text(lang, f"rounds.deadline.{'today' if as_of == one.day else 'day_past'}", day=day)
    return text(lang, "rounds.deadline.day", day=day, safe=display.day(safe, lang))
