"""Reconcile: our counts beside Amazon's, and what can explain a difference.

Amazon's figures come from the V2 report. A difference is not an error of either side: files
may miss days, claims have no report, a decision may have changed since.

Source: order_defect_rate.cancelled_and_pending, order_defect_rate.union
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from calculator.dates import DateRange
from calculator.messages import text
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict
from calculator.orders import Fulfillment
from calculator.reports.reading import ReportedRate


class Finding(StrEnum):
    """What can be said about two pairs of counts."""

    AGREES = "agrees"
    NO_FILES = "no_files"
    WINDOW_DIFFERS = "window_differs"
    ORDERS_MISSING = "orders_missing"
    ORDERS_EXTRA = "orders_extra"
    DEFECTS_MISSING = "defects_missing"
    DEFECTS_EXTRA = "defects_extra"
    UNION_NOT_SUM = "union_not_sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """One fulfilment: Amazon's counts, ours, and the findings in reading order."""

    fulfillment: Fulfillment
    reported: ReportedRate
    ours: OrderDefectRate
    findings: tuple[Finding, ...]

    def sentences(self, lang: str) -> tuple[str, ...]:
        """Return the findings as sentences, in reading order."""
        marked = self.reported.orders_with_defects
        return tuple(
            text(lang, f"reconcile.{finding}", hits=self.hits, marked=marked) for finding in self.findings
        )

    @property
    def hits(self) -> int:
        """Return Amazon's three component counts added up; an order may be hit more than once."""
        return self.reported.negative_feedback + self.reported.a_to_z_claims + self.reported.chargebacks


def compare(
    reported: Mapping[Fulfillment, ReportedRate],
    rates: Mapping[Fulfillment, OrderDefectRate],
    window: DateRange,
) -> tuple[Reconciliation, ...]:
    """Return one comparison per fulfilment Amazon reported, mfn first."""
    return tuple(
        Reconciliation(
            fulfillment=who,
            reported=reported[who],
            ours=rates[who],
            findings=tuple(_findings(reported[who], rates[who], window)),
        )
        for who in Fulfillment
        if who in reported
    )


def _findings(theirs: ReportedRate, ours: OrderDefectRate, window: DateRange) -> list[Finding]:
    found: list[Finding] = []
    if (theirs.first_day, theirs.last_day) != (window.first_day, window.last_day):
        found.append(Finding.WINDOW_DIFFERS)
    if ours.verdict is Verdict.NO_ORDERS and theirs.orders:
        found.append(Finding.NO_FILES)
    else:
        found += _beside(theirs.orders, ours.orders, Finding.ORDERS_MISSING, Finding.ORDERS_EXTRA)
        found += _beside(
            theirs.orders_with_defects,
            ours.orders_with_defects,
            Finding.DEFECTS_MISSING,
            Finding.DEFECTS_EXTRA,
        )
        if not found:
            found.append(Finding.AGREES)
    if theirs.negative_feedback + theirs.a_to_z_claims + theirs.chargebacks > theirs.orders_with_defects:
        found.append(Finding.UNION_NOT_SUM)
    return found


def _beside(theirs: int, ours: Band, missing: Finding, extra: Finding) -> list[Finding]:
    if theirs > ours.high:
        return [missing]
    return [extra] if theirs < ours.low else []
