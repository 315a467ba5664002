"""An assessment straight from the truth of a shop, slow and obvious: what `odr assess` has to say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from . import recount_defects, recount_orders
from .markers import ANYTHING, OneOf
from .recount_defects import COUNTED, UNDECIDED, Defect
from .truth import AFN, CHARGEBACK, CLAIM, FEEDBACK, FULFILLMENTS, MFN

if TYPE_CHECKING:
    from .recount_orders import Order
    from .truth import Block, CountRow, Shop

WINDOW_DAYS, POLICY_LAG, REPORTED_LAGS = 60, 15, range(10, 22)


def recount(shop: Shop) -> dict[str, object]:
    """The expected `odr-assessment/1`, without the keys the specification leaves open."""
    in_files = recount_orders.merged(shop)
    store = recount_orders.assessed_store(shop, in_files)
    known = {**in_files, **recount_defects.hand_orders(shop, in_files)}
    orders = [order for order in known.values() if order.store in (store, None)]
    typed = typed_counts(shop, in_files, store)
    first, last, basis = window(shop, store)
    lag = (shop.as_of - last).days if fixed_lag(shop, last, basis) else POLICY_LAG
    defects = [
        defect
        for defect in recount_defects.defects(shop, known)
        if defect.order_id not in known or known[defect.order_id].store in (store, None)
    ]
    return {
        "contract": "odr-assessment/1",
        "as_of": str(shop.as_of),
        "store": store,
        "other_stores": [
            {"store": code, "orders": count}
            for code, count in sorted(recount_orders.store_counts(in_files).items())
            if code != store
        ],
        "orders_read": {
            kind: ANYTHING if kind in typed else sum(order.fulfillment == kind for order in orders)
            for kind in FULFILLMENTS
        },
        "reporting_window": {
            "first_day": str(first),
            "last_day": str(last),
            "days": (last - first).days + 1,
            "basis": basis,
            "lag": lag if fixed_lag(shop, last, basis) else ANYTHING,
        },
        "window_sensitivity": [
            {
                "last_day": str(last + timedelta(days=step)),
                **{
                    kind: ANYTHING
                    if kind in typed
                    else rate(
                        orders, defects, kind, first + timedelta(days=step), last + timedelta(days=step)
                    )["verdict"]
                    for kind in FULFILLMENTS
                },
            }
            for step in (-1, 1)
        ],
        "order_defect_rate": {
            kind: rate(orders, defects, kind, first, last, typed.get(kind)) for kind in FULFILLMENTS
        },
        "defects": [row(defect, shop.as_of, first, last, lag) for defect in defects],
        "unmatched": recount_defects.unmatched(shop, in_files),
        "excluded": recount_orders.excluded(shop, in_files, store),
        "figures": reported_figures(shop, store),
    }


def typed_counts(shop: Shop, in_files: dict[str, Order], store: str) -> dict[str, CountRow]:
    """Typed counts, by fulfilment, of those no order file covers."""
    covered = {order.fulfillment for order in in_files.values() if order.store == store}
    return {row.fulfillment: row for row in shop.counts if row.fulfillment not in covered}


def window(shop: Shop, store: str) -> tuple[date, date, str]:
    """First day, last day and what they rest on: asked for, typed, reported, else the lag."""
    if shop.window is not None:
        return (*shop.window, "chosen")
    for count in shop.counts:
        return count.first_day, count.last_day, "chosen"
    block = reported_block(shop, store)
    if block is not None:
        return block.mfn.first_day, block.mfn.last_day, "reported"
    last = shop.as_of - timedelta(days=POLICY_LAG)
    return last - timedelta(days=WINDOW_DAYS - 1), last, "lag"


def reported_block(shop: Shop, store: str) -> Block | None:
    """The assessed store's block of the V2 report."""
    return next((block for block in shop.report or () if block.store == store), None)


