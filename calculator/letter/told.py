"""Told: a letter as a person reads it in a terminal, with what is still open below."""

from __future__ import annotations

from calculator.letter.document import Letter
from calculator.messages import text


def letter_text(letter: Letter, lang: str) -> str:
    """Return the text, and behind it each open question and complaint with its field."""
    asked = [f"{one['question']} ({one['field']})" for one in letter.missing]
    wrong = [f"{one['message']} ({one['field']})" for one in letter.problems]
    if not (asked or wrong):
        return letter.text
    lines = "".join(f"- {one}\n" for one in (*asked, *wrong))
    return f"{letter.text}\n---\n{text(lang, 'letter.still_open')}\n{lines}"
