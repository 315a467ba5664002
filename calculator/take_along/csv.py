r"""Table text: rows for a spreadsheet in the form of RFC 4180, with the mark that lets Excel read Chinese.

Every cell is quoted. What a spreadsheet would take for a formula gets an apostrophe in front and
is shown, never run; full-width signs are read as formulas in East Asia, and where a list is
separated by semicolons a cell is split there, so those places are guarded too.

>>> cell("=HYPERLINK(1)"), cell("1.587 %"), cell("2 of 126; -1")
('"\'=HYPERLINK(1)"', '"1.587 %"', '"2 of 126; \'-1"')

Worse mistake: a buyer's comment or a file's cell that acts on the seller's machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from calculator.take_along.untrusted import shown

MEDIA_TYPE = "text/csv;charset=utf-8"
_MARK = "\ufeff"
_SIGNS = "=+\\-@＝＋－＠﹢﹣﹦﹫"
_UNSEEN = "\\s\u00ad\u200b-\u200d\u2060\ufffd"
_FORMULA = re.compile(f"(^|[;|\\t\\n])([{_UNSEEN}]*)(?=[{_SIGNS}])")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the text of a table; whole numbers stay numbers, None is an empty cell."""
    return _MARK + "".join(",".join(map(cell, row)) + "\r\n" for row in (header, *rows))


def cell(value: object) -> str:
    """Return one quoted cell; only what this program counted is passed as a number."""
    if value is None:
        return '""'
    if isinstance(value, int):
        return str(value)
    return '"' + guarded(str(value)).replace('"', '""') + '"'


def guarded(words: str) -> str:
    """Return words in which no spreadsheet finds a formula."""
    is_blank_first = words[:1] in ("\t", "\r", "\n")
    found = _FORMULA.sub(r"\1\2'", shown(words))
    return f"'{found}" if is_blank_first else found
