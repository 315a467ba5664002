"""Pattern: words by which a notice says something, as data with what each must catch and must pass.

In `find`, `*` is a gap inside one sentence, `~` a short one, `(a|b)` a choice, `<odr>` a whole word.
A hit is void in a sentence that also holds one of the phrases in `unless`.

Worse mistake: a pattern nobody has seen fail. Each has a text that it must let pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from calculator import tables
from calculator.route.skeleton import plain

TOPICS = ("off", "metric", "reason", "button", "language", "asks", "instead")
"""What patterns speak of; each has a table of its own below `patterns/`."""

_GAPS = {"*": "[^.]{0,90}?", "~": "[^.]{0,24}?"}
_TOKEN = re.compile(r"[*~(|)]|[^*~(|)]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern.

    Attributes:
        says: the answer or name it speaks for.
        shape: what is looked for in a skeleton.
        is_word: whether it must stand alone between blanks.
        unless: phrases that make a hit in the same sentence void.
    """

    id: str
    topic: str
    says: str
    shape: re.Pattern[str]
    is_word: bool
    unless: re.Pattern[str] | None
    catches: str
    passes: str


@cache
def patterns(topic: str) -> tuple[Pattern, ...]:
    """Return the patterns of one topic, in the order of its table."""
    table = tables.read("calculator.route", f"patterns/{topic}")
    voids = table.get("unless", {})
    return tuple(_pattern(topic, id_, row, voids) for id_, row in table["patterns"].items())


def compiled(find: str) -> re.Pattern[str]:
    """Return the expression for what a pattern looks for.

    >>> bool(compiled("your offers * (off|deactivated)").search("youroffersarenovvoff."))
    True
    """
    parts = [_expression(token) for token in _TOKEN.findall(find)]
    return re.compile("".join(parts))


def _expression(token: str) -> str:
    marks = {"(": "(?:", "|": "|", ")": ")", **_GAPS}
    return marks.get(token) or re.escape(plain(token))


def _pattern(topic: str, id_: str, row: dict[str, object], voids: dict[str, list[str]]) -> Pattern:
    find = str(row["find"])
    is_word = find.startswith("<")
    unless = [phrase for name in _listed(row.get("unless")) for phrase in voids.get(name, [name])]
    return Pattern(
        id=id_,
        topic=topic,
        says=str(row["says"]),
        shape=compiled(find.strip("<>") if is_word else find),
        is_word=is_word,
        unless=re.compile("|".join(compiled(one).pattern for one in unless)) if unless else None,
        catches=str(row["catches"]),
        passes=str(row["passes"]),
    )


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
