"""Facts of a letter: its days, its rates and counts, and numbers that measure something."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar", "feb february februar", "mar march märz maerz mrz", "apr april",
            "may mai", "jun june juni", "jul july juli", "aug august", "sep sept september",
            "oct october okt oktober", "nov november",
            "dec december dez dezember",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    r"(?P<iso>\d{4})[-/.](?P<iso_m>\d{1,2})[-/.](?P<iso_d>\d{1,2})(?!\d)"
    r"|(?:(?P<cjk>\d{4})\s?年\s?)?(?P<cjk_m>\d{1,2})\s?月\s?(?P<cjk_d>\d{1,2})\s?[日号號]?"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?(?:of\s)?(?P<m1>{_NAME})\b\.?(?:,?\s?(?P<y1>\d{{4}}))?"
    rf"|\b(?P<m2>{_NAME})\b\.?\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s?(?P<y2>\d{{4}}))?"
    r"|(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<c>\d{2,4})(?!\d)"
    r"|(?<![\d./])(?P<short_a>\d{1,2})/(?P<short_b>\d{1,2})(?![\d./])"
    r"|(?<![\d./])(?P<de_d>\d{1,2})\.(?P<de_m>\d{1,2})\.(?!\d)",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?<![\d.])(\d{1,3}(?:[.,]\d{1,3})?)\s?[%％]")
_OF = re.compile(
    r"(?P<part>\d{1,6})(?:\s[a-zäöü]{3,14}){0,3}\s?(?:\bof|\bout of|\bvon|/)\s?"
    r"(?:the\s|our\s|total of\s)?(?P<whole>\d{1,7})(?![\d/.,]\d|年)"
    r"|\b(?:of|von|among|unter)\s(?:the\s|our\s|unseren\s)?(?P<of_whole>\d{1,7})\s"
    r"(?:[a-z-]{3,20}\s)?(?:orders|bestellungen),?\s(?:hatten\s|waren\s)?(?P<of_part>\d{1,6})\b"
    r"|(?P<in_whole>\d{1,7})\s?[个個笔筆单單]?[订訂]?[单單]?[，,]\s?其中(?:有)?\s?(?P<in_part>\d{1,6})"
    r"|(?P<zh_whole>\d{1,7})\s?[\u3400-\u9fff]{0,9}?(?:中|里|裡)(?:有)?\s?(?P<zh_part>\d{1,6})"
    r"|(?P<ja_whole>\d{1,7})\s?件中\s?(?P<ja_part>\d{1,6})",
    re.IGNORECASE,
)
_KINDS = ("", "of_", "in_", "zh_", "ja_")
_UNIT = re.compile(
    r"\d+(?:[.,:]\d+)?\s?(?:%|％|[A-Za-zÄÖÜäöüß]{1,14}|[\u3040-\u30ff\u3400-\u9fff])|±\s?\d+", re.IGNORECASE
)
_NO_MEASURE = re.compile(r"\b(?:asin|sku|id|no|nr|tel|phone|usd|eur|\$|€|£)\b|[$€£¥]", re.IGNORECASE)


def dates_in(text: str, lang: str = "en") -> list[tuple[int, int, date | None]]:
    """Return the days of a text with their places; None for a day without a year, or one that cannot be.

    >>> dates_in("Done on 22 November 2026.")
    [(8, 24, datetime.date(2026, 11, 22))]
    """
    return [
        (found.start(), found.end(), _day(found, lang)) for found in _DATE.finditer(text) if _is_day(found)
    ]


def _is_day(found: re.Match[str]) -> bool:
    month = next((found[name] for name in ("iso_m", "cjk_m", "de_m") if found[name]), None)
    if month is not None:
        return True
    if found["short_a"]:
        return (
            1 <= int(found["short_a"]) <= 31
            and 1 <= int(found["short_b"]) <= 31
            and int(found["short_b"]) > 1
        )
    return True


def impossible_days(text: str) -> list[tuple[int, int]]:
    """Return the places of written days that no calendar has, such as 31 June."""
    return [(found.start(), found.end()) for found in _DATE.finditer(text) if _cannot_be(found)]


def _cannot_be(found: re.Match[str]) -> bool:
    for year, month, day in (
        ("iso", "iso_m", "iso_d"),
        ("cjk", "cjk_m", "cjk_d"),
        ("y1", "m1", "d1"),
        ("y2", "m2", "d2"),
    ):
        if found[month]:
            return _made(int(found[year] or 2024), _month(found[month]), int(found[day])) is None
    if found["c"]:
        year_number, first, second = int(found["c"]), int(found["a"]), int(found["b"])
        whole_year = year_number + (2000 if len(found["c"]) == 2 else 0)
        return _made(whole_year, second, first) is None and _made(whole_year, first, second) is None
    return False


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


def _day(found: re.Match[str], lang: str) -> date | None:
    for year, month, day in (
        ("iso", "iso_m", "iso_d"),
        ("cjk", "cjk_m", "cjk_d"),
        ("y1", "m1", "d1"),
        ("y2", "m2", "d2"),
    ):
        if found[month]:
            return _made(int(found[year]), _month(found[month]), int(found[day])) if found[year] else None
    if found["c"]:
        first, second = int(found["a"]), int(found["b"])
        is_day_first = lang == "de" or first > 12
        year_number = int(found["c"]) + (2000 if len(found["c"]) == 2 else 0)
        return _made(year_number, second if is_day_first else first, first if is_day_first else second)
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def rates_in(text: str) -> list[tuple[int, int, str]]:
    """Return the percentages of a text as written, with their places."""
    return [(found.start(), found.end(), found[1].replace(",", ".")) for found in _RATE.finditer(text)]


def counts_in(text: str) -> list[tuple[int, int, int, int]]:
    """Return every `2 of 126` of a text: its place, the part, the whole."""
    found = []
    for one in _OF.finditer(text):
        part, whole = (_first(one, name) for name in ("part", "whole"))
        if int(part) <= int(whole):
            found.append((one.start(), one.end(), int(part), int(whole)))
    return found


def _first(found: re.Match[str], name: str) -> str:
    """Return the number that one of the ways to write `2 of 126` gives."""
    return next(found[f"{kind}{name}"] for kind in _KINDS if found[f"{kind}{name}"])


def figures_in(text: str) -> list[tuple[str, int, int]]:
    """Return rates and counts by kind, with their places."""
    rates = [("rate", start, end) for start, end, _ in rates_in(text)]
    return sorted(
        [*rates, *(("count", start, end) for start, end, _, _ in counts_in(text))], key=lambda one: one[1]
    )


def numbers_in(text: str) -> int:
    """Return how many numbers with a unit a text holds; ids, phone numbers and money do not measure."""
    found = 0
    for one in _UNIT.finditer(text):
        before = text[max(0, one.start() - 6) : one.start()]
        if not _NO_MEASURE.search(before + one[0][-3:]):
            found += 1
    return found
