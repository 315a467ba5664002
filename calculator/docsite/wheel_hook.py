"""Wheel hook: turn the tables into a Python module while the wheel is built.

People edit TOML; the browser should not parse it. The hook writes `calculator/_tables/`, the
same tables as JSON, into the wheel and nowhere else, so a checkout and an editable install
keep reading the TOML beside the code (see `calculator.tables`). One module a language and one a
package, so that a start loads no language but the reader's.

Worse mistake: a table that silently stays out of the wheel. Every TOML file of the package goes
in, and a value that has no such form stops the build.
"""

from __future__ import annotations

import json
import tempfile
import tomllib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGES = ("calculator", "appeal_templates")
LEFT_OUT = {"web", "docsite"}
ONLY_FOR_THE_SITE = {
    "door",
    "guide",
    "keeping",
    "letter_check",
    "letter_view",
    "pasting",
    "report_formats",
    "result_page",
    "row_review",
    "shell",
    "site",
    "typed_case",
}
"""Messages of the page and of the documentation, which the wheel does not hold either."""

TEXTS_OF_PAGES = {"plans", "messages", "helpers", "catalogue", "examples"}
"""Templates that stand on pages alone: the browser's core has no use for them."""

HEADER = '''"""Tables: generated from the TOML files while the wheel was built. Do not edit."""

from datetime import date
from decimal import Decimal
from json import loads


def _day(held):
    return date.fromisoformat(held[""]) if "" in held else held


'''


class TablesHook(BuildHookInterface[Any]):
    """Adds the generated module to the wheel, never to an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module and tell the builder where it belongs."""
        if version == "editable":
            return
        self._written = tempfile.TemporaryDirectory(prefix="odr-tables-")
        folder = Path(self._written.name)
        for name, tables in grouped(read_packages(Path(self.root))).items():
            module = folder / f"{name}.py"
            module.write_text(source(tables), encoding="utf-8")
            build_data["force_include"][str(module)] = f"calculator/_tables/{name}.py"

    def finalize(self, version: str, *_: object) -> None:
        """Leave nothing behind."""
        if version != "editable":
            self._written.cleanup()


def read_packages(root: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of every package the wheel holds."""
    return {name: table for one in PACKAGES for name, table in read_tables(root / one).items()}


def read_tables(package: Path) -> dict[str, dict[str, Any]]:
    """Return every TOML file of the package under the name `calculator.tables` asks for."""
    tables: dict[str, dict[str, Any]] = {}
    for path in sorted(package.rglob("*.toml")):
        inside = path.relative_to(package)
        if inside.parts[0] in LEFT_OUT or path.stem in ONLY_FOR_THE_SITE or is_for_pages(package, inside):
            continue
        tables[name(package, path)] = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return tables


def is_for_pages(package: Path, inside: Path) -> bool:
    """Say whether a file holds a template that only the site shows.

    >>> is_for_pages(Path("appeal_templates"), Path("traditional/plans/one_cause.toml"))
    True
    >>> is_for_pages(Path("calculator"), Path("messages/en/cli.toml"))
    False
    """
    return package.name == "appeal_templates" and bool(TEXTS_OF_PAGES & set(inside.with_suffix("").parts))


def name(package: Path, path: Path) -> str:
    """Return the name a table is asked for by: the nearest package above it, then the path inside.

    `messages/en/shell.toml` is `calculator.messages:en/shell`, as `messages/en` is no package.
    """
    folder = next(folder for folder in path.parents if (folder / "__init__.py").exists())
    dotted = ".".join(folder.relative_to(package.parent).parts)
    return f"{dotted}:{path.relative_to(folder).with_suffix('').as_posix()}"


def grouped(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the tables by the module they go into; `__init__` holds none."""
    from calculator.tables import group  # an editable install runs this file before there is a calculator

    groups: dict[str, dict[str, dict[str, Any]]] = {"__init__": {}}
    for table in sorted(tables):
        package, _, inside = table.partition(":")
        groups.setdefault(group(package, inside), {})[table] = tables[table]
    return groups


def source(tables: dict[str, dict[str, Any]]) -> str:
    """Return the text of one generated module, the same for the same tables."""
    words = as_json(dict(sorted(tables.items())))
    return f"{HEADER}TABLES = loads({words!r}, parse_float=Decimal, object_hook=_day)\n"


def as_json(value: object) -> str:
    """Return JSON for one TOML value: loads faster than literals, and packs to less.

    A number with a point comes back as a Decimal, a day stands as an object with an empty name.

    Raises:
        TypeError: the value has no such form.
    """
    if isinstance(value, dict) and "" not in value:
        return "{" + ",".join(f"{as_json(key)}:{as_json(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(as_json, value)) + "]"
    if isinstance(value, (bool, int, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Decimal) and "." in str(value):
        return str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return json.dumps({"": value.isoformat()})
    message = f"a table holds a {type(value).__name__}, which the generated module cannot write"
    raise TypeError(message)
