"""The route on pages: the stepper of the first hour, every outcome in full, the route as one table.

Everything is made from the data of `calculator.route`. Without script all questions are open and
every answer is a link; the script `route.js` reads the same links and shows one question at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from calculator.docsite import blocks, settings, words
from calculator.docsite.facts import held_somewhere
from calculator.docsite.route_words import Words
from calculator.policy import entry
from calculator.route import Answer, Kind, Outcome, Question, outcomes, questions, steps

OUTCOMES_PAGE = "start/outcomes/"
NOTES = ("deadline", "language")


def anchor(id_: str) -> str:
    """Return the anchor of an outcome: `mfn_off` stands at `#mfn-off`."""
    return id_.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where an answer leads: a question or an outcome, and the earlier answer it depends on."""

    href: str
    title: str
    next: str
    outcome: str
    when: str
    because: str


def stepper(say: Words) -> str:
    """Return the five questions, every outcome hidden behind them, and the notes."""
    rows = [(number, one, _answers(one, say)) for number, one in enumerate(questions(), 1)]
    shown = [(one, _parts(one, say)) for one in outcomes()]
    numbers = {one.id: number for number, one, _ in rows}
    return blocks.render(
        "route", say.lang, say=say, rows=rows, numbers=numbers, shown=shown, notes=_notes(say)
    )


def all_outcomes(say: Words) -> str:
    """Return every outcome under a Markdown heading of its own, grouped by kind."""
    parts: list[str] = []
    for one in outcomes():
        parts.append(f"## {say.text(f'outcome.{one.id}.title')} {{: #{anchor(one.id)} }}")
        body = blocks.render("outcome", say.lang, say=say, one=one, parts=_parts(one, say), heading="h3")
        parts.append(f'<div class="odr-outcome odr-outcome--{one.kind.value}">\n{body}\n</div>')
    return "\n\n".join(parts)


def index(say: Words) -> str:
    """Return every outcome as a link, grouped by kind."""
    groups = [(kind, [one for one in outcomes() if one.kind is kind]) for kind in Kind]
    return blocks.render("outcome_index", say.lang, say=say, groups=groups, anchor=anchor)


def notes(say: Words, question: str) -> str:
    """Return the notes on the deadline or on the language, one for each answer."""
    found = [row for row in _notes(say) if row[0] == question]
    return blocks.render("route_notes", say.lang, say=say, notes=found)


def table(say: Words) -> str:
    """Return the whole route as a table: question, answer, where it leads."""
    rows = [
        (number, question, answer, goals)
        for number, question in enumerate(questions(), 1)
        for answer, goals in _answers(question, say)
    ]
    return blocks.render("route_table", say.lang, say=say, rows=rows)


def _answers(question: Question, say: Words) -> list[tuple[Answer, list[Goal]]]:
    return [(answer, _goals(question, answer, say)) for answer in question.answers]


def _goals(question: Question, answer: Answer, say: Words) -> list[Goal]:
    if question.id in NOTES:
        href = say.way(f"{OUTCOMES_PAGE}#note-{question.id}-{answer.id}")
        return [_goal(href, say.text("route.notes"), answer)]
    if not answer.outcomes:
        number = [one.id for one in questions()].index(answer.next) + 1
        title = say.text("route.to_question", n=number, title=say.text(f"question.{answer.next}.title"))
        return [_goal(say.way(f"start/first-hour/#question-{answer.next}"), title, answer)]
    return [_to_outcome(answer, when, outcome, say) for when, outcome in answer.outcomes.items()]


def _to_outcome(answer: Answer, when: str, outcome: str, say: Words) -> Goal:
    because = say.text(f"answer.{answer.by}.{when}") if when else ""
    href = say.way(f"{OUTCOMES_PAGE}#{anchor(outcome)}")
    return _goal(href, say.text(f"outcome.{outcome}.title"), answer, outcome, when, because)


def _goal(
    href: str, title: str, answer: Answer, outcome: str = "", when: str = "", because: str = ""
) -> Goal:
    return Goal(href=href, title=title, next=answer.next, outcome=outcome, when=when, because=because)


def _parts(one: Outcome, say: Words) -> dict[str, object]:
    """Return the parts of an outcome in words."""
    return {
        "what": say.html(f"outcome.{one.id}.what"),
        "deadline": say.html(f"deadline.{one.deadline}"),
        "steps": [say.html(f"step.{step}", steps()[step]) for step in one.steps],
        "never": [say.html(f"never.{name}") for name in one.never],
        "facts": [_fact(key, say) for key in one.facts],
    }


def _fact(key: str, say: Words) -> Markup:
    letter = words.LETTERS[held_somewhere(key, settings.as_of()).grade]
    address = say.way(f"reference/facts/#{key}")
    return Markup('<a href="{}">{}</a> <span class="odr-fact__grade">{}</span>').format(
        address, entry(key).statement[say.lang], letter
    )


def _notes(say: Words) -> list[tuple[str, str, Markup]]:
    return [
        (question.id, answer.id, say.html(f"note.{question.id}.{answer.id}"))
        for question in questions()
        if question.id in NOTES
        for answer in question.answers
    ]
