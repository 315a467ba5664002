r"""Plain: pasted text as lines a reader can trust, and the same lines as they were pasted.

Full-width digits and punctuation, hard blanks and invisible characters are the clipboard's and
the phone's doing; they are folded for reading. What is shown back is the line as pasted, without
characters that could hide or turn round what stands beside them.

>>> [line.text for line in lines("２／１２６\r\n\u202eabc")]
['2/126', 'abc']
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from calculator.errors import RequestError

MOST_CHARACTERS = 200_000
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_ID_PARTS = (3, 7, 7)
_REST = tuple(len(rest) for rest in ("0000000", "-0000000", "0000000-0000000", "-0000000-0000000"))
_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_POINT = re.compile(r"(\d) ?\. ?(\d)")
_MANY_GAPS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: counted from 0.
        raws: the pasted line, and a second one where an order id ran over the end.
        text: the line folded for reading; tabs stay.
    """

    number: int
    raws: tuple[str, ...]
    text: str


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a pasted text.

    Raises:
        RequestError: the text is longer than a page can be.
    """
    if len(text) > MOST_CHARACTERS:
        raise RequestError("paste_too_long", limit=f"{MOST_CHARACTERS:,}")
    shown = [_visible(line) for line in text.splitlines()]
    found = _joined([Line(n, (raw.strip(),), _folded(raw)) for n, raw in enumerate(shown)])
    return tuple(replace(line, number=n) for n, line in enumerate(found))


def _visible(line: str) -> str:
    """Return a line without characters nobody sees; other blanks become plain ones."""
    if line.isascii() and line.isprintable():
        return line
    return "".join(c if c.isprintable() or c == "\t" else _blank(c) for c in line)


def _blank(character: str) -> str:
    if character == "\u3000":
        return "  "
    return "" if unicodedata.category(character) == "Cf" else " "


def _folded(line: str) -> str:
    if line.isascii():
        return line.rstrip()
    folded = unicodedata.normalize("NFKC", line)
    plain = (folded if len(folded) <= 2 * len(line) else line).translate(_HYPHENS).rstrip()
    return _closed(plain)


def _closed(line: str) -> str:
    """Return a line without the blanks a phone puts between all its Chinese characters."""
    if len(_GAP.findall(line)) < _MANY_GAPS:
        return line
    return _POINT.sub(r"\1.\2", _GAP.sub("", line))


def _joined(found: list[Line]) -> list[Line]:
    """Put an order id together that a line's end has cut at one of its hyphens."""
    kept: list[Line] = []
    for line in found:
        rest = _rest_of_id(kept[-1].text, line.text) if kept else ""
        if rest:
            before = kept.pop()
            after = line.text.lstrip()[len(rest) :]
            text = f"{before.text}{rest} {after}".rstrip()
            kept.append(Line(before.number, (*before.raws, *line.raws), text))
        else:
            kept.append(line)
    return kept


def _rest_of_id(before: str, after: str) -> str:
    """Return the part of an order id that begins the second line, empty where none does."""
    head = after.lstrip()
    for size in _REST:
        joined = f"{before[-18:]}\n{head[:size]}"
        first, second = joined.split("\n", 1)
        if not (first.endswith("-") or second.startswith("-")) or head[size : size + 1].isdigit():
            continue
        word = first.rsplit(None, 1)[-1] + second if first.strip() else ""
        parts = word.split("-")
        if tuple(map(len, parts)) == _ID_PARTS and all(part.isdigit() for part in parts):
            return second
    return ""
