"""Page: which page or mail a text was copied from, and which metric a notice names.

Menus are copied along and name every page, so titles weigh little; what the rows hold weighs most.
Where two pages are equally likely the page is unknown, and each row is asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from calculator.paste.pieces import Kind, Piece

ODR = "order_defect_rate"
_ASKED = "ask_"
_TITLE, _MOST_TITLES = 1, 3
_SHARE, _COUNT_LABEL, _ROW_WORD, _HEAD_TYPES = 4, 2, 3, 6
_MOST_ROW_WORDS = 4
_LEAST_NOTICE_WORDS = 2
_MENU = 2


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


def of(raw: Sequence[Sequence[Piece]], fields: Sequence[Sequence[Piece]]) -> Page:
    """Return the page, by the words of all lines and by the fields of its rows."""
    titles = _titles(raw)
    if len(titles[Page.NOTICE]) >= _LEAST_NOTICE_WORDS:
        return Page.NOTICE
    points = Counter({page: _TITLE * min(len(titles[page]), _MOST_TITLES) for page in DEFECT_PAGES})
    points.update(_evidence(piece for line in fields for piece in line))
    points.update(_column_heads(fields))
    best, second = points.most_common(2)
    has_rows = any(piece.kind is Kind.ORDER_ID for line in fields for piece in line)
    if len(titles[Page.ORDERS]) >= _LEAST_NOTICE_WORDS and best[1] <= _MOST_TITLES and has_rows:
        return Page.ORDERS
    if titles[Page.NOTICE] and not has_rows:
        return Page.NOTICE
    return Page(best[0]) if best[1] > second[1] else Page.UNKNOWN


def metrics(raw: Sequence[Sequence[Piece]]) -> tuple[str, ...]:
    """Return the metrics a text names, the most frequent first."""
    named = Counter(name for line in raw for piece in line for name in piece.names("metric"))
    return tuple(sorted(named, key=lambda name: (-named[name], name)))


def _titles(raw: Sequence[Sequence[Piece]]) -> dict[Page, set[str]]:
    """Return the distinct title words of each page; a line that names several pages is a menu."""
    found: dict[Page, set[str]] = {page: set() for page in Page}
    for line in raw:
        pages = {name for piece in line for name in piece.names("page")}
        is_menu = len(pages - {Page.NOTICE, Page.ORDERS}) >= _MENU
        for piece in line:
            for name in piece.names("page"):
                if not is_menu or name == Page.NOTICE:
                    found[Page(name)].add(piece.text.casefold())
    return found


def _evidence(pieces: Iterable[Piece]) -> Counter[Page]:
    """Return points for what stands in the rows; each kind of evidence counts a few times at most."""
    seen: Counter[tuple[Page, str]] = Counter()
    for piece in pieces:
        if piece.kind is Kind.SHARE:
            seen[Page.ODR_PAGE, "share"] += _SHARE
        elif piece.kind is Kind.STARS:
            seen[Page.FEEDBACK_PAGE, "stars"] += _ROW_WORD
        elif piece.names("feedback") or (piece.names("rating") and not piece.names("type")):
            seen[Page.FEEDBACK_PAGE, "word"] += _ROW_WORD
        elif piece.names("label") == ("orders_with_defects",):
            seen[Page.ODR_PAGE, "label"] += _COUNT_LABEL
        elif piece.names("chargeback") and not piece.names("reason"):
            seen[Page.CHARGEBACKS_PAGE, "kind"] += _ROW_WORD
        elif any(not name.startswith(_ASKED) for name in piece.names("claim")) and not _is_button(piece):
            seen[Page.CLAIMS_PAGE, "status"] += _ROW_WORD
    most = _MOST_ROW_WORDS * _ROW_WORD
    points: Counter[Page] = Counter()
    for (page, _), number in seen.items():
        points[page] += min(number, most)
    return points


def _is_button(piece: Piece) -> bool:
    return bool(piece.names("interface"))


def _column_heads(fields: Sequence[Sequence[Piece]]) -> Counter[Page]:
    """Return points for a line that heads columns of several defect types: Amazon's list of the rate."""
    points: Counter[Page] = Counter()
    for line in fields:
        types = {name for piece in line for name in piece.names("type")}
        labels = {name for piece in line for name in piece.names("label")}
        if len(types) >= _MENU and "order_id" in labels:
            points[Page.ODR_PAGE] += _HEAD_TYPES
    return points
