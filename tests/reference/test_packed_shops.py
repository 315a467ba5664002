"""Random shops handed over packed, in one archive and as XML: the answer is that of their plain files."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest

from calculator import requests
from calculator.assess import assess
from calculator.encode import assessment_value
from calculator.reports import Intake, columns
from calculator.reports.all_orders import NEEDED
from calculator.reports.reading import Kind
from calculator.reports.xml_rows import forms
from calculator.workbook import sheets

from .document import Document, to_bytes
from .reports import arguments, documents
from .shop import shop as random_shop

if TYPE_CHECKING:
    from .truth import Shop

SHOPS = max(10, int(os.environ.get("ODR_SHOPS", "40")) // 4)
SAME = (
    "store", "other_stores", "orders_read", "reporting_window", "order_defect_rate", "unmatched", "excluded",
    "recovery", "removal", "figures",
)  # fmt: skip
COLUMN_OF = {
    "amazon-order-id": "order_id",
    "purchase-date": "purchase_date",
    "last-updated-date": "last_updated_date",
    "order-status": "order_status",
    "fulfillment-channel": "fulfillment_channel",
    "sales-channel": "sales_channel",
}
Files = list[tuple[str, bytes]]


def answered(shop: Shop, files: Files) -> dict[str, Any]:
    intake = Intake(sheets)
    for number, (name, data) in enumerate(files):
        intake.open(str(number), name)
        for start in range(0, len(data), 50_000):
            intake.feed(str(number), data[start : start + 50_000])
        intake.close(str(number))
    asked = arguments(shop)
    window = requests.window(asked["window"]) if asked["window"] else None
    found = assess(intake, shop.as_of, store=asked["store"], window=window)
    value = assessment_value(found, "en")
    return {
        **{key: value[key] for key in SAME},
        "defects": value["defects"],
        "codes": sorted(problem["code"] for problem in value["problems"]),
        "used": sorted((file["kind"], file["rows"], file["used"]) for file in value["files"]),
    }


def archive(files: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in files:
            whole.writestr(f"folder/{name}", data)
    return out.getvalue()


def as_xml(document: Document) -> bytes:
    """An orders file as its XML form."""
    places = columns.by_name(Kind.ALL_ORDERS, document.header)
    at = {path: places.get(COLUMN_OF[name]) for path, name in forms()["order"].cells.items()}
    text = "".join(
        f"<Message>{_order({path: row[place] for path, place in at.items() if place is not None})}</Message>"
        for row in document.rows
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope>{text}</AmazonEnvelope>'.encode()


def whole(document: Document) -> Document:
    """The rows of an orders file that XML can hold as well: of full width, in characters XML knows."""
    rows = [row for row in document.rows if len(row) == len(document.header) and all(map(_is_sayable, row))]
    return replace(document, rows=tuple(rows), encoding="utf-8", sheet=False, delimiter="\t", quoting=False)


def _is_sayable(cell: str) -> bool:
    return all(" " <= c < "\ud800" or "\ue000" <= c < "\ufffe" for c in cell)


def is_of_orders(document: Document) -> bool:
    return set(NEEDED) <= columns.by_name(Kind.ALL_ORDERS, document.header).keys()


def _order(cells: dict[str, str]) -> str:
    inner = {path.partition("/")[2]: text for path, text in cells.items() if "/" in path}
    plain = [(path, escape(text)) for path, text in cells.items() if "/" not in path]
    plain += [("fulfillmentdata", "".join(f"<{n}>{escape(t)}</{n}>" for n, t in inner.items()))]
    return "<Order>" + "".join(f"<{name}>{text}</{name}>" for name, text in plain) + "</Order>"


@pytest.mark.parametrize("seed", range(SHOPS))
def test_packed_and_archived_files_give_the_answer_of_the_plain_ones(seed: int) -> None:
    shop = random_shop(seed)
    files = [(document.name, to_bytes(document)) for document in documents(shop)]
    expected = answered(shop, files)
    assert answered(shop, [(name, gzip.compress(data)) for name, data in files]) == expected
    assert answered(shop, [("all.zip", archive(files))]) == expected


@pytest.mark.parametrize("seed", range(SHOPS))
def test_orders_as_xml_give_the_answer_of_the_flat_file(seed: int) -> None:
    shop = random_shop(seed)
    files = [whole(document) if is_of_orders(document) else document for document in documents(shop)]
    plain = [(document.name, to_bytes(document)) for document in files]
    xml = [
        (document.name, as_xml(document) if is_of_orders(document) and document.rows else to_bytes(document))
        for document in files
    ]
    if xml == plain:
        pytest.skip("this shop has no order in a file")
    assert answered(shop, xml) == answered(shop, plain)
