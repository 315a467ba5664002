"""Against the case: orders, refund days and disputed defects of a letter, held to what the case says.

Worse mistake: a plan that admits what the seller disputes in a claim appeal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.days import dates_in
from calculator.review.look import Look
from calculator.review.sentences import Part, Sentence

Told = tuple[int, int, str, dict[str, str]]
ORDER_ID = re.compile(r"(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)")
APPEALED = re.compile(
    r"appeal|disput|contest|pending|申诉|申訴|异议|異議|争议|爭議|不认可|异議|widerspr|einspruch|bestritt|angefocht|異議|申し立て",
    re.IGNORECASE,
)
"""Words by which a letter says that a decision is contested."""


def contradictions(look: Look) -> Iterator[Told]:
    """Yield orders the case does not know, and refund days that differ from its own."""
    for _, found in _orders(look):
        if look.asked.orders and found[0] not in look.asked.orders:
            yield found.start(), found.end(), "unknown_order", {"order": found[0]}
    yield from _refund_days(look)


def _refund_days(look: Look) -> Iterator[Told]:
    known = dict(look.asked.refunds)
    for one, found in _orders(look):
        day = known.get(found[0])
        if day is None or not look.marks.has("refund", one.start, one.end):
            continue
        told = [when for _, _, when in dates_in(one.own, look.letter.lang) if when]
        if told and day not in told:
            yield found.start(), found.end(), "refund_day", {"order": found[0], "day": day.isoformat()}


def admitted(look: Look) -> Iterator[Told]:
    """Yield disputed orders and causes that the letter tells as its own."""
    disputed = set(look.asked.disputed)
    for one, found in _orders(look):
        if found[0] in disputed and one.part is not Part.EVIDENCE and not APPEALED.search(one.own):
            yield found.start(), found.end(), "disputed_order", {"order": found[0]}
    for item in look.parts[Part.CAUSE]:
        for mark in look.marks.said("issue", item[0].start, item[-1].end):
            if mark.row in disputed and not any(APPEALED.search(one.own) for one in item):
                yield mark.start, mark.end, "disputed_cause", {"issue": mark.row}


def _orders(look: Look) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for one in look.letter.sentences:
        for found in ORDER_ID.finditer(look.text, one.start, one.end):
            yield one, found
