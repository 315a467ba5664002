"""Route reference: every outcome of the route finder in one table, as the data of the route holds it."""

from __future__ import annotations

from markupsafe import Markup

from calculator.docsite import blocks, settings, words
from calculator.docsite.facts import held_somewhere
from calculator.docsite.page_words import PageWords
from calculator.docsite.route_pages import OUTCOMES_PAGE, anchor
from calculator.docsite.route_words import Words
from calculator.policy import entry
from calculator.route import Kind, Outcome, outcomes, steps


def table(say: Words) -> str:
    """Return a table for each kind of outcome: what it is, until when, what comes first, on what it rests."""
    parts = []
    for kind in Kind:
        rows = [_row(one, say) for one in outcomes() if one.kind is kind]
        parts += [
            f"## {say.text(f'kind.{kind.value}')} {{: #{anchor(kind.value)} }}",
            blocks.render("route_reference", say.lang, rows=rows, say=PageWords("reference_words", say.lang)),
        ]
    return "\n\n".join(parts)


def _row(one: Outcome, say: Words) -> dict[str, object]:
    return {
        "href": say.way(f"{OUTCOMES_PAGE}#{anchor(one.id)}"),
        "title": say.text(f"outcome.{one.id}.title"),
        "deadline": say.html(f"deadline.{one.deadline}"),
        "step": say.html(f"step.{one.steps[0]}", steps()[one.steps[0]]),
        "facts": [_fact(key, say) for key in one.facts],
    }


def _fact(key: str, say: Words) -> Markup:
    letter = words.LETTERS[held_somewhere(key, settings.as_of()).grade]
    return Markup('<a href="{}">{}</a> <span class="odr-fact__grade">{}</span>').format(
        say.way(f"reference/facts/#{key}"), entry(key).statement[say.lang], letter
    )
