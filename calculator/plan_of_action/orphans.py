"""Orphans: a cause without an action or prevention, a measure or paper without a cause.

What lacks a part keeps the letter from being ready; what belongs to nothing is left out of it and named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from calculator.case.appeal_place import joined
from calculator.plan_of_action.line import Standing
from calculator.plan_of_action.model import Section
from calculator.plan_of_action.rows import NEEDED_FACTS, Belongs, Row
from calculator.plan_of_action.walk import Found
from calculator.root_causes import CAUSES

_UNCLEAR = "other_or_unclear"
_ROOT_CAUSE = Section.ROOT_CAUSE.value


class OrphanKind(StrEnum):
    """What is torn off, or lacks its other half."""

    CAUSE_WITHOUT_ROOT_CAUSE = "cause_without_root_cause"
    CAUSE_WITHOUT_ACTION = "cause_without_action"
    ONLY_PLANNED = "only_planned"
    CAUSE_WITHOUT_PREVENTION = "cause_without_prevention"
    CAUSE_WITHOUT_DEFECT = "cause_without_defect"
    MEASURE_WITHOUT_CAUSE = "measure_without_cause"
    EVIDENCE_WITHOUT_MEASURE = "evidence_without_measure"

    @property
    def blocks(self) -> bool:
        """Return whether the letter is not ready while it stands."""
        return self in (
            OrphanKind.CAUSE_WITHOUT_ROOT_CAUSE,
            OrphanKind.CAUSE_WITHOUT_ACTION,
            OrphanKind.ONLY_PLANNED,
            OrphanKind.CAUSE_WITHOUT_PREVENTION,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """One orphan, with the field where it is mended."""

    kind: OrphanKind
    field: str
    cause: str


def orphans(rows: Sequence[Row]) -> tuple[Orphan, ...]:
    """Return the orphans of a plan, row by row."""
    return tuple(
        Orphan(kind=kind, field=place, cause=row.cause if row.cause in CAUSES else _UNCLEAR)
        for row in rows
        for kind, place in _of(row)
    )


def _of(row: Row) -> Iterator[tuple[OrphanKind, str]]:
    if row.belongs is Belongs.TO_NOTHING:
        yield OrphanKind.CAUSE_WITHOUT_DEFECT, row.place
        return
    for place in row.strays:
        yield OrphanKind.MEASURE_WITHOUT_CAUSE, place
    if row.walk.found is not Found.FAILURE:
        return
    if not _has_root_cause(row):
        yield OrphanKind.CAUSE_WITHOUT_ROOT_CAUSE, f"{row.place}.answers"
    if not any(one.standing in (Standing.DONE, Standing.OPEN) for one in row.actions):
        is_planned = any(one.standing is Standing.PLANNED for one in row.actions)
        kind = OrphanKind.ONLY_PLANNED if is_planned else OrphanKind.CAUSE_WITHOUT_ACTION
        yield kind, f"{row.place}.actions"
    if not row.prevention:
        yield OrphanKind.CAUSE_WITHOUT_PREVENTION, f"{row.place}.prevention"
    shown = {one.id for one in row.lines if one.sentence} | {_ROOT_CAUSE}
    for paper in row.evidence:
        if paper.shows not in shown:
            yield OrphanKind.EVIDENCE_WITHOUT_MEASURE, f"{row.place}.{joined('evidence', paper.id, 'shows')}"


def _has_root_cause(row: Row) -> bool:
    """Return whether the seller's frames ask for, or hold, enough facts of this shop."""
    if any(one.missing for one in row.root_cause):
        return True
    fields = {
        part.field for one in row.root_cause if one.sentence for part in one.sentence.parts if part.field
    }
    return len(fields) >= NEEDED_FACTS
