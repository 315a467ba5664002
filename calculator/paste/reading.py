"""Reading: from pasted text to figures, rows and what was not understood.

Every line with content ends in one of three places: in the rows or figures it was used for, among
the interface words that carry nothing, or in `not_understood`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculator.dates import DateRange
from calculator.paste import broken, commas, comments, days, headings, page, periods, plain, scan, sentences
from calculator.paste.days import Calendar
from calculator.paste.headings import Head
from calculator.paste.page import Page
from calculator.paste.periods import Period
from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line
from calculator.policy import Policy, policy_on

_YEAR = 365


@dataclass(frozen=True, slots=True)
class Paste:
    """One paste, scanned: its lines, their pieces with and without sentences, and what they share.

    Attributes:
        raw: every piece of each line.
        fields: the pieces with sentences and comments as text, labelled.
    """

    lines: Sequence[Line]
    raw: Sequence[Sequence[Piece]]
    fields: Sequence[Sequence[Piece]]
    heads: Sequence[Head]
    page: Page
    metrics: tuple[str, ...]
    periods: Sequence[Period]
    calendar: Calendar
    policy: Policy

    @property
    def window_days(self) -> int:
        """Return the length of Amazon's window."""
        return self.policy.whole("order_defect_rate.window_days")

    def shown(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return lines as they were pasted."""
        return tuple(raw for number in numbers for raw in self.lines[number].raws if raw)


def read(text: str, as_of: date, store: str | None) -> Paste:
    """Return a text, scanned.

    Raises:
        RequestError: the text is longer than a page can be.
    """
    lines = broken.mended(commas.as_tabs(plain.lines(text)))
    raw = [scan.pieces(line) for line in lines]
    plainly = [sentences.fields(line, pieces) for line, pieces in zip(lines, raw, strict=True)]
    heads = headings.heads(plainly, lines)
    unbound = comments.closed(plainly, lines, heads)
    fields = headings.bound(_without_mentions(unbound, lines), lines, heads)
    kind = page.of(raw, fields, heads, lines)
    stretches = periods.found(raw, fields, lines)
    policy = policy_on(as_of, store)
    calendar = _calendar(fields, stretches, as_of, store, policy)
    return Paste(lines, raw, fields, heads, kind, page.metrics(raw), stretches, calendar, policy)


def _without_mentions(found: Sequence[Sequence[Piece]], lines: Sequence[Line]) -> list[list[Piece]]:
    """Return the lines with order ids inside sentences as text, where any order id stands free."""
    free = [
        piece
        for row in found
        for place, piece in enumerate(row)
        if piece.kind is Kind.ORDER_ID and not sentences.is_mention(row, place)
    ]
    if not free:
        return [list(row) for row in found]
    return [sentences.without_mentions(line, row) for line, row in zip(lines, found, strict=True)]


def _calendar(
    fields: Sequence[Sequence[Piece]],
    stretches: Sequence[Period],
    as_of: date,
    store: str | None,
    policy: Policy,
) -> Calendar:
    """Return how the paste's days are read; a period shorter than a year lends its year."""
    written = [piece.value for line in fields for piece in line if piece.kind is Kind.DAY]
    calendar = days.calendar(written, [stretch.written for stretch in stretches], as_of, store)
    window = policy.whole("order_defect_rate.window_days")
    ends = [(first.day, last.day) for first, last in (periods.read(s, calendar, window) for s in stretches)]
    spans = {DateRange(first, last) for first, last in ends if first and last and first <= last}
    span = next(iter(spans)) if len(spans) == 1 else None
    return replace(calendar, span=span) if span and span.days < _YEAR else calendar
