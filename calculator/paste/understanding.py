"""Understanding: a scanned paste as rows, figures and the lines nothing was taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste import (
    asks,
    defect_rows,
    figure_reading,
    mail,
    passing,
    periods,
    reading,
    stated,
    topics,
)
from calculator.paste import rows as row_cutting
from calculator.paste.page import ODR, Page
from calculator.paste.pieces import Kind, Piece
from calculator.paste.reading import Paste
from calculator.paste.result import Figure, PastedDefect, Understanding
from calculator.paste.row_context import Context
from calculator.paste.rows import Row
from calculator.paste.stated import Place

_COUNTED = (Kind.SHARE, Kind.PERCENT)


def understand(text: str, as_of: date, store: str | None) -> Understanding:
    """Return what a pasted text says, with a question for everything it leaves open.

    Raises:
        RequestError: the text is longer than a page can be.
    """
    paste = reading.read(text, as_of, store)
    rows, headed = _rows(paste)
    in_rows = {(piece.line, piece.start) for row in rows for piece in row.pieces}
    row_lines = {number for row in rows for number in row.lines}
    figures, in_figures = _figures(paste, in_rows, row_lines)
    used = row_lines | in_figures
    return Understanding(
        page=paste.page,
        metrics=paste.metrics,
        figures=tuple(figures),
        defects=tuple(_without_copies(_defects(paste, rows, headed, in_rows))),
        not_understood=tuple(
            raw for n in range(len(paste.lines)) if n not in used for raw in _unread(paste, n)
        ),
    )


def _rows(paste: Paste) -> tuple[list[Row], dict[int, DefectType]]:
    """Return the rows of the page and the type a heading gives to each line."""
    if paste.page is Page.ORDERS:
        return [], {}
    if paste.page is Page.NOTICE and mail.about_one_order(paste.raw):
        row, type_ = mail.row(paste.raw, paste.fields), mail.type_of(paste.raw)
        return [row], dict.fromkeys(row.lines, type_) if type_ else {}
    left_out = {number for head in paste.heads for number in head.lines}
    left_out |= {n for n, line in enumerate(paste.fields) if passing.is_menu(line)}
    headed, titles = passing.headings(paste.fields, left_out)
    left_out |= titles
    with_ids = {n for n, line in enumerate(paste.fields) if any(p.kind is Kind.ORDER_ID for p in line)}
    ends = {(end.line, end.start) for stretch in paste.periods for end in (stretch.first, stretch.last)}
    of_figures = {piece.line for line in paste.fields for piece in line if piece.kind in _COUNTED}
    of_figures |= {line for line, _ in ends}
    left_out |= of_figures - with_ids
    pieces = [
        piece
        for n, line in enumerate(paste.fields)
        if n not in left_out
        for piece in line
        if (n, piece.start) not in ends and piece.kind not in _COUNTED
    ]
    blank = [not line.text.strip() or n in left_out for n, line in enumerate(paste.lines)]
    return [_trimmed(paste, row, blank) for row in row_cutting.rows(pieces, blank)], headed


def _trimmed(paste: Paste, row: Row, blank: Sequence[bool]) -> Row:
    """Return a row without the lines behind a blank one that hold no field: the foot of the page."""
    last = max(n for n, piece in enumerate(row.pieces) if row_cutting.key(piece))
    kept = list(row.pieces[: last + 1])
    for piece in row.pieces[last + 1 :]:
        is_apart = any(blank[kept[-1].line : piece.line]) or passing.is_passed_over(paste.fields[piece.line])
        if is_apart and piece.line != kept[-1].line:
            break
        kept.append(piece)
    return Row(tuple(kept), row.is_certain)


def _defects(
    paste: Paste, rows: Sequence[Row], headed: dict[int, DefectType], in_rows: set[Place]
) -> list[PastedDefect]:
    negative = paste.policy.value("counted_defects.negative_feedback_stars")
    context = Context(
        page=paste.page,
        calendar=paste.calendar,
        fulfillment=_shipper(paste, in_rows),
        head_dates=paste.heads[0].dates if paste.heads else (),
        negative=tuple(int(str(star)) for star in negative) if isinstance(negative, tuple) else (),
        headed=headed,
    )
    return [defect for row in rows for defect in defect_rows.of(row, context, paste.shown(row.lines))]


def _without_copies(defects: Sequence[PastedDefect]) -> list[PastedDefect]:
    """Return the defects without rows that repeat another word for word: the page was pasted twice."""
    kept: list[PastedDefect] = []
    for defect in defects:
        same = [n for n, other in enumerate(kept) if replace(other, raw=()) == replace(defect, raw=())]
        if same and defect.order_id:
            raw = dict.fromkeys((*kept[same[0]].raw, *defect.raw))
            kept[same[0]] = replace(defect, raw=tuple(raw))
        else:
            kept.append(defect)
    return kept


def _shipper(paste: Paste, in_rows: set[Place]) -> Fulfillment | None:
    """Return the one shipper named outside the rows, None where both are or none is."""
    names: set[str] = set()
    for line in paste.fields:
        for piece in line:
            if (piece.line, piece.start) not in in_rows:
                names |= set(piece.names("fulfillment"))
                names |= set(piece.names("shipper")) if piece.label == "fulfillment" else set()
    return Fulfillment(next(iter(names))) if len(names) == 1 else None


def _figures(paste: Paste, in_rows: set[Place], row_lines: set[int]) -> tuple[list[Figure], set[int]]:
    """Return Amazon's own counts and the lines they were read from."""
    named = paste.metrics
    is_mail = paste.page is Page.NOTICE
    if paste.page not in (Page.ODR_PAGE, Page.NOTICE, Page.UNKNOWN) or (is_mail and ODR not in named):
        return [], set()
    start = ODR if paste.page is Page.ODR_PAGE or not named else named[0]
    spoken = list(topics.of(paste.raw, paste.fields, in_rows, start))
    places = {stretch.place: stretch for stretch in paste.periods if stretch.place not in in_rows}
    found = stated.gather(spoken, frozenset(places))
    has_counts = any(item.share for item in found.items)
    is_named = bool(found.percents) and ODR in named
    is_period = paste.page is Page.ODR_PAGE and any(item.period for item in found.items)
    is_notice = is_mail and named[:1] == (ODR,) and not row_lines
    if not (has_counts or is_named or is_period or is_notice):
        return [], set()
    readings = {
        place: periods.read(stretch, paste.calendar, paste.window_days) for place, stretch in places.items()
    }
    base = _mailed(paste, in_rows) if is_mail else Figure(source="odr_page")
    used = found.lines | {places[item.period].last.line for item in found.items if item.period}
    used |= {piece.line for piece in _mail_days(paste, in_rows)} if is_mail else set()
    return figure_reading.figures(found, replace(base, raw=paste.shown(sorted(used))), readings), used


