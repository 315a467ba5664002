"""Sizes: defects by type, windows, spans of days and numbers of people that a letter states."""

from __future__ import annotations

import re

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "one eins ein eine einen 一", "two zwei 二 两 兩", "three drei 三", "four vier 四",
            "five fünf 五", "six sechs 六", "seven sieben 七", "eight acht 八", "nine neun 九", "ten zehn 十",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_SPELT = "|".join(word for word in _WORDS if word.isascii() or "ü" in word)
_NUMBER = rf"(\d{{1,5}}|\b(?:{_SPELT})\b|[一二两兩三四五六七八九十])"
_TYPE = re.compile(
    _NUMBER + r"\s?(?:[个個笔筆条條件]\s?)?(?:(?:further|more|open|granted)\s)?"
    r"(?:a-to-z|a-bis-z|claims?\b|(?:negative\s)?feedback|negative\s(?:comments?|reviews?)"
    r"|chargebacks?\b|garantieantr|(?:negative\s)?bewertung|rückbuchung|索赔|索賠|差评|负面反馈|負面"
    r"|拒付|保証申請|低評価|低い評価|チャージバック)",
    re.IGNORECASE,
)
_WINDOW = re.compile(
    r"(?:last|past|letzten|vergangenen|过去|過去|最近|直近)\s?(?:的)?\s?(\d{1,3})\s?(?:days?\b|tagen?\b|天|日)"
    r"|(\d{1,3})[- ](?:day|tage)s?[- ]?(?:window|period|zeitraum|fenster)"
    r"|(\d{1,3})\s?[天日](?:的)?(?:窗口|周期|期间|期間)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:for|in|over|within|seit|in den|during the|the)\s(?:last\s|past\s"
    r"|letzten\s)?(\d{1,3})\s(days|tagen?|weeks|wochen)\b(?!\s(?:before|ago|vorher|zuvor))"
    r"|(\d{1,3})\s?(天|日間|周|週間)(?:内|来|以来|で|里)",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:team|staff|workforce|crew|company|firm|shop)\sof\s(\d{1,4})\b"
    rf"|\b(\d{{1,4}}|{_SPELT})[- ](?:person|man|people|mann|personen)[- ]?"
    r"(?:shop|firm|company|business|team|betrieb)"
    r"|\b(?:have|has|employ|employs|with|are)\s(?:only\s|just\s)?(\d{1,4})\s(?:employees|staff|people\sin\sour)"
    r"|\b(?:haben|hat|mit|sind|beschäftigen|beschäftigt|nur)\s(?:nur\s)?(\d{1,4})\s(?:mitarbeiter\w*|beschäftigt\w*)"
    r"|(?:现有|現有|共有|共|有|拥有|擁有|只有|为|為)\s?(\d{1,4})\s?(?:名|个|個|位)?(?:员工|員工)|(?:員工|员工)\s?(\d{1,4})\s?(?:名|人)"
    r"|従業員(?:は)?(\d{1,4})\s?(?:名|人)",
    re.IGNORECASE,
)
_DEFECTIVE = re.compile(
    rf"\b(\d{{1,5}}|{_SPELT})\s(?:defective\sorders|orders\s(?:had|have|with|has)\s(?:a\s|at\sleast\sone\s)?defects?)\b"
    rf"|\b(?:bestellungen\smit\smängeln:\s)(\d{{1,5}})",
    re.IGNORECASE,
)
_END = re.compile(r"[\n。;；]|[.](?=\s|$)")
_ANY = re.compile(_NUMBER, re.IGNORECASE)
_NO_COUNT = re.compile(
    r"\d{1,3}(?:[.,]\d{1,3})?\s?[%％]|\d{1,4}[-/.年月日]\d{0,2}|\d{1,2}\s?[年月日天]"
    r"|\d{1,3}[- ]?(?:days?|tagen?|tage)\b|\d{1,2}\.?\s(?-i:[A-Z])[a-zä]{2,8}|(?-i:[A-Z])[a-z]{2,8}\s\d{1,2}"
    r"|\b(?:one|two|eine[rn]?|zwei|\d)\s(?:orders?|bestellung(?:en)?)\b.*|(?:其中|うち)?\d{1,2}\s?(?:张|張|单|單|筆|笔|件)(?:订单|訂單)?(?:两者|兩|既|は両|同时).*",
    re.IGNORECASE,
)
"""Numbers of a list that count no defect: shares, days, orders with two defects."""
_DAYS_A_WEEK = 7
_OWN_RESULT = re.compile(
    r"\b(?:no|not one|zero|none|keine?n?|without)\b|没有|沒有|无|無|なし|ありません|ゼロ", re.IGNORECASE
)
_DEFECT = re.compile(
    r"claim|complain|defect|\blate\b|wrong|error|mistake|mix-up|broken|damage|feedback|chargeback"
    r"|reklamation|antr[aä]g|fehl|falsch|beschädig|bewertung|verspät"
    r"|索赔|索賠|投诉|投訴|错|錯|迟|遲|破损|破損|差评|差評|负评|負評|缺陷|瑕疵|クレーム|申請|誤|遅|低評価|不良",
    re.IGNORECASE,
)
"""What a result is told of; `no scan for 5 days` is a rule, not a result."""
_REACH = 64


def defects_by_type(text: str) -> list[int]:
    """Return the numbers of a list of defects by type.

    >>> defects_by_type("3 A-to-z claims, two negative feedback and 1 chargeback")
    [3, 2, 1]
    """
    return [_value(found[1]) for found in _TYPE.finditer(text.partition("\n")[0])]


def has_other_numbers(text: str) -> bool:
    """Return whether the sentence behind a figure counts something that is no known type of defect.

    >>> has_other_numbers(": 4 claims, 3 about late parcels."), has_other_numbers(": 4 claims.")
    (True, False)
    """
    listed = _END.split(text, maxsplit=1)[0]
    return _ANY.search(_NO_COUNT.sub(" ", _TYPE.sub(" ", listed))) is not None


def windows_in(text: str) -> list[tuple[int, int, int]]:
    """Return the windows that are named, in days, with their places."""
    return [(one.start(), one.end(), _first(one)) for one in _WINDOW.finditer(text)]


def staff_in(text: str) -> list[tuple[int, int, int]]:
    """Return the numbers of people with their places."""
    return [(one.start(), one.end(), _first(one)) for one in _STAFF.finditer(text)]


def spans_in(text: str) -> list[tuple[int, int, int]]:
    """Return spans of days a result is told of, such as `no wrong parcel in 60 days`."""
    found = []
    for one in _SPAN.finditer(text):
        near = text[max(0, one.start() - _REACH) : one.end() + _REACH]
        if _OWN_RESULT.search(near) and _DEFECT.search(near):
            weeks = (one[2] or one[4]).lower() in ("weeks", "wochen", "周", "週間")
            found.append((one.start(), one.end(), int(one[1] or one[3]) * (_DAYS_A_WEEK if weeks else 1)))
    return found


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def _first(found: re.Match[str]) -> int:
    return next(_value(one) for one in found.groups() if one)


def defective_orders(text: str) -> list[tuple[int, int, int]]:
    """Return every `five orders had a defect` with its place."""
    return [(one.start(), one.end(), _first(one)) for one in _DEFECTIVE.finditer(text)]
