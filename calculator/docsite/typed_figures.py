"""Typed figures: numbers in the prose of a page that should have come from a card or from the core.

A page asks for its figures: `fact(...)`, `plain(...)`, an example's macro. A figure with a unit that
somebody typed grows old unseen, so it stops the build. Two ways stay open, both said aloud:
`own("ten minutes", "our advice")` for a figure that is ours, and `quoted("200 orders", "myth id")` for
one that somebody else claims. Pages about this program say so for the whole page (`own_figures:`).

Worse mistake: letting a rule of Amazon pass as a word. So number words and Chinese numerals count too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.utils.meta import get_data

MAY_BE_OURS = ("about/", "reference/")
"""Folders whose pages may say `own_figures: why`."""

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
)
_TIME = r"(?:business |working |calendar )?(?:days?|hours?|weeks?|months?|years?|minutes?)"
_MONEY = r"dollars?|euros?|pounds?|yuan|USD|EUR|RMB"
_COUNTED = r"stars?|orders?|claims?|units?|points?|times|defects?|marks?|attempts?|letters?"
_NUMBER = r"(?:\d[\d,.]*\d|\d)"
_WORD = rf"(?:(?:{'|'.join(_WORDS.split())})(?:[- ](?:{'|'.join(_WORDS.split())}|one))*|half an?|a couple of)"
_NUMERAL = r"(?:[二三四五六七八九两百千][十百千]?[一二三四五六七八九]?|十[一二三四五六七八九]?)"
_ZH_TIME = r"(?:个?(?:自然日|工作日)|天|个?小时|日内|周|个星期|个?月(?!份)|年内|分钟)"
_ZH_COUNTED = rf"(?:{_ZH_TIME}|星|颗星|个?订单|单|笔|件|次|分|元|美元|欧元|英镑|个百分点)"

FOUND = re.compile(
    rf"(?:US)?[$€£¥]\s?{_NUMBER}"
    rf"|(?<![\w.-]){_NUMBER}(?:\s?[–-]\s?{_NUMBER})?\+?[\s-]?"
    rf"(?:%|％|per ?cent\b|percent\b|\b(?:{_TIME}|{_MONEY}|{_COUNTED})\b)"
    rf"|\b{_WORD}[\s-](?:per ?cent|{_TIME}|{_MONEY}|stars?)\b"
    rf"|{_NUMBER}\s?(?:多|余|来)?{_ZH_COUNTED}"
    rf"|(?<!第){_NUMERAL}(?:多|余|来|几)?(?:{_ZH_TIME}|颗?星(?!期)|美元|欧元|元)"
    rf"|百分之[一二三四五六七八九十百零点\d]+",
    re.IGNORECASE,
)
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SILENT = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)$"  # code
    r"|<!--.*?-->|\{#.*?#\}|\{%.*?%\}"  # remarks
    r"|\{:[^}]*\}"  # attributes
    r"|</?[a-zA-Z][^>]*>"  # tags
    r"|(?<=\])\([^)\s]*\)"  # where a link leads
    r"|`[^`\n]*`",
    re.DOTALL | re.MULTILINE,
)
_MACRO = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ALLOWED = re.compile(r"\s*(?:own|quoted)\(")
_STRING = re.compile(r'"([^"]*)"')
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(
    rf"\b\d{{1,2}}\s{_MONTH}\.?(?:\s\d{{4}})?|\b{_MONTH}\s\d{{4}}|\d{{4}}-\d{{2}}(?:-\d{{2}})?"
    r"|\d{4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?|\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|\d{3}-\d{7}-\d{7}"
)
_CELL = re.compile(r"(?<=\|)[ \t]*(\d[\d.,]*)[ \t]*(?=\|)")


class TypedFigure(ValueError):
    """A page types a figure that should come from a card."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One typed figure and its line in the source of the page."""

    line: int
    text: str


def own(text: str, reason: str) -> str:
    """Return a figure that is ours, as it is written.

    Raises:
        TypedFigure: nobody says why it is ours.
    """
    if not reason.strip():
        raise TypedFigure(f'"{text}" is called our own without a reason.')
    return text


def found(source: str) -> list[Typed]:
    """Return every figure that the source of a page types.

    >>> [one.text for one in found("Within 30 days, and under {{ plain('x') }}.")]
    ['30 days']
    >>> found('Take {{ own("ten minutes", "our advice") }} on 22 Nov 2026.')
    []
    """
    prose = _blanked(_MACRO, _with_description(source), _of_macro)
    for silent in (_SILENT, _DATE):
        prose = _blanked(silent, prose)
    hits = [*FOUND.finditer(prose), *_CELL.finditer(prose)]
    return sorted(_typed(hits, prose), key=lambda one: one.line)


def check(source: str, page: str) -> None:
    """Stop the build where a page types a figure.

    Raises:
        TypedFigure: names the page, the line, and what to write instead.
    """
    _, meta = get_data(source)
    if "own_figures" in meta:
        if not page.startswith(MAY_BE_OURS) or not str(meta["own_figures"] or "").strip():
            raise TypedFigure(f"{page}: own_figures needs a reason, and a page under {MAY_BE_OURS}.")
        return
    if hits := found(source):
        places = "; ".join(f'line {one.line}: "{one.text}"' for one in hits)
        raise TypedFigure(
            f"{page} types figures ({places}). Ask for the card with fact(...) or plain(...); "
            'a figure of ours is own("...", "why").'
        )


def _typed(hits: list[re.Match[str]], prose: str) -> Iterator[Typed]:
    for hit in hits:
        yield Typed(prose.count("\n", 0, hit.start()) + 1, hit[0].strip())


def _with_description(source: str) -> str:
    """Blank the front matter but for the description, which readers see in a search."""
    match = _FRONT.match(source)
    if not match:
        return source
    lines = match[0].split("\n")
    kept = [line if line.startswith(("description:", "title:")) else "" for line in lines]
    return "\n".join(kept) + source[match.end() :]


def _of_macro(match: re.Match[str]) -> str:
    """Keep the words a macro is given: they are prose, too, unless they are called our own."""
    return "" if _ALLOWED.match(match[1]) else " ".join(_STRING.findall(match[1]))


def _blanked(pattern: re.Pattern[str], text: str, kept: object = None) -> str:
    """Replace what a pattern finds by what is kept of it and the line ends it held."""

    def replaced(match: re.Match[str]) -> str:
        words = kept(match) if callable(kept) else ""
        return f"\x01{words}\x01" + "\n" * match[0].count("\n")

    return pattern.sub(replaced, text)
