"""Content and honesty: H1 to H10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review import against_case
from calculator.review.consistency import contradictions
from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.model import Finding, Severity
from calculator.review.sentences import Part, Sentence
from calculator.review.shape import is_heading, is_signature
from calculator.review.shelf import bare_sentences
from calculator.review.whole import is_letter

BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
Found = Iterator[Finding]
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
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
PHONE = re.compile(
    r"(?<![\d-])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\)[ -]?)?\d{3,4}[ -]\d{3,4}[ -]?\d{3,4}(?![\d-])"
)
MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
STREET = re.compile(
    r"\b\d{1,5}\s[A-Z][a-z]{1,20}\s(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Court|Way)\b"
    r"|\b[A-ZÄÖÜ][a-zäöüß]{1,24}(?:straße|strasse|str\.|weg|gasse|allee)\s\d{1,4}\b"
    r"|[\u3400-\u9fff]{1,8}[路街]\s?\d{1,5}\s?[号號]|\d{1,3}丁目|\d{1,4}番地"
)
PERSON = re.compile(
    r"\b(?:[Bb]uyer|[Cc]ustomer|Käufer|Käuferin|Kunde|Kundin)s?,?\s(?:Mr|Mrs|Ms|Herr|Frau)?\.?\s?[A-ZÄÖÜ][a-zäöüß]{2,20}\s[A-ZÄÖÜ][a-zäöüß]{2,20}\b"
    r"|\b(?:Mr|Mrs|Ms)\.?\s[A-Z][a-z]{1,20}\b|\b(?:Herrn?|Frau)\s[A-ZÄÖÜ][a-zäöüß]{1,20}\b"
    r"|(?:买家|客户|顧客|買家)\s?[\u3400-\u9fff]{1,3}(?:先生|女士|小姐)"
    r"|(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,4}(?<![者客皆各何多同仕])様(?![式子々])"
)
ORDER_ID = re.compile(r"\d{3}-\d{7}-\d{7}")
_NO_BOAST = (Part.CAUSE, Part.ACTIONS)
"""Parts in which growth, years and ratings are facts of the cause or the deed."""
_FILL = re.compile(rf"{_TO_FILL}|您的|你的|貴店|ihr|your", re.IGNORECASE)
_BETWEEN = re.compile(r"[,，、;；]")
_NAMES = re.compile(rf"{_TO_NAME}|公司|店|号|號|名|×|X|x|…|\.\.|某")
"""What an empty bracket on a line of its own asks for; other words in it are a heading."""
LABEL, LABELLED = 8, 40
"""Characters of a label in brackets, and within which its line tells something."""
THIN, HUNDRED = 3, 100
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
        if not (look.is_hedged(mark) or _is_title(look, mark)):
            yield look.finding("H3", MAJOR, mark.start, mark.end, "promise")


def _is_title(look: Look, mark: Mark) -> bool:
    """Return whether words head a part or ask what Amazon asks: `What have you changed so that …?`."""
    one = look.letter.sentence_at(mark.start)
    if one is None:
        return False
    told = one.own.rstrip()
    return told.endswith(("?", "？")) or (one.is_heading and not told.endswith(_STOPS))


def own_words(look: Look) -> Found:
    """H4: no open blank, no sentence of the shelf."""
    redacted = {found.start() for found in REDACTED.finditer(look.text)}
    for found in BLANK.finditer(look.text):
        if found.start() not in redacted and not (
            found[0][0] in "【（(" and (is_heading(look, found.start()) or _is_label(look, found))
        ):
            yield look.finding("H4", BLOCKER, found.start(), found.end(), "blank")
    stock = look.marks.said("stock_phrase")
    if stock:
        many = len(stock) > 1 or look.concrete * HUNDRED < THIN * look.words
        yield look.finding("H4", MAJOR if many else MINOR, stock[0].start, stock[0].end, "stock_phrase")
    bare = bare_sentences(look)
    if bare:
        yield look.finding("H4", MAJOR, bare[0].start, bare[0].end, "shelf", count=str(len(bare)))


def _is_label(look: Look, found: re.Match[str]) -> bool:
    """Return whether a bracket names what its line tells, as in `【店铺】临江五金工具`."""
    begins = not look.text[look.text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
    tells = look.text[found.end() : found.end() + LABELLED].partition("\n")[0].strip()
    is_name = bool(tells) or not _NAMES.search(found[0])
    return begins and len(found[0]) <= LABEL and is_name and not _FILL.search(found[0])


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
    for pattern in (MAIL, PHONE, MOBILE, STREET, PERSON):
        for found in pattern.finditer(look.text):
            if not ORDER_ID.search(
                look.text, max(0, found.start() - 4), found.end() + 8
            ) and not is_signature(look, found.start()):
                yield look.finding("H7", MINOR, found.start(), found.end(), "contact")
                return


def no_bad_conduct(look: Look) -> Found:
    """H8: no deed that itself breaks a rule; one that is told as a cause needs the day it stopped."""
    for mark in look.marks.said("bad_conduct"):
        if _is_of_no_buyer(look, mark):
            continue
        is_cause = look.part_at(mark.start) is Part.CAUSE or look.is_stopped(mark)
        kind = "told" if is_cause else "conduct"
        yield look.finding("H8", INFO if is_cause else BLOCKER, mark.start, mark.end, kind)


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
