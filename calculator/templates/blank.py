"""Blanks: what goes into a blank of a text, where it is found, an invented example.

A folder may describe blanks of its own; what it does not describe is looked up among those of the
single defects. `done_2` is a second blank of the kind `done`: the same words with a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from calculator.messages import text
from calculator.templates.table import SINGLE_DEFECTS, held, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """What goes into a blank: its name in the text, where the seller finds it, an invented example.

    `kind` is `past_day`, `day` (which may lie ahead), `words`, `long` (several sentences),
    `order_id` or `order_ids`. `stands` are words that are an answer here and none elsewhere; where
    the words of another are quoted, any are.
    """

    name: str
    kind: str
    fact: str | None
    label: str
    where: str
    example: str
    stands: tuple[str, ...] = ()
    is_quoted: bool = False


@cache
def blank(name: str, lang: str, folder: str = SINGLE_DEFECTS) -> Blank:
    """Return one blank in one language.

    Raises:
        KeyError: nobody has described a blank of this name.
    """
    found, number = next(_described(name, lang, folder))
    label = words(found["label"], lang)
    return Blank(
        name=name,
        kind=found.get("kind", "words"),
        fact=found.get("fact"),
        label=text(lang, "letters.numbered", label=label, n=number) if number else label,
        where=words(found["where"], lang),
        example=words(found["example"], lang),
        stands=tuple(found.get("stands", ())),
        is_quoted=found.get("quoted", False),
    )


def _described(name: str, lang: str, folder: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield what is said of a blank, its own folder first, its own name first."""
    base, _, number = name.rpartition("_")
    for place in dict.fromkeys((folder, SINGLE_DEFECTS)):
        table = held(place, "blanks", lang)
        if name in table:
            yield table[name], ""
        if number.isdigit() and base in table:
            yield table[base], number
    raise KeyError(name)