def _mailed(paste: Paste, in_rows: set[Place]) -> Figure:
    """Return a notice's figure with the day of the mail, which only a label makes certain."""
    mail_days = _mail_days(paste, in_rows)
    labelled = [piece for piece in mail_days if piece.label == "mail_day"]
    readings = [paste.calendar.read(piece.value) for piece in labelled or mail_days]
    base = Figure(source="notice")
    if len(readings) == 1 and labelled and readings[0].day:
        return replace(base, day=readings[0].day)
    choices = [day for reading in readings for day in reading.days]
    return replace(base, asks=(asks.of_days("day", "day", choices),))


def _mail_days(paste: Paste, in_rows: set[Place]) -> list[Piece]:
    """Return the days that may be a notice's own: no end of a period, no field of a row."""
    ends = {(end.line, end.start) for stretch in paste.periods for end in (stretch.first, stretch.last)}
    return [
        piece
        for line in paste.fields
        for piece in line
        if piece.kind is Kind.DAY
        and piece.label in (None, "mail_day")
        and (piece.line, piece.start) not in ends | in_rows
    ]


def _unread(paste: Paste, number: int) -> tuple[str, ...]:
    """Return a line's pasted text unless there is nothing to read in it."""
    if not paste.lines[number].text.strip() or passing.is_passed_over(paste.raw[number]):
        return ()
    return paste.shown((number,))
