"""Confirmed: hints to which the seller has said what became of the claim; they are typed defects then.

Worse mistake: a hint that counts without a word of the seller's.
"""

from __future__ import annotations

from calculator.reports.reading import HandDefect, Hint, Reading, Record


def confirm(reading: Reading) -> None:
    """Turn every hint of a reading that has an outcome into the defect it was confirmed to be."""
    reading.records = [
        _one(reading, record) if isinstance(record, Hint) else record for record in reading.records
    ]


def _one(reading: Reading, hint: Hint) -> Record:
    said = reading.said.get((hint.line, hint.type)) or reading.said.get((hint.line, ""))
    if said is None or not said.outcome:
        return hint
    return HandDefect(
        line=hint.line,
        order_id=hint.order_id,
        order_date=None,
        fulfillment=None,
        type=hint.type,
        outcome=said.outcome,
        event_date=hint.event_date,
        decided_on=said.decided_on,
    )
