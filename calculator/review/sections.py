"""Sections: the items of each part, by headings, else by what sentences say in Amazon's order.

A letter in plain prose tells the cause, then what was done, then what prevents it. Each sentence speaks
for a part by its words; the letter is cut where most of them are heard.

Worse mistake: three missing parts told to somebody who wrote all of them without a heading.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from calculator.review.letter import Letter
from calculator.review.marks import Marks
from calculator.review.sentences import THREE_PARTS, Part, Sentence
from calculator.review.titles import told_under
from calculator.review.votes import Ballot, Days, Votes

Items = list[list[Sentence]]
FEWEST_SENTENCES = 8
"""Sentences of a text that is more than one box of the form."""
OPENS = 6
"""Characters before the word a list of papers begins with: `Here are`."""
BORDER = 1
"""What the beginning of a paragraph or item says for a part that begins there."""


def sections_of(letter: Letter, marks: Marks, days: Days) -> dict[Part, Items]:
    """Return the items of each part; `days` are those that are named, with their places."""
    ballot = Ballot(marks, days, letter.sentences)
    held: dict[Part, Items] = {part: [] for part in Part}
    if letter.has_parts:
        held = {part: letter.items(part) for part in Part}
        for part, items in told_under(letter).items():
            moved = {id(one) for item in items for one in item}
            for other, told in held.items():
                left = [[one for one in item if id(one) not in moved] for item in told]
                held[other] = [item for item in left if item]
            held[part] = items
    lacking = [part for part in THREE_PARTS if not held[part]]
    free = [one for one in letter.sentences if one.part is None and not one.is_heading]
    for part, items in _sorted(free, ballot).items():
        if part in lacking:
            held[part] = items
    if letter.has_parts and len(letter.sentences) >= FEWEST_SENTENCES:
        _give_away(held, Part.ACTIONS if held[Part.ACTIONS] else Part.CAUSE, marks, ballot)
    for part in THREE_PARTS:
        held[part] = [item for item in held[part] if not _names_papers(item[0], marks)]
    return held


def _names_papers(one: Sentence, marks: Marks) -> bool:
    """Return whether a sentence begins as a list of papers does: `Attached are the photos`."""
    return marks.has("attached", one.start, one.start + OPENS) and marks.has("document", one.start, one.end)


def _give_away(held: dict[Part, Items], donor: Part, marks: Marks, ballot: Ballot) -> None:
    """Move what tells a later part without a heading of its own out of the part it is told under."""
    told = _sorted([one for item in held[donor] for one in item], ballot)
    for part in THREE_PARTS[THREE_PARTS.index(donor) + 1 :]:
        moved = {id(one) for item in told[part] for one in item}
        kept = [left for item in held[donor] if (left := [one for one in item if id(one) not in moved])]
        is_plain = any(_is_plain(one, part, marks, ballot) for item in told[part] for one in item)
        if kept and is_plain and not held[part]:
            held[donor], held[part] = kept, told[part]


def _is_plain(one: Sentence, part: Part, marks: Marks, ballot: Ballot) -> bool:
    """Return whether a sentence could stand under no other heading: a dated deed, a rule with its rhythm."""
    span = one.start, one.end
    if part is Part.ACTIONS:
        return (marks.has("done", *span) or ballot.opens_with_day(one)) and (
            ballot.is_dated(one) or marks.has("refund", *span)
        )
    is_deed = marks.has("done", *span) and ballot.opens_with_day(one)
    return marks.has("frequency", *span) and not (is_deed or marks.has("lack", *span))


def _sorted(sentences: list[Sentence], ballot: Ballot) -> dict[Part, Items]:
    """Return sentences by the part they stand in; what says nothing goes on with what stands before."""
    votes = [ballot.votes(one) for one in sentences]
    held: dict[Part, Items] = {part: [] for part in THREE_PARTS}
    for one, vote, part in zip(sentences, votes, _cut(votes, _borders(sentences)), strict=True):
        goes_on = bool(held[part]) and held[part][-1][-1].item == one.item
        if vote[THREE_PARTS.index(part)]:
            held[part].append([one])
        elif goes_on:
            held[part][-1].append(one)
        elif any(vote) and held[part]:
            held[part].append([one])
    return held


def _borders(sentences: list[Sentence]) -> list[int]:
    """Return for each place between sentences what it says for a part that begins there."""
    inner = [BORDER * (one.item != other.item) for one, other in pairwise(sentences)]
    return [BORDER, *inner, BORDER]


def _cut(votes: list[Votes], borders: list[int]) -> list[Part]:
    """Return the part of each sentence, in Amazon's order, so that most votes are heard."""
    sums = [[0, *accumulate(vote[part] for vote in votes)] for part in range(len(THREE_PARTS))]
    cause, actions, prevention = sums
    size = len(votes)
    firsts, best = [], 0
    for at in range(size + 1):
        if cause[at] - actions[at] + borders[at] > cause[best] - actions[best] + borders[best]:
            best = at
        firsts.append(best)

    def heard(second: int) -> int:
        first = firsts[second]
        behind = prevention[-1] - prevention[second] + borders[second]
        return cause[first] + borders[first] + actions[second] - actions[first] + behind

    second = max(range(size + 1), key=heard)
    first = firsts[second]
    return [
        Part.CAUSE if at < first else (Part.ACTIONS if at < second else Part.PREVENTION) for at in range(size)
    ]
