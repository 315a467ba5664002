"""The strict reader of the time zones: a misspelt key or a rule nobody uses is refused with a sentence."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from calculator.policy.form import Place, Table
from calculator.policy.time_zone import WEEKDAYS

FILE = "time_zones.toml"
HEAD = ("checked_on", "review_by", "summer_time", "zones")
RULE = ("in_force_from", "sources", "begins", "ends")
CHANGE = ("month", "weekday", "which", "minutes", "clock")
ZONE = ("standard_minutes", "in_force_from", "summer_time", "sources", "city")
_Weekday = StrEnum("_Weekday", list(WEEKDAYS))  # type: ignore[misc]  # mypy wants literal members; they stand in one place only


class _Clock(StrEnum):
    UTC = "utc"
    STANDARD = "standard"
    WALL = "wall"


def check_time_zones(table: Table, sources: Collection[str], used: Collection[str]) -> set[str]:
    """Read the file of the time zones strictly.

    Args:
        table: the parsed file.
        sources: ids that may be cited.
        used: the zones that stores name.

    Returns:
        The sources it cites.

    Raises:
        PolicyFileError: the first thing that is wrong.
    """
    place = Place(FILE, "zones")
    place.only(table, HEAD)
    rules, zones = (
        place.typed(table, "summer_time", dict, "a table"),
        place.typed(table, "zones", dict, "a table"),
    )
    for name, found in rules.items():
        _check_rule(Place(FILE, f"summer_time.{name}"), found)
    for name, found in zones.items():
        _check_zone(Place(FILE, f"zones.{name}"), found, rules)
    for name in sorted(set(used) - zones.keys()):
        raise place.error("unknown_word", name="time_zone", found=name, allowed=", ".join(zones))
    cited = {id_ for found in (*rules.values(), *zones.values()) for id_ in found["sources"]}
    for id_ in sorted(cited - set(sources)):
        raise place.error("unknown_source", found=id_)
    return cited


def _check_rule(place: Place, table: Table) -> None:
    place.only(table, RULE)
    place.day(table, "in_force_from")
    _check_sources(place, table)
    for name in ("begins", "ends"):
        one = Place(FILE, f"{place.key}.{name}")
        change = place.typed(table, name, dict, "a table")
        one.only(change, CHANGE)
        for number in ("month", "which", "minutes"):
            one.typed(change, number, int, "a whole number")
        one.word(change, "weekday", _Weekday)
        one.word(change, "clock", _Clock)


def _check_zone(place: Place, table: Table, rules: Collection[str]) -> None:
    place.only(table, ZONE)
    place.day(table, "in_force_from")
    place.typed(table, "standard_minutes", int, "minutes ahead of UTC")
    place.words(table, "city")
    _check_sources(place, table)
    rule: Any = table.get("summer_time")
    if rule is not None and rule not in rules:
        raise place.error("unknown_word", name="summer_time", found=rule, allowed=", ".join(rules))


def _check_sources(place: Place, table: Table) -> None:
    if not table.get("sources"):
        raise place.error("missing_sources")
    place.texts(table, "sources")
