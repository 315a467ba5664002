"""Reading: from pasted text to figures, rows and what was not understood.

Every line with content ends in one of three places: in the rows or figures it was used for, among
the interface words that carry nothing, or in `not_understood`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste import (
    asks,
    days,
    defect_rows,
    figure_reading,
    headings,
    page,
    periods,
    plain,
    scan,
    sentences,
    topics,
)
from calculator.paste import rows as row_cutting
from calculator.paste.asks import Ask
from calculator.paste.days import Calendar, Reading
from calculator.paste.headings import Head
from calculator.paste.page import ODR, Page
from calculator.paste.periods import Period
from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line
from calculator.paste.result import Figure, PastedDefect, Understanding
from calculator.paste.rows import Row
from calculator.policy import Policy, policy_on

Lines = Sequence[Sequence[Piece]]
_SEVERAL = 2


def understand(text: str, as_of: date, store: str | None) -> Understanding:
    """Return what a pasted text says, with a question for everything it leaves open.

    Raises:
        RequestError: the text is longer than a page can be.
    """
    lines = plain.lines(text)
    raw = [scan.pieces(line) for line in lines]
    unbound = [sentences.fields(line, pieces) for line, pieces in zip(lines, raw, strict=True)]
    heads = headings.heads(unbound, lines)
    fields = headings.bound(unbound, lines, heads)
    return _Paste(lines, raw, fields, heads, policy_on(as_of, store), store).understanding(as_of)


@dataclass(frozen=True, slots=True)
class _Paste:
    """One paste on its way to being understood."""

    lines: Sequence[Line]
    raw: Lines
    fields: Lines
    heads: Sequence[Head]
    policy: Policy
    store: str | None

    def understanding(self, as_of: date) -> Understanding:
        kind = page.of(self.raw, self.fields)
        named = page.metrics(self.raw)
        stretches = periods.found(self.raw, self.lines)
        calendar = self._calendar(stretches, as_of)
        rows, headed = self._rows(kind, stretches)
        in_rows = {number for row in rows for number in row.lines}
        figures, in_figures = self._figures(kind, named, stretches, calendar, in_rows)
        defects = self._defects(rows, headed, kind, calendar, in_rows)
        used = in_rows | in_figures
        return Understanding(
            page=kind,
            metrics=named,
            figures=tuple(figures),
            defects=tuple(defects),
            not_understood=tuple(
                raw for n in range(len(self.lines)) if n not in used for raw in self._unread(n)
            ),
        )

    def _calendar(self, stretches: Iterable[Period], as_of: date) -> Calendar:
        written = [piece.value for line in self.fields for piece in line if piece.kind is Kind.DAY]
        return days.calendar(written, [stretch.written for stretch in stretches], as_of, self.store)

    def _rows(self, kind: Page, stretches: Iterable[Period]) -> tuple[list[Row], dict[int, DefectType]]:
        """Return the rows of the page and the type a heading gives to each."""
        if kind is Page.ORDERS:
            return [], {}
        left_out = {number for head in self.heads for number in head.lines}
        left_out |= {n for n, line in enumerate(self.fields) if is_menu(line)}
        left_out |= {piece.line for stretch in stretches for piece in (stretch.first, stretch.last)}
        with_ids = {n for n, line in enumerate(self.fields) if any(p.kind is Kind.ORDER_ID for p in line)}
        left_out |= {n for n, line in enumerate(self.fields) if any(p.kind is Kind.SHARE for p in line)}
        headed, heading_lines = self._headed(left_out - with_ids)
        left_out = (left_out | heading_lines) - with_ids
        pieces = [piece for n, line in enumerate(self.fields) if n not in left_out for piece in line]
        blank = [not line.text.strip() or n in left_out for n, line in enumerate(self.lines)]
        found = row_cutting.rows(pieces, blank)
        return [self._trimmed(row, blank) for row in found], headed

    def _headed(self, left_out: set[int]) -> tuple[dict[int, DefectType], set[int]]:
        """Return the type of each line below a heading, and the headings' lines.

        A type alone in its line heads a section when rows hold none of their own and there are
        fewer such lines than order ids, the first above the first id.
        """
        alone = {
            n: line[0] for n, line in enumerate(self.fields) if n not in left_out and _is_type_alone(line)
        }
        with_ids = [n for n, line in enumerate(self.fields) if any(p.kind is Kind.ORDER_ID for p in line)]
        if not alone or not with_ids or not min(alone) < with_ids[0] or max(alone) > with_ids[-1]:
            return {}, set()
        if len(alone) >= len(with_ids) > 1 and len(with_ids) != len(alone):
            return {}, set()
        headed: dict[int, DefectType] = {}
        current: DefectType | None = None
        for n in range(len(self.fields)):
            if n in alone:
                current = DefectType(alone[n].names("type")[0])
            elif current:
                headed[n] = current
        return headed, set(alone)

    def _trimmed(self, row: Row, blank: Sequence[bool]) -> Row:
        """Return a row without the lines behind a blank one that hold no field: the foot of the page."""
        last = max(n for n, piece in enumerate(row.pieces) if row_cutting.key(piece))
        kept = list(row.pieces[: last + 1])
        for piece in row.pieces[last + 1 :]:
            line = piece.line
            is_apart = any(blank[kept[-1].line : line]) or is_passed_over(self.fields[line])
            if is_apart:
                break
            kept.append(piece)
        return Row(tuple(kept), row.is_certain)

    def _defects(
        self,
        rows: Iterable[Row],
        headed: dict[int, DefectType],
        kind: Page,
        calendar: Calendar,
        in_rows: set[int],
    ) -> list[PastedDefect]:
        negative = self.policy.value("counted_defects.negative_feedback_stars")
        context = defect_rows.Context(
            page=kind,
            calendar=calendar,
            fulfillment=self._shipper(in_rows),
            head_dates=self.heads[0].dates if self.heads else (),
            negative=tuple(int(str(star)) for star in negative) if isinstance(negative, tuple) else (),
            headed=headed,
        )
        return [defect for row in rows for defect in defect_rows.of(row, context, self._shown(row.lines))]

    def _shipper(self, in_rows: set[int]) -> Fulfillment | None:
        """Return the one shipper the lines outside the rows name, None where they name both or none."""
        names: set[str] = set()
        for n, line in enumerate(self.fields):
            if n not in in_rows:
                names |= {name for piece in line for name in _shippers(piece)}
        return Fulfillment(next(iter(names))) if len(names) == 1 else None

    def _figures(
        self,
        kind: Page,
        named: Sequence[str],
        stretches: Sequence[Period],
        calendar: Calendar,
        in_rows: set[int],
    ) -> tuple[list[Figure], set[int]]:
        """Return Amazon's own counts and the lines they were read from."""
        if kind not in (Page.ODR_PAGE, Page.NOTICE, Page.UNKNOWN) or (
            kind is Page.NOTICE and ODR not in named
        ):
            return [], set()
        start = ODR if kind is Page.ODR_PAGE or named[:1] in ((), (ODR,)) else named[0]
        spoken = list(topics.of(self.raw, self.fields, in_rows, start))
        found = figure_reading.gather(spoken)
        outside = [stretch for stretch in stretches if stretch.first.line not in in_rows]
        own = [stretch for stretch in outside if _is_of_rate(stretch, spoken)]
        if not (found.shares or found.percents or own or kind is Page.NOTICE):
            return [], set()
        base = Figure(source="notice" if kind is Page.NOTICE else "odr_page")
        base = self._dated(self._stretched(base, own, calendar), calendar, in_rows, own)
        used = found.lines | {piece.line for stretch in own for piece in (stretch.first, stretch.last)}
        used |= self._day_lines(kind, in_rows)
        figures = figure_reading.figures(found, replace(base, raw=self._shown(sorted(used))))
        return figures, used

    def _stretched(self, base: Figure, own: Sequence[Period], calendar: Calendar) -> Figure:
        """Return a figure with its period, a doubtful end asked about."""
        window = self.policy.whole("order_defect_rate.window_days")
        readings = [periods.read(stretch, calendar, window) for stretch in own]
        first, first_ask = _end("first_day", [first for first, _ in readings])
        last, last_ask = _end("last_day", [last for _, last in readings])
        return replace(base, first_day=first, last_day=last, asks=tuple(filter(None, (first_ask, last_ask))))

    def _dated(self, base: Figure, calendar: Calendar, in_rows: set[int], own: Sequence[Period]) -> Figure:
        """Return a notice's figure with the day of the mail."""
        if base.source != "notice":
            return base
        mail = [
            piece
            for n in self._day_lines(Page.NOTICE, in_rows)
            for piece in self.fields[n]
            if piece.kind is Kind.DAY
        ]
        ends = {(end.line, end.start) for stretch in own for end in (stretch.first, stretch.last)}
        mail = [piece for piece in mail if (piece.line, piece.start) not in ends]
        labelled = [piece for piece in mail if piece.label == "mail_day"]
        readings = [calendar.read(piece.value) for piece in labelled or mail]
        if len(readings) == 1 and labelled and readings[0].day:
            return replace(base, day=readings[0].day)
        choices = [day for reading in readings for day in reading.days]
        return replace(base, asks=(asks.of_days("day", "day", choices), *base.asks))

    def _day_lines(self, kind: Page, in_rows: set[int]) -> set[int]:
        """Return the lines outside the rows in which a notice may state its day."""
        if kind is not Page.NOTICE:
            return set()
        return {
            n
            for n, line in enumerate(self.fields)
            if n not in in_rows
            and any(piece.kind is Kind.DAY and piece.label in (None, "mail_day") for piece in line)
        }

    def _shown(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(raw for number in numbers for raw in self.lines[number].raws if raw)

    def _unread(self, number: int) -> tuple[str, ...]:
        """Return a line's pasted text unless there is nothing to read in it."""
        if not self.lines[number].text.strip() or is_passed_over(self.raw[number]):
            return ()
        return self._shown((number,))


def is_passed_over(line: Sequence[Piece]) -> bool:
    """Return whether a line holds nothing but interface words, headings and paging."""
    return all(piece.kind in (Kind.WORD, Kind.PAGING) for piece in line)


def is_menu(line: Sequence[Piece]) -> bool:
    """Return whether a line is a menu or a row of tabs: only words, and more than one row could mean."""
    if not line or not all(piece.kind in (Kind.WORD, Kind.PAGING) for piece in line):
        return False
    if all(piece.names("interface") or piece.names("page") or piece.kind is Kind.PAGING for piece in line):
        return True
    return any(
        len({name for p in line for name in p.names(group)}) >= _SEVERAL
        for group in ("claim", "fulfillment", "type")
    )


def _is_type_alone(line: Sequence[Piece]) -> bool:
    rest = [piece for piece in line[1:] if piece.kind is not Kind.NUMBER]
    return bool(line) and bool(line[0].names("type")) and not line[0].label and not rest


def _shippers(piece: Piece) -> tuple[str, ...]:
    named = piece.names("shipper") if piece.label == "fulfillment" else ()
    return (*piece.names("fulfillment"), *named)


def _is_of_rate(stretch: Period, spoken: Iterable[tuple[Piece, topics.Topic]]) -> bool:
    """Return whether a period stands under the defect rate."""
    return any(
        topic.metric == ODR and (piece.line, piece.start) == (stretch.first.line, stretch.first.start)
        for piece, topic in spoken
    )


def _end(name: str, readings: Sequence[Reading]) -> tuple[date | None, Ask | None]:
    """Return one end of the period where every reading agrees and is certain, else the question."""
    found = list(dict.fromkeys(day for reading in readings for day in reading.days))
    if not found:
        return None, None
    if len(found) == 1 and all(reading.is_certain for reading in readings):
        return found[0], None
    return None, asks.of_days(name, name, found)
