"""Rules from tables to records, on trust: `check` reads the same tables strictly, in tests and site build.

One file is one noun: `order_defect_rate.toml` holds the keys `order_defect_rate.…`. A table with a
`statement` is an entry, any other table groups entries, so `[a_to_z_claim.granted]` becomes
`counted_defects.a_to_z_claim.granted`. The head of a file may set `checked_on` and `review_by` for
all its rows. Records are built when they are asked for, one at a time.
"""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from calculator import tables
from calculator.policy.errors import UnknownRule
from calculator.policy.model import (
    Condition,
    DatedValue,
    Entry,
    Grade,
    Source,
    SourceKind,
    Status,
    Store,
    Unit,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

PACKAGE = "calculator.policy"
NOUNS = ("order_defect_rate", "counted_defects", "sister_metrics", "appeals", "removal_routes", "facts")

MOST_ROWS_KEPT = 4096
"""Questions of key, day and store whose answer is kept: one page asks the same few hundreds of times."""

Table = dict[str, Any]


@cache
def edition() -> str:
    """Return the name of this edition of the rules, such as `2026.11`."""
    return str(tables.read(PACKAGE, "edition")["rules"])


@cache
def rule_tables(noun: str) -> dict[str, Table]:
    """Return the raw entry tables of one file by full key, in file order."""
    return dict(flatten(tables.read(PACKAGE, noun), noun))


@cache
def entry(key: str) -> Entry:
    """Return the entry `key`.

    Raises:
        UnknownRule: no file holds this key.
    """
    noun = key.partition(".")[0]
    found = rule_tables(noun).get(key) if noun in NOUNS else None
    if found is None:
        raise UnknownRule(key)
    return build_entry(key, found, tables.read(PACKAGE, noun))


@lru_cache(maxsize=MOST_ROWS_KEPT)
def rows(key: str, day: date, store: str | None) -> tuple[DatedValue, ...]:
    """Return the rows of `key` that hold on a day: those that name the store, else those for all stores.

    Raises:
        UnknownRule: no file holds this key.
    """
    held = [row for row in entry(key).values if row.covers(day)]
    own = tuple(row for row in held if store in row.stores)
    return own or tuple(row for row in held if not row.stores)


@cache
def all_sources() -> dict[str, Source]:
    """Return every source by id, in file order."""
    return {id_: build_source(id_, found) for id_, found in tables.read(PACKAGE, "sources").items()}


@cache
def all_stores() -> tuple[Store, ...]:
    """Return every store in the order of the file."""
    return tuple(build_store(found) for found in tables.read(PACKAGE, "stores")["stores"])


def flatten(table: Table, prefix: str) -> Iterator[tuple[str, Table]]:
    """Yield the entry tables below `table` with their dotted keys."""
    for name, child in table.items():
        if not isinstance(child, dict):
            continue
        key = f"{prefix}.{name}"
        if is_entry(child):
            yield key, child
        else:
            yield from flatten(child, key)


def is_entry(table: Table) -> bool:
    """Tell an entry from a group: a group holds tables, nothing but tables, and no statement."""
    return "statement" in table or not table or not all(isinstance(child, dict) for child in table.values())


def build_entry(key: str, table: Table, head: Table) -> Entry:
    """Return the record of one entry table; `head` is the table of the whole file."""
    rows = tuple(build_row(row, head) for row in table["values"])
    return Entry(key=key, statement=MappingProxyType(table["statement"]), values=rows)


def build_row(row: Table, head: Table) -> DatedValue:
    """Return the record of one row."""
    status = Status(row.get("status", Status.KNOWN))
    stores = row["stores"]
    return DatedValue(
        value=build_value(row.get("value")),
        status=status,
        unit=Unit(row["unit"]) if "unit" in row else None,
        condition=Condition(row["condition"]) if "condition" in row else None,
        in_force_from=row.get("in_force_from"),
        seen_on=row.get("seen_on"),
        used_from=row.get("used_from"),
        until=row.get("until"),
        stores=() if stores == "all" else tuple(stores),
        sources=tuple(row["sources"]),
        grade=Grade(row["grade"]),
        checked_on=_date(row, head, "checked_on"),
        review_by=_date(row, head, "review_by"),
        chosen=bool(row.get("chosen", status is not Status.IN_CONFLICT)),
        note=MappingProxyType(row.get("note", {})),
    )


def build_value(value: Any) -> Value | None:
    """Return a table's value as an immutable one: a list becomes a tuple."""
    return tuple(value) if isinstance(value, list) else value


def build_source(id_: str, table: Table) -> Source:
    """Return the record of one source table."""
    return Source(
        id=id_,
        title=table["title"],
        publisher=table["publisher"],
        address=table.get("address"),
        kind=SourceKind(table["kind"]),
        dated=table.get("dated"),
        seen_on=table["seen_on"],
    )


def build_store(table: Table) -> Store:
    """Return the record of one store table."""
    return Store(
        code=table["code"],
        marketplace_id=table["marketplace_id"],
        time_zone=table["time_zone"],
        sales_channels=tuple(table["sales_channels"]),
        aliases=tuple(table.get("aliases", ())),
        name=MappingProxyType(table["name"]),
    )


def _date(row: Table, head: Table, name: str) -> date:
    found: date = row[name] if name in row else head[name]
    return found
