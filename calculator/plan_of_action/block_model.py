"""Records of a cause block: a slot, a frame, a proof, the block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

Words = Mapping[str, str]
"""The same words by language: en, zh-Hans, zh-Hant."""

ROOT_CAUSE, ACTION, PREVENTION = PARTS = ("root_cause", "action", "prevention")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One fact of the seller's: its name in the frame, what it is, where to look, an invented example.

    `kind` is day, past_day, count, words, who or proof. `where` may be empty.
    """

    name: str
    kind: str
    label: Words
    where: Words
    example: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sentence that says nothing without the seller's facts; `part` is where in the plan it belongs.

    Attributes:
        words: the sentence with its slots; Chinese words touch a slot, whoever fills it spaces Latin words.
        planned: the dated commitment of an action that is not done; empty for the other parts.
        slots: the facts it needs, in the order in which the English sentence names them.
        planned_slots: the same for the commitment.
        only: the process failures it is offered for, none meaning all of its block.
    """

    id: str
    part: str
    question: Words
    words: Words
    planned: Words
    slots: tuple[Slot, ...]
    planned_slots: tuple[Slot, ...]
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What could prove it, and where to get it."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What can be asked and written about one failed step, or a few that are one in cause and measure.

    Attributes:
        cause: id of the cause, `any` for own words.
        failures: ids of the process failures it serves; none where nothing is admitted.
        facts: policy keys it leans on.
        caution: key of `root_causes.caution`, or empty.
    """

    cause: str
    id: str
    failures: tuple[str, ...]
    status: str
    checked_on: date
    facts: tuple[str, ...]
    title: Words
    when: Words
    not_when: Words
    caution: str
    frames: tuple[Frame, ...]
    proofs: tuple[Proof, ...]

    def told_for(self, failure: str) -> Block:
        """Return the block without the frames that tell another of its failures."""
        kept = tuple(one for one in self.frames if not one.only or failure in one.only)
        return replace(self, frames=kept)

    def of(self, part: str) -> tuple[Frame, ...]:
        """Return the frames of one part in the order in which they are offered."""
        return tuple(one for one in self.frames if one.part == part)

    def frame(self, id_: str) -> Frame | None:
        """Return one frame, None where this block has no such frame."""
        return next((one for one in self.frames if one.id == id_), None)
