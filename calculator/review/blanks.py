"""Blanks: what a letter still asks to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.look import Look
from calculator.review.shape import is_heading

_INSIDE = r"[^\[\]（）()〔〕<>《》\n]{0,40}"
_TO_FILL = (
    "einfügen|eintragen|einsetzen|ausfüllen|insert here|fill in"
    "|填写|填寫|填入|请填|請填|在此|此处|此處|记入|記入|入力|ここに"
)
_TO_NAME = (
    r"order (?:number|id)|date|name|product name|insert [^)\n]{1,60}|your [^)\n]{1,60}"
    "|日期|订单号|訂單號|编号|店铺名|店鋪名|姓名|日付|注文番号|店舗名|氏名"
)
BLANK = re.compile(
    r"【[^】\n]{0,200}】"
    r"|\[(?:your|insert|name|date|number|company|store|xxx|enter|add|describe|product|reason|fill|todo|order"
    r"|ihr|hier|bitte|datum|firma|anzahl|grund|bestellnummer)\b[^\]\n]{0,80}\]"
    rf"|[\[（(〔<《]{_INSIDE}(?:{_TO_FILL}){_INSIDE}[\]）)〕>》]"
    r"|<(?:your|insert|name|date|number|ihr|ihre|datum|firma)\b[^>\n]{0,80}>"
    r"|\{[A-Za-z][A-Za-z _]{1,40}\}"
    rf"|[\[(（](?:{_TO_NAME})[\])）]"
    r"|\be\.g\.[^.\n]{3,100}\betc\b"
    r"|\b(?:TBD|TODO)\b|\bX{3,}\b|\b[Xx]{2,}[/.\-][Xx]{2,}|x{4,}|_{3,}|＿{2,}|\?{3,}|…{2,}|\.{5,}"
    r"|[Xx×]{2,40}(?=[月日年个個件单單元号號])|[〇○●◯△▲□■]{2,40}(?=[^\s〇○●◯△▲□■])|某年某月|某月某日",
    re.IGNORECASE,
)
REDACTED = re.compile(r"\[(?:NAME|COMPANY|STORE|ORDER-ID|ASIN|TRACKING|SHIPMENT-ID|CASE-ID)\]")
_FILL = re.compile(rf"{_TO_FILL}|您的|你的|貴店|ihr|your", re.IGNORECASE)
_NAMES = re.compile(rf"{_TO_NAME}|公司|店|号|號|名|×|X|x|…|\.\.|某")
"""What an empty bracket on a line of its own asks for; other words in it are a heading."""
LABEL, LABELLED = 8, 40
"""Characters of a label in brackets, and within which its line tells something."""


def open_blanks(look: Look) -> Iterator[tuple[int, int]]:
    """Yield the places of all blanks but those that were cut out for privacy, head a part or name a line."""
    redacted = {found.start() for found in REDACTED.finditer(look.text)}
    for found in BLANK.finditer(look.text):
        is_bracket = found[0][0] in "【（("
        if found.start() in redacted or (is_bracket and is_heading(look, found.start())):
            continue
        if not (is_bracket and _is_label(look, found)):
            yield found.span()


def _is_label(look: Look, found: re.Match[str]) -> bool:
    """Return whether a bracket names what its line tells, as in `【店铺】临江五金工具`."""
    begins = not look.text[look.text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
    tells = look.text[found.end() : found.end() + LABELLED].partition("\n")[0].strip()
    is_name = bool(tells) or not _NAMES.search(found[0])
    return begins and len(found[0]) <= LABEL and is_name and not _FILL.search(found[0])
