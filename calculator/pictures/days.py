"""Days: the counts of each day that a course can draw, and of each day on which marks come or go.

Past days are worked out with what is known today, and only where files hold the whole window of
the day; a typed count and a mark without a day have no past. Coming days are the recovery's own.

Worse mistake: a past rate that looks known and lacks orders.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.assess import Assessment
from calculator.dates import DateRange
from calculator.recovery import Day, Recovery
from calculator.recovery.ledger import Ledger, window_on
from calculator.reporting_window import gaps

TAIL = 8
"""Days drawn after the last mark has come or gone: what follows is a line of nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day on which marked orders leave the window or enter it.

    Attributes:
        ordered_left, ordered_entered: the order day whose orders leave or enter.
        left, entered: how many of them carry a mark.
        dateless: marks without a known day that are out by this day.
    """

    place: int
    ordered_left: date
    ordered_entered: date
    left: int
    entered: int
    dateless: int


def drawn(assessment: Assessment, recovery: Recovery) -> tuple[tuple[Day, ...], dict[int, Turn]]:
    """Return the days of a course, and by place those on which marks leave or enter.

    The past that is known, the as-of day, and the coming days until some days after the last mark.
    """
    today = _on(assessment.as_of, recovery)
    past = list(_past(today, recovery, known_from(assessment, recovery)))
    days = (*reversed(past), today, *recovery.no_new_orders.days)
    found = {turn.place: turn for turn in turns(days, recovery)}
    return days[: max(len(past), *found, 0) + 1 + TAIL], found


def known_from(assessment: Assessment, recovery: Recovery) -> date | None:
    """Return the first day from which files reach every day up to the window's end; None without files."""
    spans = [file.span for file in assessment.files if file.span]
    if not spans or recovery.ledger.typed is not None or recovery.ledger.dateless[0]:
        return None
    window = window_on(assessment.as_of, recovery.lag, recovery.length)
    asked = DateRange(window.first_day - timedelta(days=recovery.length), window.last_day)
    missing = gaps(asked, spans)
    return missing[-1].last_day + timedelta(days=1) if missing else asked.first_day


def turns(days: tuple[Day, ...], recovery: Recovery) -> Iterator[Turn]:
    """Yield the days on which marks leave or enter, the first day drawn aside: nothing is known before it."""
    marked = recovery.ledger.marked
    for place in range(1, len(days)):
        enters = days[place].day - timedelta(days=recovery.lag)
        leaves = enters - timedelta(days=recovery.length)
        left, entered = len(marked.get(leaves, ())), len(marked.get(enters, ()))
        moved = days[place].orders_with_defects - days[place - 1].orders_with_defects
        dateless = entered - left - moved
        if left or entered or dateless:
            yield Turn(
                place=place,
                ordered_left=leaves,
                ordered_entered=enters,
                left=left,
                entered=entered,
                dateless=dateless,
            )


def _on(day: date, recovery: Recovery) -> Day:
    window = window_on(day, recovery.lag, recovery.length)
    return Day(day, recovery.ledger.orders_in(window), recovery.ledger.marked_in(window))


def _past(today: Day, recovery: Recovery, known: date | None) -> Iterator[Day]:
    """Yield the days before, the latest first, as long as files hold the whole window of the day."""
    day, ledger = today, recovery.ledger
    for _ in range(recovery.length):
        window = window_on(day.day, recovery.lag, recovery.length)
        before = window.first_day - timedelta(days=1)
        if known is None or before < known:
            return
        day = Day(
            day.day - timedelta(days=1),
            day.orders - _orders(ledger, window.last_day) + _orders(ledger, before),
            day.orders_with_defects - _marks(ledger, window.last_day) + _marks(ledger, before),
        )
        yield day


def _orders(ledger: Ledger, day: date) -> int:
    return ledger.orders.get(day, 0)


def _marks(ledger: Ledger, day: date) -> int:
    return len(ledger.marked.get(day, ()))
