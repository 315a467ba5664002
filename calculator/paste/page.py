"""Page: which page or mail a text was copied from, and which metrics it names.

Menus are copied along and name every page, so titles weigh little unless one page alone has its
title in a line of its own; the heads and contents of rows weigh most. A text that speaks to the
seller in sentences is a mail. Where two pages are equally likely the page is unknown, and each row
is asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain

from calculator.paste.headings import Head
from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line

ODR = "order_defect_rate"
_ASKED = "ask_"
_TITLE, _MOST_TITLES, _ALONE = 1, 3, 4
_SHARE, _COUNT_LABEL, _ROW_WORD, _HEAD = 4, 2, 3, 6
_MOST_ROW_WORDS = 4
_SEVERAL = 2
_WORDS = 6


class Page(StrEnum):
    """The pages and mails we know."""

    ODR_PAGE = "odr_page"
    CLAIMS_PAGE = "claims_page"
    FEEDBACK_PAGE = "feedback_page"
    CHARGEBACKS_PAGE = "chargebacks_page"
    NOTICE = "notice"
    ORDERS = "orders"
    UNKNOWN = "unknown"


DEFECT_PAGES = (Page.ODR_PAGE, Page.CLAIMS_PAGE, Page.FEEDBACK_PAGE, Page.CHARGEBACKS_PAGE)
Lines = Sequence[Sequence[Piece]]


def of(raw: Lines, fields: Lines, heads: Sequence[Head], lines: Sequence[Line]) -> Page:
    """Return the page, by the words of all lines and by the fields of its rows."""
    titles, alone = _titles(raw)
    points = Counter({page: _TITLE * min(len(titles[page]), _MOST_TITLES) for page in DEFECT_PAGES})
    if len(alone) == 1:
        points[next(iter(alone))] += _ALONE
    shown = _evidence(fields) + _of_heads(fields, heads)
    if not heads and not alone and _is_mail(titles, raw, lines):
        return Page.NOTICE
    points.update(shown)
    best, second = points.most_common(2)
    has_rows = any(piece.kind is Kind.ORDER_ID for line in fields for piece in line)
    if len(titles[Page.ORDERS]) >= _SEVERAL and best[1] <= _MOST_TITLES + _ALONE and has_rows:
        return Page.ORDERS
    return Page(best[0]) if best[1] > second[1] else Page.UNKNOWN


def metrics(raw: Lines) -> tuple[str, ...]:
    """Return the metrics a text names, the most frequent first, then the one named earlier."""
    named = Counter(name for line in raw for piece in line for name in piece.names("metric"))
    return tuple(name for name, _ in named.most_common())


def _is_mail(titles: dict[Page, set[str]], raw: Lines, lines: Sequence[Line]) -> bool:
    """Return whether the text speaks to the seller.

    It does with several words of notices, with one in its first lines, or with a metric inside a
    sentence that says "your".
    """
    if len(titles[Page.NOTICE]) >= _SEVERAL:
        return True
    written = [n for n, line in enumerate(lines) if line.text.strip()]
    if any(Page.NOTICE in piece.names("page") for n in written[:_SEVERAL] for piece in raw[n]):
        return True
    return any(_speaks(line.text) for n, line in enumerate(lines) if any(p.names("metric") for p in raw[n]))


def _speaks(text: str) -> bool:
    """Return whether a line is a sentence that speaks to somebody."""
    words = text.casefold().split()
    is_english = len(words) >= _WORDS and bool({"your", "you", "we"} & set(words))
    return is_english or ("您" in text and sum(c >= "\u4e00" for c in text) >= _WORDS)


def _titles(raw: Lines) -> tuple[dict[Page, set[str]], set[Page]]:
    """Return the title words of each page, and the pages whose title has a line of its own.

    A line that names several pages is a menu.
    """
    found: dict[Page, set[str]] = {page: set() for page in Page}
    alone: set[Page] = set()
    is_above = True
    for line in raw:
        is_above = is_above and not any(piece.kind is Kind.ORDER_ID for piece in line)
        pages = {name for piece in line for name in piece.names("page")}
        defect_pages = {Page(name) for name in pages} & set(DEFECT_PAGES)
        is_menu = len(defect_pages) >= _SEVERAL
        for piece in line:
            for name in piece.names("page"):
                if not is_menu or name == Page.NOTICE:
                    found[Page(name)].add(piece.text.casefold())
        is_title = is_above and len(line) == 1 and not line[0].names("label") and len(defect_pages) == 1
        alone |= defect_pages if is_title else set()
    return found, alone


def _evidence(fields: Lines) -> Counter[Page]:
    """Return points for what stands in the rows; each kind of evidence counts a few times at most."""
    seen: Counter[tuple[Page, str]] = Counter()
    for piece, is_inside in chain.from_iterable(map(_spoken, fields)):
        if piece.kind is Kind.SHARE:
            seen[Page.ODR_PAGE, "share"] += _SHARE
        elif piece.kind is Kind.STARS and not is_inside:
            seen[Page.FEEDBACK_PAGE, "stars"] += _ROW_WORD
        elif piece.names("feedback") or (piece.names("rating") and not piece.names("type")):
            seen[Page.FEEDBACK_PAGE, "word"] += _ROW_WORD
        elif piece.names("label") == ("orders_with_defects",):
            seen[Page.ODR_PAGE, "label"] += _COUNT_LABEL
        elif piece.names("chargeback") and not piece.names("reason"):
            seen[Page.CHARGEBACKS_PAGE, "kind"] += _ROW_WORD
        elif _decides(piece) and not piece.names("interface"):
            seen[Page.CLAIMS_PAGE, "status"] += _ROW_WORD
    points: Counter[Page] = Counter()
    for (page, _), number in seen.items():
        points[page] += min(number, _MOST_ROW_WORDS * _ROW_WORD)
    return points


def _spoken(line: Sequence[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Yield the pieces of a line, each with whether text stands before it in its cell, however far."""
    text_in = -1
    for piece in line:
        yield piece, piece.cell == text_in
        text_in = piece.cell if piece.kind is Kind.TEXT else text_in


def _decides(piece: Piece) -> bool:
    """Return whether a word says how a claim was decided; open and closed things are on every page."""
    return any(name != "open" and not name.startswith(_ASKED) for name in piece.names("claim"))


def _of_heads(fields: Lines, heads: Sequence[Head]) -> Counter[Page]:
    """Return points for what the heads of columns name."""
    points: Counter[Page] = Counter()
    for head in heads:
        types = {column for column in head.columns if column and column.startswith("type:")}
        named = {name for n in head.lines for piece in fields[n] for name in piece.names("page")}
        if len(types) >= _SEVERAL:
            points[Page.ODR_PAGE] += _HEAD
        elif "stars" in head.columns:
            points[Page.FEEDBACK_PAGE] += _HEAD
        points.update(
            {page: _HEAD for page in DEFECT_PAGES if page in named and page is not Page.FEEDBACK_PAGE}
        )
    return points
