"""Compose: the case and the assessment in, the letter out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from calculator.assess import Assessment
from calculator.case import Case
from calculator.letter import evidence, figure, lacking, layout, opening, orders, quotation
from calculator.letter.document import Letter, sentence_value
from calculator.letter.earlier import Earlier
from calculator.letter.evidence import Paper
from calculator.letter.model import Entry
from calculator.letter.parts import section
from calculator.letter.template import said
from calculator.messages import text
from calculator.plan_of_action.model import Part, Section, Source
from calculator.plan_of_action.plan import Plan, plan_of


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
    return composed(plan_of(case, assessment, as_of, lang), case, assessment, lang)


def composed(plan: Plan, case: Case, assessment: Assessment | None, lang: str) -> Letter:
    """Return the letter of a plan."""
    quoted = figure.quoted(case, assessment)
    told = quotation.told(quoted, case, assessment, plan.writing) if quoted else opening.no_figure(case, plan)
    last, found = Earlier(plan.appeal), evidence.papers(plan)
    parts, new = _parts(plan, last, found)
    found = evidence.numbered(found, parts)
    head = [opening.title(case, assessment, quoted, plan), *opening.opening(plan, last, told, quoted, new)]
    entries = [
        *head,
        *evidence.cited(parts, found),
        *evidence.listed(found, plan.writing),
        *orders.listed(plan),
    ]
    of_sentences = (one for entry in entries for one in entry.sentence.missing)
    missing = (*lacking.no_figure(quoted, case), *plan.missing, *of_sentences)
    problems = (
        *lacking.problems(plan, entries, last.problem),
        *lacking.of_figure(quoted, plan, assessment),
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
        missing=tuple(lacking.asked(missing, lang)),
        problems=(*(lacking.said(one, lang) for one in problems), *lacking.torn(plan, lang)),
        evidence_index=evidence.index(found, entries),
        affected_orders=orders.values(plan),
        figure=quotation.value(quoted, told) if quoted else None,
    )


def _parts(plan: Plan, last: Earlier, found: Sequence[Paper]) -> tuple[list[Entry], list[Section]]:
    """Return the three parts, and those that hold something new since the letters sent before."""
    causes = {row.id: row.cause for row in plan.rows}
    drafts = [one for part in Section for one in section(plan, part, last.is_new)]
    said = [sentence_value(one, causes, plan.writing.other) for one in drafts]
    last.hear(said, [next(iter(paper.file.words.values()), "") for paper in found])
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
