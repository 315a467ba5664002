"""JSON lists: claims and chargebacks as Amazon's pages and its interface for programs hold them.

The chargebacks page (`chargebacks`, one entry a chargeback, with its orders) and the financial
events (`GuaranteeClaimEventList`, `ChargebackEventList`). Each becomes the rows of a small table
below a header of ours, and is read as such.

Worse mistake: a list passed over because it lies one bracket deeper than expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from calculator.errors import ReportError
from calculator.problems import shown
from calculator.reports.flat_file import Row, Table

_DEEPEST = 8
_MOST_NAMES = 8
_EVENTS = {"GuaranteeClaimEventList": "A-to-z Guarantee Claim", "ChargebackEventList": "Chargeback"}
_CHARGEBACKS = "chargebacks"
_HEADERS = {
    _CHARGEBACKS: ("order id", "filing date", "status", "reason code"),
    **dict.fromkeys(_EVENTS, ("settlement-id", "transaction-type", "order-id", "posted-date")),
}


def table_of(file: str, value: object) -> Table:
    """Return the entries of a JSON value as rows; a row's line is its number, the header's is 1.

    Raises:
        ReportError: none of the lists known here.
    """
    lists: dict[str, list[Any]] = {}
    for name, held in _lists(value, 0):
        lists.setdefault(name, []).extend(held)
    chosen = (
        _CHARGEBACKS if _CHARGEBACKS in lists else next((name for name in _EVENTS if name in lists), None)
    )
    if chosen is None:
        names = list(value)[:_MOST_NAMES] if isinstance(value, dict) else []
        raise ReportError("other_json", file=file, found=shown(", ".join(map(str, names))) or "[…]")
    wanted = [_CHARGEBACKS] if chosen == _CHARGEBACKS else [name for name in _EVENTS if name in lists]
    cells = [row for name in wanted for entry in lists[name] for row in _rows(name, entry)]
    rows = (Row(line=number, cells=row) for number, row in enumerate(cells, 2))
    return Table(rows=(Row(line=1, cells=_HEADERS[chosen]), *rows), separator="json")


def _lists(value: object, depth: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield every known list, however deep it lies; several pages of one list may stand side by side."""
    if depth > _DEEPEST or not isinstance(value, dict | list):
        return
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if name in _HEADERS and isinstance(inner, list):
            yield str(name), inner
        else:
            yield from _lists(inner, depth + 1)


def _rows(name: str, entry: object) -> Iterator[tuple[str, ...]]:
    if name != _CHARGEBACKS:
        yield "", _EVENTS[name], _word(entry, "AmazonOrderId"), _word(entry, "PostedDate")
        return
    held = entry.get("relatedOrders") if isinstance(entry, dict) else None
    for order in held if isinstance(held, list) and held else [None]:
        filed = entry.get("filingDate") if isinstance(entry, dict) else None
        day = _word(filed, "formattedDate") if isinstance(filed, dict) else _word(entry, "filingDate")
        yield _word(order, "orderId"), day, _word(entry, "status"), _word(entry, "reasonCode")


def _word(entry: object, name: str) -> str:
    found = entry.get(name) if isinstance(entry, dict) else None
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
