"""Enclosures: the list of attachments and the table of affected orders.

Order ids are masked unless the seller asks for whole ones; nothing a spreadsheet would run stands in
a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from calculator import display
from calculator.letter_files.lines import Line
from calculator.messages import text
from calculator.orders import ORDER_ID
from calculator.take_along import csv
from calculator.take_along.untrusted import shown

PROOFS = ("number", "file", "shows", "sentence")
ORDERS = ("order_id", "type", "order_date", "cause", "refunded")
Letter = Mapping[str, Any]


def evidence_table(letter: Letter, lang: str) -> str:
    """Return the attachments, a row each: number, file, what it shows, the sentence it belongs to."""
    header = [text(lang, f"letter_files.proof.{column}") for column in PROOFS]
    return csv.table(header, (_proof(row, letter) for row in letter.get("evidence_index") or ()))


def evidence_lines(letter: Letter, lang: str) -> list[Line]:
    """Return the attachments as lines, numbered as in the letter."""
    title = Line("heading", text(lang, "letter_files.evidence"))
    rows = letter.get("evidence_index") or ()
    found = list(_proofs(rows, lang))
    return [title, Line("blank", ""), *(found or [Line("paragraph", text(lang, "letter_files.no_proof"))])]


def orders_table(letter: Letter, lang: str, *, has_whole_ids: bool) -> str:
    """Return the affected orders, a row a defect.

    Args:
        letter: `odr-letter/1`.
        lang: of the header and the words.
        has_whole_ids: the seller asked for whole order ids.
    """
    named: Callable[[str], str] = str if has_whole_ids else display.masked
    header = [text(lang, f"letter_files.order.{column}") for column in ORDERS]
    rows = ([_order(row, column, named) for column in ORDERS] for row in letter.get("affected_orders") or ())
    return csv.table(header, rows)


def _proof(row: Mapping[str, Any], letter: Letter) -> list[object]:
    """Return the cells of an attachment; the sentence it belongs to stands in words."""
    at, held = row.get("sentence"), letter.get("sentences") or ()
    cited = held[at]["text"] if isinstance(at, int) and 0 <= at < len(held) else ""
    return [*(_cell(row, column) for column in PROOFS[:-1]), _words({"sentence": cited}, "sentence")]


def _proofs(rows: Any, lang: str) -> Iterator[Line]:
    joint = ": " if lang == "en" else "："
    for row in rows:
        words = joint.join(filter(None, (_words(row, "file"), _words(row, "shows"))))
        yield Line("item", f"{row.get('number', '')}. {words}")


def _order(row: Mapping[str, Any], column: str, named: Callable[[str], str]) -> object:
    if column != "order_id":
        return _cell(row, column)
    return ORDER_ID.sub(lambda one: named(one[0]), _words(row, column))


def _cell(row: Mapping[str, Any], column: str) -> object:
    value = row.get(column)
    return value if isinstance(value, int) else _words(row, column)


def _words(row: Mapping[str, Any], column: str) -> str:
    """Return the words of a cell on one line."""
    return " ".join(shown(str(row.get(column) or "")).split())
