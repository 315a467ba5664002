"""Blocks: the texts of `appeal_templates/causes/` as records.

A block is questions and frames for one failed step. A frame holds no fact: what, when, who, proof and
numbers are slots `[[name]]`, and without the seller's answers it prints nothing. English and
Simplified Chinese stand side by side; the Traditional words are derived and stand in `traditional/`.

>>> block_for("not_received", "confirmed_before_hand_over").id
'early_confirmation'
>>> [slot.name for slot in own_block().frame("own_action").slots]
['on', 'who', 'deed', 'proof']
>>> roles()["warehouse_lead"]["zh-Hans"]
'仓库主管'

Worse mistake: a sentence that would be true of every shop. It says nothing, and a thousand sellers send it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from calculator import tables
from calculator.plan_of_action.block_model import PARTS, Block, Frame, Proof, Slot, Words

__all__ = [
    "PARTS",
    "Block",
    "Frame",
    "Proof",
    "Slot",
    "Words",
    "block_for",
    "block_of",
    "blocks",
    "build",
    "own_block",
    "roles",
]

PACKAGE = "appeal_templates"
ANY, OWN_WORDS = "any", "own_words"
IN_OWN_WORDS = "in_own_words"
_FOLDER, _DERIVED = "causes", "traditional"
_WRITTEN, _TRADITIONAL = ("en", "zh-Hans"), "zh-Hant"
_NOTHING: Words = MappingProxyType({})
_SLOT = re.compile(r"\[\[([A-Za-z_]+)\]\]")
VOICE = {"we", "our", "us", "s", "es"}
"""Names that are no facts: "we" or "I", as the writer chose, and the ending of a verb after who does it."""

Table = dict[str, Any]


@cache
def blocks() -> tuple[Block, ...]:
    """Return every block, by cause in the order of the causes."""
    order: dict[str, list[str]] = tables.read(PACKAGE, f"{_FOLDER}/order")
    return tuple(_read(cause, id_) for cause, ids in order.items() for id_ in ids)


def block_for(cause: str, failure: str) -> Block | None:
    """Return the block of one process failure.

    Args:
        cause: a cause id.
        failure: a process failure of its tree, or `in_own_words`; empty where the tree asks nothing.

    Returns:
        The block with the frames of this failure; one without frames where nothing is admitted; None
        for an unknown failure.
    """
    if failure == IN_OWN_WORDS:
        return own_block()
    of_cause = [one for one in blocks() if one.cause == cause]
    found = next((one for one in of_cause if failure in one.failures or not one.failures), None)
    return found and found.told_for(failure)


def block_of(failure: str) -> Block | None:
    """Return the block of a process failure by its whole name, `<cause>/<step>`."""
    cause, _, step = failure.partition("/")
    return block_for(cause, step)


def own_block() -> Block:
    """Return the block for a step that only the seller's own words describe."""
    return _read(ANY, OWN_WORDS)


@cache
def roles() -> Mapping[str, Words]:
    """Return everybody who may do a step by role id, in the order in which they are offered.

    A role stands as a subject ("the packer", "I" for me): frames put no other word before a verb.
    """
    written, derived = tables.read(PACKAGE, "roles"), tables.read(PACKAGE, f"{_DERIVED}/roles")
    return MappingProxyType({id_: _words(row, derived[id_]) for id_, row in written.items()})


@cache
def _read(cause: str, id_: str) -> Block:
    name = f"{_FOLDER}/{cause}/{id_}"
    common, other = (_common(folder) for folder in ("", f"{_DERIVED}/"))
    found = tables.read(PACKAGE, name), tables.read(PACKAGE, f"{_DERIVED}/{name}")
    return build(cause, id_, found[0], common, found[1], other)


def _common(folder: str) -> Table:
    """Return what blocks share: slots, frames and proofs."""
    return {name: tables.read(PACKAGE, f"{folder}{_FOLDER}/{name}") for name in ("slots", "frames", "proofs")}


def build(
    cause: str,
    id_: str,
    table: Table,
    common: Table,
    derived: Table | None = None,
    other: Table | None = None,
) -> Block:
    """Return the block of one parsed table; without `derived`, Traditional words are the Simplified ones.

    Args:
        cause: the cause it belongs to.
        id_: its own id.
        table: the parsed file.
        common: the slots, frames and proofs that blocks share.
        derived: the same file in Traditional Chinese.
        other: what blocks share in Traditional Chinese.

    Raises:
        KeyError: a slot, shared frame or proof that is declared nowhere.
    """
    written = _Words(table, common)
    derivation = _Words(derived or table, other or common)
    return Block(
        cause=cause,
        id=id_,
        failures=tuple(table["failures"]),
        status=table["status"],
        checked_on=table["checked_on"],
        facts=tuple(table["facts"]),
        title=_words(table["title"], derivation.table["title"]),
        when=_words(table["when"], derivation.table["when"]),
        not_when=_words(table["not_when"], derivation.table["not_when"]),
        caution=table.get("caution", ""),
        frames=_frames(written, derivation),
        proofs=tuple(
            Proof(id=name, words=_words(common["proofs"][name], derivation.common["proofs"][name]))
            for name in table["proofs"]
        ),
    )


class _Words:
    """A block's own table with what it may take from the shared ones."""

    def __init__(self, table: Table, common: Table) -> None:
        self.table, self.common = table, common

    def frames(self) -> list[Table]:
        """Return the rows of its own frames, then of the shared ones it names."""
        shared = ({"id": id_, **self.common["frames"][id_]} for id_ in self.table.get("shared", ()))
        return [*self.table.get("frames", ()), *shared]

    def slot(self, name: str) -> Table:
        """Return the row of a slot: the shared one, in its place what the block itself says."""
        own = self.table.get("slots", {})
        if name not in own and name not in self.common["slots"]:
            raise KeyError(name)
        return {**self.common["slots"].get(name, {}), **own.get(name, {})}


def _frames(written: _Words, derivation: _Words) -> tuple[Frame, ...]:
    """Return the frames of a block, part by part."""
    rows = zip(written.frames(), derivation.frames(), strict=True)
    found = [_frame(row, its, written, derivation) for row, its in rows]
    return tuple(sorted(found, key=lambda one: PARTS.index(one.part)))


def _frame(row: Table, derived: Table, written: _Words, derivation: _Words) -> Frame:
    def slots(text: str) -> tuple[Slot, ...]:
        names = [name for name in dict.fromkeys(_SLOT.findall(text)) if name.casefold() not in VOICE]
        return tuple(_slot(name, written.slot(name), derivation.slot(name)) for name in names)

    planned = row.get("planned")
    return Frame(
        id=row["id"],
        part=row["part"],
        question=_words(row["question"], derived["question"]),
        words=_words(row, derived),
        planned=_words(planned, derived["planned"]) if planned else _NOTHING,
        slots=slots(row["en"]),
        planned_slots=slots(planned["en"]) if planned else (),
        only=tuple(row.get("only", ())),
    )


def _slot(name: str, row: Table, derived: Table) -> Slot:
    return Slot(
        name=name,
        kind=row["kind"],
        label=_words(row["label"], derived["label"]),
        where=_words(row["where"], derived["where"]) if "where" in row else _NOTHING,
        example=_words(row["example"], derived["example"]),
    )


def _words(row: Table, derived: Table) -> Words:
    return MappingProxyType({**{lang: row[lang] for lang in _WRITTEN}, _TRADITIONAL: derived["zh-Hans"]})
