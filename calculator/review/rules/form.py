"""Form and route: F1 to F7."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.review import against_case
from calculator.review.address import clears_others, is_at_others
from calculator.review.earlier import changed_figures, changed_numbers, unanswered
from calculator.review.length import length
from calculator.review.likeness import is_resent
from calculator.review.limits import limit
from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.model import Finding, Severity
from calculator.review.sentences import Part
from calculator.review.shape import foreign_run, names_metric, opening, paragraphs, voices
from calculator.review.whole import argues, disputes_rate, is_box

BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
Found = Iterator[Finding]


def length_fits(look: Look) -> Found:
    """F1: long enough for three parts, short enough to be read."""
    if look.words > limit("letter.far_too_long"):
        yield look.finding("F1", MAJOR, 0, 0, "far_too_long", words=str(look.words))
    elif look.words > limit("letter.most"):
        yield look.finding("F1", MINOR, 0, 0, "long", words=str(look.words))
    elif look.words < limit("letter.least") and _is_thin(look):
        yield look.finding("F1", MINOR, 0, 0, "short", words=str(look.words))


def _is_thin(look: Look) -> bool:
    """Return whether a plan lacks a part or has no measure with a number or a day."""
    if is_box(look) or (look.asked.is_claim_appeal and not disputes_rate(look)):
        return False
    lacks = any(not look.parts[part] for part in (Part.CAUSE, Part.ACTIONS, Part.PREVENTION))
    return lacks or not any(look.numbers(item) or look.dated(item) for item in look.measures())


def scannable(look: Look) -> Found:
    """F2: short sentences, lists, no walls of text."""
    lengths = [(length(one.text), one) for one in look.letter.sentences if not one.is_heading]
    longest = max(lengths, key=lambda one: one[0], default=None)
    long = [one for words, one in lengths if words > limit("sentence.long")]
    if longest and longest[0] > limit("sentence.very_long"):
        yield look.finding("F2", MINOR, longest[1].start, longest[1].end, "sentence", words=str(longest[0]))
    elif len(long) >= limit("sentence.long_ones"):
        yield look.finding("F2", MINOR, long[0].start, long[0].end, "sentences")
    for start, end in paragraphs(look):
        if length(look.text[start:end]) > limit("paragraph.long"):
            yield look.finding("F2", MINOR, start, end, "paragraph")
            return


def one_language(look: Look) -> Found:
    """F3: one language, the one the notice asks for."""
    foreign = foreign_run(look)
    if foreign:
        yield look.finding("F3", MAJOR, *foreign, "mixed")


def short_opening(look: Look) -> Found:
    """F4: two sentences say which account and which metric."""
    told, most = opening(look), limit("opening.sentences")
    if len(told) > most:
        yield look.finding("F4", MINOR, told[most].start, told[-1].end, "long")
    elif not names_metric(look) and not is_box(look):
        yield look.finding("F4", MINOR, 0, 0, "no_metric")


def one_voice(look: Look) -> Found:
    """F5: I or we, not both."""
    rarer = voices(look)
    if rarer:
        yield look.finding("F5", INFO, *rarer, "mixed")


def something_new(look: Look) -> Found:
    """F6: a second letter brings what the first one lacked."""
    if look.asked.previous is None:
        return
    if is_resent(look.asked.previous, look.text):
        yield look.finding("F6", MAJOR, 0, 0, "resent")
    for start, end, values in changed_figures(look, look.asked.previous):
        yield look.finding("F6", MAJOR, start, end, "other_figure", **values)
    for start, end in changed_numbers(look, look.asked.previous):
        yield look.finding("F6", MAJOR, start, end, "other_number")
    for start, end, part in unanswered(look, look.asked.previous):
        yield look.finding("F6", MAJOR, start, end, "unanswered", part=part)


def _denials(look: Look) -> Iterator[Mark]:
    """Yield words that say a defect should not count, that Amazon erred or that somebody will sue."""
    yield from (mark for mark in look.marks.said("other_route") if mark.row == "counting")
    yield from (mark for mark in look.marks.said("amazon") if not clears_others(look, mark))
    yield from (mark for mark in look.marks.said("threat") if not is_at_others(look, mark))


def right_instrument(look: Look) -> Found:
    """F7: an argument about one claim, a relation, a document or funds has a way of its own."""
    if disputes_rate(look):
        yield look.finding("F7", BLOCKER, 0, 0, "single_claim")
    if not look.asked.is_claim_appeal:
        for start, end, kind, values in against_case.admitted(look):
            yield look.finding("F7", BLOCKER, start, end, kind, **values)
    denial = next(_denials(look), None)
    if argues(look) and denial and look.words >= limit("letter.argued"):
        yield look.finding("F7", BLOCKER, denial.start, denial.end, "counting")
        return
    for mark in look.marks.said("other_route"):
        if look.is_argument:
            yield look.finding("F7", BLOCKER, mark.start, mark.end, mark.row)
            return
    other = look.marks.said("other_notice")
    if other and not look.is_argument and not look.marks.has("rate"):
        yield look.finding("F7", INFO, other[0].start, other[0].end, "check")
