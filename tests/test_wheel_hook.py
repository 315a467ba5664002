"""The wheel holds every table as JSON, and a checkout never does."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import calculator
from calculator import tables
from calculator.docsite import wheel_hook
from calculator.templates import templates

PACKAGE = Path(calculator.__file__).parent


def generated(read: dict[str, dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec(wheel_hook.source(read), found)  # noqa: S102 - the generated module is what is tested
    return found["TABLES"]  # type: ignore[no-any-return]  # out of an executed module


def test_the_generated_module_holds_what_the_checkout_reads() -> None:
    read = wheel_hook.read_tables(PACKAGE)
    assert len(read) > 10
    for name, table in generated(read).items():
        package, _, inside = name.partition(":")
        assert table == tables.read(package, inside), name


def test_every_table_of_the_package_is_in_it_but_those_of_the_page_and_the_site() -> None:
    names = {name.rpartition("/")[2].rpartition(":")[2] for name in wheel_hook.read_tables(PACKAGE)}
    on_disk = {
        path.stem for path in PACKAGE.rglob("*.toml") if not {"node_modules", "docsite"} & set(path.parts)
    }
    assert on_disk - names == wheel_hook.ONLY_FOR_THE_SITE


def test_the_letters_are_in_it_too() -> None:
    read = wheel_hook.read_packages(PACKAGE.parent)
    assert wheel_hook.read_tables(PACKAGE).keys() < read.keys()
    assert {f"appeal_templates:single_defects/{id_}" for id_ in templates()} < read.keys()
    assert {f"appeal_templates:traditional/single_defects/{id_}" for id_ in templates()} < read.keys()


def test_numbers_stay_decimal_and_days_stay_days() -> None:
    table = {"a": {"rate": Decimal("0.010"), "day": date(2026, 11, 22), "list": [1, True, "“x”\n"]}}
    assert generated({"calculator:x": table}) == {"calculator:x": table}
    assert str(generated({"calculator:x": table})["calculator:x"]["a"]["rate"]) == "0.010"


@pytest.mark.parametrize("value", [datetime(2026, 11, 22, tzinfo=UTC), 0.01, None, Decimal(1), {"": 1}])
def test_a_value_without_a_form_stops_the_build(value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        wheel_hook.as_json({"a": [value]})


def test_the_same_tables_give_the_same_text() -> None:
    read = wheel_hook.read_tables(PACKAGE)
    assert wheel_hook.source(read) == wheel_hook.source(dict(reversed(read.items())))


def test_a_checkout_has_no_generated_module() -> None:
    assert not (PACKAGE / "_tables").exists()


def test_the_hook_puts_each_table_where_it_is_looked_for() -> None:
    read = wheel_hook.read_packages(PACKAGE.parent)
    groups = wheel_hook.grouped(read)
    assert {name for tables_ in groups.values() for name in tables_} == read.keys()
    for name in read:
        assert name in groups[tables.group(*name.split(":"))]


def test_a_start_loads_one_language() -> None:
    held = wheel_hook.grouped(wheel_hook.read_packages(PACKAGE.parent))
    assert {name.split("/")[0] for name in held["messages_en"]} == {"calculator.messages:en"}
