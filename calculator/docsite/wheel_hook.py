"""Wheel hook: turn the tables into a Python module while the wheel is built.

People edit TOML; the browser should not parse it. The hook writes `calculator/_tables.py`, the
same tables as literals, into the wheel and nowhere else, so a checkout and an editable install
keep reading the TOML beside the code (see `calculator.tables`).

Worse mistake: a table that silently stays out of the wheel. Every TOML file of the package goes
in, and a value that has no literal form stops the build.
"""

from __future__ import annotations

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
    "letter_view",
    "pasting",
    "result_page",
    "row_review",
    "shell",
    "site",
    "typed_case",
}
"""Messages of the page and of the documentation, which the wheel does not hold either."""

HEADER = '"""Tables: generated from the TOML files while the wheel was built. Do not edit."""\n'


class TablesHook(BuildHookInterface[Any]):
    """Adds the generated module to the wheel, never to an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module and tell the builder where it belongs."""
        if version == "editable":
            return
        folder = Path(tempfile.mkdtemp(prefix="odr-tables-"))
        module = folder / "_tables.py"
        module.write_text(source(read_packages(Path(self.root))), encoding="utf-8")
        build_data["force_include"][str(module)] = "calculator/_tables.py"


def read_packages(root: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of every package the wheel holds."""
    return {name: table for one in PACKAGES for name, table in read_tables(root / one).items()}


def read_tables(package: Path) -> dict[str, dict[str, Any]]:
    """Return every TOML file of the package under the name `calculator.tables` asks for."""
    tables: dict[str, dict[str, Any]] = {}
    for path in sorted(package.rglob("*.toml")):
        inside = path.relative_to(package)
        if inside.parts[0] in LEFT_OUT or path.stem in ONLY_FOR_THE_SITE:
            continue
        tables[name(package, path)] = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return tables


def name(package: Path, path: Path) -> str:
    """Return the name a table is asked for by: the nearest package above it, then the path inside.

    `messages/en/shell.toml` is `calculator.messages:en/shell`, as `messages/en` is no package.
    """
    folder = next(folder for folder in path.parents if (folder / "__init__.py").exists())
    dotted = ".".join(folder.relative_to(package.parent).parts)
    return f"{dotted}:{path.relative_to(folder).with_suffix('').as_posix()}"


def source(tables: dict[str, dict[str, Any]]) -> str:
    """Return the text of the generated module, the same for the same tables."""
    entries = "".join(f"    {name!r}: {literal(table)},\n" for name, table in sorted(tables.items()))
    imports = "from datetime import date\nfrom decimal import Decimal\n"
    return f"{HEADER}\n{imports}\nTABLES = {{\n{entries}}}\n"


def literal(value: object) -> str:
    """Return Python source for one TOML value.

    Raises:
        TypeError: the value has no literal form.
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, (bool, int, str, Decimal)):
        return repr(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return repr(value).removeprefix("datetime.")
    message = f"a table holds a {type(value).__name__}, which the generated module cannot write"
    raise TypeError(message)
