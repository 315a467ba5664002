"""All Orders reports in the header variants A to E."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from .dice import dice
from .document import TEXT_ENCODINGS, Document
from .truth import Corner, Cut

if TYPE_CHECKING:
    from random import Random

    from .truth import OrderRow, Shop

COLUMNS = tomllib.loads(files(__package__).joinpath("order_columns.toml").read_text(encoding="utf-8"))
CLASSIC, LONG = COLUMNS["classic"], COLUMNS["long"]
BUSINESS = [*CLASSIC, "is-business-order", "purchase-order-number", "price-designation"]
VARIANTS = (
    CLASSIC,
    BUSINESS,
    [*BUSINESS, "is-sold-by-ab"],
    [*BUSINESS, "is-sold-by-ab "],
    [*BUSINESS, "is-sold-by-ab", "fulfilled-by", "signature-confirmation-recommended", "cpf"],
    [*BUSINESS, "is-iba", "order-item-id "],
    LONG,
    [*LONG, "cpf", "license-state", "license-expiration-date", "is-prime", "order-item-id"],
)
NEEDED = (
    "amazon-order-id",
    "purchase-date",
    "last-updated-date",
    "order-status",
    "fulfillment-channel",
    "sales-channel",
)
PRODUCTS = (
    'Mug 3" blue',
    "Tasse grün",
    "Théière, 2 l",
    "マグカップ 青",
    "马克杯 3寸",
    "馬克杯",
    'Mug, "big"',
    "Mug \udcff\udcfe odd",
)


def documents(shop: Shop, names: list[str]) -> list[Document]:
    """Every order report of the shop, each in a layout of its own."""
    return [_document(shop, number, rows, names.pop(0)) for number, rows in enumerate(shop.order_files)]


def _document(shop: Shop, number: int, rows: tuple[OrderRow, ...], name: str) -> Document:
    rng = dice(f"orders {shop.seed} {number}")
    columns = list(rng.choice(VARIANTS))
    if rng.random() < 0.2:
        rng.shuffle(columns)
    sheet = rng.random() < 0.08
    return Document(
        name=name + (".xlsx" if sheet else rng.choice((".txt", ".tsv", ".txt", ""))),
        header=tuple(columns),
        rows=tuple(_cells(row, columns, sheet=sheet, corners=shop.corners) for row in rows),
        encoding=rng.choice(TEXT_ENCODINGS),
        newline=rng.choice(("\r\n", "\n")),
        marked=Corner.UTF16_WITHOUT_MARK not in shop.corners,
        sheet=sheet,
    )


def _cells(row: OrderRow, columns: list[str], *, sheet: bool, corners: frozenset[Corner]) -> tuple[str, ...]:
    """One line: what the row says where it matters, made-up filling elsewhere."""
    rng = dice(f"{row.order_id} {row.item} {row.status} {row.updated} {row.purchase}")
    cancelled = row.status.startswith("Cancel")
    filled = {
        "amazon-order-id": row.order_id,
        "merchant-order-id": rng.choice((row.order_id, "MCF-77", "")),
        "purchase-date": _purchase(row, rng, corners),
        "last-updated-date": row.updated.isoformat(),
        "order-status": row.status,
        "fulfillment-channel": row.fulfillment_word,
        "sales-channel": row.sales_channel,
        "ship-service-level": rng.choice(("Standard", "Expedited", "SecondDay")),
        "product-name": rng.choice(PRODUCTS[:-1] if sheet else PRODUCTS),
        "sku": f"MUG-{row.item}",
        "asin": f"B0TEST{row.item:04d}",
        "item-status": rng.choice(("Shipped", "Unshipped", "Cancelled", "")),
        "quantity": "0" if cancelled else "1",
        "currency": "" if cancelled else "USD",
        "item-price": rng.choice(("", "--")) if cancelled else "89.95",
        "ship-country": row.sales_channel[-2:].upper(),
        "is-business-order": "false",
        "order-item-id": f"6123456789{row.item:04d}",
    }
    return _cut(tuple(filled.get(column.strip(), "") for column in columns), row, columns, sheet=sheet)


def _purchase(row: OrderRow, rng: Random, corners: frozenset[Corner]) -> str:
    if row.purchase is None:
        return row.purchase_text
    if Corner.SPANISH_DATES in corners and row.purchase.day > 12 and rng.random() < 0.3:
        return row.purchase.strftime("%d-%m-%Y") + row.purchase.isoformat()[10:]
    text = row.purchase.isoformat()
    return text.replace("+00:00", "Z") if rng.random() < 0.1 else text


def _cut(cells: tuple[str, ...], row: OrderRow, columns: list[str], *, sheet: bool) -> tuple[str, ...]:
    """The line as far as it goes: all of it, without its last cells, or short of a needed one.

    A sheet has no short lines, only empty cells, and an empty status is no fault.
    """
    places = [columns.index(column) for column in NEEDED]
    if row.cut is Cut.TAIL:
        return cells[: max(places) + 1]
    if row.cut is Cut.NEEDED:
        needed = ("purchase-date", "fulfillment-channel", "fulfillment-channel" if sheet else "order-status")
        return cells[: max(columns.index(column) for column in needed)]
    return cells
