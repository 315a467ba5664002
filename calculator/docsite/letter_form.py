"""Letter form: the blanks of a text as fields, those of a line that may be left out together.

Without script it is the list of what goes into the blanks, and where it is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from calculator.docsite import blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together: those of one line that may be left out, or those in between.

    Attributes:
        line: number of the line, None where the fields have to be filled.
        title: a question above the fields.
        note: a sentence below them.
        is_used: whether the line stands in the text until somebody leaves it out, or the other way round.
    """

    line: int | str | None
    blanks: tuple[dict[str, Any], ...]
    title: str = ""
    note: str = ""
    is_used: bool = False


def form(groups: list[Group], lang: str) -> str:
    """Return the list of blanks with the fields that the script shows."""
    return blocks.render("letter_form", lang, groups=groups)


def groups_of(letter: dict[str, Any], other: dict[str, Any]) -> list[Group]:
    """Return the blanks of a letter in the order of its text, each once, cut where lines are optional.

    Args:
        letter: the text to send.
        other: the same in the other language, whose words stand by until that one is to be sent.
    """
    place: dict[str, int | None] = {}
    for part in letter["parts"]:
        if "blank" in part:
            line = part.get("line")
            place[part["blank"]] = line if place.get(part["blank"], line) == line else None
    runs: list[tuple[int | None, list[dict[str, Any]]]] = []
    second = {one["blank"]: one for one in other["blanks"]}
    by_name = {one["blank"]: {**one, "other": second[one["blank"]]} for one in letter["blanks"]}
    for name, line in place.items():
        if not runs or runs[-1][0] != line:
            runs.append((line, []))
        runs[-1][1].append(by_name[name])
    return [Group(line=line, blanks=tuple(found)) for line, found in runs]
