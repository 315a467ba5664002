"""The worksheet on paper: empty cells large enough to write in, nothing filled in for the seller."""

from __future__ import annotations

from calculator import messages
from calculator.docsite import blocks

CAUSES = 3
ORDERS = 5
FACTS = ("store", "notice_day", "deadline", "day_before", "window", "orders", "marked")
COLUMNS = ("order", "order_day", "kind", "decided", "safe", "disputed")
CELLS = ("cause", "done", "prevention", "proof")


def worksheet(lang: str) -> str:
    """Return the three parts of the sheet: figures, orders, causes."""
    return blocks.render(
        "worksheet",
        lang,
        words=messages.catalogue(lang, "door"),
        causes=range(1, CAUSES + 1),
        orders=range(ORDERS),
        facts=FACTS,
        columns=COLUMNS,
        cells=CELLS,
    )
