"""Days: the days a letter names, in whatever way they are written."""

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
MOST_DAYS = 31
_YEAR = re.compile(r"(?<!\d)20[2-4]\d(?!\d)")
_MONTH_NAMES = ("iso_m", "cjk_m", "m1", "m2", "de_m")
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


def year_of(text: str) -> int | None:
    """Return the only year a text names, which its days without one are of; None over the turn of a year.

    >>> year_of("From 2 September to 31 October 2026."), year_of("On 28 December, and on 3 January 2027.")
    (2026, None)
    """
    years = set(_YEAR.findall(text))
    months = {_month_of(found) for found in _DATE.finditer(text) if _is_day(found)}
    is_over_turn = bool(months & {1, 2}) and bool(months & {11, 12})
    return int(years.pop()) if len(years) == 1 and not is_over_turn else None


def dates_in(text: str, lang: str = "en", year: int | None = None) -> list[tuple[int, int, date | None]]:
    """Return the days of a text with their places; None for a day without a year, or one that cannot be.

    Args:
        text: any text.
        lang: of the text; it tells which number of a day is the month.
        year: of days that are written without one, where somebody knows.

    >>> dates_in("Done on 22 November 2026.")
    [(8, 24, datetime.date(2026, 11, 22))]
    """
    return [
        (found.start(), found.end(), _day(found, lang, year))
        for found in _DATE.finditer(text)
        if _is_day(found)
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
    return [
        (found.start(), found.end())
        for found in _DATE.finditer(text)
        if _cannot_be(found) and not _counts_things(found, text)
    ]


def _counts_things(found: re.Match[str], text: str) -> bool:
    """Return whether a number beside a month is none of its days, as in `in October 45 parcels`."""
    day = found["d1"] or found["d2"]
    return day is not None and int(day) > MOST_DAYS and text[found.end() : found.end() + 2].strip().isalpha()


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


def _month_of(found: re.Match[str]) -> int:
    """Return the month of a written day, 0 where the order of its numbers is open."""
    written = next((found[name] for name in _MONTH_NAMES if found[name]), "0")
    return _month(written)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


def _day(found: re.Match[str], lang: str, known: int | None) -> date | None:
    for year, month, day in (
        ("iso", "iso_m", "iso_d"),
        ("cjk", "cjk_m", "cjk_d"),
        ("y1", "m1", "d1"),
        ("y2", "m2", "d2"),
    ):
        if found[month]:
            whole = int(found[year]) if found[year] else known
            return _made(whole, _month(found[month]), int(found[day])) if whole else None
    if known and found["de_m"]:
        return _made(known, int(found["de_m"]), int(found["de_d"]))
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
