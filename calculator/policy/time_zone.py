"""Time zones: which clock hangs in a store, winter and summer, as data.

The browser has no zone database, so `time_zones.toml` carries what we need: minutes ahead of UTC
and, where there is summer time, the weekday and hour of both changes with the day the rule began.

>>> from datetime import UTC, datetime
>>> of_store("US").local(datetime(2026, 12, 8, 16, tzinfo=UTC)).isoformat()
'2026-12-08T08:00:00'

Worse mistake: an hour too many. Before the first known day of a zone nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from calculator import tables
from calculator.policy import find_store

PACKAGE = "calculator.policy"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SUMMER = timedelta(hours=1)
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the clocks a year: the `which`-th weekday of a month, at a time of day."""

    month: int
    weekday: str
    which: int
    minutes: int
    clock: str

    def utc(self, year: int, standard: timedelta, wall: timedelta) -> datetime:
        """Return the instant of the change in UTC; `wall` is the offset that hangs before it."""
        ahead = {"utc": timedelta(0), "standard": standard, "wall": wall}[self.clock]
        midnight = datetime.combine(self.day(year), time(), UTC)
        return midnight + timedelta(minutes=self.minutes) - ahead

    def day(self, year: int) -> date:
        """Return the day of the change; `which` counts from 1, -1 is the last of the month."""
        wanted = WEEKDAYS.index(self.weekday)
        if self.which < 0:
            last = date(year, self.month % 12 + 1, 1).replace(year=year + self.month // 12) - _DAY
            return last - timedelta(days=(last.weekday() - wanted) % len(WEEKDAYS))
        first = date(year, self.month, 1)
        return first + timedelta(days=(wanted - first.weekday()) % len(WEEKDAYS)) + (self.which - 1) * _WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class SummerTime:
    """One rule of summer time: an hour ahead between two changes, since a day."""

    name: str
    in_force_from: date
    begins: Change
    ends: Change
    sources: tuple[str, ...]

    def holds(self, instant: datetime, standard: timedelta) -> bool:
        """Tell whether the clocks are an hour ahead; south of the equator summer spans the new year."""
        begins = self.begins.utc(instant.year, standard, standard)
        ends = self.ends.utc(instant.year, standard, standard + _SUMMER)
        if begins < ends:
            return begins <= instant < ends
        return instant < ends or begins <= instant


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeZone:
    """One time zone by its IANA name."""

    name: str
    city: Mapping[str, str]
    standard: timedelta
    in_force_from: date
    summer_time: SummerTime | None
    sources: tuple[str, ...]

    def local(self, instant: datetime) -> datetime:
        """Return the clock time there, without zone, at an instant in UTC.

        Raises:
            ValueError: the zone is not known for that day.
        """
        if instant.date() < self.in_force_from:
            raise ValueError(f"{self.name} is known from {self.in_force_from} on, not for {instant}")
        summer = self.summer_time is not None and self.summer_time.holds(instant, self.standard)
        return (instant + self.standard + (_SUMMER if summer else timedelta(0))).replace(tzinfo=None)


def of_store(code: str) -> TimeZone:
    """Return the time zone a store works in.

    Raises:
        UnknownStore: no store has this code.
    """
    return zones()[find_store(code).time_zone]


@cache
def zones() -> dict[str, TimeZone]:
    """Return every zone by IANA name, in file order."""
    held = tables.read(PACKAGE, "time_zones")
    rules = {name: _summer_time(name, found) for name, found in held["summer_time"].items()}
    return {name: _zone(name, found, rules) for name, found in held["zones"].items()}


def _zone(name: str, table: dict[str, Any], rules: Mapping[str, SummerTime]) -> TimeZone:
    return TimeZone(
        name=name,
        city=table["city"],
        standard=timedelta(minutes=table["standard_minutes"]),
        in_force_from=table["in_force_from"],
        summer_time=rules[table["summer_time"]] if "summer_time" in table else None,
        sources=tuple(table["sources"]),
    )


def _summer_time(name: str, table: dict[str, Any]) -> SummerTime:
    return SummerTime(
        name=name,
        in_force_from=table["in_force_from"],
        begins=Change(**table["begins"]),
        ends=Change(**table["ends"]),
        sources=tuple(table["sources"]),
    )