def reported_figures(shop: Shop, store: str) -> list[dict[str, object]]:
    """What the V2 report says about the assessed store, word for word."""
    block = reported_block(shop, store)
    return (
        [
            {
                "source": "report",
                "fulfillment": kind,
                "first_day": str(figures.first_day),
                "last_day": str(figures.last_day),
                "orders": figures.orders,
                "orders_with_defects": figures.orders_with_defects,
            }
            for kind, figures in ((MFN, block.mfn), (AFN, block.afn))
        ]
        if block
        else []
    )


def fixed_lag(shop: Shop, last: date, basis: str) -> bool:
    """Whether the distance from the last day of the window to `as_of` is the lag."""
    return basis == "lag" or (basis == "reported" and (shop.as_of - last).days in REPORTED_LAGS)


def rate(
    orders: list[Order],
    defects: list[Defect],
    kind: str,
    first: date,
    last: date,
    typed: CountRow | None = None,
) -> dict[str, object]:
    """The counts and the verdict of one fulfilment in one window."""
    inside = {
        order.order_id: order for order in orders if order.fulfillment == kind and first <= order.day <= last
    }
    ids = set(inside)
    if typed:  # the orders are not known one by one: any dated defect is about one of those counted
        ids = {
            one.order_id for one in defects if one.fulfillment == kind and is_inside(one, first, last) is True
        }
    here = [defect for defect in defects if defect.order_id in ids]
    counted = {defect.order_id for defect in here if defect.counts == COUNTED}
    undecided = {defect.order_id for defect in here if defect.counts == UNDECIDED}
    high = typed.orders if typed else len(inside)
    low = (
        high if typed else len({key for key, order in inside.items() if order.settled} | counted | undecided)
    )
    defects_low, defects_high = len(counted), len(counted | undecided)
    return {
        "orders": {"low": low, "high": high},
        "orders_with_defects": {"low": defects_low, "high": defects_high},
        "negative_feedback": component(here, FEEDBACK),
        "a_to_z_claims": component(here, CLAIM),
        "chargebacks": component(here, CHARGEBACK),
        "verdict": verdict(low, high, defects_low, defects_high),
        "orders_needed": 100 * defects_high + 1,
    }


def component(defects: list[Defect], kind: str) -> int:
    """Orders with a counted defect of one type."""
    return len({defect.order_id for defect in defects if defect.type == kind and defect.counts == COUNTED})


def verdict(orders_low: int, orders_high: int, defects_low: int, defects_high: int) -> str:
    """Strictly under one in a hundred, whatever is still open."""
    if orders_high == 0:
        return "no_orders"
    if 100 * defects_high < orders_low:
        return "on_target"
    return "off_target" if 100 * defects_low >= orders_high else "undecided"


def row(defect: Defect, as_of: date, first: date, last: date, lag: int) -> dict[str, object]:
    """One defect as the assessment lists it."""
    return {
        "order_id": ANYTHING if defect.order_id.startswith("blank ") else defect.order_id,
        "type": defect.type,
        "outcome": ANYTHING if defect.outcome is None else defect.outcome,
        "counts": defect.counts,
        "order_date": None if defect.order_date is None else str(defect.order_date),
        "fulfillment": defect.fulfillment,
        "in_window": is_inside(defect, first, last),
        "enters_window_on": moment(
            defect.order_date, lag, as_of, past=is_inside(defect, first, last) is True
        ),
        "leaves_window_on": moment(defect.order_date, lag + WINDOW_DAYS, as_of),
    }


def is_inside(defect: Defect, first: date, last: date) -> object:
    """Whether the order's day lies in the window; without a day it does not."""
    if defect.order_date is None:
        return OneOf((None, False))
    return first <= defect.order_date <= last


def moment(day: date | None, distance: int, as_of: date, *, past: bool = False) -> object:
    """The day something happens to the order; one that is past may be left out."""
    if day is None:
        return None
    happens = day + timedelta(days=distance)
    return OneOf((None, str(happens))) if past or happens <= as_of else str(happens)
