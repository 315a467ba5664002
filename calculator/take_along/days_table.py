"""Days table: the counts of the next ninety days without new orders, a row a day, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.assess import Assessment
from calculator.explain import recovery as told
from calculator.explain.course import Course
from calculator.messages import text
from calculator.take_along import csv, moves

COLUMNS = ("day", "who", "orders", "orders_with_defects", "rate", "text")
Row = tuple[object, ...]
Texts = dict[tuple[str, str], str]


def days_text(assessment: Assessment, lang: str) -> str:
    """Return the table; each fulfilment whose orders are known has its own rows."""
    header = [text(lang, f"take_along.days.{column}") for column in COLUMNS]
    return csv.table(header, _rows(assessment, lang))


def _rows(assessment: Assessment, lang: str) -> Iterator[Row]:
    changes = _changes(assessment, lang)
    for course in moves.courses(assessment, lang):
        ledger = course.recovery.ledger
        if assessment.is_covered[course.who]:
            yield from _days(course, changes)
        elif ledger.marked or ledger.dateless[0]:
            missing = text(lang, "explain.verdict.orders_missing")
            yield (None, moves.who_of(course), None, None, None, missing)


def _days(course: Course, changes: Texts) -> Iterator[Row]:
    crossed = {day.day: moves.crossing_title(kind, course) for kind, day in moves.crossings(course)}
    stop = "." if course.lang == "en" else "。"
    for day in course.days:
        iso = day.day.isoformat()
        title = f"{crossed[day.day]}{stop}" if day.day in crossed else ""
        words = course.joined(title, changes.get((course.who.value, iso), ""))
        yield (iso, moves.who_of(course), day.orders, day.orders_with_defects, course.rate(day), words)


def _changes(assessment: Assessment, lang: str) -> Texts:
    """Return what changes on each day, in the words of the page."""
    blocks = told.blocks(told.courses(assessment, lang))
    return {
        (block["fulfillment"], row["iso"]): row["text"] for block in blocks for row in block["days"]["rows"]
    }
