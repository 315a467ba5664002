"""Figures: what Amazon stated and what the rows add up to, side by side, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.case.figures import Figure
from calculator.explain import why
from calculator.messages import text
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict, target_of
from calculator.orders import Fulfillment
from calculator.reconcile import Reconciliation


def table(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the figures, Amazon's own first; without any of Amazon's there is nothing to compare."""
    target = target_of(assessment.policy)
    amazons = [_stated(figure, target, lang) for figure in assessment.stated_figures]
    amazons += [_reported(item, target, lang) for item in assessment.reconciliations]
    return {
        "title": text(lang, "explain.figures.title"),
        "columns": [
            {"key": key, "label": text(lang, f"explain.figures.{key}")} for key in ("source", "counts")
        ],
        "rows": amazons + (list(_own(assessment, target, lang)) if amazons else []),
    }


def _stated(figure: Figure, target: Fraction, lang: str) -> dict[str, Any]:
    marked, orders = figure.orders_with_defects, figure.orders
    rate = OrderDefectRate.of(Band(orders, orders), Band(marked, marked), target)
    seen = text(lang, "explain.figures.seen", day=display.day(figure.day, lang)) if figure.day else ""
    days = display.days(figure.days, lang) if figure.days else ""
    joint = ", " if lang == "en" else "，"
    return {
        **_row(figure.source, figure.fulfillment, joint.join(filter(None, (seen, days))), lang),
        "counts": f"{display.count(marked)} / {display.count(orders)}",
        "rate": f"= {display.percent(why.lowest(rate), lang, target)}" if orders else "",
        "verdict": rate.verdict.value,
        "findings": [],
    }


def _reported(item: Reconciliation, target: Fraction, lang: str) -> dict[str, Any]:
    theirs = item.reported
    rate = Fraction(theirs.orders_with_defects, theirs.orders) if theirs.orders else Fraction(0)
    return {
        **_row("report", item.fulfillment, display.days(theirs.window, lang) if theirs.window else "", lang),
        "counts": f"{display.count(theirs.orders_with_defects)} / {display.count(theirs.orders)}",
        "rate": f"= {display.percent(rate, lang, target)}",
        "findings": list(item.sentences(lang)),
    }


def _own(assessment: Assessment, target: Fraction, lang: str) -> Iterator[dict[str, Any]]:
    """Yield the rates that rest on files; what was only typed is Amazon's own figure already."""
    days = display.days(assessment.window.range, lang)
    for who, rate in assessment.rates.items():
        if rate.verdict is Verdict.NO_ORDERS or who in assessment.stated:
            continue
        marked, orders = rate.orders_with_defects, rate.orders
        yield {
            **_row("files", who, days, lang),
            "counts": f"{display.count_band(marked.low, marked.high)} / "
            f"{display.count_band(orders.low, orders.high)}",
            "rate": f"= {display.percent_band(why.lowest(rate), why.highest(rate), lang, target)}",
            "verdict": rate.verdict.value,
            "findings": [],
        }


def _row(source: str, who: Fulfillment, days: str, lang: str) -> dict[str, Any]:
    title = text(lang, f"explain.fulfillment.{who}")
    name = text(lang, f"explain.figures.{source}")
    return {"kind": source, "source": f"{name} · {title}", "day": days}
