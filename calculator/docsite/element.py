"""The calculator's element on its page: where its files are, in which language it speaks."""

from __future__ import annotations

from calculator.docsite import blocks, bundle
from calculator.docsite.languages import language, relative, way_to_root

PAGES = {"facts": "reference/facts/", "clock": "start/claim-clock/", "templates": "templates/"}
"""What the element leads to: the page of facts, and what answers where the program cannot run."""


def calculator(lang: str, page_url: str) -> str:
    """Return the element and its script, or nothing in a build without the web files."""
    script = bundle.asset("calculator.js")
    if script is None:
        return ""
    to_root = way_to_root(language(lang).folder + page_url)
    style = bundle.asset("calculator.css")
    ways = {name: relative(page_url, page) for name, page in PAGES.items()}
    return blocks.render("calculator", lang, script=to_root + script, style=f"{to_root}{style}", ways=ways)
