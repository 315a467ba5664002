"""Page: the summary as one HTML file without script, to be read, printed and sent on.

Worse mistake: a folder's name that acts in the reader's browser. Every word is made harmless and
escaped where it is put into the page, and the page's own policy lets nothing be fetched or run.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

from calculator import display, tables
from calculator.accounts.row import Row, Side, State
from calculator.accounts.summary import Summary
from calculator.accounts.wording import (
    closing,
    day_of,
    deadline_of,
    means,
    name_of,
    rate_of,
    remarks,
    store_of,
)
from calculator.messages import counted, text
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment

_COLUMNS = ("next_change", "under_from", "deadline")
_NOTES = ("number", "change", "deadline", "claims", "alone")


def accounts_html(found: Summary, lang: str) -> str:
    """Return the page in one language."""
    target = display.percent(found.target, lang)
    words = {
        "title": counted(lang, "accounts.title", len(found.rows)),
        "description": text(lang, "accounts.description"),
        "made": text(lang, "accounts.made", day=display.day(found.as_of, lang), rules=found.rules),
        "made_of": text(lang, "accounts.made_of"),
    }
    notes = (_put("note", words=text(lang, f"accounts.note.{name}", target=target)) for name in _NOTES)
    return _part("whole").format(
        lang=lang,
        style=_part("style").lstrip(),
        counts="".join(_count(state, len(rows), lang) for state, rows in found.groups()),
        closing=_closing(found, lang),
        groups="".join(_group(state, rows, found, lang) for state, rows in found.groups()),
        notes="".join(notes),
        **{name: escape(value) for name, value in words.items()},
    )


def _count(state: State, number: int, lang: str) -> str:
    label = text(lang, f"accounts.state.{state}")
    return _put("count", state=state.value, number=number, label=label)


def _closing(found: Summary, lang: str) -> str:
    items = "".join(_put("item", words=words) for words in closing(found, lang))
    return _part("closing").format(label=escape(text(lang, "accounts.closing")), items=items) if items else ""


def _group(state: State, rows: tuple[Row, ...], found: Summary, lang: str) -> str:
    between = () if state is State.UNREADABLE else (*Fulfillment, *_COLUMNS)
    return _part("group").format(
        state=state.value,
        label=escape(text(lang, f"accounts.state.{state}")),
        number=len(rows),
        means=escape(means(found, lang)[state.value]),
        columns="".join(_put("column", label=_label(name, lang)) for name in ("account", *between, "look")),
        rows="".join(_row(row, found, lang) for row in rows),
    )


def _row(row: Row, found: Summary, lang: str) -> str:
    items = "".join(_put("item", words=words) for words in remarks(row, lang))
    return _part("row").format(
        name=escape(name_of(row)),
        under="".join(_put("under", words=words) for words in _under(row, lang)),
        cells="".join(_cells(row, found, lang)),
        look=escape(_label("look", lang)),
        remarks=_part("remarks").format(items=items) if items else "",
    )


def _under(row: Row, lang: str) -> Iterator[str]:
    if row.store:
        yield store_of(row, lang)
    if row.window:
        yield text(lang, "accounts.window", days=display.days(row.window, lang))


def _cells(row: Row, found: Summary, lang: str) -> Iterator[str]:
    if row.trouble:
        return
    for side in row.sides:
        words = rate_of(side, found.target, lang)
        yield _cell(_kind_of_rate(side), side.fulfillment, words, lang)
    for name, day in (("next_change", row.next_change), ("under_from", row.under_from)):
        yield _cell("day" if day else "none", name, day_of(day, found.as_of, lang), lang)
    kind = "soon" if row.deadline and row.deadline.is_soon else "day" if row.deadline else "none"
    yield _cell(kind, "deadline", deadline_of(row, found.as_of, lang), lang)


def _kind_of_rate(side: Side) -> str:
    return {Verdict.OFF_TARGET: "off", Verdict.UNDECIDED: "soon", Verdict.NO_ORDERS: "none"}.get(
        side.verdict, "rate"
    )


def _label(name: str, lang: str) -> str:
    if name in tuple(Fulfillment):
        return text(lang, f"explain.fulfillment.{name}")
    return text(lang, f"accounts.column.{name}")


def _cell(kind: str, name: str, words: str, lang: str) -> str:
    return _put("cell", kind=kind, label=_label(name, lang), words=words)


def _put(part: str, **values: object) -> str:
    """Return a part of the page with its values escaped."""
    return _part(part).format(**{name: escape(str(value)) for name, value in values.items()})


@cache
def _part(name: str) -> str:
    return str(tables.read("calculator.accounts", "page")[name])
