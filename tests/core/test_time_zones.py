"""Each store's clock is right on every day, summer and winter, without a zone database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from importlib import import_module

import pytest

from calculator.messages import LANGUAGES
from calculator.policy import stores, time_zone

START, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
CODES = [one.code for one in stores()]


@pytest.mark.parametrize(
    ("store", "utc", "local"),
    [
        ("US", "2026-03-08T09:59", "2026-03-08T01:59"),
        ("US", "2026-03-08T10:00", "2026-03-08T03:00"),
        ("US", "2026-11-01T08:59", "2026-11-01T01:59"),
        ("US", "2026-11-01T09:00", "2026-11-01T01:00"),
        ("DE", "2026-03-29T00:59", "2026-03-29T01:59"),
        ("DE", "2026-03-29T01:00", "2026-03-29T03:00"),
        ("UK", "2026-10-25T01:00", "2026-10-25T01:00"),
        ("AU", "2026-04-04T15:59", "2026-04-05T02:59"),
        ("AU", "2026-04-04T16:00", "2026-04-05T02:00"),
        ("AU", "2026-10-03T16:00", "2026-10-04T03:00"),
        ("EG", "2026-04-23T22:00", "2026-04-24T01:00"),
        ("EG", "2026-10-29T21:00", "2026-10-29T23:00"),
        ("BR", "2026-01-15T12:00", "2026-01-15T09:00"),
        ("IN", "2026-07-01T18:30", "2026-07-02T00:00"),
    ],
)
def test_the_clocks_change_at_the_right_minute(store: str, utc: str, local: str) -> None:
    there = time_zone.of_store(store).local(datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert there == datetime.fromisoformat(local)


@pytest.mark.native
@pytest.mark.parametrize("store", CODES)
def test_every_day_from_2024_to_2030_agrees_with_the_zone_database(store: str) -> None:
    """Every day at the end of the Beijing day, and every hour of the days beside a change."""
    zone = time_zone.of_store(store)
    known = import_module("zoneinfo").ZoneInfo(zone.name)
    for day in range((END - START).days):
        noon = START + timedelta(days=day)
        hours = range(24) if _differs(known, noon) else (16,)
        for hour in hours:
            instant = noon + timedelta(hours=hour)
            assert zone.local(instant) == instant.astimezone(known).replace(tzinfo=None), instant


def _differs(known: tzinfo, day: datetime) -> bool:
    ends = [(day + timedelta(days=n)).astimezone(known).utcoffset() for n in (-1, 0, 1, 2)]
    return len(set(ends)) > 1


def test_before_the_first_known_day_of_a_zone_nothing_is_said() -> None:
    zone = time_zone.of_store("US")
    assert zone.local(datetime(2007, 3, 11, tzinfo=UTC)).isoformat() == "2007-03-10T16:00:00"
    with pytest.raises(ValueError, match="known from 2007-03-11"):
        zone.local(datetime(2007, 3, 10, 23, tzinfo=UTC))


def test_the_last_weekday_of_december_is_found_too() -> None:
    last = time_zone.Change(month=12, weekday="thursday", which=-1, minutes=0, clock="utc")
    assert last.day(2026) == date(2026, 12, 31)


def test_no_zone_and_no_rule_is_left_over() -> None:
    used = {one.time_zone for one in stores()}
    assert used == set(time_zone.zones())
    assert {zone.summer_time.name for zone in time_zone.zones().values() if zone.summer_time} == {
        "united_states",
        "european_union",
        "new_south_wales",
        "egypt",
    }


def test_every_zone_has_a_city_in_every_language() -> None:
    assert [zone.name for zone in time_zone.zones().values() if set(zone.city) != set(LANGUAGES)] == []
