"""Outcomes: what a row says became of a defect, and whether that counts.

The outcome words and their judgement are policy (`policy/counted_defects.toml`). A word we do
not know is undecided and listed: it may count.

Source: counted_defects
Worse mistake: reading an unknown word as harmless.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from calculator.defects import MARK_OUTCOMES, DefectType, Origin
from calculator.policy import Counts, Policy
from calculator.problems import shown
from calculator.reports import columns
from calculator.reports.reading import Feedback, HandDefect, Mark, Reading, SaidOutcome

_STARS = re.compile(r"([1-5])(?: stars?| 星)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """An outcome, whether it counts, and the policy key that says so."""

    outcome: str
    counts: Counts
    rule: str | None


def of(reading: Reading, record: Feedback | HandDefect | Mark, policy: Policy) -> Ruling | None:
    """Return the ruling on a row, None for a rating that is no defect; lists an unknown word."""
    type_, said = type_of(record), said_of(reading, record)
    if said is not None and said.outcome:
        return _of_word(reading, record.line, type_, said.outcome, policy)
    if isinstance(record, Mark):
        return _ruled(type_, MARK_OUTCOMES[type_], policy)
    if isinstance(record, Feedback):
        return _by_stars(record.rating, policy)
    return _of_word(reading, record.line, type_, record.outcome, policy)


def _of_word(reading: Reading, line: int, type_: DefectType, outcome: str, policy: Policy) -> Ruling | None:
    word = columns.folded(outcome)
    stars = _STARS.fullmatch(word)
    if type_ is DefectType.NEGATIVE_FEEDBACK and stars:
        return _by_stars(int(stars[1]), policy)
    ruling = _ruled(type_, word.replace(" ", "_"), policy)
    if ruling is None:
        reading.doubt(line, "outcome", "unknown_outcome", original=shown(outcome))
        return Ruling(outcome=shown(outcome), counts=Counts.UNDECIDED, rule=None)
    return ruling


def said_of(reading: Reading, record: Feedback | HandDefect | Mark) -> SaidOutcome | None:
    """Return what the seller set for a row and its type, if anything."""
    return reading.said.get((record.line, type_of(record))) or reading.said.get((record.line, ""))


def decided_on_of(reading: Reading, record: Feedback | HandDefect | Mark) -> date | None:
    """Return the day of the decision, or of the mail, as the row or the seller says."""
    said = said_of(reading, record)
    own = record.decided_on if isinstance(record, HandDefect) else None
    return said.decided_on if said is not None and said.decided_on else own


def type_of(record: Feedback | HandDefect | Mark) -> DefectType:
    """Return the defect type a row speaks of."""
    return DefectType.NEGATIVE_FEEDBACK if isinstance(record, Feedback) else DefectType(record.type)


def origin_of(record: Feedback | HandDefect | Mark) -> Origin:
    """Return which kind of file a row stands in."""
    if isinstance(record, Feedback):
        return Origin.FEEDBACK_REPORT
    return Origin.HAND if isinstance(record, HandDefect) else Origin.ODR_DOWNLOAD


def event_date_of(record: Feedback | HandDefect | Mark) -> date | None:
    """Return when the feedback was left, the claim or chargeback filed, if the row says."""
    if isinstance(record, Feedback):
        return record.day
    return record.event_date if isinstance(record, HandDefect) else None


def comment_of(record: Feedback | HandDefect | Mark) -> str:
    """Return the words beside a defect: the buyer's of a feedback, the seller's of a hand entry."""
    if isinstance(record, Feedback):
        return record.comment
    return record.note if isinstance(record, HandDefect) else ""


def _by_stars(rating: int, policy: Policy) -> Ruling | None:
    negative = policy.value("counted_defects.negative_feedback_stars")
    is_negative = isinstance(negative, tuple) and rating in negative
    return _ruled(DefectType.NEGATIVE_FEEDBACK, "kept", policy) if is_negative else None


def _ruled(type_: DefectType, outcome: str, policy: Policy) -> Ruling | None:
    counting = policy.counts(type_, outcome)
    return Ruling(outcome=outcome, counts=Counts(counting.counts), rule=counting.key) if counting else None
