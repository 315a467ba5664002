"""Letter document: a letter beside the one before it, as `odr-rounds/1` in words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from calculator import display
from calculator.case.appeal import Round
from calculator.case.figures import Figure
from calculator.case.model import Case
from calculator.messages import counted, text
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder
from calculator.reports.written_day import read as read_day
from calculator.rounds.changes import Change, changed, window_of
from calculator.rounds.compare import Comparison, compared
from calculator.rounds.model import Asked, Cell
from calculator.rounds.reply import read
from calculator.rounds.reply_document import ROUNDS


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
    new = sum(one.is_new for one in found.told)
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


def _sentences(found: Comparison) -> list[dict[str, Any]]:
    return [
        {
            "text": one.text,
            "part": one.part or None,
            "new": one.is_new,
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
        window = f"{window_of(one.before, one.after)}_window"
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
