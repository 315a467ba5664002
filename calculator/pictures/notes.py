"""Notes: what a picture leaves out and what it takes for granted, one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from calculator import display
from calculator.assess import Assessment
from calculator.messages import counted, text
from calculator.orders import Fulfillment
from calculator.pictures.days import known_from
from calculator.pictures.frame import Frame
from calculator.pictures.sentences import counts
from calculator.pictures.telling import Course, highest
from calculator.policy import Counts
from calculator.recovery import Recovery


def of_course(
    assessment: Assessment, who: Fulfillment, recovery: Recovery, course: Course, frame: Frame, lang: str
) -> str | None:
    """Return the notes of a course, None where nothing is left out."""
    found = [*_course_notes(assessment, who, recovery, course, lang), *_beyond(course, frame, lang)]
    return _joined(found, lang)


def of_strip(assessment: Assessment, who: Fulfillment, unnumbered: int, lang: str) -> str | None:
    """Return the notes of a window strip."""
    found = [*_counted_as(assessment, who, lang)]
    if unnumbered:
        found.append(counted(lang, "pictures.strip.unnumbered", unnumbered))
    return _joined(found, lang)


def _course_notes(
    assessment: Assessment, who: Fulfillment, recovery: Recovery, course: Course, lang: str
) -> Iterator[str]:
    yield from _start(assessment, recovery, course, lang)
    yield from _gaps(assessment, lang)
    yield from _counted_as(assessment, who, lang)
    unnumbered = len(course.turns.keys() - set(course.numbered()))
    if unnumbered:
        yield counted(lang, "pictures.course.unnumbered", unnumbered)
    empty = next((day for day in course.days if not day.orders), None)
    if empty:
        yield text(lang, "pictures.course.gap", day=display.day(empty.day, lang))


def _beyond(course: Course, frame: Frame, lang: str) -> Iterator[str]:
    """Yield between which days the line is above the drawing, and how high it goes."""
    out = [
        day
        for day in course.days
        if day.orders and frame.is_beyond(frame.y(day.orders_with_defects, day.orders))
    ]
    if out:
        first, last = (display.day(day.day, lang, with_year=False) for day in (out[0], out[-1]))
        most = counts(out[highest(out) or 0], lang, course.target)
        yield text(lang, "pictures.course.beyond", first=first, last=last, counts=most)


def _start(assessment: Assessment, recovery: Recovery, course: Course, lang: str) -> Iterator[str]:
    """Yield why the past is short, and how it was worked out where there is one."""
    ledger, as_of = recovery.ledger, display.day(assessment.as_of, lang)
    if course.today:
        yield text(lang, "pictures.course.past", day=as_of)
    if ledger.typed is not None:
        yield text(lang, "pictures.course.typed", day=as_of)
    elif ledger.dateless[0]:
        yield counted(lang, "pictures.course.undated", ledger.dateless[0], day=as_of)
    elif course.today < recovery.length:
        known = known_from(assessment, recovery)
        first = display.day(course.days[0].day, lang)
        if known is None:
            yield text(lang, "pictures.course.no_files", day=first)
        else:
            missing = display.day(known - timedelta(days=1), lang)
            yield text(lang, "pictures.course.short_past", day=first, missing=missing)


def _gaps(assessment: Assessment, lang: str) -> Iterator[str]:
    if assessment.window.gaps:
        joint = ", " if lang == "en" else "、"
        ranges = joint.join(
            display.days(gap, lang) if gap.days > 1 else display.day(gap.first_day, lang)
            for gap in assessment.window.gaps
        )
        yield text(lang, "pictures.course.gaps", ranges=ranges)


def _counted_as(assessment: Assessment, who: Fulfillment, lang: str) -> Iterator[str]:
    """Yield how doubtful orders and marks are taken, where there are any."""
    by_day = assessment.orders.by_day.items()
    if any(number and one is who and not is_settled for (one, _, is_settled), number in by_day):
        yield text(lang, "pictures.unsettled")
    if any(
        defect.counts is Counts.UNDECIDED and defect.fulfillment in (None, who)
        for defect in assessment.defect_list.defects
    ):
        yield text(lang, "pictures.undecided")


def _joined(notes: Iterable[str], lang: str) -> str | None:
    return (" " if lang == "en" else "").join(notes) or None
