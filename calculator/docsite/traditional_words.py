"""Words of Taiwan: how a Simplified text reads in Traditional Chinese.

OpenCC knows the characters and many words; `traditional.toml` has the trade's own words and the
reviewed exceptions, each with its reason. Quotation marks become corner brackets where they stand
around or beside Chinese.

Worse mistake: a word that means something else. What is not listed stays as OpenCC has it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import opencc

LIST = Path(__file__).with_name("traditional.toml")
WIDE = r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff60]"
_TO_TAIWAN = opencc.OpenCC("s2twp")
_TO_CHARACTERS = opencc.OpenCC("s2t")
_TO_CHARACTERS_OF_TAIWAN = opencc.OpenCC("s2tw")
IN_BOTH = frozenset("台才干准游占")
"""Characters that have a second form and are right in Traditional texts too."""
_QUOTED = re.compile(r"“([^“”\n]*)”")
_QUOTED_INSIDE = re.compile(r"‘([^‘’\n]*)’")
_IS_WIDE = re.compile(WIDE)


def convert(simplified: str) -> str:
    """Return a Simplified text in Traditional Chinese as written in Taiwan.

    >>> convert("账户里的“订单缺陷率”，自发货的面单")
    '帳戶裡的「訂單缺陷率」，自行出貨的託運單'
    """
    return _cornered(_worded(_mended(_TO_TAIWAN.convert(simplified))))


def corners(text: str) -> str:
    """Return text of a Chinese page with every quotation mark as a corner bracket."""
    return text.translate(_CORNERS)


def rows() -> dict[str, str]:
    """Return each listed Simplified word and what stands for it."""
    return {word: said for group in _list()["words"] for word, said in group["rows"].items()}


def mainland_words() -> list[str]:
    """Return what the listed words would be by their characters alone, where Taiwan says another word."""
    found = {_TO_CHARACTERS.convert(word): said for word, said in rows().items()}
    return sorted(word for word, said in found.items() if _plain(word) != _plain(said))


@cache
def left_over(text: str) -> frozenset[str]:
    """Return what a Traditional text may not have: mainland words outside ours, Simplified characters.

    >>> sorted(left_over("訂单已發貨")), left_over("訂單已出貨")
    (['单', '發貨'], frozenset())
    """
    words = (found[0] for found in _mainland().finditer(text))
    return frozenset(one for one in words if one not in _ours()) | frozenset(filter(_is_simplified, text))


@cache
def _is_simplified(one: str) -> bool:
    return "\u4e00" <= one <= "\u9fff" and one not in IN_BOTH and _TO_CHARACTERS_OF_TAIWAN.convert(one) != one


_CORNERS = str.maketrans("“”‘’", "「」『』")


@cache
def _list() -> dict[str, Any]:
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def _mended(text: str) -> str:
    """Return the text with the characters that were taken from a word cut in the wrong place."""
    return _characters().sub(lambda found: str(_list()["characters"][found[0]]["to"]), text)


@cache
def _characters() -> re.Pattern[str]:
    def places(one: str, rule: dict[str, str]) -> str:
        behind = f"(?<![{rule['after']}])" if "after" in rule else ""
        ahead = f"(?![{rule['before']}])" if "before" in rule else ""
        return f"{behind}{one}{ahead}"

    return re.compile("|".join(places(one, rule) for one, rule in _list()["characters"].items()))


def _worded(text: str) -> str:
    return _words().sub(lambda found: _said()[found[0]], text)


@cache
def _said() -> dict[str, str]:
    return {_mended(_TO_TAIWAN.convert(word)): said for word, said in rows().items()}


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_said(), key=len, reverse=True))))


@cache
def _ours() -> frozenset[str]:
    return frozenset(rows().values())


@cache
def _mainland() -> re.Pattern[str]:
    """Return a finder of mainland words that takes our own longer words first."""
    words = sorted({*mainland_words(), *_ours()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _plain(word: str) -> str:
    """Return a word without what only spelling tells apart."""
    return _mended(_TO_CHARACTERS.convert(word)).translate(str.maketrans("裏週", "裡周"))


def _cornered(text: str) -> str:
    return _QUOTED_INSIDE.sub(_in_corners, _QUOTED.sub(_in_corners, text))


def _in_corners(found: re.Match[str]) -> str:
    beside = found.string[max(0, found.start() - 1) : found.end() + 1]
    return corners(found[0][0]) + found[1] + corners(found[0][-1]) if _IS_WIDE.search(beside) else found[0]
