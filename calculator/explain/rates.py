"""Rate blocks: one fulfilment's fraction, rate, verdict and scale, as they are shown."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from calculator import display, stores
from calculator.assess import Assessment
from calculator.explain import why
from calculator.messages import counted, text
from calculator.order_defect_rate import OrderDefectRate, Verdict, target_of
from calculator.orders import Fulfillment

_TICKS_PER_PERCENT = 10
_LABEL_EVERY = 5
_LEAST_SCALE = Fraction(5, 2)


def blocks(assessment: Assessment, lang: str) -> list[dict[str, Any]]:
    """Return the blocks, mfn first; `main` is the one to show large."""
    main = main_of(assessment)
    return [_block(assessment, who, lang, is_main=who is main) for who in Fulfillment]


def main_of(assessment: Assessment) -> Fulfillment:
    """Return the fulfilment the seller is likely here for: the seller's own, unless it has no orders."""
    mfn, afn = (assessment.rates[who].verdict for who in Fulfillment)
    is_only_amazon = mfn is Verdict.NO_ORDERS and afn is not Verdict.NO_ORDERS
    return Fulfillment.AFN if is_only_amazon else Fulfillment.MFN


def _block(assessment: Assessment, who: Fulfillment, lang: str, *, is_main: bool) -> dict[str, Any]:
    rate, target = assessment.rates[who], target_of(assessment.policy)
    window = assessment.window.range
    store = stores.name_of(assessment.store, lang) if assessment.store else text(lang, "explain.no_store")
    is_asked = not assessment.is_covered[who] and _has_defects(assessment, who)
    has_rate = rate.verdict is not Verdict.NO_ORDERS and not is_asked
    return {
        "fulfillment": who.value,
        "main": is_main,
        "title": text(lang, f"explain.fulfillment.{who}"),
        "store": store,
        "window": text(lang, "explain.window", days=window.days, range=display.days(window, lang)),
        "as_of": text(lang, "explain.as_of", day=display.day(assessment.as_of, lang)),
        "verdict": rate.verdict.value if not is_asked else "no_orders",
        "fraction": _fraction(assessment, rate, lang) if has_rate else None,
        "rate": f"= {_headline(rate, target, lang)}" if has_rate else None,
        "sentence": text(lang, "explain.verdict.orders_missing")
        if is_asked
        else _sentence(rate, target, lang),
        "scale": _scale(rate, target, lang) if has_rate else None,
        "why": why.sentences(assessment, who, lang),
        "line": _line(rate, target, who, lang, has_rate=has_rate),
    }


def _fraction(assessment: Assessment, rate: OrderDefectRate, lang: str) -> dict[str, str]:
    marked, orders = rate.orders_with_defects, rate.orders
    shown = display.count_band(orders.low, orders.high) if _is_open(rate) else display.count(orders.high)
    return {
        "numerator": display.count_band(marked.low, marked.high),
        "numerator_label": text(lang, "explain.fraction.numerator"),
        "numerator_detail": _components(rate, lang),
        "denominator": shown,
        "denominator_label": text(lang, "explain.fraction.denominator"),
        "denominator_detail": display.days(assessment.window.range, lang),
    }


def _components(rate: OrderDefectRate, lang: str) -> str:
    parts = [counted(lang, f"explain.fraction.{type_}", n) for type_, n in rate.components.items() if n]
    undecided = rate.listed.high - rate.listed.low
    unlisted = rate.orders_with_defects.low - rate.listed.high
    if unlisted > 0:
        parts.append(counted(lang, "explain.fraction.not_listed", unlisted))
    if undecided:
        parts.append(counted(lang, "explain.fraction.undecided", undecided))
    joint = ", " if lang == "en" else "，"
    return joint.join(parts) or text(lang, "explain.fraction.no_defects")


def _is_open(rate: OrderDefectRate) -> bool:
    return rate.verdict is Verdict.UNDECIDED


def _headline(rate: OrderDefectRate, target: Fraction, lang: str) -> str:
    """Return the rate over all orders of the window; both ends where the verdict is open."""
    if _is_open(rate):
        return display.percent_band(why.lowest(rate), why.highest(rate), lang, target)
    marked, orders = rate.orders_with_defects, rate.orders.high
    return display.percent_band(Fraction(marked.low, orders), Fraction(marked.high, orders), lang, target)


def _sentence(rate: OrderDefectRate, target: Fraction, lang: str) -> str:
    return text(
        lang,
        f"explain.verdict.{rate.verdict}",
        rate=display.percent(why.lowest(rate), lang, target),
        low=display.percent(why.lowest(rate), lang, target),
        high=display.percent(why.highest(rate), lang, target),
        target=display.percent(target, lang),
    )


def _scale(rate: OrderDefectRate, target: Fraction, lang: str) -> dict[str, Any]:
    """Return the drawing of a rate on a ruler: positions in per cent, labels as texts."""
    low, high = why.lowest(rate), why.highest(rate)
    most = max(_LEAST_SCALE, Fraction(int(high * 200) + 1, 2))
    step = Fraction(1, _TICKS_PER_PERCENT) if most <= 10 else Fraction(int(most) // 10 + 1, 2)
    ticks = int(most / step)
    return {
        "max": float(most),
        "limit": display.percent_number(target),
        "low": display.percent_number(low),
        "high": display.percent_number(high),
        "ticks": [
            {"at": float(step * n), "label": display.plain(step * n) if n % _LABEL_EVERY == 0 else None}
            for n in range(ticks + 1)
        ],
        "label": display.percent_band(low, high, lang, target),
        "limit_label": text(lang, "explain.scale.limit"),
        "alt": text(
            lang,
            "explain.scale.alt",
            most=display.percent_sign(display.plain(most), lang),
            target=display.percent(target, lang),
            rate=display.percent_band(low, high, lang, target),
        ),
    }


def _line(rate: OrderDefectRate, target: Fraction, who: Fulfillment, lang: str, *, has_rate: bool) -> str:
    title = text(lang, f"explain.fulfillment.{who}")
    if not has_rate:
        return text(lang, "explain.line.none", title=title)
    return text(
        lang,
        "explain.line.rate",
        title=title,
        defects=display.count_band(rate.orders_with_defects.low, rate.orders_with_defects.high),
        orders=display.count_band(rate.orders.low, rate.orders.high),
        rate=display.percent_band(why.lowest(rate), why.highest(rate), lang, target),
        sentence=_sentence(rate, target, lang),
    )


def _has_defects(assessment: Assessment, who: Fulfillment) -> bool:
    return any(defect.fulfillment is who for defect in assessment.defect_list.defects)
