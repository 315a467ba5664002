"""Totals: `all 9 buyers` where the letter told of five orders with a defect; `alone`, with a team of ten.

Worse mistake: eleven buyers told of parcels on their way, taken for eleven defects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

REACH = 64
"""Characters behind a total in which its parts are looked for."""
_SPELT = {
    word: number
    for number, words in enumerate(
        (
            "two zwei beide 两 兩", "three drei 三", "four vier 四", "five fünf 五", "six sechs 六",
            "seven sieben 七", "eight acht 八", "nine neun 九", "ten zehn 十",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
_N = rf"(\d{{1,5}}|{'|'.join(_SPELT)})"
_ALL = re.compile(
    rf"\b(?:all(?: of)?(?: the)?|each of the|every one of the)\s{_N}\s(?:affected\s)?"
    r"(?P<en>buyer|customer|claim|chargeback)s?\b"
    rf"|\b(?:alle[nr]?|sämtliche[nr]?|jede[rs]? der)\s{_N}\s(?:betroffenen\s)?"
    r"(?P<de>käufer|kund|anträg|rückbuchung)"
    rf"|(?:全部|所有|全数|全數)\s?{_N}\s?[位个個名笔筆单單张張](?:缺陷订单的)?(?P<zh>买家|買家|客户|客戶|顾客|顧客|索赔|索賠)"
    rf"|{_N}\s?[位名](?P<zh_behind>买家|買家|客户|客戶|顾客|顧客)(?:都|均|全部|已全部|皆)"
    rf"|{_N}名(?:の?(?:お客様|購入者様?))?(?P<ja>全員|すべて|全て)"
    rf"|{_N}件の(?:保証)?(?P<ja_claims>申請|クレーム|低評価)(?:は|が)?(?:すべて|全て|いずれも)",
    re.IGNORECASE,
)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("third dritte 三", "fourth vierte 四", "fifth fünfte 五", "sixth sechste 六", "seventh siebte 七",
         "eighth achte 八", "ninth neunte 九", "tenth zehnte 十"),
        3,
    )
    for word in words.split()
}  # fmt: skip
_NTH_WORD = "|".join(one for one in _ORDINALS if len(one) > 1)
_NTH = re.compile(
    rf"\b(?:the|our|der|die|das|den|dem|im)\s(?P<word>{_NTH_WORD})[nrsm]?"
    r"\s(?:a-to-z\s|affected\s|betroffene[nr]?\s)?(?:claim|order|buyer|defect|antrag|garantieantrag|bestellung|käufer)"
    r"|第(?P<zh>[三四五六七八九十]|\d{1,2})\s?(?:[个個笔筆位张張]\s?)?(?:缺陷|索赔|索賠|订单|訂單|买家|買家|单(?=[，,：:])|單(?=[，,：:]))"
    r"|(?P<ja>[三四五六七八九]|\d{1,2})件目",
    re.IGNORECASE,
)
"""The third, fourth … of the claims or orders of a letter."""
_OTHERS = re.compile(
    r"whose|still|on the way|noch|unterwegs|offene|在途|还在|還在|尚|同批|same lot|まだ|輸送中|これから",
    re.IGNORECASE,
)
"""Words of buyers who had no defect, and were told in time."""
_SOLE = re.compile(
    r"\b(?:run|work|ship|pack|sell|do)\s(?:\w+\s){0,3}alone\b"
    r"|\b(?:one|1)-(?:person|man|woman)\b|\bon my own\b|\bsole trader\b"
    r"|\b(?:ein-?(?:mann|frau|personen)-?|einzelunternehm\w+|alleine?\s(?:betreibe|führe|arbeite|versende|packe))"
    r"|(?:betreibe|führe|arbeite|versende|packe)\s(?:\w+\s){0,4}allein"
    r"|只有我(?:一个人|一個人|自己)|我(?:一个人|一個人|独自|獨自)|个人卖家|個人賣家"
    r"|(?:夫妻|夫婦|夫妇|两口子|兩口子)(?:二人|两人|兩人|两个人|兩個人)?|夫婦二人|夫婦で|一人で(?:運営|営|切り盛り|行|出荷|作)|一人店",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(?:department|team|crew|staff|board|unit|division|squad)\sof\s(?P<en>\d{1,4})\b"
    r"|\b(?P<en_role>\d{1,4})\s(?:\w+\s)?(?:employees|engineers|inspectors|packers|workers|staff|agents|specialists)\b"
    r"|\b(?:abteilung|team|gruppe|mannschaft)\s(?:mit|aus|von)\s(?P<de>\d{1,4})\b"
    r"|\b(?P<de_role>\d{1,4})\s(?:\w+\s)?(?:mitarbeiter|prüfer|angestellte|beschäftigte|packer)\w*"
    r"|(?P<zh>\d{1,4})\s?[人名位](?:的)?(?:团队|團隊|小组|小組|部门|部門|中心|员工|員工|质检|品控|品管|客服)"
    r"|(?P<ja>\d{1,4})(?:名|人)(?:体制|による|のチーム|の部署|の担当|のスタッフ|の検査員)",
    re.IGNORECASE,
)
FEWEST_OF_CROWD = 4


def totals_in(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield every `all 9 buyers` with its place, its number, and whether it is told of orders with a defect.

    >>> [one[2:] for one in totals_in("All 9 buyers got it. All 11 buyers whose mugs were still out.")]
    [(9, True), (11, False)]
    """
    for found in _ALL.finditer(text):
        number = next(one for one in found.groups() if one and (one.isdigit() or one.lower() in _SPELT))
        rest = re.split(r"[.。;；\n]", text[found.end() : found.end() + REACH], maxsplit=1)[0]
        yield found.start(), found.end(), _value(number), not _OTHERS.search(found[0] + rest)


def ordinals_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield every `the fourth claim` with its place and number.

    >>> [one[2] for one in ordinals_in("The third order and the fourth claim; the fourth week.")]
    [3, 4]
    """
    for found in _NTH.finditer(text):
        word = found["word"] or found["zh"] or found["ja"]
        yield found.start(), found.end(), int(word) if word.isdigit() else _ORDINALS[word.lower()]


def spelt(number: int) -> list[str]:
    """Return the words a number is written with, characters of Chinese left out.

    >>> spelt(3)
    ['three', 'drei']
    """
    return [word for word, value in _SPELT.items() if value == number and len(word) > 1]


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _SPELT[word.lower()]


def crowd_of_one(text: str) -> tuple[int, int, int] | None:
    """Return the place and the number of people told in a shop that one person is said to run.

    >>> crowd_of_one("I run this shop alone. Our team of 12 checks it.")
    (27, 37, 12)
    """
    if not _SOLE.search(text):
        return None
    sizes = ((one.start(), one.end(), int(next(filter(None, one.groups())))) for one in _CROWD.finditer(text))
    return next((one for one in sizes if one[2] >= FEWEST_OF_CROWD), None)
