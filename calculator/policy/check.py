"""The strict reader: the same tables as `load`, every doubt refused with a sentence that says what to do.

Run by the tests and the site build over every file of the package, and by the tests over broken files.

Worse mistake: a misspelt key that silently drops a rule. Anything not expected is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculator import tables
from calculator.policy import load
from calculator.policy.check_zones import check_time_zones
from calculator.policy.conflict import check_rows_agree
from calculator.policy.form import Place, Table
from calculator.policy.model import Entry, Source, SourceKind, Store
from calculator.policy.row import check_row

if TYPE_CHECKING:
    from collections.abc import Collection

HEAD = ("checked_on", "review_by")
ENTRY = ("statement", "values")
SOURCE = ("title", "publisher", "address", "kind", "dated", "seen_on")
DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
STORE = ("code", "marketplace_id", "time_zone", "sales_channels", "aliases", "name")


def check_package() -> None:
    """Read every file of the package strictly, and refuse a source that no row cites.

    Raises:
        PolicyFileError: the first thing that is wrong.
    """
    sources = {one.id for one in read_sources(tables.read(load.PACKAGE, "sources"), "sources.toml")}
    found = read_stores(tables.read(load.PACKAGE, "stores"), "stores.toml")
    stores = {one.code for one in found}
    read_edition(tables.read(load.PACKAGE, "edition"), "edition.toml")
    zones = tables.read(load.PACKAGE, "time_zones")
    cited = check_time_zones(zones, sources, {one.time_zone for one in found})
    for noun in load.NOUNS:
        for entry in read_entries(tables.read(load.PACKAGE, noun), f"{noun}.toml", sources, stores):
            cited.update(id_ for row in entry.values for id_ in row.sources)
    for id_ in sorted(sources - cited):
        raise Place("sources.toml", id_).error("unused_source")


def read_edition(table: Table, file: str) -> str:
    """Return the name of the edition."""
    place = Place(file, "rules")
    place.only(table, ("rules",))
    return place.text(table, "rules")


def read_entries(
    table: Table, file: str, sources: Collection[str], stores: Collection[str]
) -> tuple[Entry, ...]:
    """Return the entries of one parsed file.

    Args:
        table: the parsed file, floats as Decimal.
        file: its name with ending; the stem is the first part of every key.
        sources: ids that may be cited.
        stores: codes that may be named.

    Raises:
        PolicyFileError: the first thing that is wrong.
    """
    noun = file.removesuffix(".toml")
    head = {name: child for name, child in table.items() if not isinstance(child, dict)}
    place = Place(file, noun)
    place.only(head, HEAD)
    for name in head:
        place.day(head, name)
    entries = []
    for key, found in load.flatten(table, noun):
        check_entry(Place(file, key), found, head, sources, stores)
        entries.append(load.build_entry(key, found, head))
    return tuple(entries)


def check_entry(
    place: Place, table: Table, head: Table, sources: Collection[str], stores: Collection[str]
) -> None:
    """Refuse an entry whose statement, rows or their order in time leave a doubt."""
    place.only(table, ENTRY)
    place.words(table, "statement")
    rows = table.get("values", [])
    if type(rows) is not list or any(type(row) is not dict for row in rows):
        raise place.wrong("values", rows, f"rows written under [[{place.key.partition('.')[2]}.values]]")
    if not rows:
        raise place.error("no_values")
    for number, row in enumerate(rows, 1):
        check_row(Place(place.file, f"{place.key} #{number}"), row, head, sources, stores)
    check_rows_agree(place, load.build_entry(place.key, table, head).values)


def read_sources(table: Table, file: str) -> tuple[Source, ...]:
    """Return the sources of one parsed file, keyed by id in the table.

    Raises:
        PolicyFileError: the first thing that is wrong.
    """
    sources = []
    for id_, found in table.items():
        place = Place(file, id_)
        if type(found) is not dict:
            raise place.wrong(id_, found, "a table")
        place.only(found, SOURCE)
        for name in ("title", "publisher", *(name for name in ("address", "dated") if name in found)):
            place.text(found, name)
        if not found.get("address", "http").startswith("http"):
            raise place.wrong("address", found["address"], "an address that begins with http")
        if not DATED.fullmatch(found.get("dated", "2016")):
            raise place.wrong(
                "dated", found["dated"], "a day, month or year such as 2016-06-30, 2016-06, 2016"
            )
        place.word(found, "kind", SourceKind)
        place.day(found, "seen_on")
        sources.append(load.build_source(id_, found))
    return tuple(sources)


def read_stores(table: Table, file: str) -> tuple[Store, ...]:
    """Return the stores of one parsed file.

    Raises:
        PolicyFileError: the first thing that is wrong.
    """
    place = Place(file, "stores")
    place.only(table, ("stores",))
    stores = []
    for found in place.typed(table, "stores", list, "rows written under [[stores]]"):
        one = Place(file, f"stores.{found.get('code', '?')}")
        one.only(found, STORE)
        one.text(found, "code")
        one.text(found, "marketplace_id")
        one.text(found, "time_zone")
        one.texts(found, "sales_channels")
        one.texts({"aliases": [], **found}, "aliases")
        one.words(found, "name")
        stores.append(load.build_store(found))
    place.unique(name for one in stores for name in (one.code, *one.aliases))
    place.unique(one.marketplace_id for one in stores)
    place.unique(channel.lower() for one in stores for channel in one.sales_channels)
    return tuple(stores)
