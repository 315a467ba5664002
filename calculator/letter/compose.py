"""Compose: the case and the assessment in, the letter out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.case import Case
from calculator.letter import evidence, figure, layout, opening, orders
from calculator.letter.document import Letter
from calculator.letter.earlier import LastRound
from calculator.letter.model import Entry
from calculator.letter.parts import section
from calculator.letter.template import said
from calculator.messages import text
from calculator.plan_of_action.model import Missing, Part, Problem, Section, Source
from calculator.plan_of_action.plan import Plan, plan_of
from calculator.plan_of_action.refunds import in_all
from calculator.plan_of_action.sentences import said as in_language
from calculator.plan_of_action.walk import Found


def compose(case: Case, assessment: Assessment | None, lang: str, as_of: date) -> Letter:
    """Return the letter of a case.

    Args:
        case: what was typed.
        assessment: the defects of files and our own figure, None where none could be assessed.
        lang: language of the reader: questions and complaints; the letter's own is `appeal.language`.
        as_of: today.

    Raises:
        RequestError: the case holds a value where another kind is needed.
    """
    return composed(plan_of(case, assessment, as_of), case, assessment, lang)


def composed(plan: Plan, case: Case, assessment: Assessment | None, lang: str) -> Letter:
    """Return the letter of a plan."""
    quoted = figure.quoted(case, assessment)
    told = figure.told(quoted, case, assessment, plan.writing) if quoted else opening.no_figure(case, plan)
    last = LastRound(plan.appeal)
    parts, new = _parts(plan, last)
    found = evidence.papers(plan)
    head = [opening.title(case, assessment, quoted, plan), *opening.opening(plan, last, told, quoted, new)]
    entries = [
        *head,
        *evidence.cited(parts, found),
        *evidence.listed(found, plan.writing),
        *orders.listed(plan),
    ]
    sentences = [one.sentence for one in entries]
    missing = (*_no_figure(quoted, case), *plan.missing, *(one for held in sentences for one in held.missing))
    problems = (
        *plan.problems,
        *(one for held in sentences for one in held.problems),
        *_of_the_whole(plan, is_again=last.has_text and not new),
    )
    is_open = any(one.sentence.blanks for one in entries)
    ready = not (
        missing
        or is_open
        or any(one.blocks for one in problems)
        or any(one.kind.blocks for one in plan.orphans)
    )
    first_line = None if ready else text(plan.writing.language, "letter.not_ready")
    language = plan.writing.language
    figure_entry = next(one for one in head if one.sentence is told)
    boxes = layout.boxes(entries, first_line, figure_entry)
    return Letter(
        ready=ready,
        language=language,
        reading_language=plan.writing.other,
        text=layout.text_of(entries, first_line),
        first_line=first_line,
        entries=tuple(entries),
        causes={row.id: row.cause for row in plan.rows},
        boxes=boxes,
        box_lengths={name: layout.counts(words, language) for name, words in boxes.items()},
        lengths=layout.lengths(entries, first_line, language),
        missing=tuple(_asked(missing, lang)),
        problems=(*(_said(one, lang) for one in _once(problems)), *_torn(plan, lang)),
        evidence_index=evidence.index(found, entries),
        affected_orders=orders.values(plan),
        figure=figure.value(quoted, told) if quoted else None,
    )


def _parts(plan: Plan, last: LastRound) -> tuple[list[Entry], list[Section]]:
    """Return the three parts, and those that hold something new since the last letter."""
    entries, new = [], []
    for part in last.order():
        held = section(plan, part, last.is_new)
        fresh = [one for one in held if one.line and last.is_new(one.sentence)]
        if fresh:
            new.append(part)
        entries += [_marked(one, plan) if one in fresh else one for one in held]
    return entries, new


def _marked(entry: Entry, plan: Plan) -> Entry:
    """Return an entry marked as new."""
    mark = said("letter.opening.mark", plan.writing)
    sentence = entry.sentence
    parts = (*sentence.parts, Part(text=mark.text, source=Source.TEMPLATE))
    reading = None if sentence.reading is None else sentence.reading + (mark.reading or "")
    return replace(entry, sentence=replace(sentence, parts=parts, reading=reading))


def _no_figure(quoted: object, case: Case) -> Iterator[Missing]:
    if quoted is None:
        question = in_all("plan_of_action.ask.figure")
        yield Missing(field=figure.asked_for(case), kind="count", question=question)


def _once(problems: Sequence[Problem]) -> Iterator[Problem]:
    seen = set()
    for one in problems:
        if (one.field, one.code) not in seen:
            seen.add((one.field, one.code))
            yield one


def _of_the_whole(plan: Plan, *, is_again: bool) -> Iterator[Problem]:
    """Yield what is wrong with the letter as a whole."""
    if not plan.told:
        yield Problem(field="appeal.causes", code="nothing_to_write")
    if plan.told and is_again:
        yield Problem(field="appeal.rounds", code="identical")
    if any(row.walk.found is Found.PROFESSIONAL for row in plan.rows):
        yield Problem(field="appeal.causes", code="professional", blocks=False)


def _asked(missing: Sequence[Missing], lang: str) -> Iterator[dict[str, Any]]:
    seen = set()
    for one in missing:
        if one.field not in seen:
            seen.add(one.field)
            yield {"field": one.field, "kind": one.kind, "question": in_language(one.question, lang)}


def _said(one: Problem, lang: str) -> dict[str, Any]:
    message = text(lang, f"plan_of_action.problem.{one.code}", **one.values)
    return {
        "field": one.field,
        "code": one.code,
        "message": message,
        "offer": one.offer,
        "blocks": one.blocks,
    }


def _torn(plan: Plan, lang: str) -> Iterator[dict[str, Any]]:
    """Yield the orphans of the grid as problems of the letter."""
    for one in plan.orphans:
        message = text(
            lang, f"plan_of_action.orphan.{one.kind}", cause=text(lang, f"causes.names.{one.cause}")
        )
        yield {
            "field": one.field,
            "code": one.kind.value,
            "message": message,
            "offer": None,
            "blocks": one.kind.blocks,
        }
