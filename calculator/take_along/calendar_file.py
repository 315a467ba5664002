"""Calendar file: deadlines, moves and what has no day, as one calendar.

A calendar without an entry is refused by some programs, and an empty file tells nothing: where
there is no day to put down, or a route or order has no day, one entry of the assessed day says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from calculator import display, stores
from calculator.assess import Assessment
from calculator.messages import text
from calculator.take_along import deadlines, moves
from calculator.take_along.ics import Entry, calendar
from calculator.take_along.naming import uid


def calendar_text(assessment: Assessment, lang: str) -> str:
    """Return the calendar of an assessment in one language."""
    made = _made(assessment, lang)
    found = [*deadlines.entries(assessment, lang), *moves.entries(assessment, lang)]
    entries = [*found, *_not_held(assessment, lang, is_empty=not found)]
    told = (replace(entry, description=f"{entry.description}\n{made}".strip()) for entry in entries)
    return calendar(text(lang, "take_along.calendar"), _distinct(told), assessment.as_of)


def _not_held(assessment: Assessment, lang: str, *, is_empty: bool) -> Iterator[Entry]:
    """Yield one entry that names what has no day; none where everything has one."""
    lines = list(chain(deadlines.without_a_day(assessment, lang), moves.without_a_day(assessment, lang)))
    if lines or is_empty:
        key = "title" if lines else "nothing"
        yield Entry(
            uid=uid("not-held", assessment.store, assessment.as_of),
            day=assessment.as_of,
            title=text(lang, f"take_along.not_held.{key}"),
            description="\n".join(lines),
        )


def _made(assessment: Assessment, lang: str) -> str:
    day = display.day(assessment.as_of, lang)
    if assessment.store is None:
        return text(lang, "take_along.made_no_store", day=day)
    return text(lang, "take_along.made", day=day, store=stores.name_of(assessment.store, lang))


def _distinct(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries under names used once: two claims of one order are two deadlines."""
    seen: Counter[str] = Counter()
    for entry in entries:
        seen[entry.uid] += 1
        again = seen[entry.uid]
        yield entry if again == 1 else replace(entry, uid=f"{again}-{entry.uid}")
