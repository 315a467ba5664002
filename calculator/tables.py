"""Tables: the one reader of data files kept inside the packages.

Policy values and messages are written as TOML, because people edit them. The wheel that the
browser loads carries the same tables as generated modules (`calculator._tables`), so that
nothing is parsed there; from a checkout they are read from the TOML beside the code.

Worse mistake: showing a stale table. A checkout therefore never prefers a generated module.
"""

from __future__ import annotations

import importlib
from decimal import Decimal
from functools import cache
from typing import Any, cast

Table = dict[str, Any]


@cache
def read(package: str, name: str) -> Table:
    """Return the table `name` of `package`, floats as Decimal and dates as date.

    Raises:
        FileNotFoundError: no such table.
    """
    if _is_generated():
        try:
            return _generated(group(package, name))[f"{package}:{name}"]
        except (KeyError, ModuleNotFoundError):
            raise FileNotFoundError(f"{package}:{name}") from None
    import tomllib
    from importlib import resources

    text = resources.files(package).joinpath(*f"{name}.toml".split("/")).read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def group(package: str, name: str) -> str:
    """Return the generated module that holds a table: one a language, one a package.

    >>> group("calculator.messages", "zh-Hans/clock"), group("calculator.policy", "facts")
    ('messages_zh_hans', 'policy')
    """
    folder = name.rpartition("/")[0] if package.endswith(".messages") else ""
    return "_".join(filter(None, (package.rpartition(".")[2], folder))).replace("-", "_").lower()


@cache
def _is_generated() -> bool:
    """Return whether this is the wheel; a checkout has no generated modules."""
    try:
        importlib.import_module("calculator._tables")
    except ModuleNotFoundError:
        return False
    return True


@cache
def _generated(module: str) -> dict[str, Table]:
    return cast("dict[str, Table]", importlib.import_module(f"calculator._tables.{module}").TABLES)
