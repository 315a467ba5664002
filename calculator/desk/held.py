"""Held: the case document asked by path; whatever is missing or of another kind reads as empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculator.desk.path import LISTS, free_id, parts_of, rows


@dataclass(frozen=True, slots=True)
class Held:
    """A case document as the page holds it (`odr-case/1`), untrusted."""

    document: Mapping[str, Any]

    def at(self, path: str) -> Any:
        """Return what stands at a path, None where nothing does."""
        here: Any = self.document
        name = ""
        for part in parts_of(path):
            if isinstance(here, list):
                here = dict(rows(here, name)).get(part)
            else:
                here = here.get(part) if isinstance(here, dict) else None
            name = part
        return here

    def words(self, path: str) -> str:
        """Return the words typed at a path; a number as it would be typed."""
        found = self.at(path)
        is_number = isinstance(found, int) and not isinstance(found, bool)
        return found if isinstance(found, str) else str(found) if is_number else ""

    def rows(self, path: str) -> list[tuple[str, Mapping[str, Any]]]:
        """Return the rows of the list at a path, each with its id."""
        return rows(self.at(path), path.rpartition(".")[2])

    def names(self, path: str) -> tuple[str, ...]:
        """Return the plain list of words at a path."""
        found = self.at(path)
        return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()

    def free_id(self, path: str) -> str:
        """Return a name for one row more of the list at a path."""
        name = path.rpartition(".")[2]
        return free_id(self.at(path), name if name in LISTS else "causes")
