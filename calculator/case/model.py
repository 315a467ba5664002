"""Case model: the typed words by their place in the forms, nothing read yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from calculator.reports.edits import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFigure:
    """What Amazon told the seller: in the notice, or on the ODR page.

    Attributes:
        day: when it was seen; of a notice the day it came.
        first_day, last_day: the two dates the ODR page shows.
    """

    day: str = ""
    first_day: str = ""
    last_day: str = ""
    fulfillment: str = ""
    orders: str = ""
    orders_with_defects: str = ""

    @property
    def has_counts(self) -> bool:
        """Return whether a number of orders was typed."""
        return bool(self.orders.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDefect:
    """One defect of the form; `id` is the form's own name for it and stays while it exists.

    What stands below the note is for the appeal alone; the rate never reads it (see `case.appeal`).
    """

    id: str
    order_id: str = ""
    order_date: str = ""
    fulfillment: str = ""
    type: str = ""
    outcome: str = ""
    event_date: str = ""
    decided_on: str = ""
    note: str = ""
    cause: str = ""
    disputed: str = ""
    appealed_on: str = ""
    refunded_by: str = ""
    refunded_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFile:
    """One file the case was worked on with; `dates` is what the seller says comes first in its dates."""

    file: str
    kind: str = ""
    dates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """One claim or chargeback that a report hints at and of which the seller says that there is none."""

    order_id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One seller's case as typed; `store` is a store code, or empty.

    Attributes:
        appeal, marks: what was typed for the appeal, and for the appeal about rows of files, by the
            row's key; as they stand in the document, read by `calculator.case.appeal` alone.
    """

    store: str = ""
    notice: StatedFigure = StatedFigure()
    odr_page: StatedFigure = StatedFigure()
    defects: tuple[TypedDefect, ...] = ()
    edits: tuple[Edit, ...] = ()
    files: tuple[NamedFile, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    appeal: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was typed that a rate could be worked out from."""
        return not (self.defects or self.notice.has_counts or self.odr_page.has_counts)


EMPTY = Case()
