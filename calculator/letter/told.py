"""Told: a letter as a person reads it in a terminal, with what is still open below."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.letter.document import Letter
from calculator.messages import text

_FORMS = ("notice", "odr_page")
_ROWS = ("defects", "marks", "causes", "actions", "prevention", "evidence", "rounds")


def letter_text(letter: Letter, lang: str) -> str:
    """Return the text, and behind it each open question and complaint with its place."""
    asked = [(one["field"], one["question"]) for one in letter.missing]
    wrong = [(one["field"], one["message"]) for one in letter.problems]
    if not (asked or wrong):
        return letter.text
    lines = "".join(
        f"- {text(lang, 'letter.still_open_line', place=place(field, lang), words=words)}\n"
        for field, words in (*asked, *wrong)
    )
    return f"{letter.text}\n---\n{text(lang, 'letter.still_open')}\n{lines}"


def place(field: str, lang: str) -> str:
    """Return the place of a field in words.

    >>> place("appeal.causes.c1.actions.a2.answers.on", "en")
    'cause c1, action a2'
    """
    found = list(_places(field.split("."), lang))
    return text(lang, "letter.place.and").join(found) or text(lang, "letter.place.appeal")


def _places(parts: list[str], lang: str) -> Iterator[str]:
    for name, id_ in zip(parts, (*parts[1:], ""), strict=True):
        if name in _FORMS:
            yield text(lang, f"letter.place.{name}")
        elif name in _ROWS and id_:
            yield text(lang, f"letter.place.{name}", id=id_.replace("~1", ".").replace("~0", "~"))
