"""Document: what was read and compared, as the plain value of `odr-rounds/1`, in words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from calculator import display
from calculator.case.appeal import Round
from calculator.case.figures import Figure
from calculator.case.model import Case
from calculator.messages import counted, text
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder
from calculator.reports.written_day import read as read_day
from calculator.rounds.changes import Change, changed, is_same_window
from calculator.rounds.compare import Comparison, compared
from calculator.rounds.model import Asked, Cell, Deadline, Kind, Reply, Words
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


def compare(
    previous: str, letter: Mapping[str, Any], lang: str, asked: Iterable[Asked] | str = ()
) -> dict[str, Any]:
    """Return which sentences of a letter are new, and what Amazon asked for and does not get.

    Args:
        previous: the text sent before.
        letter: `odr-letter/1`, or `{"text": ...}`.
        lang: of the reader.
        asked: the cells asked about, or the reply itself.
    """
    cells = read(asked).asked if isinstance(asked, str) else tuple(asked)
    found = compared(previous, letter, cells)
    new = sum(one.novelty.is_new for one in found.told)
    return {
        "contract": ROUNDS,
        "verdict": found.verdict,
        "ok": found.is_sendable,
        "title": text(lang, f"rounds.compare.{found.verdict}.title"),
        "text": text(lang, f"rounds.compare.{found.verdict}.text"),
        "count": counted(lang, "rounds.compare.sentences", len(found.told), new=new),
        "sentences": _sentences(found),
        "missing": [_missing(cell, cause, lang) for cell, cause in found.missing],
    }


def changes(previous: Round, case: Case, letter: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return what differs between a round that was sent and the letter now, in plain sentences."""
    rows = [_change(one, previous, lang) for one in changed(previous, case, letter)]
    return {
        "contract": ROUNDS,
        "changes": rows,
        "text": "\n".join(" ".join(filter(None, (row["text"], row["ask"]))) for row in rows)
        or text(lang, "rounds.changes.none"),
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


def _sentences(found: Comparison) -> list[dict[str, Any]]:
    return [
        {
            "text": one.text,
            "part": one.part or None,
            "new": one.novelty.is_new,
            "fact": one.has_fact,
            "numbers": list(one.novelty.numbers),
        }
        for one in found.told
    ]


def _missing(cell: Cell, cause: str, lang: str) -> dict[str, Any]:
    name, ask = text(lang, f"rounds.cell.{cell}.title"), text(lang, f"rounds.cell.{cell}.ask")
    if not cause:
        message = text(lang, "rounds.compare.missing.any", cell=name, ask=ask)
    else:
        named = text(lang, f"causes.names.{cause}")
        message = text(lang, "rounds.compare.missing.cause", cell=name, cause=named, ask=ask)
    return {"cell": cell, "cause": cause or None, "message": message}


def _change(one: Change, previous: Round, lang: str) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": one.kind, "part": one.part or None}
    if isinstance(one.before, Figure) and isinstance(one.after, Figure):
        before, after = _counts(one.before, lang), _counts(one.after, lang)
        sent = read_day(plain(previous.sent_on), DateOrder.YEAR)
        key = "figure" if sent else "figure_undated"
        sent_on = display.day(sent, lang) if sent else ""
        window = "same_window" if is_same_window(one.before, one.after) else "other_window"
        said = text(lang, f"rounds.changes.{key}", sent_on=sent_on, before=before, after=after)
        return {
            **row,
            "before": before,
            "after": after,
            "text": said,
            "ask": text(lang, f"rounds.changes.{window}"),
        }
    said = text(lang, f"rounds.changes.{one.kind}", before=one.before, after=one.after)
    ask = None if one.kind == "new" else text(lang, f"rounds.changes.{one.kind}_ask")
    return {**row, "before": one.before, "after": one.after, "text": said, "ask": ask}


def _counts(figure: Figure, lang: str) -> str:
    day = display.day(figure.day, lang) if figure.day else ""
    return text(
        lang,
        "rounds.changes.counts_day" if day else "rounds.changes.counts",
        orders=display.count(figure.orders),
        orders_with_defects=display.count(figure.orders_with_defects),
        day=day,
    )
