"""Row: one cause of the plan with its lines, and why it stands in the plan or stays out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from calculator.case.appeal import Proof
from calculator.case.appeal_place import joined
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.line import Line
from calculator.plan_of_action.model import Section
from calculator.plan_of_action.walk import Found, Walk

NEEDED_FACTS = 3
"""Facts of this shop that a root cause needs at least: what, since when, which check was missing."""


class Belongs(StrEnum):
    """Why a row stands in the plan, or why it does not."""

    TO_DEFECTS = "to_defects"
    BESIDE_A_DISPUTE = "beside_a_dispute"
    TO_NOTHING = "to_nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cause of the plan.

    Attributes:
        defects: undisputed defects that show it.
        strays: measures that belong to no failed step of this row, with their place.
    """

    id: str
    cause: str
    belongs: Belongs
    walk: Walk
    defects: tuple[Affected, ...]
    root_cause: tuple[Line, ...] = ()
    actions: tuple[Line, ...] = ()
    prevention: tuple[Line, ...] = ()
    evidence: tuple[Proof, ...] = ()
    strays: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Return the path into the case."""
        return joined("appeal", "causes", self.id)

    @property
    def is_told(self) -> bool:
        """Return whether the letter speaks of this row."""
        return self.belongs is not Belongs.TO_NOTHING and self.walk.found is Found.FAILURE

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines of all parts."""
        return (*self.root_cause, *self.actions, *self.prevention)

    def of(self, section: Section) -> tuple[Line, ...]:
        """Return the lines that stand in a part of the letter, prevention before what is planned."""
        return tuple(one for one in self._in_order() if one.section is section and one.sentence)

    def _in_order(self) -> tuple[Line, ...]:
        return (*self.root_cause, *self.prevention, *self.actions)
