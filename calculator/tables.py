"""Tables: the one reader of data files kept inside the packages.

Policy values and messages are written as TOML, because people edit them. The wheel that the
browser loads carries the same tables as a generated module (`calculator._tables`), so that
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
    generated = _generated()
    if generated is not None:
        try:
            return generated[f"{package}:{name}"]
        except KeyError:
            raise FileNotFoundError(f"{package}:{name}") from None
    import tomllib
    from importlib import resources

    text = resources.files(package).joinpath(*f"{name}.toml".split("/")).read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


@cache
def _generated() -> dict[str, Table] | None:
    """Return the tables generated into the wheel, or None in a checkout."""
    try:
        return cast("dict[str, Table]", importlib.import_module("calculator._tables").TABLES)
    except ModuleNotFoundError:
        return None
