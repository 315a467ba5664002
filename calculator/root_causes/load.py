"""The tables of the root-cause questions as records.

A tree is `trees/<cause>.toml`; the last three questions of every tree are `trees/end.toml`. English
and Simplified Chinese stand side by side; the Traditional words are derived and stand in
`traditional/`, the same files with the same keys.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Any

from calculator import messages, tables
from calculator.root_causes.model import (
    IN_OWN_WORDS,
    OWN,
    UNKNOWN,
    Answer,
    Ask,
    Failure,
    FindOut,
    Tree,
    Words,
)

PACKAGE = "calculator.root_causes"
CAUSES = (
    "not_received",
    "late_delivery",
    "wrong_item_or_not_as_described",
    "damaged_or_defective",
    "missing_parts_or_quantity",
    "counterfeit_suspicion",
    "poor_customer_service_or_no_reply",
    "refund_or_return_problem",
    "cancelled_by_seller_or_out_of_stock",
    "price_or_product_opinion",
    "other_or_unclear",
)
END = "end"
_WRITTEN, _DERIVED = ("en", "zh-Hans"), "zh-Hant"


@cache
def tree(cause: str) -> Tree:
    """Return the tree of one cause.

    Raises:
        FileNotFoundError: there is no such tree.
    """
    return build(cause, tables.read(PACKAGE, f"trees/{cause}"), tables.read(PACKAGE, f"traditional/{cause}"))


@cache
def find_out() -> dict[str, FindOut]:
    """Return every way to find out by its id."""
    written, derived = tables.read(PACKAGE, "find_out"), tables.read(PACKAGE, "traditional/find_out")
    return {
        id_: FindOut(id=id_, fulfillment=row["for"], words=_words(row, derived[id_]))
        for id_, row in written.items()
    }


def failures() -> tuple[str, ...]:
    """Return the id of every process failure, cause and step, in the order of the causes."""
    return tuple(f"{cause}/{id_}" for cause in CAUSES for id_ in tree(cause).failures)


def build(cause: str, table: dict[str, Any], derived: dict[str, Any] | None = None) -> Tree:
    """Return the tree of one parsed table; without `derived`, Traditional words are the Simplified ones."""
    other = derived or table
    asks = {id_: _ask(id_, row, other["ask"][id_]) for id_, row in table.get("ask", {}).items()}
    found = {id_: _failure(id_, row, other["failure"][id_]) for id_, row in table.get("failure", {}).items()}
    if asks and cause != END:
        found[IN_OWN_WORDS] = Failure(id=IN_OWN_WORDS, caution=_shared(found), should=MappingProxyType({}))
    return Tree(
        cause=cause,
        first=next(iter(asks), ""),
        asks=MappingProxyType(asks),
        failures=MappingProxyType(found),
        gather=tuple(table.get("gather", table.get("nothing_to_admit", ()))),
    )


def _ask(id_: str, row: dict[str, Any], derived: dict[str, Any]) -> Ask:
    answers = tuple(_answer(name, one, derived["answers"][name]) for name, one in row["answers"].items())
    return Ask(id=id_, words=_words(row, derived), find_out=tuple(row["find_out"]), answers=answers)


def _answer(id_: str, row: dict[str, Any], derived: dict[str, Any]) -> Answer:
    if id_ in (UNKNOWN, OWN):
        words: Words = MappingProxyType(
            {lang: messages.text(lang, f"root_causes.answer.{id_}") for lang in messages.LANGUAGES}
        )
    else:
        words = _words(row, derived)
    takes = "words" if id_ == OWN else row.get("takes", "")
    return Answer(id=id_, goes=row["goes"], takes=takes, words=words)


def _failure(id_: str, row: dict[str, Any], derived: dict[str, Any]) -> Failure:
    return Failure(id=id_, caution=row.get("caution", ""), should=_words(row, derived))


def _shared(found: dict[str, Failure]) -> str:
    """Return the caution of a tree whose every process failure has the same one: own words need it too."""
    cautions = {one.caution for one in found.values()}
    return cautions.pop() if len(cautions) == 1 else ""


def _words(row: dict[str, Any], derived: dict[str, Any]) -> Words:
    return MappingProxyType({**{lang: row[lang] for lang in _WRITTEN}, _DERIVED: derived["zh-Hans"]})
