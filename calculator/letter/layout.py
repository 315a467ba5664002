"""Layout: entries as lines of text, whole, in three boxes, and in two shorter lengths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from calculator.letter.model import Entry, Kind, Place, Rank
from calculator.plan_of_action.model import ENGLISH

BOXES = (Place.ROOT_CAUSE, Place.ACTIONS_TAKEN, Place.PREVENTION)
_ITEM = "- "
_WORD = re.compile("[\u3400-\u9fff\uf900-\ufaff]|[^\\s\u3400-\u9fff\uf900-\ufaff，。：；、（）【】“”]+")
_RANKS = {"full": Rank.FULL, "short": Rank.SHORT, "shortest": Rank.NEEDED}


def text_of(entries: Sequence[Entry], first_line: str | None) -> str:
    """Return entries as text; a blank line stands before a heading and after the warning."""
    lines = [first_line] if first_line else []
    for entry in entries:
        if lines and (entry.kind is Kind.HEADING or lines == [first_line]):
            lines.append("")
        lines.append(_ITEM + entry.sentence.text if entry.kind is Kind.ITEM else entry.sentence.text)
    return "\n".join(lines) + "\n"


def boxes(entries: Sequence[Entry], first_line: str | None, figure: Entry) -> dict[str, str]:
    """Return the three boxes of a form; the figure opens the first, its own headings fall away."""
    found = {}
    for box in BOXES:
        held = [one for one in entries if one.place is box]
        if held and held[0].kind is Kind.HEADING:
            held = held[1:]
        if box is Place.ROOT_CAUSE:
            held = [figure, *held]
        found[box.value] = text_of(held, first_line) if held or first_line else ""
    return found


def lengths(entries: Sequence[Entry], first_line: str | None, language: str) -> dict[str, Any]:
    """Return the whole text and two shorter ones, each with its counts."""
    texts = {name: text_of(shortened(entries, rank), first_line) for name, rank in _RANKS.items()}
    return {name: {"text": words, **counts(words, language)} for name, words in texts.items()}


def shortened(entries: Sequence[Entry], rank: Rank) -> list[Entry]:
    """Return the entries that stay, without headings over nothing and papers nobody cites."""
    kept = [one for one in entries if one.rank <= rank]
    shown = {number for one in kept if one.line for number in one.papers}
    kept = [
        one for one in kept if one.place is not Place.EVIDENCE or not one.papers or shown & set(one.papers)
    ]
    return [one for at, one in enumerate(kept) if one.kind is not Kind.HEADING or _holds(kept, at)]


def counts(words: str, language: str) -> dict[str, int]:
    """Return the number of words and of characters; a Chinese character is a word."""
    body = words.strip()
    number = len(body.split()) if language == ENGLISH else len(_WORD.findall(body))
    return {"words": number, "characters": len(body)}


def _holds(entries: Sequence[Entry], at: int) -> bool:
    """Return whether a heading has something under it, or is the title."""
    following = entries[at + 1 : at + 2]
    return not at or bool(following and following[0].place is entries[at].place)
