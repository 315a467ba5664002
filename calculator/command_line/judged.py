"""Judged: `odr review`, whose exit code says whether something holds the letter back.

What reads a letter is loaded with the first one: no other command waits for its words.
"""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any, NamedTuple

from calculator.command_line import given
from calculator.json_text import pretty

FAIL_ON = ("blocker", "major", "minor")
"""Levels a caller may stop at, the heaviest first."""


class Judged(NamedTuple):
    """What a command writes, and whether its exit code is to say that something is wrong."""

    text: str
    fails: bool


def review(options: Namespace) -> Judged:
    """Return what a letter lacks or risks.

    Raises:
        RequestError: an issue nobody knows, or no case.
        ReportError: the letter cannot be read.
    """
    from calculator.review.case import asked_of, issues_named
    from calculator.review.document import review_document
    from calculator.review.model import Asked

    asked = asked_of(*given.case_with_files(options), given.as_of(options)) if options.case else Asked()
    issues = issues_named(options.issues) if options.issues else asked.issues
    previous = given.text(options.previous) if options.previous else asked.previous
    letter = given.text(options.letter)
    found = review_document(letter, replace(asked, issues=issues, previous=previous), options.lang)
    return Judged(_written(found, options), fails(found, options.fail_on))


def fails(document: dict[str, Any], level: str) -> bool:
    """Return whether a review found something of a level or heavier."""
    heavy = FAIL_ON[: FAIL_ON.index(level) + 1]
    return any(document["counts"][one] for one in heavy)


def _written(found: dict[str, Any], options: Namespace) -> str:
    if options.sarif:
        from calculator.review.sarif import sarif

        return pretty(sarif(found, options.letter.name, options.lang))
    from calculator.review.plain import review_text

    return pretty(found) if options.json else review_text(found, options.lang, everything=options.all)
