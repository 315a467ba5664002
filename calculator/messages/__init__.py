"""Messages: every sentence a person can see, once per language.

Kept as `messages/<lang>/<noun>.toml`. A key reads `noun.key`; placeholders are `{name}`.
English and Simplified Chinese are written, Traditional Chinese is derived from the latter.

>>> text("en", "kinds.all_orders")
'All Orders report'
"""

from __future__ import annotations

from functools import cache
from typing import Any

from calculator import tables

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


@cache
def catalogue(lang: str, noun: str) -> dict[str, str]:
    """Return all messages of one noun as a flat mapping of dotted keys to texts.

    Raises:
        FileNotFoundError: the language or the noun does not exist.
    """
    return dict(_flatten(tables.read("calculator.messages", f"{lang}/{noun}"), ""))


def text(lang: str, key: str, /, **values: object) -> str:
    """Return the message `key` ("noun.key") in `lang` with its placeholders filled.

    Raises:
        KeyError: the message or one of its values is missing.
    """
    noun, _, rest = key.partition(".")
    return catalogue(lang, noun)[rest].format_map(values)


def _flatten(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs.extend(_flatten(value, f"{prefix}{key}."))
        else:
            pairs.append((f"{prefix}{key}", value))
    return pairs


def counted(lang: str, key: str, number: int, /, **values: object) -> str:
    """Return the message `key.one` or `key.many`, as `number` asks; `{n}` is the number shown."""
    values.setdefault("n", f"{number:,}")
    return text(lang, f"{key}.{'one' if number == 1 else 'many'}", **values)
