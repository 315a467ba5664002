r"""Display: counts, rates and days as people read them. The only rounding in the project.

A rate is always shown with the counts it comes from, and with enough decimals that the
printed figure cannot contradict the verdict: 199 of 20,000 is never "1.0 %".

>>> percent(Fraction(2, 126), "en"), percent(Fraction(2, 126), "zh-Hans")
('1.587\xa0%', '1.587%')
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from calculator.dates import DateRange
from calculator.messages import text

_DECIMALS = 3
_MOST_DECIMALS = 9
_FRACTION_DECIMALS = 5


def percent(rate: Fraction, lang: str, target: Fraction | None = None) -> str:
    """Return a rate in per cent, three decimals unless more are needed to stay beside `target`."""
    return percent_sign(_digits(rate, target), lang)


def percent_band(low: Fraction, high: Fraction, lang: str, target: Fraction | None = None) -> str:
    """Return one rate, or both ends of a band."""
    ends = [_digits(low, target), _digits(high, target)]
    return percent_sign("–".join(dict.fromkeys(ends)), lang)


def percent_number(rate: Fraction) -> float:
    """Return a rate in per cent as a drawing coordinate; never to be judged or printed."""
    return round(float(rate * 100), 4)


def percent_sign(figure: str, lang: str) -> str:
    """Return a figure with its per cent sign: a hard blank before it in English only."""
    return f"{figure}\u00a0%" if lang == "en" else f"{figure}%"


def count(number: int) -> str:
    """Return a count with thousands commas, as both languages write it."""
    return f"{number:,}"


def count_band(low: int, high: int) -> str:
    """Return one count, or both ends of a band."""
    return count(low) if low == high else f"{count(low)}–{count(high)}"


def day(value: date, lang: str, *, with_year: bool = True) -> str:
    """Return a day: 4 November 2026 is `4 Nov 2026`, or `2026年11月4日`."""
    if lang == "en":
        short = f"{value.day}\u00a0{text('en', f'display.months.m{value.month}')}"
        return f"{short}\u00a0{value.year}" if with_year else short
    short = f"{value.month}月{value.day}日"
    return f"{value.year}年{short}" if with_year else short


def days(value: DateRange, lang: str) -> str:
    """Return a range of days, the year once where both ends share it."""
    same_year = value.first_day.year == value.last_day.year
    if lang == "en":
        first = day(value.first_day, lang, with_year=not same_year)
        return f"{first} – {day(value.last_day, lang)}"
    return f"{day(value.first_day, lang)}—{day(value.last_day, lang, with_year=not same_year)}"


def masked(order_id: str) -> str:
    """Return an order id that tells two orders apart without naming one; other names stay.

    >>> masked("111-0000001-0000042")
    '111-•••••••-••00042'
    """
    parts = order_id.split("-")
    if len(parts) != 3 or len(order_id) != 19:
        return order_id
    return f"{parts[0]}-•••••••-••{parts[2][-5:]}"


def fraction(part: int, whole: int) -> str:
    """Return a rate as a fraction of 1, as Amazon's reports print it; 0 of 0 is 0.

    >>> fraction(1078, 539000)
    '0.002'
    """
    return _trimmed(f"{part / whole:.{_FRACTION_DECIMALS}f}") if whole else "0"


def _digits(rate: Fraction, target: Fraction | None) -> str:
    """Return per cent digits, as few as keep the figure on the side of the target the rate is on."""
    for decimals in range(_DECIMALS, _MOST_DECIMALS + 1):
        unit = 10 ** (decimals + 2)
        shown = _rounded(rate.numerator * unit, rate.denominator)
        if target is None or (shown * target.denominator < target.numerator * unit) == (rate < target):
            break
    whole, part = divmod(abs(shown), 10**decimals)
    return _trimmed(f"{'-' if shown < 0 else ''}{whole}.{part:0{decimals}}")


def _rounded(part: int, whole: int) -> int:
    """Return a quotient rounded to a whole number, halves to the even one.

    >>> _rounded(5, 2), _rounded(7, 2), _rounded(2, 3)
    (2, 4, 1)
    """
    quotient, rest = divmod(part, whole)
    return quotient + (2 * rest > whole or (2 * rest == whole and quotient % 2 == 1))


def _trimmed(figure: str) -> str:
    return figure.rstrip("0").rstrip(".") if "." in figure else figure


def plain(figure: Fraction) -> str:
    """Return a small round figure without trailing zeros, such as a tick's."""
    return _trimmed(f"{float(figure):.2f}")
