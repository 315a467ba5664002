"""Licence pages: the parts of the site as tables, with the way to each notice."""

from __future__ import annotations

from calculator.docsite import blocks, licences
from calculator.docsite.languages import language, way_to_root

GROUPS = {"theme": licences.THEME, "python": "pyodide", "reader": "python-calamine"}
"""Packages that have a table of their own, with what is inside them."""

SHOWN = 12
"""So many letters of a hash stand in a table; the list holds all."""


def table(group: str, lang: str, page_url: str) -> str:
    """Return the parts of one group: `shell`, `theme`, `python`, `reader`, or `building`."""
    folder = way(lang, page_url)
    rows = [
        {
            "name": one.name,
            "version": one.version,
            "licence": one.licence,
            "text": folder + one.file if one.file else "",
            "pinned": short(one.pinned),
        }
        for one in parts(group)
    ]
    return blocks.render("licences", lang, rows=rows, has_texts=group != "building")


def parts(group: str) -> list[licences.Part]:
    """Return the parts of one group, the package before what is inside it."""
    if group == "building":
        return list(licences.building())
    return [one for one in licences.shipped() if group_of(one) == group]


def group_of(part: licences.Part) -> str:
    """Return the table a shipped part stands in: that of its package, else `shell`."""
    package = part.inside.partition(" ")[0] or part.name
    return next((group for group, name in GROUPS.items() if name == package), "shell")


def way(lang: str, page_url: str) -> str:
    """Return the way from a page to the folder of the notices."""
    return f"{way_to_root(language(lang).folder + page_url)}{licences.FOLDER}/"


def short(pinned: str) -> str:
    """Return the beginning of a hash, with its kind.

    >>> short("sha256:0123456789abcdef"), short("")
    ('sha256:0123456789ab', '')
    """
    kind = "sha256:" if pinned.startswith("sha256:") else "sha512-" if pinned else ""
    return kind + pinned.removeprefix(kind)[:SHOWN]
