"""Plain: the summary as text for a terminal, one account a block, the worst first."""

from __future__ import annotations

from collections.abc import Iterator

from calculator import display
from calculator.accounts.row import Row
from calculator.accounts.summary import Summary
from calculator.accounts.wording import closing, day_of, deadline_of, name_of, rate_of, remarks, store_of
from calculator.messages import counted, text


def accounts_text(found: Summary, lang: str) -> str:
    """Return the summary for a terminal."""
    return "\n".join(_lines(found, lang)) + "\n"


def _lines(found: Summary, lang: str) -> Iterator[str]:
    yield counted(lang, "accounts.title", len(found.rows))
    yield text(lang, "accounts.made", day=display.day(found.as_of, lang), rules=found.rules)
    if found.closing:
        yield from ("", text(lang, "accounts.closing"), *(f"  {line}" for line in closing(found, lang)))
    for state, rows in found.groups():
        yield ""
        yield text(lang, "accounts.beside", what=text(lang, f"accounts.state.{state}"), more=len(rows))
        for row in rows:
            yield from _account(row, found, lang)
    yield ""
    target = display.percent(found.target, lang)
    for name in ("number", "deadline", "claims", "alone"):
        yield text(lang, f"accounts.note.{name}", target=target)


def _account(row: Row, found: Summary, lang: str) -> Iterator[str]:
    colon = ": " if lang == "en" else "："
    name, store = name_of(row), store_of(row, lang)
    yield f"  {text(lang, 'accounts.beside', what=name, more=store) if store else name}"
    for side in row.sides:
        who = text(lang, f"explain.fulfillment.{side.fulfillment}")
        yield f"    {who}{colon}{rate_of(side, found.target, lang)}"
    days = {"next_change": row.next_change, "under_from": row.under_from}
    for name, day in days.items():
        if day:
            yield f"    {text(lang, f'accounts.column.{name}')}{colon}{day_of(day, found.as_of, lang)}"
    if row.deadline:
        yield f"    {text(lang, 'accounts.column.deadline')}{colon}{deadline_of(row, found.as_of, lang)}"
    for words in remarks(row, lang):
        yield f"    - {words}"
