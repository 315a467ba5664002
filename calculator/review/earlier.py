"""Earlier: what a second letter changes of the first, and which points of a reply it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.facts import counts_in
from calculator.review.look import NEAR_RATE, Look
from calculator.review.sentences import Part
from calculator.rounds.likeness import Earlier, sentences

_NUMBER = re.compile(r"\d+")
_FEWEST_WORDS = 12
"""Characters a sentence needs without its numbers to be known again."""


def changed_figures(look: Look, previous: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield counts of the rate that the letter before gave otherwise, where no other day is named."""
    earlier = {(part, whole) for _, _, part, whole in counts_in(previous)}
    if not earlier or look.names_two_days:
        return
    first = min(earlier)
    for start, end, part, whole in look.counts:
        is_rate = look.marks.has("rate", max(0, start - NEAR_RATE), end + NEAR_RATE)
        if is_rate and (part, whole) not in earlier:
            yield start, end, {"now": f"{part}/{whole}", "before": f"{first[0]}/{first[1]}"}


def changed_numbers(look: Look, previous: str) -> Iterator[tuple[int, int]]:
    """Yield sentences that stood in the letter before word for word with other numbers."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for told in sentences(previous):
        known.setdefault(_masked(told), set()).add(tuple(_NUMBER.findall(told)))
    for one in look.letter.sentences:
        held = known.get(_masked(one.own), set())
        if held and len(_masked(one.own)) >= _FEWEST_WORDS and tuple(_NUMBER.findall(one.own)) not in held:
            yield one.start, one.end


def _masked(sentence: str) -> str:
    """Return a sentence without its numbers, blanks and marks."""
    return "".join(char for char in _NUMBER.sub("0", sentence).casefold() if char.isalnum())


def unanswered(look: Look, previous: str) -> Iterator[tuple[int, int, str]]:
    """Yield the parts a reply asks about that bring no new fact."""
    earlier = Earlier(previous)
    for part in (Part.CAUSE, Part.ACTIONS, Part.PREVENTION, Part.EVIDENCE):
        if part.value not in look.asked.points:
            continue
        told = [one for item in look.parts[part] for one in item]
        if not any((new := earlier.novelty(one.own)).is_new and new.has_fact for one in told):
            yield *look.start_of(part), part.value
