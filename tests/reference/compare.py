"""What `odr assess` printed beside the recount: every difference, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .markers import differences
from .recount import recount
from .recount_defects import OUTCOMES
from .recount_orders import ORDER_ID, Fate, assessed_store, fate, merged
from .reports import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .recount_orders import Order
    from .truth import HandRow, Shop

Row = dict[str, Any]


def compare(shop: Shop, printed: Row) -> list[str]:
    """Every place where the printed assessment departs from the recount of the shop."""
    expected = recount(shop)
    printed = dict(printed)
    found: list[str] = []
    found += _same_keys(_by_id(expected.pop("defects")), _by_id(printed["defects"]), "defects")
    found += _same_keys(expected.pop("excluded"), _rows_by_reason(printed.pop("excluded", [])), "excluded")
    found += differences(
        expected.pop("other_stores"), _by_store(printed.pop("other_stores", [])), "other_stores"
    )
    found += differences(expected, printed)
    return [*found, *_unsorted(printed), *_unlisted(shop, printed.get("problems", []))]


def _same_keys(expected: Any, actual: Row, path: str) -> Iterator[str]:
    """Differences of two tables of which neither may have a line more."""
    yield from differences(expected, actual, path)
    for key in sorted(actual.keys() - expected.keys()):
        yield f"{path}.{key}: expected nothing, got {actual[key]!r}"


def _by_id(defects: Any) -> dict[str, list[Row]]:
    """Defects by order, those of blank ids together, each in one fixed order."""
    found: dict[str, list[Row]] = {}
    for row in sorted(defects, key=lambda row: (str(row["order_date"]), row["type"], str(row["outcome"]))):
        found.setdefault(row["order_id"] if _is_id(row["order_id"]) else "blank", []).append(row)
    return found


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and ORDER_ID.fullmatch(value) is not None


def _rows_by_reason(excluded: list[Row]) -> dict[str, int]:
    return {row["reason"]: row["rows"] for row in excluded if row["rows"]}


def _by_store(stores: list[Row]) -> list[Row]:
    return sorted(stores, key=lambda row: str(row["store"]))


def _unsorted(printed: Row) -> Iterator[str]:
    """Lists that the specification sorts and that are not sorted."""
    dated = [row for row in printed.get("defects", []) if row["order_date"]]
    keys = [(row["order_date"], row["order_id"], row["type"]) for row in dated]
    if keys != sorted(keys):
        yield f"defects: not sorted by order date, id, type: {keys!r}"
    files = [(row["kind"], row["file"]) for row in printed.get("files", [])]
    if files != sorted(files):
        yield f"files: not sorted by kind, then name: {files!r}"


def _unlisted(shop: Shop, problems: list[Row]) -> Iterator[str]:
    """Faults put into the files that no problem speaks about."""
    lines = {(problem["file"], problem["line"]) for problem in problems}
    names = [document.name for document in documents(shop)]
    for name, rows in zip(names, shop.order_files, strict=False):
        for number, row in enumerate(rows, start=2):
            if fate(row) is Fate.PROBLEM and (name, number) not in lines:
                yield f"problems: nothing about {name}, line {number}: {row!r}"
    known = merged(shop)
    store = assessed_store(shop, known)
    names = names[len(shop.order_files) :]
    for name, feedback in zip(names, shop.feedback_files, strict=False):
        faults = sum(row.left_on is None and _here(row.order_id, known, store) for row in feedback)
        yield from _too_few(name, faults, problems)
    for name, hand in zip(names[len(shop.feedback_files) :], shop.hand_files, strict=False):
        faults = sum(_faults(row, known) for row in hand if _here(row.order_id, known, store))
        yield from _too_few(name, faults, problems)


def _here(order_id: str, known: dict[str, Order], store: str) -> bool:
    """Whether a row is no other store's; those are excluded, whatever else is wrong with them."""
    return order_id not in known or known[order_id].store == store


def _faults(row: HandRow, known: dict[str, Order]) -> int:
    """Faults of one typed row: an unknown word, an unreadable day, a disagreement with the order files."""
    order = known.get(row.order_id)
    says_otherwise = order is not None and (
        row.order_date not in (None, order.day) or row.fulfillment not in (None, order.fulfillment)
    )
    return ((row.type, row.outcome) not in OUTCOMES) + bool(row.event_text) + says_otherwise


def _too_few(name: str, faults: int, problems: list[Row]) -> Iterator[str]:
    listed = sum(problem["file"] == name for problem in problems)
    if listed < faults:
        yield f"problems: {faults} faults were put into {name}, {listed} are listed"
