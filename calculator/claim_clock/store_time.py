"""Store time: what the end of a Beijing day is on the clock of a store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from calculator.policy import time_zone

_BEIJING = timedelta(hours=8)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StoreTime:
    """A moment on a store's clock; midnight is told as 24:00 of the day that ends."""

    day: date
    clock: str
    city: str


def end_of_beijing_day(day: date, store: str, lang: str) -> StoreTime | None:
    """Return the store's clock when `day` ends in Beijing, None where the zone is not known that day.

    China has had no summer time since 1991, so Beijing is always eight hours ahead of UTC.

    >>> end_of_beijing_day(date(2026, 12, 8), "US", "en")
    StoreTime(day=datetime.date(2026, 12, 8), clock='08:00', city='Los Angeles')
    >>> end_of_beijing_day(date(2026, 7, 8), "US", "en").clock
    '09:00'
    """
    zone = time_zone.of_store(store)
    try:
        midnight = datetime.combine(day, time(), UTC) + _DAY - _BEIJING
        there = zone.local(midnight)
    except (OverflowError, ValueError):
        return None
    city = zone.city[lang]
    if there.time() == time():
        return StoreTime(there.date() - _DAY, "24:00", city)
    return StoreTime(there.date(), there.strftime("%H:%M"), city)
