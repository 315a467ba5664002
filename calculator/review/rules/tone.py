"""Tone and responsibility: T1 to T7. Quotations are not judged, nor is what a sentence denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.address import appeals_claim, clears_others, is_at_others, is_of_goods, is_of_work
from calculator.review.blame import blamed
from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.model import Finding, Severity
from calculator.review.ownership import owns_near
from calculator.review.sentences import Part, Sentence
from calculator.review.shape import shouting
from calculator.review.whole import is_box

BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
Found = Iterator[Finding]
OWN = re.compile(
    r"\b(?:we|i|our|my|wir|ich|unser\w{0,2}|mein\w{0,2})\b|我们|我們|我|本店|我司|本公司|敝|小店|当店|弊社|当社|自社|私",
    re.IGNORECASE,
)
OWNS = re.compile(
    r"respons|fault|mistake|failure|error|blame|verantwort|fehler|schuld|versäum|责任|責任|错|錯|失误|失誤|疏|落ち度|不備|ミス|過失",
    re.IGNORECASE,
)
"""Plain words of ownership, wherever they stand."""
_DEEDS = (Part.ACTIONS, Part.PREVENTION)
_OTHERS = ("third", "third_fault", "to_buyers", "amazon", "buyer")
MOST_APOLOGIES = {"en": 1, "de": 1, "zh-Hans": 1, "zh-Hant": 1, "ja": 2}


HARSH = frozenset(("motives", "claims", "manners"))
"""Rows that tell what buyers are or want; no failure of one's own makes that a remark."""


def buyer_not_blamed(look: Look) -> Found:
    """T1: no accusation of a buyer; an own failure told in the same breath makes it a remark."""
    for mark in look.marks.said("buyer"):
        is_owned = mark.row not in HARSH and owns_near(look, mark.start)
        yield look.finding(
            "T1", INFO if is_owned else BLOCKER, mark.start, mark.end, "owned" if is_owned else "blamed"
        )


def third_party_not_blamed(look: Look) -> Found:
    """T2: a carrier, supplier or employee is no cause; what was chosen or not checked is."""
    found = list(blamed(look))
    owns_elsewhere = any(
        look.has("lack", item) or look.has("decision", item) for item in look.parts[Part.CAUSE]
    )
    for sentence, mark in found:
        severity = MINOR if owns_elsewhere else (BLOCKER if _is_only_cause(look) else MAJOR)
        yield look.finding("T2", severity, mark.start, sentence.end, "blamed")
    for mark in look.marks.said("third_fault"):
        if mark.row == "dismissed":
            yield look.finding("T2", MAJOR, mark.start, mark.end, "dismissed")


def _is_only_cause(look: Look) -> bool:
    items = look.parts[Part.CAUSE]
    return all(look.has("third_fault", item) for item in items)


def amazon_not_blamed(look: Look) -> Found:
    """T3: no reproach to Amazon, no denial; an error of Amazon's has a route of its own, with proof."""
    for mark in look.marks.said("amazon"):
        if not clears_others(look, mark) and not appeals_claim(look, mark):
            yield look.finding("T3", BLOCKER, mark.start, mark.end, "blamed")


def no_pleading(look: Look) -> Found:
    """T4: facts instead of feelings, no exclamation marks, no capitals."""
    for mark in look.marks.said("emotion"):
        if is_of_goods(look, mark) or is_of_work(look, mark):
            continue
        yield look.finding("T4", MINOR if mark.row == "polite" else MAJOR, mark.start, mark.end, "feelings")
    shouted = shouting(look)
    if shouted:
        yield look.finding("T4", MAJOR, *shouted, "loud")


def no_threats(look: Look) -> Found:
    """T5: no lawyer, court, press or ultimatum."""
    for mark in look.marks.said("threat"):
        if is_of_goods(look, mark) or is_at_others(look, mark):
            continue
        yield look.finding("T5", BLOCKER, mark.start, mark.end, "threat")


def no_grovelling(look: Look) -> Found:
    """T6: one sentence of ownership, no row of apologies, no praise of Amazon."""
    apologies = [mark for mark in look.marks.of("apology") if not _is_to_buyers(look, mark)]
    if len(apologies) > MOST_APOLOGIES[look.letter.lang]:
        last = apologies[MOST_APOLOGIES[look.letter.lang]]
        yield look.finding("T6", MINOR, last.start, last.end, "apologies")
    for mark in look.marks.said("flattery")[:1]:
        yield look.finding("T6", MINOR, mark.start, mark.end, "flattery")


def _is_first_person(look: Look, one: Sentence) -> bool:
    """Return whether a sentence of the cause tells what the writer decided, did or left undone."""
    span = one.start, one.end
    if look.marks.of("decision", *span):
        return True
    if OWN.search(one.own) is None or any(look.marks.of(group, *span) for group in _OTHERS):
        return False
    return any(look.marks.of(group, *span) for group in ("lack", "failure", "denial"))


def _is_owned(look: Look) -> bool:
    """Return whether words own the cause; what was done or is kept since owns nothing without plain words."""
    return any(
        look.part_at(mark.start) not in _DEEDS or OWNS.search(look.text, mark.start, mark.end)
        for mark in look.marks.said("ownership")
    )


def owned_once(look: Look) -> Found:
    """T7: somewhere the letter says that the cause lay in the shop; not asked of a dispute."""
    if look.is_dispute or _is_owned(look) or (is_box(look) and not look.parts[Part.CAUSE]):
        return
    if any(_is_first_person(look, one) for item in look.parts[Part.CAUSE] for one in item):
        return
    yield look.finding("T7", MAJOR, *look.start_of(Part.CAUSE), "absent")


def _is_to_buyers(look: Look, mark: Mark) -> bool:
    """Return whether an apology is made to buyers."""
    one = look.sentence_of(mark)
    return one is not None and bool(look.marks.of("to_buyers", one.start, one.end))
