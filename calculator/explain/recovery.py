"""Recovery: how the number moves in the coming days, in sentences.

Counted from what is known, with nothing new sold. What more orders would do is said nowhere here.

Worse mistake: a day that sounds like the day offers come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from calculator import stores
from calculator.assess import Assessment
from calculator.explain import rates
from calculator.explain.course import Course, days, earliest, lead, luck, notes, room, sources, stretches
from calculator.messages import text
from calculator.orders import Fulfillment
from calculator.pictures import course_of, strip_of


def courses(assessment: Assessment, lang: str) -> list[Course]:
    """Return the course of each fulfilment whose orders are known, the main one first."""
    main = rates.main_of(assessment)
    ordered = sorted(Fulfillment, key=lambda who: who is not main)
    return [Course.of(assessment, who, lang) for who in ordered if assessment.is_covered[who]]


def blocks(held: Sequence[Course], *, all_days: bool = True) -> list[dict[str, Any]]:
    """Return one block per course that has orders or marks.

    Args:
        held: as `courses` gives them.
        all_days: whether the table of all days has its rows; it is long, and closed until it is wanted.
    """
    return [_block(course, all_days=all_days) for course in held if not course.is_empty]


def _block(course: Course, *, all_days: bool) -> dict[str, Any]:
    value = {
        "fulfillment": course.who.value,
        "main": course.who is rates.main_of(course.assessment),
        "title": course.text("title"),
        "subtitle": _subtitle(course),
        "lead": lead.sentence(course),
        "earliest": earliest.block(course),
        "steps": stretches.rows(course),
        "carry": room.block(course),
        "luck": luck.block(course),
        "notes": notes.listed(course),
    }
    drawn = course.assessment, course.who, course.lang, course.recovery
    return {
        **value,
        "picture": course_of(*drawn),
        "window_picture": strip_of(*drawn),
        "days": days.table(course, all_days=all_days),
        "sources": sources.listed(course, _facts(value)),
    }


def _subtitle(course: Course) -> str:
    store, lang = course.assessment.store, course.lang
    values = {
        "who": text(lang, f"explain.fulfillment.{course.who}"),
        "store": stores.name_of(store, lang) if store else text(lang, "explain.no_store"),
        "day": course.day(course.today.day),
    }
    if not course.today.orders:
        return course.text("subtitle.none", **values)
    return course.counted("subtitle", course.today.orders, **values)


def _facts(value: Any) -> Iterator[str | None]:
    """Yield every rule that a sentence of a block names."""
    if isinstance(value, dict):
        yield value.get("fact")
        for part in value.values():
            yield from _facts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _facts(part)
