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

DESK_PACKAGES = frozenset(
    ("causes", "desk", "letter", "letter_files", "plan_of_action", "review", "root_causes", "rounds", "route")
)
DESK_MESSAGES = DESK_PACKAGES | {"notice"}
DESK_TEMPLATES = frozenset(("causes", "roles"))
"""Tables that only the appeal desk asks for; the calculator's first load does not carry them."""
NATIVE_MESSAGES = frozenset(("accounts", "cli"))
"""Messages of the command line, which no browser loads."""


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

    What only the appeal desk asks for has modules of its own, which begin with `desk_`; what only the
    command line asks for, `native_`.

    >>> group("calculator.messages", "zh-Hans/clock"), group("calculator.policy", "facts")
    ('messages_zh_hans', 'policy')
    >>> group("calculator.messages", "en/letter"), group("appeal_templates", "causes/slots")
    ('desk_messages_en', 'desk_appeal_templates')
    """
    folder, _, noun = name.rpartition("/")
    inside = folder if package.endswith(".messages") else ""
    module = "_".join(filter(None, (package.rpartition(".")[2], inside))).replace("-", "_").lower()
    if package == "calculator.messages" and noun in NATIVE_MESSAGES:
        return f"native_{module}"
    return f"desk_{module}" if _is_for_desk(package, folder, noun) else module


def _is_for_desk(package: str, folder: str, noun: str) -> bool:
    if package == "calculator.messages":
        return noun in DESK_MESSAGES
    if package == "appeal_templates":
        return bool(DESK_TEMPLATES & {*folder.split("/"), noun})
    return package.rpartition(".")[2] in DESK_PACKAGES


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
