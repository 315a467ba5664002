"""Refunds: who gave the buyer the money back, order by order, asked before anything is written.

In a granted claim Amazon has taken the refund from the seller's account; a seller who refunds again pays
twice. So each undisputed order is asked about, and the sentence names who paid and on which day.

Worse mistake: a second refund, or a refund that nobody made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calculator import display
from calculator.defects import DefectType
from calculator.messages import LANGUAGES, text
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.answers import Answer, answered, written
from calculator.plan_of_action.blocks import Slot
from calculator.plan_of_action.line import Line, Standing
from calculator.plan_of_action.model import Missing, Problem, Section, Source, Writing
from calculator.plan_of_action.sentences import asked, filled

_TOLD = ("amazon", "seller")


def in_all(key: str, **values: str) -> dict[str, str]:
    """Return a message in every language."""
    return {lang: text(lang, key, **values) for lang in LANGUAGES}


def order_slot(place: str, one: Affected) -> Answer:
    """Return the order of a defect as a letter names it: by its whole id, else by its day, else open."""
    slot = _slot("order", "words")
    if one.order_id:
        words: Mapping[str, str] = {
            lang: text(lang, "letter.order_by_id", order=one.order_id) for lang in LANGUAGES
        }
        return Answer(slot=slot, field=f"{place}.order_id", words=words, source=_source(one))
    if one.order_date:
        days = written(one.order_date)
        words = {lang: text(lang, "letter.order_by_day", day=days[lang]) for lang in LANGUAGES}
        return Answer(slot=slot, field=f"{place}.order_date", words=words, source=_source(one))
    return Answer(slot=slot, field=f"{place}.order_id", words={})


def refunds(defects: Sequence[Affected], row: str, writing: Writing) -> tuple[Line, ...]:
    """Return one line for each order of a row's undisputed defects."""
    by_order: dict[str, list[Affected]] = {}
    for one in defects:
        by_order.setdefault(one.name, []).append(one)
    return tuple(_line(ones, row, writing) for ones in by_order.values())


def _line(ones: Sequence[Affected], row: str, writing: Writing) -> Line:
    said = {one.mark.refunded_by for one in ones if one.mark.refunded_by}
    by = next(iter(sorted(said)), "")
    one = next((one for one in ones if one.mark.refunded_by == by), ones[0])
    if len(said) > 1:
        problem = Problem(field=f"{one.place}.refunded_by", code="refunds_differ")
        return _silent(one, Standing.OPEN, problems=(problem,))
    if by == "nobody":
        return _silent(one, Standing.OUT)
    if by not in _TOLD:
        key = "refund_not_known" if by == "not_known" else "refund"
        question = in_all(f"plan_of_action.ask.{key}", order=shown(one))
        missing = Missing(field=f"{one.place}.refunded_by", kind="choice", question=question)
        return _silent(one, Standing.OPEN, missing=(missing,))
    return _told(one, way_of(ones, by), row, writing)


def way_of(ones: Sequence[Affected], by: str) -> str:
    """Return how the buyer got the money back; by a chargeback alone the card's bank took it."""
    is_chargeback = {one.type for one in ones} == {DefectType.CHARGEBACK}
    return "chargeback" if by == "amazon" and is_chargeback else by


def _told(one: Affected, by: str, row: str, writing: Writing) -> Line:
    place = f"{one.place}.refunded_on"
    on = answered(_slot("refunded_on", "past_day"), one.mark.refunded_on, "", place, writing)
    if on.day and one.order_date and on.day < one.order_date:
        problem = Problem(field=place, code="refund_before_order", values={"day": on.day.isoformat()})
        on = Answer(slot=on.slot, field=place, words={}, problem=problem)
    order = order_slot(one.place, one)
    frame = f"refund_by_{by}"
    answers = {"order": order, "refunded_on": on}
    open_ = [one for one in answers.values() if one.is_open]
    sentence = (
        asked(frame, in_all("plan_of_action.ask.refunded_on", order=_whole(one)), [place], writing, row)
        if on.is_open
        else filled(frame, in_all(f"letter.{frame}"), answers, writing, row)
    )
    return Line(
        id=one.key,
        place=place,
        section=Section.ACTIONS_TAKEN,
        standing=Standing.OPEN if open_ else Standing.DONE,
        sentence=sentence,
        missing=tuple(
            Missing(field=one.field, kind=one.slot.kind, question=one.slot.label)
            for one in open_
            if not one.problem
        ),
        problems=(on.problem,) if on.problem else (),
    )


def _silent(
    one: Affected,
    standing: Standing,
    missing: tuple[Missing, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> Line:
    return Line(
        id=one.key,
        place=f"{one.place}.refunded_by",
        section=Section.ACTIONS_TAKEN,
        standing=standing,
        missing=missing,
        problems=problems,
    )


def _slot(name: str, kind: str) -> Slot:
    label = in_all(f"plan_of_action.slot.{name}")
    return Slot(name=name, kind=kind, label=label, where={}, example={})


def _source(one: Affected) -> Source:
    return Source.SELLER if one.place.startswith("defects.") else Source.ASSESSMENT


def shown(one: Affected) -> str:
    """Return what a question calls an order: its id masked, its day, or the key of the row."""
    return display.masked(_whole(one))


def _whole(one: Affected) -> str:
    return one.order_id or (one.order_date.isoformat() if one.order_date else one.key)
