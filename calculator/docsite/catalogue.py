"""Catalogue: where each text with blanks stands - on its shelf, for a notice, for a cause.

The words are in `appeal_templates/catalogue.toml`; what a text is, it says itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from calculator import tables
from calculator.docsite import blocks, cause_pages, letters, words
from calculator.messages import text
from calculator.route import Kind, outcomes

PACKAGE, NAME = "appeal_templates", "catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Texts with one purpose; `part` is the heading of the menu they stand under."""

    id: str
    part: str
    title: dict[str, str]
    lead: dict[str, str]
    texts: tuple[str, ...]


def table() -> dict[str, Any]:
    """Return the catalogue as it is written."""
    return tables.read(PACKAGE, NAME)


@cache
def shelves() -> tuple[Shelf, ...]:
    """Return the shelves in order."""
    return tuple(Shelf(**{**one, "texts": tuple(one["texts"])}) for one in table()["shelves"])


def everything() -> tuple[str, ...]:
    """Return every text of the catalogue."""
    return tuple(id_ for one in shelves() for id_ in one.texts)


def all_shelves(lang: str, way: str, part: str) -> str:
    """Return the shelves of one part, each under a Markdown heading of its own."""
    found = [one for one in shelves() if one.part == part]
    return "\n\n".join(
        f"## {one.title[lang]} {{: #{one.id} }}\n\n{one.lead[lang]}\n\n{letters.links(one.texts, lang, way)}"
        for one in found
    )


def by_notice(lang: str, way: str) -> str:
    """Return each notice about this rate with the texts for it."""
    named = table()["notices"]
    rows = [
        {
            "href": f"{way}start/outcomes/#{one.id.replace('_', '-')}",
            "title": text(lang, f"route.outcome.{one.id}.title"),
            "texts": _links(named.get(one.id, ()), lang, way),
        }
        for one in outcomes()
        if one.kind is Kind.RATE
    ]
    return blocks.render("catalogue", lang, head=words.guide(lang, "catalogue.notice"), rows=rows)


def by_cause(lang: str, way: str) -> str:
    """Return each cause with its blocks and the texts for it."""
    held = cause_pages.by_cause()
    rows = [
        {
            "href": f"{way}{cause_pages.FOLDER}#{cause.replace('_', '-')}" if cause in held else "",
            "title": cause_pages.name_of(cause, lang),
            "texts": _links(ids, lang, way),
        }
        for cause, ids in table()["causes"].items()
    ]
    return blocks.render("catalogue", lang, head=words.guide(lang, "catalogue.cause"), rows=rows)


def _links(ids: list[str], lang: str, way: str) -> list[tuple[str, str]]:
    return [(way + letters.address(id_), letters.title(id_, lang)) for id_ in ids]
