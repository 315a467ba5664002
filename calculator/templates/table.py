"""Table: where the words of a template stand, and which of them a language reads.

A template is named by its file: `a_to_z_appeal_delivered` is a text about a single defect,
`plans/one_cause` stands in the folder of plans. English and Simplified Chinese stand in one file;
Traditional Chinese is derived from it, as the messages are.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from calculator import tables

PACKAGE = "appeal_templates"
ENGLISH = "en"
SINGLE_DEFECTS = "single_defects"
FOLDERS = ("plans", SINGLE_DEFECTS, "messages", "helpers")
"""Every folder of texts; the browser's core carries the one about single defects alone."""
_DERIVED = "traditional"


@cache
def ids(folder: str = SINGLE_DEFECTS) -> tuple[str, ...]:
    """Return the ids of the texts of a folder in the order in which they are offered."""
    try:
        names = tables.read(PACKAGE, f"{folder}/order")["order"]
    except FileNotFoundError:
        return ()
    return tuple(names if folder == SINGLE_DEFECTS else (f"{folder}/{name}" for name in names))


def templates() -> tuple[str, ...]:
    """Return the ids of the texts about single defects."""
    return ids()


def folder_of(id_: str) -> str:
    """Return the folder of a text.

    >>> folder_of("plans/one_cause"), folder_of("chargeback_refunded")
    ('plans', 'single_defects')
    """
    return id_.rpartition("/")[0] or SINGLE_DEFECTS


def held(folder: str, name: str, lang: str) -> dict[str, Any]:
    """Return the table of a file as a language reads it."""
    place = f"{_DERIVED}/{folder}" if lang == "zh-Hant" else folder
    return tables.read(PACKAGE, f"{place}/{name}")


def words(found: dict[str, str], lang: str) -> str:
    """Return the words of a language; the derived files keep Traditional Chinese under zh-Hans."""
    return found[ENGLISH if lang == ENGLISH else "zh-Hans"]
