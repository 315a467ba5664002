"""Appeal reading: one place of a document, and the kinds of value that may stand there.

Every complaint names the whole path, so that a caller finds the value that was refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from calculator.errors import RequestError

_LONGEST = 200_000
_MOST = 500
_LARGEST = 10**12


class Place:
    """An object of the document and the path to it."""

    def __init__(self, held: Any, path: str) -> None:
        """Take an object.

        Raises:
            RequestError: it is none, or holds too much.
        """
        if not isinstance(held, Mapping) or len(held) > 10 * _MOST:
            raise RequestError("bad_case", field=path)
        self._held, self._path = held, path

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of what stands here."""
        return (str(key) for key in self._held)

    def word(self, name: str) -> str:
        """Return a word, empty where there is none; a number is taken as it would be typed."""
        return self._word(self._held.get(name), name)

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words."""
        return tuple(self._word(one, name) for one in self._list(name))

    def table(self, name: str) -> dict[str, str]:
        """Return words by name."""
        part = self.part(name)
        return {key: part.word(key) for key in part}

    def part(self, name: str) -> Place:
        """Return the object under a name, an empty one where there is none."""
        held = self._held.get(name)
        return Place({} if held is None else held, f"{self._path}.{name}")

    def rows(self, name: str, letter: str) -> Iterator[tuple[str, Place]]:
        """Yield each row of a list with its id; one without gets the letter and its number.

        Raises:
            RequestError: two rows have one id.
        """
        seen: set[str] = set()
        for number, row in enumerate(self._list(name), 1):
            place = Place(row, f"{self._path}.{name}.{number}")
            id_ = place.word("id") or f"{letter}{number}"
            if id_ in seen:
                self._refuse(f"{name}.{number}.id")
            seen.add(id_)
            yield id_, place

    def _list(self, name: str) -> list[Any]:
        held = self._held.get(name)
        if held is None:
            return []
        if not isinstance(held, list | tuple) or len(held) > _MOST:
            self._refuse(name)
        return list(held)

    def _word(self, value: Any, name: str) -> str:
        if value is None:
            return ""
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST:
            return str(value)
        if not isinstance(value, str) or len(value) > _LONGEST:
            self._refuse(name)
        return value

    def _refuse(self, name: str) -> NoReturn:
        raise RequestError("bad_case", field=f"{self._path}.{name}")
