"""Sections: the items of each part, by headings, else by what sentences say in Amazon's order.

A letter in plain prose tells the cause, then what was done, then what prevents it. Each sentence speaks
for a part by its words; the letter is cut where most of them are heard.

Worse mistake: three missing parts told to somebody who wrote all of them without a heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from calculator.review.letter import Letter
from calculator.review.marks import Marks
from calculator.review.sentences import THREE_PARTS, Part, Sentence
from calculator.review.titles import told_under

Items = list[list[Sentence]]
Votes = tuple[int, int, int]
FEWEST_SENTENCES = 8
"""Sentences of a text that is more than one box of the form."""
OPENS = 6
"""Characters before the day a sentence begins with: `On 3 November`."""
STRONG, FAINT = 2, 1
"""What a word that is told of one part alone says for it, and one that others use too."""
_SAYS = (
    (
        ("lack", STRONG),
        ("symptom", STRONG),
        ("third_fault", STRONG),
        ("failure", FAINT),
        ("decision", FAINT),
        ("ownership", FAINT),
    ),
    (("done", STRONG), ("refund", FAINT)),
    (("future", STRONG), ("frequency", STRONG), ("mechanism", FAINT)),
)
_SILENT = (0, 0, 0)
_PRESSING = ("amazon", "threat", "buyer", "emotion", "other_route")
"""Words that press or accuse: what they stand in tells no part of a plan."""
_FIGURE = re.compile(r"\d\s?[%％]")


def sections_of(letter: Letter, marks: Marks, days: list[int]) -> dict[Part, Items]:
    """Return the items of each part; `days` are the places where a day is named."""
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
    for part, items in _sorted(free, marks, days).items():
        if part in lacking:
            held[part] = items
    if letter.has_parts and len(letter.sentences) >= FEWEST_SENTENCES:
        _give_away(held, Part.ACTIONS if held[Part.ACTIONS] else Part.CAUSE, marks, days)
    for part in THREE_PARTS:
        held[part] = [item for item in held[part] if not _names_papers(item[0], marks)]
    return held


def _names_papers(one: Sentence, marks: Marks) -> bool:
    """Return whether a sentence begins as a list of papers does: `Attached are the photos`."""
    return marks.has("attached", one.start, one.start + OPENS) and marks.has("document", one.start, one.end)


def _give_away(held: dict[Part, Items], donor: Part, marks: Marks, days: list[int]) -> None:
    """Move what tells a later part without a heading of its own out of the part it is told under."""
    told = _sorted([one for item in held[donor] for one in item], marks, days)
    for part in THREE_PARTS[THREE_PARTS.index(donor) + 1 :]:
        moved = {id(one) for item in told[part] for one in item}
        kept = [left for item in held[donor] if (left := [one for one in item if id(one) not in moved])]
        is_plain = any(_is_plain(one, part, marks, days) for item in told[part] for one in item)
        if kept and is_plain and not held[part]:
            held[donor], held[part] = kept, told[part]


def _is_plain(one: Sentence, part: Part, marks: Marks, days: list[int]) -> bool:
    """Return whether a sentence could stand under no other heading: a dated deed, a rule with its rhythm."""
    span = one.start, one.end
    if part is Part.ACTIONS:
        return (marks.has("done", *span) or _opens_with_day(one, days)) and (
            _is_dated(one, days) or marks.has("refund", *span)
        )
    is_deed = marks.has("done", *span) and _opens_with_day(one, days)
    return marks.has("frequency", *span) and not (is_deed or marks.has("lack", *span))


def _sorted(sentences: list[Sentence], marks: Marks, days: list[int]) -> dict[Part, Items]:
    """Return sentences by the part they stand in; what says nothing goes on with what stands before."""
    votes = [_votes(one, marks, days) for one in sentences]
    held: dict[Part, Items] = {part: [] for part in THREE_PARTS}
    for one, vote, part in zip(sentences, votes, _cut(votes), strict=True):
        goes_on = bool(held[part]) and held[part][-1][-1].item == one.item
        if vote[THREE_PARTS.index(part)]:
            held[part].append([one])
        elif goes_on:
            held[part][-1].append(one)
        elif any(vote) and held[part]:
            held[part].append([one])
    return held


def _votes(one: Sentence, marks: Marks, days: list[int]) -> Votes:
    """Return how much a sentence speaks for each part; figures of the account and reproaches are silent."""
    span = one.start, one.end
    if marks.of("rate", *span) and _FIGURE.search(one.own) and not marks.has("lack", *span):
        return _SILENT
    tells = marks.has("refund", *span) or (marks.has("third_fault", *span) and bool(marks.of("third", *span)))
    if any(marks.has(group, *span) for group in _PRESSING) and not tells:
        return _SILENT
    cause, actions, prevention = (
        sum(weight for group, weight in groups if marks.has(group, *span)) for groups in _SAYS
    )
    dated = _is_dated(one, days) and (actions > 0 or (_opens_with_day(one, days) and not prevention))
    return cause, actions + FAINT * dated, prevention


def _is_dated(one: Sentence, days: list[int]) -> bool:
    first = bisect_left(days, one.start)
    return first < len(days) and days[first] < one.end


def _opens_with_day(one: Sentence, days: list[int]) -> bool:
    first = bisect_left(days, one.start)
    return first < len(days) and days[first] - one.start <= OPENS


def _cut(votes: list[Votes]) -> list[Part]:
    """Return the part of each sentence, in Amazon's order, so that most votes are heard."""
    sums = [[0, *accumulate(vote[part] for vote in votes)] for part in range(len(THREE_PARTS))]
    cause, actions, _ = sums
    size = len(votes)
    firsts, best = [], 0
    for at in range(size + 1):
        if cause[at] - actions[at] > cause[best] - actions[best]:
            best = at
        firsts.append(best)
    second = max(range(size + 1), key=lambda at: _heard(firsts[at], at, sums))
    first = firsts[second]
    return [
        Part.CAUSE if at < first else (Part.ACTIONS if at < second else Part.PREVENTION) for at in range(size)
    ]


def _heard(first: int, second: int, sums: list[list[int]]) -> int:
    """Return the votes heard when the actions begin at `first` and the prevention at `second`."""
    cause, actions, prevention = sums
    return cause[first] + actions[second] - actions[first] + prevention[-1] - prevention[second]
