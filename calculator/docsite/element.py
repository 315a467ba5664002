"""The elements on their pages, calculator, appeal desk, letter check: their files, what they lead to."""

from __future__ import annotations

import json
from collections.abc import Mapping

from calculator import messages
from calculator.docsite import blocks, bundle, offline
from calculator.docsite.languages import language, relative, way_to_root
from calculator.docsite.route_words import PLACES

PAGES = {
    "facts": "reference/facts/",
    "clock": "start/claim-clock/",
    "templates": "templates/",
    "appeal": "appeal-desk/",
    "rules": "reference/review-rules/",
}
"""What the element leads to: the page of facts, and what answers where the program cannot run."""


KNOWN = "known_answers."
"""Where the words of the known answers stand among the site's; the page fills their places."""


def calculator(lang: str, page_url: str) -> str:
    """Return the element and its script, or nothing in a build without the web files."""
    return _element("calculator", lang, page_url, PAGES)


def appeal_desk(lang: str, page_url: str) -> str:
    """Return the appeal desk's element and its script, with the pages a route leads to."""
    return _element("appeal", lang, page_url, {**PAGES, **PLACES})


def letter_check(lang: str, page_url: str) -> str:
    """Return the element that reads a letter, and its script."""
    return _element("letter-check", lang, page_url, PAGES)


def known_answers(lang: str, page_url: str) -> str:
    """Return the panel that puts the known answers to the program, or nothing without the web files."""
    script = bundle.asset("known-answers.js")
    if script is None:
        return ""
    to_root = way_to_root(language(lang).folder + page_url)
    style, program = bundle.asset("known-answers.css"), offline.program()["bytes"]
    said = messages.catalogue(lang, "site").items()
    known = {key.removeprefix(KNOWN): text for key, text in said if key.startswith(KNOWN)}
    return blocks.render(
        "known_answers",
        lang,
        script=to_root + script,
        style=f"{to_root}{style}",
        words=json.dumps(known, ensure_ascii=False),
        size=f"{int(str(program)) / 1e6:.1f}",
    )


def _element(name: str, lang: str, page_url: str, pages: Mapping[str, str]) -> str:
    script = bundle.asset(f"{name}.js")
    if script is None:
        return ""
    to_root = way_to_root(language(lang).folder + page_url)
    style = bundle.asset(f"{name}.css")
    ways = {place: relative(page_url, page) for place, page in pages.items()}
    texts = bundle.asset(f"messages-{lang}.json")
    return blocks.render(
        "calculator",
        lang,
        tag=name,
        script=to_root + script,
        style=f"{to_root}{style}",
        texts=f"{to_root}{texts}",
        ways=ways,
    )
