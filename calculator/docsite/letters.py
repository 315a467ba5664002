"""Letters: the pages of the texts about single defects, shown as the core gives them without a case.

Every fact is an open blank there. The text that is sent and its other language stand below each
other, both to be copied with their blanks and their first line, NOT READY TO SEND.
"""

from __future__ import annotations

from typing import Any

from calculator.docsite import blocks, words
from calculator.policy import Grade, entry
from calculator.templates import single_letter, templates

ROUTES = {
    "a_to_z_appeal": "a_to_z_appeal",
    "feedback_removal": "feedback_removal",
    "feedback_strike_through": "feedback_strike_through",
    "chargeback": "chargeback_representation",
}
"""The beginning of a text's id, and the route in the policy that says where it goes."""

FOLDER = "templates/"


def address(id_: str) -> str:
    """Return the address of a text's page.

    >>> address("a_to_z_appeal_delivered")
    'templates/a-to-z-appeal-delivered/'
    """
    return f"{FOLDER}{id_.replace('_', '-')}/"


def title(id_: str, lang: str) -> str:
    """Return the title of a text."""
    return str(single_letter(id_, lang)["title"])


def description(id_: str, lang: str) -> str:
    """Return what a text is and when it is used, for search results."""
    letter = single_letter(id_, lang)
    return f"{letter['title']} - {letter['when']}"


def facts_of(id_: str) -> list[str]:
    """Return the policy keys a page leans on: its deadline, where it goes, what it can change."""
    found = [str(key)] if (key := single_letter(id_, "en")["fact"]) else []
    route = next((route for start, route in ROUTES.items() if id_.startswith(start)), None)
    return (
        found
        if route is None
        else [*found, *(f"removal_routes.{route}.{word}" for word in ("where", "changes"))]
    )


def page(id_: str, lang: str) -> str:
    """Return everything below the title of a text's page."""
    letter = single_letter(id_, lang)
    other = "zh" if letter["text_lang"] == "en" else "en"
    keys = facts_of(id_)
    return blocks.render(
        "letter",
        lang,
        letter=letter,
        versions=[_version(letter), _version(single_letter(id_, lang, send_in=other))],
        deadline_key=letter["fact"],
        rows=[
            (key.rpartition(".")[2], key, entry(key).statement[lang]) for key in keys if key != letter["fact"]
        ],
    )


def listed(start: str, lang: str, way: str) -> str:
    """Return the texts whose id begins with `start` as a list of links.

    Args:
        start: the beginning of the ids.
        lang: the language of the page.
        way: the way from the page to the root of its language.

    Raises:
        LookupError: no text begins so.
    """
    found = [single_letter(id_, lang) for id_ in templates() if id_.startswith(start)]
    if not found:
        raise LookupError(f'No text begins with "{start}". There are: {", ".join(templates())}.')
    links = [
        (way + address(one["template"]), one["title"], one["when"], _term(one["fact"], lang)) for one in found
    ]
    return blocks.render("letters", lang, links=links)


def _version(letter: dict[str, Any]) -> dict[str, Any]:
    """Return one language of a text: its language, its first line, its runs with line ends kept."""
    warning, *parts = letter["parts"]
    return {"lang": letter["text_lang"], "warning": warning["text"].strip(), "parts": parts}


def _term(key: str | None, lang: str) -> str:
    """Return the time a text has, as words; nothing where it is published by nobody or by one voice."""
    if key is None:
        return ""
    row = next(row for row in entry(key).values if row.chosen and row.until is None)
    return words.value(lang, row) if row.grade in (Grade.OFFICIAL, Grade.SECONDARY) else ""
