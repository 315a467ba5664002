"""Wording: the cells of a row in one language, for page and text alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from calculator import display, stores
from calculator.accounts.row import Reason, Row, Side
from calculator.accounts.summary import Summary
from calculator.messages import counted, text
from calculator.order_defect_rate import Verdict
from calculator.problems import shown as file_shown
from calculator.take_along.untrusted import shown

_LONGEST_NAME = 200
_LONGEST_FILE, _FILES_NAMED = 80, 3


def name_of(row: Row) -> str:
    """Return the account's name made harmless; of an endless one its beginning."""
    flat = " ".join(shown(row.account[: _LONGEST_NAME + 1]).split("\n"))
    return flat if len(flat) <= _LONGEST_NAME else f"{flat[:_LONGEST_NAME]}…"


def store_of(row: Row, lang: str) -> str:
    """Return the name of the assessed store, empty where no file tells one."""
    return stores.name_of(row.store, lang) if row.store else ""


def rate_of(side: Side, target: Fraction, lang: str) -> str:
    """Return counts and rate of one fulfilment, both ends where they are not settled."""
    if side.verdict is Verdict.NO_ORDERS:
        return text(lang, "accounts.no_orders")
    marked, orders = side.orders_with_defects, side.orders
    return text(
        lang,
        "accounts.rate",
        marked=display.count_band(marked.low, marked.high),
        orders=display.count_band(orders.low, orders.high),
        rate=percent_of(side, target, lang),
    )


def percent_of(side: Side, target: Fraction, lang: str) -> str:
    """Return the rate in per cent; both ends where the verdict is open, beside the target in any case."""
    marked, orders = side.orders_with_defects, side.orders
    if side.verdict is Verdict.UNDECIDED:
        low = Fraction(marked.low, orders.high)
        return display.percent_band(low, Fraction(marked.high, max(orders.low, 1)), lang, target)
    ends = Fraction(marked.low, orders.high), Fraction(marked.high, orders.high)
    return display.percent_band(*ends, lang, target)


def day_of(day: date | None, as_of: date, lang: str) -> str:
    """Return a day and how far away it is."""
    if day is None:
        return text(lang, "accounts.none")
    away = (day - as_of).days
    key = {0: "today", 1: "tomorrow"}.get(away, "in_days")
    return text(lang, f"accounts.{key}", day=display.day(day, lang), n=away)


def deadline_of(row: Row, as_of: date, lang: str) -> str:
    """Return the first deadline with the way that closes."""
    if row.deadline is None:
        return text(lang, "accounts.none")
    told = day_of(row.deadline.day, as_of, lang)
    if row.deadline.said_to_be:
        told = text(lang, "accounts.said_to_be", day=told)
    return f"{told}{': ' if lang == 'en' else '：'}{text(lang, f'clock.title.{row.deadline.route}')}"


def closing(found: Summary, lang: str) -> list[str]:
    """Return a line for each account whose first deadline is few days away."""
    joint = ": " if lang == "en" else "："
    return [f"{name_of(row)}{joint}{deadline_of(row, found.as_of, lang)}" for row in found.closing]


def remarks(row: Row, lang: str) -> Iterator[str]:
    """Yield what a person should look at, one sentence each."""
    if row.trouble:
        yield " ".join(shown(row.trouble.message).split("\n"))
    for reason in row.reasons:
        if reason is not Reason.OFF_TARGET:
            yield text(lang, f"accounts.reason.{reason}", files=_named(row.not_used, lang))
    if row.other_stores:
        yield text(lang, "accounts.also", stores=others(row, lang))
    for key in ("days_missing", "problems", "deadlines_without_day"):
        number = getattr(row, key)
        if number:
            yield counted(lang, f"accounts.{key}", number)


def others(row: Row, lang: str) -> str:
    """Return the stores that are not in the row, with their orders."""
    named = (
        text(lang, "accounts.also_store", store=stores.name_of(code, lang), orders=display.count(orders))
        for code, orders in row.other_stores
    )
    return _joint(lang).join(named)


def _named(files: tuple[str, ...], lang: str) -> str:
    """Return the first names of some files; who wants all asks about the account alone."""
    told = [file_shown(name, _LONGEST_FILE) for name in files[:_FILES_NAMED]]
    return _joint(lang).join([*told, *(["…"] if len(files) > _FILES_NAMED else [])])


def _joint(lang: str) -> str:
    return ", " if lang == "en" else "、"


def means(found: Summary, lang: str) -> dict[str, str]:
    """Return what each state that occurs means."""
    from calculator.recovery.carry import AHEAD_DAYS

    target = display.percent(found.target, lang)
    return {
        state.value: text(lang, f"accounts.means.{state}", target=target, days=AHEAD_DAYS)
        for state, _ in found.groups()
    }
