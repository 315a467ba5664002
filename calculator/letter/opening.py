"""Opening: which account and which rate, the day, and in a later round what the letter follows."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.assess import Assessment
from calculator.case import Case
from calculator.case.appeal import Round
from calculator.case.appeal_place import joined
from calculator.case.figures import Figure
from calculator.letter import figure as figure_of
from calculator.letter.earlier import Earlier
from calculator.letter.figure import Quoted
from calculator.letter.model import Entry, Kind, Place
from calculator.letter.quotation import fulfillment_words
from calculator.letter.template import known, past_day, said
from calculator.messages import LANGUAGES, text
from calculator.orders import Fulfillment
from calculator.plan_of_action.answers import written
from calculator.plan_of_action.model import ENGLISH, Section, Sentence, Source
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.refunds import in_all
from calculator.plan_of_action.sentences import asked
from calculator.stores import of_code


def title(case: Case, assessment: Assessment | None, quoted: Quoted | None, plan: Plan) -> Entry:
    """Return the one line that says what the letter is about."""
    who = quoted.fulfillment if quoted else Fulfillment.MFN
    answers = {"fulfillment": known("fulfillment", fulfillment_words(who), Source.TEMPLATE, "")}
    store = of_code(case.store) or (assessment.store if assessment else None)
    if store:
        source = Source.SELLER if of_code(case.store) else Source.ASSESSMENT
        answers["store"] = known("store", store, source, "store")
    key = "letter.heading.title_store" if store else "letter.heading.title"
    return Entry(place=Place.OPENING, kind=Kind.HEADING, sentence=said(key, plan.writing, answers))


def opening(
    plan: Plan, last: Earlier, figure: Sentence, quoted: Quoted | None, new: list[Section]
) -> Iterator[Entry]:
    """Yield the entries before the root cause."""
    if plan.writing.letter_day:
        day = known("letter_day", written(plan.writing.letter_day), Source.SELLER, "appeal.letter_day")
        yield _paragraph(said("letter.opening.day", plan.writing, {"letter_day": day}))
    if last.round:
        yield _paragraph(_again(last.round, new, plan))
    yield _paragraph(figure)
    if last.round and quoted:
        yield from _changed(last.round, last.figure, quoted, plan)


def no_figure(case: Case, plan: Plan) -> Sentence:
    """Return the blank where Amazon's figure would stand."""
    return asked("figure.none", in_all("letter.figure.none"), [figure_of.asked_for(case)], plan.writing)


def _again(last: Round, new: list[Section], plan: Plan) -> Sentence:
    place = joined("appeal", "rounds", last.id)
    answers = {"sent_on": past_day("sent_on", last.sent_on, f"{place}.sent_on", plan.writing, "sent_on")}
    key = "letter.opening.again_no_reply"
    if last.reply_on.strip() or last.reply.strip():
        key = "letter.opening.again"
        answers["reply_on"] = past_day(
            "reply_on", last.reply_on, f"{place}.reply_on", plan.writing, "reply_on"
        )
    if new:
        answers["where"] = known("where", _named(new), Source.TEMPLATE, "")
    return said(f"{key}_new" if new else key, plan.writing, answers)


def _named(new: list[Section]) -> dict[str, str]:
    """Return the names of parts in a row, in both languages."""
    return {
        lang: text(lang, "letter.opening.and").join(
            _lower(text(lang, f"letter.heading.{part}"), lang) for part in new
        )
        for lang in LANGUAGES
    }


def _changed(last: Round, held: Figure | None, quoted: Quoted, plan: Plan) -> Iterator[Entry]:
    """Yield how the figure differs from the one quoted in the last letter."""
    if held is None or (held.orders, held.orders_with_defects) == (
        quoted.orders,
        quoted.orders_with_defects,
    ):
        return
    place = joined("appeal", "rounds", last.id)
    answers = {
        "sent_on": past_day("sent_on", last.sent_on, f"{place}.sent_on", plan.writing, "sent_on"),
        "orders": known("orders", f"{held.orders:,}", Source.SELLER, f"{place}.figure.orders"),
        "defects": known(
            "defects", f"{held.orders_with_defects:,}", Source.SELLER, f"{place}.figure.orders_with_defects"
        ),
    }
    yield _paragraph(said("letter.opening.figure_changed", plan.writing, answers))


def _lower(words: str, lang: str) -> str:
    return words[:1].lower() + words[1:] if lang == ENGLISH else words


def _paragraph(sentence: Sentence) -> Entry:
    return Entry(place=Place.OPENING, kind=Kind.PARAGRAPH, sentence=sentence)
