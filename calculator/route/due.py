"""Due: the deadline a notice writes, as a day or as a period.

A day counts only where words around it say that an answer is due; a period only in a sentence that asks
the seller for something. A period is counted from the day of the mail where that is written.

Worse mistake: the time Amazon gives itself, or a clock of one claim, as the seller's deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from calculator import tables
from calculator.paste import day_forms, days
from calculator.paste.day_forms import Written
from calculator.paste.days import Calendar
from calculator.route.expressions import expression
from calculator.route.found import Due
from calculator.route.hits import sentences
from calculator.route.skeleton import Skeleton

_DIGITS = "一二三四五六七八九"
_REACH = 64
_BEHIND = 24
_LONGEST = 1000
_HOURS = 24


def due(text: Skeleton, as_of: date) -> Due | None:
    """Return the earliest deadline, a written day before a period; None where none is written."""
    mail_day = _mail_day(text.source, as_of)
    found = [one for start, end in sentences(text) for one in _in_sentence(text.source, start, end, as_of)]
    written = sorted((one for one in found if one.days or one.day), key=lambda one: one.day or min(one.days))
    periods = sorted((one for one in found if one.number), key=_hours)
    counted = [_counted(one, mail_day) for one in periods]
    if not written and not counted:
        return None
    first = (written or counted)[0]
    return replace(first, mail_day=mail_day, others=_differ(written, counted))


def _differ(written: list[Due], counted: list[Due]) -> bool:
    return (
        len({one.day or one.days for one in written}) > 1
        or len({(one.number, one.unit) for one in counted}) > 1
    )


def _hours(one: Due) -> int:
    return one.number * (1 if one.unit == "hours" else _HOURS)


def _counted(one: Due, mail_day: date | None) -> Due:
    """Return a period with its last day, where the day of the mail is known and no holiday is in doubt."""
    if mail_day is None or one.unit == "business_days":
        return one
    return replace(one, day=mail_day + timedelta(hours=_hours(one)), is_counted=True)


def _in_sentence(source: str, start: int, end: int, as_of: date) -> Iterator[Due]:
    words = source[start : min(end, start + _LONGEST)]
    if not _compiled("demand").search(words):
        return
    flat = words.replace("\n", " ")
    for written in day_forms.found(flat):
        before, after = flat[max(0, written.start - _REACH) : written.start], flat[written.end :][:_REACH]
        if _compiled("before").search(before) or _compiled("after").search(after):
            yield from _day(written, start, flat, as_of)
    for name in ("period", "period_zh"):
        for match in _compiled(name).finditer(flat):
            if _compiled("void").search(flat[max(0, match.start() - _REACH) : match.end() + _BEHIND]):
                continue
            number, unit = _number(match["number"]), _unit(match)
            if number:
                yield Due(
                    number=number,
                    unit=unit,
                    start=start + match.start(),
                    end=start + match.end(),
                    text=match[0],
                )


def _day(written: Written, start: int, flat: str, as_of: date) -> Iterator[Due]:
    found = tuple(sorted(_read(written, as_of)))
    if found:
        yield Due(
            day=found[0] if len(found) == 1 else None,
            days=found if len(found) > 1 else (),
            start=start + written.start,
            end=start + written.end,
            text=flat[written.start : written.end],
        )


def _read(written: Written, as_of: date) -> tuple[date, ...]:
    """Return the days a written one may be; one without a year is the nearest to `as_of`."""
    if written.form == "relative":
        return ()
    if written.form == "no_year":
        years = range(as_of.year - 1, as_of.year + 2)
        all_ = [day for year in years for day in _whole(written, year, as_of)]
        return (min(all_, key=lambda day: abs(day - as_of)),) if all_ else ()
    return _calendar(written, as_of).read(written).days


def _whole(written: Written, year: int, as_of: date) -> tuple[date, ...]:
    clean = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", written.plain.rstrip("日号號").strip())
    text = f"{year}年{clean}日" if "月" in clean else f"{clean} {year}"
    whole = replace(written, plain=text, form="whole")
    return _calendar(whole, as_of).read(whole).days


def _calendar(written: Written, as_of: date) -> Calendar:
    return days.calendar([written], [], as_of, None)


def _mail_day(source: str, as_of: date) -> date | None:
    """Return the day in the head of the mail, where it is certain."""
    for line in source[:_LONGEST].splitlines():
        if _compiled("mail_day").search(line):
            for written in day_forms.found(line):
                found = _read(written, as_of)
                return found[0] if len(found) == 1 else None
    return None


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    known = tables.read("calculator.route", "due")["words"]
    if words.lower() in known:
        return int(known[words.lower()])
    tens, ten, ones = words.replace("两", "二").replace("兩", "二").rpartition("十")
    units = _DIGITS.find(ones) + 1 if ones else 0
    return ((_DIGITS.find(tens) + 1 if tens else 1) * 10 if ten else 0) + units


def _unit(match: re.Match[str]) -> str:
    if match.groupdict().get("work"):
        return "business_days"
    return str(tables.read("calculator.route", "due")["units"][match["unit"].lower()])


def _compiled(name: str) -> re.Pattern[str]:
    return expression(name, "due")
