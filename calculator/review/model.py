"""Records of a review: severities, findings, and what a rule is given to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: `blocker` is mended before the letter is sent."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Return what a finding adds to the sum letters are ranked by."""
        return _WEIGHTS[self]


_WEIGHTS = {Severity.BLOCKER: 8, Severity.MAJOR: 3, Severity.MINOR: 1, Severity.INFO: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a rule found.

    Attributes:
        rule: id of the criterion, `S1` … `F7`.
        start, end: the words it is about, as places in the letter; equal where something is missing.
        kind: which of the rule's sentences says it, a key of the messages.
        values: what that sentence names, by placeholder.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    kind: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the review is told beside the letter.

    Attributes:
        issues: ids of the causes and types of defect the notice lists; empty where nobody says.
        figures: orders and orders with a defect that may stand in the letter, Amazon's first.
        disputed: cause ids and order ids of defects that the seller disputes.
        previous: the letter sent before; None for a first one.
        letter_day: the day the letter bears, to tell deeds that had not come; None where nobody says.
        orders: ids of the orders of the case; empty where none is known.
        refunds: the day a buyer got the money, by order id.
        points: parts of the letter Amazon's reply to the letter before asks about.
        is_claim_appeal: the text appeals one claim instead of giving a plan.
    """

    issues: tuple[str, ...] = ()
    figures: tuple[tuple[int, int], ...] = ()
    disputed: tuple[str, ...] = ()
    previous: str | None = None
    orders: tuple[str, ...] = ()
    refunds: tuple[tuple[str, date], ...] = ()
    points: tuple[str, ...] = ()
    is_claim_appeal: bool = False
    letter_day: date | None = None

    @property
    def is_all_disputed(self) -> bool:
        """Return whether every order of the case is disputed, so that nothing is owned yet."""
        return bool(self.orders) and set(self.orders) <= set(self.disputed)
