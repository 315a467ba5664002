"""Amazon's own ODR download, in English and Chinese words, and its V2 seller performance report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .dice import dice
from .document import Document
from .stores import STORES
from .truth import AFN, CHARGEBACK, CLAIM, FEEDBACK, MFN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .truth import Block, Figures, MarkRow, Shop

ENGLISH = (
    (
        "Order ID",
        "Order Date",
        "Fulfilled By",
        "Negative Feedback",
        "A-to-z Guarantee claim",
        "Chargeback claim",
    ),
    (
        "Order ID",
        "Order Date",
        "Fulfilled By",
        "Negative feedback",
        "A-to-z claim",
        "Service chargeback claim",
    ),
    (
        "order-id",
        "order-date",
        "fulfilled-by",
        "negative-feedback",
        "a-to-z-guarantee-claims",
        "chargeback-claims",
    ),
)
CHINESE = (
    ("订单编号", "订单日期", "配送方", "负面反馈", "亚马逊商城交易保障索赔", "信用卡拒付"),
    ("订单号", "下单日期", "配送渠道", "负面反馈", "A-to-z 索赔", "服务类信用卡拒付"),
)
MARKS = (("X", ""), ("x", "-"), ("Y", "N"), ("Yes", "No"), ("TRUE", ""), ("1", "0"), ("Has defect", ""))
TYPES = (FEEDBACK, CLAIM, CHARGEBACK)


def documents(shop: Shop, names: list[str]) -> list[Document]:
    """The ODR download and the performance report, where the shop has them."""
    found = []
    if shop.marks is not None:
        found.append(_download(shop, shop.marks, names.pop(0)))
    if shop.report is not None:
        found.append(Document(name=names.pop(0) + ".json", text=_performance(shop.report)))
    return found


def _download(shop: Shop, marks: tuple[MarkRow, ...], name: str) -> Document:
    rng = dice(f"download {shop.seed}")
    chinese, sheet = rng.random() < 0.4, rng.random() < 0.15
    sides = {MFN: "卖家", AFN: "亚马逊"} if chinese and rng.random() < 0.7 else {MFN: "Seller", AFN: "Amazon"}
    yes, no = ("是", "否") if chinese and rng.random() < 0.4 else rng.choice(MARKS)
    write = rng.choice(_ways(chinese=chinese))
    tabs = rng.random() < 0.4
    return Document(
        name=name + (".xlsx" if sheet else rng.choice((".csv", ".txt", ".tsv"))),
        header=rng.choice(CHINESE if chinese else ENGLISH),
        rows=tuple(
            (
                mark.order_id,
                write(mark.order_day),
                sides[mark.fulfillment],
                *(yes if kind in mark.types else no for kind in TYPES),
            )
            for mark in marks
        ),
        delimiter="\t" if tabs else ",",
        quoting=not tabs,
        encoding=rng.choice(
            ("utf-8", "utf-8-sig", "gb18030", "utf-16-le") if chinese else ("utf-8", "utf-8-sig", "cp1252")
        ),
        newline=rng.choice(("\r\n", "\n")),
        sheet=sheet,
    )


def _ways(*, chinese: bool) -> list[Callable[[date], str]]:
    ways: list[Callable[[date], str]] = [
        lambda day: day.isoformat(),
        lambda day: f"{day.year}/{day.month}/{day.day}",
    ]
    if chinese:
        return [*ways, lambda day: f"{day.year}年{day.month}月{day.day}日"]
    return [*ways, lambda day: f"{day:%B} {day.day}, {day.year}"]


def _performance(blocks: tuple[Block, ...]) -> str:
    """The report as JSON, with other metrics of other periods around the one that matters."""
    places = {store.code: store.marketplace for store in STORES}
    metrics = [
        {
            "marketplaceId": places[block.store],
            "lateShipmentRate": {
                "reportingDateRange": _range("2020-10-21T00:00:00Z", "2020-11-19T23:59:59Z"),
                "orderCount": 5, "lateShipmentCount": 1, "rate": 0.2, "status": "BAD",
            },
            "orderDefectRate": {MFN: _figures(block.mfn, MFN), AFN: _figures(block.afn, AFN)},
            "warningStates": [],
            "accountHealthRating": {"ahrStatus": "GREAT", "ahrScore": 640},
        }
        for block in blocks
    ]  # fmt: skip
    states = [{"marketplaceId": places[block.store], "status": "NORMAL"} for block in blocks]
    return json.dumps({"accountStatuses": states, "performanceMetrics": metrics}, indent=1 + len(blocks) % 2)


def _range(start: str, end: str) -> dict[str, str]:
    return {"reportingDateFrom": start, "reportingDateTo": end}


def _figures(figures: Figures, kind: str) -> dict[str, object]:
    morning = "T00:00:00Z" if figures.orders % 2 else "T00:00Z"
    evening = "T23:59:59Z" if figures.orders % 3 else morning
    return {
        "reportingDateRange": _range(f"{figures.first_day}{morning}", f"{figures.last_day}{evening}"),
        "orderCount": figures.orders,
        "orderWithDefects": {"count": figures.orders_with_defects, "status": "GOOD"},
        "claims": {"count": figures.claims, "status": "NONE"},
        "chargebacks": {"count": figures.chargebacks, "status": "NONE"},
        "negativeFeedback": {"count": figures.negative_feedback, "status": "NONE"},
        "fulfillmentType": kind,
        "status": "GOOD",
        "rate": figures.orders_with_defects / figures.orders,
        "targetValue": 0.01,
        "targetCondition": "LESS_THAN",
    }
