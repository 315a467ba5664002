"""Sentences: what a numbered day of a course says: what moves, the counts, on which side they stand.

Worse mistake: a low day that sounds like the day offers come back.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calculator import display
from calculator.messages import counted, text
from calculator.pictures.days import Turn
from calculator.pictures.telling import Course, rate
from calculator.recovery import Day


def sentence(course: Course, place: int, lang: str) -> str:
    """Return what a numbered day says."""
    turn = course.turns.get(place)
    parts = [_what(course, place, turn, lang)]
    if turn and place == course.highest:
        parts.append(text(lang, "pictures.course.highest_too"))
    if place == course.full:
        parts.append(text(lang, "pictures.course.only_leave"))
    if turn or place in (course.under, course.over, course.stays):
        parts.append(_standing(course, place, lang))
    return (" " if lang == "en" else "").join(part for part in parts if part)


def counts(day: Day, lang: str, target: Fraction) -> str:
    """Return the counts of a day and their rate, or that there are no orders."""
    found = rate(day)
    if found is None:
        return text(lang, "pictures.course.no_orders")
    values = {"defects": display.count(day.orders_with_defects), "orders": display.count(day.orders)}
    if not found:
        return text(lang, "pictures.course.none", **values)
    return text(lang, "pictures.course.counts", **values, rate=display.percent(found, lang, target))


def _what(course: Course, place: int, turn: Turn | None, lang: str) -> str:
    shown = counts(course.days[place], lang, course.target)
    if turn:
        joint = ". " if lang == "en" else "。"
        moves = joint.join(_moves(turn, lang, is_past=place <= course.today))
        return text(lang, "pictures.course.moved", what=moves, counts=shown)
    name = "highest" if place == course.highest else "alone"
    return text(lang, f"pictures.course.{name}", counts=shown)


def _moves(turn: Turn, lang: str, *, is_past: bool) -> Iterator[str]:
    tense = "past" if is_past else "coming"
    moved = (("left", turn.left, turn.ordered_left), ("entered", turn.entered, turn.ordered_entered))
    for name, number, ordered in moved:
        if number:
            day = display.day(ordered, lang, with_year=False)
            yield counted(lang, f"pictures.course.{name}.{tense}", number, ordered=day)
    if turn.dateless:
        yield counted(lang, "pictures.course.dateless", turn.dateless)


def _standing(course: Course, place: int, lang: str) -> str:
    """Return on which side of the target a day stands, said as a figure and nothing more."""
    day, target = course.days[place], display.percent(course.target, lang)
    if not day.orders:
        return ""
    if place == course.under:
        return text(lang, "pictures.course.first_under", target=target)
    before = course.days[place - 1]
    is_off = day.is_off_target(course.target)
    side = "off" if is_off else "on"
    same = "still" if before.orders and before.is_off_target(course.target) == is_off else "now"
    return text(lang, f"pictures.course.{side}_{same}", target=target)
