"""Typed words: made one harmless line, and read as a day.

Control characters and line ends become blanks, brackets of open blanks are taken away.
"""

from __future__ import annotations

import re
from datetime import date

from calculator.messages import LANGUAGES, text
from calculator.plan_of_action.model import CLOSE, OPEN
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder, read

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


def one_line(words: str) -> str:
    r"""Return typed words as one run, without what steers a reader or looks like an open blank.

    >>> one_line("a\n【b】\u202e c")
    'a [b] c'
    """
    bare = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(bare.replace(OPEN, "[").replace(CLOSE, "]").split())


def day_of(typed: str) -> date | None:
    """Return the day that was typed, None where it names none."""
    return read(plain(one_line(typed)), DateOrder.YEAR)


def written(day: date) -> dict[str, str]:
    """Return a day as a letter writes it, in both languages."""
    return {
        lang: text(
            lang, "letters.day", year=day.year, month=text(lang, f"letters.months.m{day.month}"), day=day.day
        )
        for lang in LANGUAGES
    }
