"""Facts of a letter: its rates and counts, and numbers that measure something."""

from __future__ import annotations

import re

_RATE = re.compile(r"(?<![\d.])(\d{1,3}(?:[.,]\d{1,3})?)\s?[%％]")
_WHOLE = r"(?<![\d.,])(?:\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,7})(?![\d])"
"""A number of orders, its thousands set apart or not: `1120`, `1,120`, `1.120`."""
_PART = r"(?<![\d.,])\d{1,6}"
_OF = re.compile(
    rf"(?P<part>{_PART})(?:\s[a-zäöü]{{1,14}}){{0,5}}\s?(?:\bof|\bout of|\bvon|/)\s?"
    rf"(?:the\s|our\s|total of\s|insgesamt\s)?(?P<whole>{_WHOLE})(?![/.,]\d|年)"
    r"|\b(?:of|von|among|unter)\s(?:the\s|our\s|unseren\s)?"
    rf"(?P<of_whole>{_WHOLE})\s"
    rf"(?:[a-z-]{{3,20}}\s)?(?:orders|bestellungen),?\s(?:hatten\s|waren\s)?(?P<of_part>{_PART})\b"
    rf"|(?P<en_whole>{_WHOLE})\s(?:[a-z-]{{3,20}}\s){{0,2}}orders?[,;:(]\s?\(?"
    rf"(?:of which|of these|among them|and|with)?\s?(?P<en_part>{_PART})\s"
    r"(?:of (?:them|which|these)|(?:orders? )?(?:with|had|have|has|were|was|are|is|defective))\b"
    rf"|(?P<de_whole>{_WHOLE})\s(?:[a-zäöü]{{3,20}}\s){{0,2}}Bestellungen[,;:(]?\s\(?"
    r"(?:davon|darunter|von denen)\s"
    rf"(?:waren\s|hatten\s|sind\s)?(?P<de_part>{_PART})\b"
    rf"|(?P<in_whole>{_WHOLE})\s?[个個笔筆单單]?[订訂]?[单單]?[，,（(]\s?其中(?:有)?\s?(?P<in_part>\d{{1,6}})"
    rf"|(?P<so_whole>{_WHOLE})\s?[个個笔筆单單]?[订訂]?[单單]?[，,（(]\s?(?:有)?\s?(?P<so_part>\d{{1,6}})\s?"
    r"[个個笔筆单單]?[订訂]?[单單]?(?:有|存在|出现|出現|为|為|是)?(?:缺陷|瑕疵|问题订单|問題訂單)"
    rf"|(?P<zd_whole>{_WHOLE})\s?[个個笔筆单單]?[订訂]?[单單]?[，,（(]\s?(?:其中)?(?:缺陷|瑕疵)(?:订单|訂單)?\s?"
    r"(?P<zd_part>\d{1,6})"
    rf"|(?P<zh_whole>{_WHOLE})\s?[\u3400-\u9fff]{{0,9}}?(?:中|里|裡)(?:我们|我們|我)?(?:有)?\s?(?P<zh_part>\d{{1,6}})"
    rf"|(?P<ja_whole>{_WHOLE})\s?件(?:の(?:ご)?注文)?(?:のうち|中|に対し|、うち|（うち|、不良は?)、?\s?(?:(?:不良|欠陥)(?:は|が))?(?P<ja_part>\d{{1,6}})",
    re.IGNORECASE,
)
MOST_DAYS = 31
_TIME = re.compile(r"\d+\s?(?:[天日月年周週]|小时|小時|号|號|点|點|時)")
_KINDS = ("", "of_", "en_", "de_", "in_", "so_", "zd_", "zh_", "ja_")
_UNIT = re.compile(
    r"(?<!\d)\d++(?:[.,:]\d++)?+\s?(?:%|％|°|[A-Za-zÄÖÜäöüß]{1,14}|[\u3040-\u30ff\u3400-\u9fff])|±\s?\d+",
    re.IGNORECASE,
)
_NO_MEASURE = re.compile(r"\b(?:asin|sku|id|no|nr|tel|phone|usd|eur|\$|€|£)\b|[$€£¥]", re.IGNORECASE)


def rates_in(text: str) -> list[tuple[int, int, str]]:
    """Return the percentages of a text as written, with their places."""
    return [(found.start(), found.end(), found[1].replace(",", ".")) for found in _RATE.finditer(text)]


def counts_in(text: str) -> list[tuple[int, int, int, int]]:
    """Return every `2 of 126` of a text: its place, the part, the whole."""
    found = []
    for one in _OF.finditer(text):
        part, whole = (_first(one, name) for name in ("part", "whole"))
        if part <= whole and not _is_day(one):
            found.append((one.start(), one.end(), part, whole))
    return found


def _is_day(found: re.Match[str]) -> bool:
    """Return whether what looks like `2 of 126` is a day, `5/11`, or a span of time, `60天中9`."""
    if found["zh_whole"]:
        return _TIME.match(found[0]) is not None
    return "/" in found[0] and _first(found, "whole") <= MOST_DAYS


def _first(found: re.Match[str], name: str) -> int:
    """Return the number that one of the ways to write `2 of 126` gives."""
    written = next(found[f"{kind}{name}"] for kind in _KINDS if found[f"{kind}{name}"])
    return int(re.sub(r"[.,]", "", written))


def numbers_in(text: str) -> int:
    """Return how many numbers with a unit a text holds; ids, phone numbers and money do not measure."""
    found = 0
    for one in _UNIT.finditer(text):
        before = text[max(0, one.start() - 6) : one.start()]
        if not _NO_MEASURE.search(before + one[0][-3:]):
            found += 1
    return found
