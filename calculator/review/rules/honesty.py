"""Content and honesty: H1 to H10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review import against_case
from calculator.review.blanks import open_blanks
from calculator.review.consistency import contradictions
from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.model import Finding, Severity
from calculator.review.private_data import private_data
from calculator.review.sentences import Part, Sentence
from calculator.review.shelf import bare_sentences
from calculator.review.whole import is_letter

BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
Found = Iterator[Finding]
_NO_BOAST = (Part.CAUSE, Part.ACTIONS)
"""Parts in which growth, years and ratings are facts of the cause or the deed."""
_BETWEEN = re.compile(r"[,，、;；]")
THIN, HUNDRED = 3, 100
_NO_PROMISE = re.compile(
    r"a-to-z|a to z|money-back|(?:years?['’]?|jahre) (?:guarantee|garantie)|rule out|ausschließen"
    r"|保障索赔|交易保障|マーケットプレイス保証",
    re.IGNORECASE,
)
_OF_FEEDBACK = re.compile(
    r"feedback|review|bewertung|评价|評價|反馈|反饋|差评|差評|評価|レビュー", re.IGNORECASE
)
"""What a shop may promise never to ask for."""
_STOPS = (".", "。", "!", "！")
MANY_ABSTRACT = 4
"""Abstract words in a hundred that make a letter without a fact empty, whatever steps it names."""


def no_boasts(look: Look) -> Found:
    """H1: no history of the firm, no figures of its success."""
    told = [mark for mark in look.marks.said("boast") if _part_named(look, mark.start) not in _NO_BOAST]
    for mark in told[:2]:
        yield look.finding("H1", MAJOR, mark.start, mark.end, "boast")


def _part_named(look: Look, place: int) -> Part | None:
    """Return the part whose heading a place stands under."""
    one = look.letter.sentence_at(place)
    return one.part if one is not None and look.letter.has_parts else None


def no_other_requests(look: Look) -> Found:
    """H2: nothing but the plan is asked."""
    for mark in look.marks.said("other_request")[:1]:
        yield look.finding("H2", MINOR, mark.start, mark.end, "request")


def no_promises(look: Look) -> Found:
    """H3: nothing that nobody can keep."""
    for mark in look.marks.of("promise"):
        if not (_is_hedged(look, mark) or _is_title(look, mark)):
            yield look.finding("H3", MAJOR, mark.start, mark.end, "promise")


def _is_hedged(look: Look, mark: Mark) -> bool:
    """Return whether a promise is none: `A-to-z Guarantee`, `we cannot rule out`."""
    around = look.text[max(0, mark.start - 32) : mark.end + 20]
    return mark.is_denied or bool(
        _NO_PROMISE.search(around) or _OF_FEEDBACK.search(look.text, mark.end, mark.end + 20)
    )


def _is_title(look: Look, mark: Mark) -> bool:
    """Return whether words head a part or ask what Amazon asks: `What have you changed so that …?`."""
    one = look.letter.sentence_at(mark.start)
    if one is None:
        return False
    told = one.own.rstrip()
    return told.endswith(("?", "？")) or (one.is_heading and not told.endswith(_STOPS))


def own_words(look: Look) -> Found:
    """H4: no open blank, no sentence of the shelf."""
    for start, end in open_blanks(look):
        yield look.finding("H4", BLOCKER, start, end, "blank")
    stock = look.marks.said("stock_phrase")
    if stock:
        many = len(stock) > 1 or look.concrete * HUNDRED < THIN * look.words
        yield look.finding("H4", MAJOR if many else MINOR, stock[0].start, stock[0].end, "stock_phrase")
    bare = bare_sentences(look)
    if bare:
        yield look.finding("H4", MAJOR, bare[0].start, bare[0].end, "shelf", count=str(len(bare)))


def facts_agree(look: Look) -> Found:
    """H5: figures, days and counts agree with each other, with the calendar and with Amazon's figure."""
    for start, end, kind, values in (*contradictions(look), *against_case.contradictions(look)):
        yield look.finding("H5", BLOCKER, start, end, kind, **values)


def evidence_named(look: Look) -> Found:
    """H6: a complete letter names the papers that prove it."""
    if not (look.is_complete or is_letter(look)):
        return
    named = look.marks.said("attached")
    papers = look.marks.said("document")
    listed = [one for one in look.letter.of(Part.EVIDENCE) if _lists_papers(look, one)]
    if (named and papers) or listed:
        return
    start, end = (named[0].start, named[0].end) if named else (len(look.text), len(look.text))
    yield look.finding(
        "H6", MINOR if named and named[0].row == "on_request" else MAJOR, start, end, "unnamed"
    )


def _lists_papers(look: Look, one: Sentence) -> bool:
    """Return whether a line under `Attachments` names a paper, or several things."""
    return look.marks.has("document", one.start, one.end) or len(_BETWEEN.findall(one.own)) > 1


def no_private_data(look: Look) -> Found:
    """H7: no buyer's name, address, mail or telephone."""
    found = private_data(look)
    if found:
        yield look.finding("H7", MINOR, *found, "contact")


def no_bad_conduct(look: Look) -> Found:
    """H8: no deed that itself breaks a rule; one that is told as a cause needs the day it stopped."""
    for mark in look.marks.said("bad_conduct"):
        if _is_of_no_buyer(look, mark):
            continue
        is_cause = look.part_at(mark.start) is Part.CAUSE or _is_stopped(look, mark)
        kind = "told" if is_cause else "conduct"
        yield look.finding("H8", INFO if is_cause else BLOCKER, mark.start, mark.end, kind)


def _is_stopped(look: Look, mark: Mark) -> bool:
    """Return whether the sentence says that the conduct has ended."""
    one = look.sentence_of(mark)
    return one is not None and look.marks.has("stopped", one.start, one.end)


def _is_of_no_buyer(look: Look, mark: Mark) -> bool:
    """Return whether a telephone rings for nobody's rating, or another account is what Amazon speaks of."""
    span = look.sentence_around(mark.start)
    if "outside" in mark.row:
        return not look.marks.of("to_buyers", *span)
    return "accounts" in mark.row and look.marks.has("other_route", *span)


def substance(look: Look) -> Found:
    """H9: concrete words outweigh the abstract ones."""
    abstract = look.marks.of("abstract")
    if len(abstract) <= THIN:
        return
    many = len(abstract) * HUNDRED
    is_thin = look.concrete * HUNDRED < THIN * look.words and many >= 2 * look.words
    if is_thin or (look.facts * HUNDRED < look.words and many >= MANY_ABSTRACT * look.words):
        yield look.finding("H9", MAJOR, abstract[0].start, abstract[0].end, "empty")


def feasible(look: Look) -> Found:
    """H10: the measures fit a shop of this size."""
    for mark in look.marks.said("grand"):
        if look.part_at(mark.start) is Part.CAUSE:
            continue
        yield look.finding("H10", MINOR, mark.start, mark.end, "size")
