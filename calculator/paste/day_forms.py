"""Day forms: where days stand in a line, in every form the reports know and those of pages.

`October 6, 2026`, `6-Oct-2026`, `2026/10/6`, `2026年10月6日`, `10/6/26`, `10月6日`, `Oct 6`,
`yesterday`, `3天前`, and what a phone makes of them (`2O26-1O-06`). A clock and a weekday beside
a day belong to it.

Worse mistake: taking for certain what a page or a phone left open. See `days`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from calculator import tables

BLOT = "\x00"
_DIGIT = re.compile(r"[0-9]")
_D = r"[0-9OoIl|]"
_DAY = rf"(?:\d{_D}?|[Il|]\d)"
_NOT_INSIDE = r"(?<![A-Za-z0-9/|.])"
_NOT_ON = r"(?![A-Za-z0-9/|])(?!-\d)"
_TO_DIGIT = str.maketrans("OoIl|", "00111")


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it stands in a line.

    Attributes:
        plain: the day alone, letters taken for digits put right.
        form: "whole", "no_year", "short_year", "relative" or "run" (eight digits without a separator).
        days_ago: for a relative one.
        is_faulty: a letter stood where a digit belongs.
    """

    start: int
    end: int
    plain: str
    form: str
    days_ago: int = 0
    is_faulty: bool = False


def found(text: str) -> list[Written]:
    """Return the days of a line, none overlapping, from left to right."""
    days: list[Written] = []
    for form, pattern in _patterns() if _DIGIT.search(text) else ():
        matches = list(pattern.finditer(text))
        for match in matches:
            plain = _put_right(match["day"])
            days.append(Written(*match.span(), plain, form, 0, plain != match["day"]))
        text = hidden(text, [match.span() for match in matches])
    return sorted([*days, *_relative(text)], key=lambda day: day.start)


def hidden(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a line with some spans blotted out, every other character in its place."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], BLOT * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _put_right(day: str) -> str:
    """Return a day with letters that stand among digits turned into them, month names kept."""
    parts = re.split(r"([^\W\d_]{3,10}(?=[\s.,-]|$))", day)
    return "".join(part if n % 2 else part.translate(_TO_DIGIT) for n, part in enumerate(parts))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    around = tables.read("calculator.paste", "dates")["around"]
    months = "|".join(tables.read("calculator.paste", "dates")["months"]["en"])
    name = r"[^\W\d_]{3,10}"
    y, n, d = rf"[0-9]{_D}{{3}}", rf"{_D}{{1,2}}", _DAY
    th = "(?:st|nd|rd|th)?"
    forms = (
        ("whole", rf"{_D}{{2,4}}\s{{0,2}}年\s{{0,2}}{n}\s{{0,2}}月\s{{0,2}}{n}\s?[日号號]?"),
        ("whole", rf"(?<!\d-){y}\s{{0,2}}([-/.])\s{{0,2}}{n}\s{{0,2}}\2\s{{0,2}}{n}{_NOT_ON}"),
        ("whole", rf"{y}\s{{0,2}}([/.])\s{{0,2}}{n}\s{{0,2}}\2\s{{0,2}}{n}(?![A-Za-z0-9/|])"),
        ("whole", rf"(?<!\d-){n}\s?([-/.])\s?{n}\s?\2\s?(?:{y}|{_D}{{2}}){_NOT_ON}"),
        ("whole", rf"{n}\s?([/.])\s?{n}\s?\2\s?(?:{y}|{_D}{{2}})(?![A-Za-z0-9/|])"),
        ("whole", rf"{d}{th}\.?[\s-]{{1,3}}(?:of |de )?{name}\.?,?[\s-]{{1,3}}(?:de )?{y}(?!\w)"),
        ("whole", rf"{name}\.?\s{{0,2}}{d}{th},?\s{{0,2}}{y}(?!\w)"),
        ("short_year", rf"{d}[\s-](?:{months})[\s-]'?\d\d(?![\w:])"),
        ("short_year", rf"(?:{months})\.?\s{{0,2}}{d}{th},?\s'\d\d(?!\w)"),
        ("no_year", rf"{n}\s{{0,2}}月\s{{0,2}}{n}\s?[日号號]?"),
        ("no_year", rf"(?:{months})\.?\s{{0,2}}{d}{th}(?![\w:])"),
        ("no_year", rf"{d}{th}[\s-](?:of )?(?:{months})(?!\w)"),
        ("run", r"20\d{6}(?!\w)"),
    )  # fmt: skip
    return tuple(
        (form, re.compile(f"{_NOT_INSIDE}{around['before']}(?P<day>{shape}){around['after']}", re.IGNORECASE))
        for form, shape in forms
    )


def _relative(text: str) -> Iterator[Written]:
    ago, names = _relative_patterns()
    for pattern, each in ago if _DIGIT.search(text) else ():
        for match in pattern.finditer(text):
            number = match.groupdict().get("n") or "0"
            yield Written(match.start(), match.end(), match[0], "relative", int(number) * each)
    for pattern, days_ago in names:
        for match in pattern.finditer(text):
            yield Written(match.start(), match.end(), match[0], "relative", days_ago)


@cache
def _relative_patterns() -> tuple[
    tuple[tuple[re.Pattern[str], int], ...], tuple[tuple[re.Pattern[str], int], ...]
]:
    """Return the patterns of days that are counted back, and of those with a name of their own."""
    table = tables.read("calculator.paste", "dates")
    ago = tuple((re.compile(ago["pattern"], re.IGNORECASE), ago["each"]) for ago in table["ago"].values())
    names = tuple(
        (re.compile(rf"(?<![a-z]){re.escape(name)}(?![a-z])", re.IGNORECASE), days_ago)
        for names in table["relative"].values()
        for name, days_ago in names.items()
    )
    return ago, names
