"""What `odr assess` printed beside the recount: every difference, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .faults import unexplained
from .markers import differences
from .recount import recount
from .recount_orders import ORDER_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .truth import Shop

Row = dict[str, Any]


def compare(shop: Shop, printed: Row) -> list[str]:
    """Every place where the printed assessment departs from the recount of the shop."""
    expected = recount(shop)
    printed = dict(printed)
    found: list[str] = []
    defects = _by_id(expected.pop("defects"))
    found += _same_keys(defects, _paired(defects, _by_id(printed["defects"])), "defects")
    found += _same_keys(expected.pop("excluded"), _rows_by_reason(printed.pop("excluded", [])), "excluded")
    found += differences(
        expected.pop("other_stores"), _by_store(printed.pop("other_stores", [])), "other_stores"
    )
    found += differences(expected.pop("figures"), _reported(printed.pop("figures", [])), "figures")
    found += differences(expected, printed)
    return [*found, *_unsorted(printed), *unexplained(shop, printed["problems"])]


def _same_keys(expected: Any, actual: Row, path: str) -> Iterator[str]:
    """Differences of two tables of which neither may have a line more."""
    yield from differences(expected, actual, path)
    for key in sorted(actual.keys() - expected.keys()):
        yield f"{path}.{key}: expected nothing, got {actual[key]!r}"


def _by_id(defects: Any) -> dict[str, list[Row]]:
    """Defects by order, those of blank ids together."""
    found: dict[str, list[Row]] = {}
    for row in defects:
        found.setdefault(row["order_id"] if _is_id(row["order_id"]) else "blank", []).append(row)
    return found


def _paired(expected: dict[str, list[Row]], actual: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The actual rows of each order, each where the expected row stands that it matches."""
    found = {}
    for key, rows in actual.items():
        left = list(rows)
        placed = []
        for row in expected.get(key, []):
            match = next((other for other in left if not list(differences(row, other))), None)
            if match is not None:
                left.remove(match)
            placed.append(match)
        found[key] = [match or left.pop(0) for match in placed if match or left] + left
    return found


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and ORDER_ID.fullmatch(value) is not None


def _rows_by_reason(excluded: list[Row]) -> dict[str, int]:
    return {row["reason"]: row["rows"] for row in excluded if row["rows"]}


def _reported(figures: list[Row]) -> list[Row]:
    return sorted(
        (row for row in figures if row["source"] == "report"), key=lambda row: row["fulfillment"] != "mfn"
    )


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
