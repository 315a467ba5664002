r"""Calendar text: whole-day entries in the form of RFC 5545, byte for byte the same for the same entries.

Lines end in CRLF and are folded after 75 octets, never inside a character. No clock is asked: the
stamp is the day of the assessment, so a later assessment replaces an earlier one when both are
imported. Entries do not block the day.

Worse mistake: a calendar that one program reads and another refuses on the day it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from calculator.dates import plus
from calculator.take_along.untrusted import shown

MEDIA_TYPE = "text/calendar;charset=utf-8"
_MORNING = "PT9H"
_OCTETS = 75
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One whole day of a calendar.

    Attributes:
        uid: names the same thing in every calendar made of the same case.
        reminders: days before at nine in the morning on which to be reminded; 0 is the day itself.
    """

    uid: str
    day: date
    title: str
    description: str
    reminders: tuple[int, ...] = ()


def calendar(name: str, entries: Iterable[Entry], stamp: date) -> str:
    """Return the text of a calendar; `stamp` is the day of the assessment, told as midnight in UTC.

    A calendar without an entry is not valid, so the caller gives at least one.

    Raises:
        ValueError: there is no entry.
    """
    found = sorted(entries, key=lambda entry: (entry.day, entry.uid))
    if not found:
        raise ValueError("a calendar needs an entry")
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ODR Handbook//Calculator//EN", "CALSCALE:GREGORIAN"]
    lines = [*head, f"X-WR-CALNAME:{_text(name)}"]
    for entry in found:
        lines += _event(entry, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(entry: Entry, stamp: date) -> Iterator[str]:
    after = plus(entry.day, 1)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    if after:
        yield f"DTEND;VALUE=DATE:{_day(after)}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"DESCRIPTION:{_text(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    for days in entry.reminders:
        yield from _alarm(days, entry.title)
    yield "END:VEVENT"


def _alarm(days: int, title: str) -> Iterator[str]:
    """Yield a reminder; a day that begins at midnight is nine hours later told as its morning."""
    before = f"-P{days - 1}DT15H" if days else _MORNING
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(title)}", f"TRIGGER:{before}")
    yield "END:VALARM"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    return "".join(_ESCAPED.get(character, character) for character in shown(words))


def _folded(line: str) -> str:
    """Return a content line broken so that no piece, its leading blank counted, is over 75 octets."""
    pieces, piece, room = [], "", _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = " ", _OCTETS - 1
        piece += character
        room -= size
    return "\r\n".join([*pieces, piece])
