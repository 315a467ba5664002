"""The strict reader refuses each broken file with a sentence that helps, and passes its mended twin."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculator.messages import catalogue
from calculator.policy import PolicyFileError
from calculator.policy.check import check_package, read_edition, read_entries, read_sources, read_stores
from calculator.policy.check_zones import check_time_zones

FOLDER = Path(__file__).parent / "policy_files"
SOURCES = {"help_page"}
STORES = {"US", "IN"}

BROKEN = {
    "chosen_without_conflict": ("target #1", "“chosen”", "not in_conflict", "Remove"),
    "empty_group": ("window_days", "“statement” is missing", "Add it"),
    "empty_sources": ("target #1", "cites no source", "sources.toml"),
    "empty_text": ("target:", "“statement” is empty in en", "blank"),
    "lonely_conflict": ("row 1 is in_conflict", "no other row", "Add the other row"),
    "missing_check": ("target #1", "“checked_on”", "head of the file", "when to look again"),
    "missing_grade": ("target #1", "“grade” is missing", "Add it"),
    "missing_language": ("“statement” has no text in zh-Hans", "Add “statement.zh-Hans”"),
    "missing_source": ("target #1", "cites no source", "cannot be checked", "sources.toml"),
    "missing_start": ("neither in_force_from nor seen_on", "from which day", "earliest day it was seen"),
    "missing_statement": ("target:", "“statement” is missing"),
    "missing_stores": ("target #1", "“stores” is missing"),
    "missing_unit": ("no unit", "60 could be days or orders", "fraction_of_orders"),
    "missing_value": ("has no value", "not_published"),
    "no_choice": ("none is chosen", "chosen = true"),
    "no_values": ("no row", "Add at least one row"),
    "not_published_but_official": ("not_published", "official", "gap for a fact"),
    "note_in_one_language": ("“note” has no text in zh-Hans",),
    "overlapping_by_one_day": ("rows 1 and 2", "same days in the same stores", "until"),
    "overlapping_stores": ("rows 1 and 2", "same days in the same stores", "until"),
    "overlapping_values": ("rows 1 and 2", "same days in the same stores", "in_conflict"),
    "repeated_source": ("“help_page” appears twice", "Keep one"),
    "review_before_check": ("review_by 2026-11-22", "checked_on 2026-11-22", "overdue"),
    "two_choices": ("rows 1 and 2 are both chosen", "Keep chosen = true in one"),
    "two_starts": ("both in_force_from and seen_on", "Only one day"),
    "unknown_condition": ("“condition” says “below”", "less_than, at_least, at_most"),
    "unknown_entry_key": ("“note” is not allowed", "Allowed: statement, values"),
    "unknown_grade": ("“grade” says “reliable”", "official, secondary, single"),
    "unknown_head_key": ("“reviewed_by” is not allowed", "Allowed: checked_on, review_by"),
    "unknown_key": ("“conditon” is not allowed", "its rule lost", "Allowed: value, status", "condition"),
    "unknown_language": ("statement", "“fr” is not allowed", "en, zh-Hans, zh-Hant"),
    "unknown_status": ("“status” says “certain”", "known, not_published, in_conflict"),
    "unknown_store": ("“XX” is not a store", "hold nowhere"),
    "unknown_unit": ("“unit” says “percent”", "fraction_of_orders"),
    "unresolved_source": ("“help_pages” is not in sources.toml", "correct the id"),
    "until_before_start": ("until 2020-11-18 is before the first day 2020-11-19", "never hold"),
    "until_before_used_from": ("until 2020-11-18 is before the first day 2020-11-19",),
    "used_from_after_seen_on": ("used_from 2022-12-31 is not before seen_on 2022-12-31",),
    "used_from_with_in_force_from": ("used_from 2020-11-19", "stands without it"),
    "value_not_published": ("not_published and still has a value", "never gave", "Remove the value"),
    "wrong_type_chosen": ("“chosen” holds str 'yes'", "true or false"),
    "wrong_type_day": ("“seen_on” holds str", "a day such as 2026-11-22"),
    "wrong_type_empty_stores": ("“stores” holds list []", "a list of store codes"),
    "wrong_type_mixed_list": ("“value” holds list [1, 'two']", "a list of one of these"),
    "wrong_type_not_finite": ("“value” holds Decimal", "a number"),
    "wrong_type_stores": ("“stores” holds str 'US'", "a list of texts"),
    "wrong_type_time": ("“seen_on” holds datetime", "a day such as 2026-11-22"),
    "wrong_type_value": ("“value” holds date", "true or false, a number, a word"),
    "wrong_type_values": ("“values” holds dict", "[[target.values]]"),
}


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def read(path: Path) -> object:
    return read_entries(table(path), "order_defect_rate.toml", SOURCES, STORES)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_file_is_refused_with_file_key_reason_and_remedy(name: str) -> None:
    with pytest.raises(PolicyFileError) as refused:
        read(FOLDER / f"{name}.toml")
    message = str(refused.value)
    assert refused.value.file == "order_defect_rate.toml"
    assert message.startswith(f"order_defect_rate.toml, {refused.value.key}: ")
    assert [words for words in BROKEN[name] if words not in message] == [], message
    assert refused.value.message("zh-Hans").startswith("order_defect_rate.toml，")


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_mended_twin_of_a_broken_file_passes(name: str) -> None:
    assert read(FOLDER / "mended" / f"{name}.toml")


def test_every_broken_file_has_its_words_and_its_twin() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(BROKEN)
    assert {path.stem for path in (FOLDER / "mended").glob("*.toml")} == set(BROKEN)


def test_the_files_of_the_package_pass_the_strict_reader() -> None:
    check_package()


SOURCE = {"title": "A page", "publisher": "Amazon", "kind": "help_page"}
STORE = {"code": "US", "marketplace_id": "A1", "time_zone": "Asia/Tokyo", "sales_channels": ["Amazon.com"]}
NAME = {"en": "United States", "zh-Hans": "美国"}


def day(text: str) -> object:
    return tomllib.loads(f"day = {text}")["day"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "page"}, "“kind” says “page”"),
        ({"title": ""}, "“title” is empty"),
        ({"seen": 1}, "“seen” is not allowed"),
        ({"address": None}, "“address” holds NoneType"),
        ({"address": "sellercentral.amazon.com"}, "begins with http"),
        ({"dated": "June 2016"}, "2016-06"),
        ({"seen_on": "2026-11-22"}, "“seen_on” holds str"),
    ],
)
def test_a_broken_source_is_refused(change: dict[str, Any], words: str) -> None:
    good = {**SOURCE, "seen_on": day("2026-11-22"), "address": "https://example.com/", "dated": "2016-06"}
    assert read_sources({"a_page": good}, "sources.toml")[0].id == "a_page"
    with pytest.raises(PolicyFileError) as refused:
        read_sources({"a_page": {**good, **change}}, "sources.toml")
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": "US"}, "“US” appears twice"),
        ({"aliases": ["US"]}, "“US” appears twice"),
        ({"marketplace_id": "A1"}, "“A1” appears twice"),
        ({"sales_channels": ["amazon.com"]}, "“amazon.com” appears twice"),
        ({"sales_channels": "Amazon.ca"}, "a list of texts"),
        ({"name": {"en": "Canada"}}, "no text in zh-Hans"),
        ({"colour": "red"}, "“colour” is not allowed"),
    ],
)
def test_a_broken_store_is_refused(change: dict[str, Any], words: str) -> None:
    first = {**STORE, "name": NAME}
    other = {
        "code": "CA",
        "marketplace_id": "A2",
        "time_zone": "Asia/Tokyo",
        "sales_channels": ["Amazon.ca"],
        "name": NAME,
    }
    assert [one.code for one in read_stores({"stores": [first, other]}, "stores.toml")] == ["US", "CA"]
    with pytest.raises(PolicyFileError) as refused:
        read_stores({"stores": [first, {**other, **change}]}, "stores.toml")
    assert words in str(refused.value)


ZONES: dict[str, Any] = {
    "summer_time": {
        "eu": {
            "in_force_from": date(1996, 3, 31),
            "sources": ["help_page"],
            "begins": {"month": 3, "weekday": "sunday", "which": -1, "minutes": 60, "clock": "utc"},
            "ends": {"month": 10, "weekday": "sunday", "which": -1, "minutes": 60, "clock": "utc"},
        }
    },
    "zones": {
        "Europe/Paris": {
            "standard_minutes": 60,
            "in_force_from": date(1996, 3, 31),
            "summer_time": "eu",
            "sources": ["help_page"],
            "city": {"en": "Paris", "zh-Hans": "巴黎"},
        }
    },
}


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("zones/Europe~Paris/city", {"en": "Paris"}, "no text in zh-Hans"),
        ("zones/Europe~Paris/sources", [], "cites no source"),
        ("zones/Europe~Paris/sources", ["hearsay"], "“hearsay” is not in sources.toml"),
        ("zones/Europe~Paris/summer_time", "us", "“us”, which means nothing here"),
        ("zones/Europe~Paris/standard_minutes", "60", "minutes ahead of UTC"),
        ("zones/Europe~Paris/colour", "red", "“colour” is not allowed"),
        ("summer_time/eu/begins/weekday", "Sunday", "“Sunday”, which means nothing here"),
        ("summer_time/eu/ends/hour", 1, "“hour” is not allowed"),
        ("summer_time/eu/in_force_from", "1996", "a day such as"),
        ("zones/Asia~Tokyo", {}, "“in_force_from” is missing"),
    ],
)
def test_a_broken_time_zone_is_refused(path: str, value: object, words: str) -> None:
    assert check_time_zones(ZONES, SOURCES, {"Europe/Paris"}) == {"help_page"}
    broken = deepcopy(ZONES)
    *folders, name = path.replace("~", "\n").split("/")
    held = broken
    for folder in folders:
        held = held[folder.replace("\n", "/")]
    held[name.replace("\n", "/")] = value
    with pytest.raises(PolicyFileError) as refused:
        check_time_zones(broken, SOURCES, {"Europe/Paris"})
    assert words in str(refused.value)


def test_a_store_in_a_zone_nobody_described_is_refused() -> None:
    with pytest.raises(PolicyFileError, match="Asia/Tokyo"):
        check_time_zones(ZONES, SOURCES, {"Asia/Tokyo"})


def test_an_edition_without_a_name_is_refused() -> None:
    assert read_edition({"rules": "2026.11"}, "edition.toml") == "2026.11"
    with pytest.raises(PolicyFileError, match="holds Decimal"):
        read_edition({"rules": Decimal("2026.11")}, "edition.toml")


def test_a_source_that_no_row_cites_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from calculator import tables

    original = tables.read
    idle = {"idle_page": {**SOURCE, "seen_on": day("2026-11-22")}}

    def read_with_idle_source(package: str, name: str) -> dict[str, Any]:
        found = original(package, name)
        return {**found, **idle} if name == "sources" else found

    monkeypatch.setattr(tables, "read", read_with_idle_source)
    with pytest.raises(PolicyFileError, match="idle_page: no row cites this source"):
        check_package()


def test_every_way_to_refuse_a_file_is_seen_at_work() -> None:
    seen = set()
    for name in BROKEN:
        try:
            read(FOLDER / f"{name}.toml")
        except PolicyFileError as refused:
            seen.add(refused.code.removeprefix("file."))
    known = {key.removeprefix("file.") for key in catalogue("en", "policy") if key.startswith("file.")}
    assert known - seen == {"unused_source"}
