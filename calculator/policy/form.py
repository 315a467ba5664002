"""The form of a rule file, key by key: small readers that refuse what they do not expect.

Each reader is told the place it stands at (file and key), so that every refusal names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from calculator.messages import LANGUAGES
from calculator.policy.errors import PolicyFileError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

REQUIRED_LANGUAGES = ("en", "zh-Hans")
Word = TypeVar("Word", bound=StrEnum)
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are reading: a file and a dotted key (`#2` marks the second row)."""

    file: str
    key: str

    def error(self, code: str, **values: object) -> PolicyFileError:
        """Return the error `code` for this place, to be raised by the caller."""
        return PolicyFileError(self.file, self.key, code, **values)

    def only(self, table: Table, allowed: Collection[str]) -> None:
        """Refuse a key outside `allowed`, listing what is."""
        for found in table:
            if found not in allowed:
                raise self.error("unknown_key", found=found, allowed=", ".join(allowed))

    def need(self, table: Table, name: str) -> Any:
        """Return `table[name]` or refuse its absence."""
        if name not in table:
            raise self.error("missing_key", missing=name)
        return table[name]

    def typed(self, table: Table, name: str, kind: type[Any], wanted: str) -> Any:
        """Return `table[name]` when it is exactly of `kind` (a bool is no int, a time no date)."""
        found = self.need(table, name)
        if type(found) is not kind:
            raise self.wrong(name, found, wanted)
        return found

    def wrong(self, name: str, found: object, wanted: str) -> PolicyFileError:
        """Return the error for a value of the wrong type."""
        return self.error("wrong_type", name=name, found=f"{type(found).__name__} {found!r}", wanted=wanted)

    def text(self, table: Table, name: str) -> str:
        """Return a text that is not empty."""
        found: str = self.typed(table, name, str, "a text")
        if not found.strip():
            raise self.error("empty_text", name=name, language="en")
        return found

    def day(self, table: Table, name: str) -> date:
        """Return a day."""
        found: date = self.typed(table, name, date, "a day such as 2026-11-22")
        return found

    def texts(self, table: Table, name: str) -> tuple[str, ...]:
        """Return a list of texts, possibly empty."""
        found = self.typed(table, name, list, "a list of texts")
        if any(type(one) is not str for one in found):
            raise self.wrong(name, found, "a list of texts")
        return tuple(found)

    def word(self, table: Table, name: str, words: type[Word]) -> Word:
        """Return one of a closed set of words."""
        found = self.typed(table, name, str, "a word")
        if found not in tuple(words):
            raise self.error("unknown_word", name=name, found=found, allowed=", ".join(words))
        return words(found)

    def words(self, table: Table, name: str) -> None:
        """Refuse a text that is missing or empty in a language we need, or in a language we do not have."""
        found = self.typed(table, name, dict, "a text by language")
        Place(self.file, f"{self.key}.{name}").only(found, LANGUAGES)
        for language in (*REQUIRED_LANGUAGES, *found):
            if language not in found:
                raise self.error("missing_language", name=name, language=language)
            if type(found[language]) is not str:
                raise self.wrong(f"{name}.{language}", found[language], "a text")
            if not found[language].strip():
                raise self.error("empty_text", name=name, language=language)

    def unique(self, found: Iterable[str]) -> None:
        """Refuse a text that appears twice."""
        seen: set[str] = set()
        for one in found:
            if one in seen:
                raise self.error("duplicate", found=one)
            seen.add(one)


def is_number(value: object) -> bool:
    """Tell a number, or a list of numbers, from words."""
    if isinstance(value, list):
        return any(is_number(one) for one in value)
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def is_value(value: object) -> bool:
    """Tell whether a value is of a kind a rule may have: yes or no, number, word, or a list of one kind."""
    if isinstance(value, list):
        kinds = {type(one) for one in value}
        return len(kinds) == 1 and kinds <= {int, Decimal, str} and all(is_value(one) for one in value)
    if isinstance(value, Decimal):
        return value.is_finite()
    return type(value) in {bool, int, str} and value != ""
