"""Address: whom hard words are meant for - Amazon, somebody else, or the goods that bear them.

Worse mistake: a shop that sells court shoes told that it threatens.
"""

from __future__ import annotations

import re

from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.ownership import OWN_SUBJECT
from calculator.review.sentences import Part

_THEY = re.compile(r"(?:sie|ihre\w?)\b")
"""German words for others, which address Amazon with a capital only."""
_KIN = re.compile(
    r"(?:meine|unsere)\s(?:frau|familie|kinder)|妻[がと子]|父母|家人|家族[のをが]|子供[がの]", re.IGNORECASE
)
"""Relatives, who may work in the shop."""
_NEAR = 50
_AMAZON = re.compile(
    r"\b(?:you|your|yours|amazon)\b|\b(?-i:Sie|Ihnen|Ihr\w{0,3})\b|贵|貴|你们|你們|您|亚马逊|亞馬遜|平台|アマゾン|御社",
    re.IGNORECASE,
)


def is_of_goods(look: Look, mark: Mark) -> bool:
    """Return whether the sentence tells of goods, and says nothing to Amazon."""
    first, last = look.sentence_around(mark.start)
    return look.marks.has("goods", first, last) and not _AMAZON.search(look.text, first, last)


def is_of_work(look: Look, mark: Mark) -> bool:
    """Return whether a relative is only named as one who does a measure: `jeden Freitag zählt meine Frau`."""
    if look.part_at(mark.start) not in (Part.ACTIONS, Part.PREVENTION):
        return False
    told = look.marks.said("emotion", *look.sentence_around(mark.start))
    return all(_KIN.fullmatch(look.text, one.start, one.end) for one in told)


def clears_others(look: Look, mark: Mark) -> bool:
    """Return whether words that deny a fault clear a buyer or a carrier: `the buyers read nothing wrong`."""
    if look.letter.lang == "de" and _THEY.match(look.text, mark.start):
        return True
    first, _ = look.sentence_around(mark.start)
    span = max(first, mark.start - _NEAR), mark.start
    told = sorted((*look.marks.of("to_buyers", *span), *look.marks.of("third", *span)))
    if not told:
        return False
    behind = told[-1].end, mark.end
    return not _AMAZON.search(look.text, *behind) and not OWN_SUBJECT.search(look.text, *behind)


def appeals_claim(look: Look, mark: Mark) -> bool:
    """Return whether words call the decision about one claim wrong, which an appeal may say."""
    span = look.sentence_around(mark.start)
    return mark.row == "refusal" and any(
        one.row == "single_claim" for one in look.marks.said("other_route", *span)
    )


def is_at_others(look: Look, mark: Mark) -> bool:
    """Return whether hard words are meant for a carrier or a supplier, and not for Amazon."""
    first, last = look.sentence_around(mark.start)
    return bool(look.marks.of("third", first, last)) and not _AMAZON.search(look.text, first, last)
