"""Letters: the pages of the texts with blanks, shown as the core gives them without a case.

Every fact is an open blank there. The text that is sent and its other language stand below each
other, both to be copied with their blanks and their first line, NOT READY TO SEND. A script fills
the blanks in place; it supplies nothing and keeps nothing.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from markupsafe import Markup

from calculator.docsite import blocks, words
from calculator.docsite.letter_form import Group, form, groups_of
from calculator.messages import text
from calculator.policy import Grade, entry
from calculator.templates import single_letter, templates

FOLDER = "templates/"
MONTHS = range(1, 13)
ROUTE = (".where", ".changes")
"""Facts that say where a text goes; the others stand on their cards at the foot of the page."""
SAID = ("left", "filled", "future", "chinese")
"""What the script says about blanks, under `guide.letter`."""


def address(id_: str) -> str:
    """Return the address of a text's page.

    >>> address("a_to_z_appeal_delivered"), address("plans/one_cause")
    ('templates/a-to-z-appeal-delivered/', 'templates/plans/one-cause/')
    """
    return f"{FOLDER}{id_.replace('_', '-')}/"


@cache
def shown(id_: str, lang: str) -> dict[str, Any]:
    """Return a text as nobody has filled it."""
    return single_letter(id_, lang)


def title(id_: str, lang: str) -> str:
    """Return the title of a text."""
    return str(shown(id_, lang)["title"])


def description(id_: str, lang: str) -> str:
    """Return what a text is and when it is used, for search results."""
    letter = shown(id_, lang)
    return f"{letter['title']} - {letter['when']}"


def facts_of(id_: str) -> list[str]:
    """Return the policy keys a text rests on."""
    return list(shown(id_, "en")["facts"])


def page(id_: str, lang: str, note: str | Markup = "") -> str:
    """Return everything below the title of a text's page."""
    letter = shown(id_, lang)
    other = "zh" if letter["text_lang"] == "en" else "en"
    both = [letter, single_letter(id_, lang, send_in=other)]
    return layout(letter, both, groups_of(*both), lang, note)


def layout(
    letter: dict[str, Any], both: list[dict[str, Any]], groups: list[Group], lang: str, note: str | Markup
) -> str:
    """Return a page of a text: when to use it, both languages, the form, what it rests on.

    Args:
        letter: the text as the reader's language tells it.
        both: the text to send and its other language.
        groups: the blanks as the form shows them.
        lang: the language of the page.
        note: a sentence above the text.
    """
    return blocks.render(
        "letter",
        lang,
        letter=letter,
        versions=[_version(one) for one in both],
        form=Markup(form(groups, lang)),  # noqa: S704 - rendered and escaped by a block
        words={name: words.guide(lang, f"letter.{name}", n="{n}") for name in SAID},
        note=note,
        tools=lambda *args: _tools(lang, *args),
        runs=lambda warning, parts: _runs(lang, warning, parts),
        deadline_key=letter["fact"],
        checked_on=words.day(lang, _day(letter["checked_on"])),
        rows=[(key, entry(key).statement[lang]) for key in letter["facts"] if key.endswith(ROUTE)],
    )


def listed(start: str, lang: str, way: str) -> str:
    """Return the texts about single defects whose id begins with `start` as a list of links.

    Raises:
        LookupError: no text begins so.
    """
    found = [id_ for id_ in templates() if id_.startswith(start)]
    if not found:
        raise LookupError(f'No text begins with "{start}". There are: {", ".join(templates())}.')
    return links(found, lang, way)


def links(ids: list[str] | tuple[str, ...], lang: str, way: str) -> str:
    """Return texts as a list of links with their time and when they are used.

    Args:
        ids: the texts.
        lang: the language of the page.
        way: the way from the page to the root of its language.
    """
    found = [shown(id_, lang) for id_ in ids]
    rows = [
        (way + address(one["template"]), one["title"], one["when"], _term(one["fact"], lang)) for one in found
    ]
    return blocks.render("letters", lang, links=rows)


def _version(letter: dict[str, Any]) -> dict[str, Any]:
    """Return one language of a text: its runs with line ends kept, its boxes, how it writes a day."""
    sent = letter["text_lang"]
    warning, parts = _split(letter["parts"])
    name = letter["template"].replace("/", "-").replace("_", "-")
    return {
        "lang": sent,
        "warning": warning,
        "look_again": text(sent, "letters.look_again"),
        "parts": parts,
        "file": f"{name}-{'en' if sent == 'en' else 'zh'}.txt",
        "day": text(sent, "letters.day", year="{year}", month="{month}", day="{day}"),
        "months": "|".join(text(sent, f"letters.months.m{month}") for month in MONTHS),
        "boxes": [
            {"name": name, **dict(zip(("warning", "parts"), _split(box["parts"]), strict=True))}
            for name, box in letter["boxes"].items()
        ],
    }


def _split(parts: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Return the first line of a text and the rest; a text without a blank has no first line."""
    if not any("blank" in part for part in parts):
        return "", parts
    return parts[0]["text"].strip(), parts[1:]


def _runs(lang: str, warning: str, parts: list[dict[str, Any]]) -> Markup:
    return Markup(blocks.render("letter_runs", lang, warning=warning, parts=parts))  # noqa: S704 - a block


def _tools(lang: str, target: str, file: str, what: str) -> Markup:
    return Markup(blocks.render("letter_tools", lang, target=target, file=file, what=what))  # noqa: S704


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _term(key: str | None, lang: str) -> str:
    """Return the time a text has, as words; nothing where it is published by nobody or by one voice."""
    if key is None:
        return ""
    row = next(row for row in entry(key).values if row.chosen and row.until is None)
    return words.value(lang, row) if row.grade in (Grade.OFFICIAL, Grade.SECONDARY) else ""
