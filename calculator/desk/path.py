"""Path: one place of the case document, as the page sets it.

A path is parts joined by dots: `appeal.causes.c1.answers.on`. In a list a part is the `id` of a row.
A dot inside a part is written `~1`, a tilde `~0` (`calculator.case.appeal_place`). `put`, `add` and `remove`
are what the page does with the buttons of `odr-desk/1`; they return a changed copy and never touch what
they were given.

>>> put({}, "defects.d1.note", "arrived broken")
{'defects': [{'id': 'd1', 'note': 'arrived broken'}]}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

LISTS = {"defects": "d", "causes": "c", "actions": "a", "prevention": "p", "evidence": "e", "rounds": "r"}
"""Parts that hold rows, with the first letter of the names their rows get."""
Document = dict[str, Any]


def parts_of(path: str) -> list[str]:
    """Return the parts of a path, as they are called in the document."""
    return [part.replace("~1", ".").replace("~0", "~") for part in path.split(".")]


def rows(held: Any, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the rows of a list with their ids; a row without one is called by its place."""
    if not isinstance(held, list):
        return []
    letter = LISTS.get(name, name)
    named = [(row, n) for n, row in enumerate(held, 1) if isinstance(row, dict)]
    return [(str(row.get("id") or f"{letter}{n}"), row) for row, n in named]


def free_id(held: Any, name: str) -> str:
    """Return a name that no row of the list has, and none before it had been given."""
    letter = LISTS[name]
    numbers = [int(id_[1:]) for id_, _ in rows(held, name) if _is_numbered(id_, letter)]
    return f"{letter}{max(numbers, default=0) + 1}"


def put(document: Mapping[str, Any], path: str, value: Any) -> Document:
    """Return the document with a value at a path; rows and parts on the way are made."""
    changed: Document = _copied(document)
    *way, last = parts_of(path)
    _reached(changed, way)[last] = value
    return changed


def add(document: Mapping[str, Any], path: str, value: Mapping[str, Any]) -> Document:
    """Return the document with one row more at the end of the list at a path."""
    changed: Document = _copied(document)
    *way, last = parts_of(path)
    _reached(changed, way).setdefault(last, []).append(_copied(value))
    return changed


def remove(document: Mapping[str, Any], path: str) -> Document:
    """Return the document without the row at a path."""
    changed: Document = _copied(document)
    *way, name, last = parts_of(path)
    here = _reached(changed, way)
    gone = [row for id_, row in rows(here.get(name), name) if id_ == last]
    here[name] = [row for row in here.get(name, []) if row not in gone]
    return changed


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _copied(part) for name, part in value.items()}
    return [_copied(part) for part in value] if isinstance(value, list | tuple) else value


def _reached(here: Any, way: Iterable[str]) -> Any:
    name = ""
    for part in way:
        here = _row(here, name, part) if isinstance(here, list) else _part(here, part)
        name = part
    return here


def _row(held: list[Any], name: str, id_: str) -> Any:
    found = next((row for known, row in rows(held, name) if known == id_), None)
    if found is None:
        found = {"id": id_}
        held.append(found)
    return found


def _part(held: dict[str, Any], part: str) -> Any:
    if not isinstance(held.get(part), dict | list):
        held[part] = [] if part in LISTS else {}
    return held[part]


def _is_numbered(id_: str, letter: str) -> bool:
    return id_.startswith(letter) and id_[1:].isascii() and id_[1:].isdigit() and len(id_) < 8
