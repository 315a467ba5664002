"""Seeds: what the four pages this project began with had, and where it lives in the handbook.

Every row names its pages; the link test of the site holds each of them to exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from calculator import tables
from calculator.docsite import blocks, cited, myths, page_titles
from calculator.docsite.languages import relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing a seed had: what it was, what became of it, and where that is."""

    n: int
    page: str
    had: dict[str, str]
    became: dict[str, str]
    where: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    """Return every row in order."""
    held = tables.read("calculator.docsite", "seeds")["rows"]
    return tuple(Row(**{**row, "where": tuple(row["where"])}) for row in held)


def table(page: str, lang: str, page_url: str) -> str:
    """Return the rows of one seed, with credit."""
    told = [
        {
            "n": row.n,
            "had": row.had[lang],
            "became": row.became[lang],
            "where": [
                (relative(page_url, cited.address(one)), page_titles.title(one, lang)) for one in row.where
            ],
        }
        for row in rows()
        if row.page == page
    ]
    credit = myths.credit(myths.sources()[page], lang)
    labels = {name: myths.said(lang, name) for name in ("said", "became")}
    return blocks.render("seeds", lang, rows=told, credit=credit, labels=labels)
