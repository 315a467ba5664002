"""Sections: a heading in words nobody listed, or a day, tells the part a sentence stands in."""

from __future__ import annotations

import pytest

from calculator.review import Asked, Letter, Severity, review
from calculator.review.look import Look
from calculator.review.parts import heading_of
from calculator.review.sentences import Part

OTHER_WORDS = """Our order defect rate is 1.59 % (2 of 126 orders, 9 September to 7 November 2026).

Root cause
We counted the screws by eye. Nobody weighed the bags.

The desk is tidy now
On 22 November the packer opened 640 boxes and completed 23 of them.

Prevention
Since 23 November a scale blocks each box that is 5 g too light, every day.
"""
PROSE = """Our order defect rate is 1.59 % (2 of 126 orders, 9 September to 7 November 2026).

On 3 September we put the screws into open trays. The bags were closed by hand from then on.

On 22 November the packer opened 640 boxes. On 23 November we sent two bags to the buyers.
"""


def _words(text: str, part: Part) -> str:
    look = Look(Letter(text), Asked())
    return " ".join(one.text for item in look.parts[part] for one in item)


def test_a_title_of_its_own_words_opens_the_part_that_no_heading_names() -> None:
    assert "640 boxes" in _words(OTHER_WORDS, Part.ACTIONS)
    assert "640 boxes" not in _words(OTHER_WORDS, Part.CAUSE)


def test_a_line_that_ends_as_a_sentence_opens_nothing() -> None:
    told = OTHER_WORDS.replace("The desk is tidy now", "The desk was tidy.")
    assert "The desk was tidy." in _words(told, Part.CAUSE)


def test_what_lies_before_the_last_order_counted_is_no_deed() -> None:
    assert "3 September" in _words(PROSE, Part.CAUSE)
    assert "22 November" in _words(PROSE, Part.ACTIONS)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Root cause. We packed by eye.", "root_cause"),
        ("What I did. I weighed each bag.", "actions_taken"),
        ("Done on 20 August: 60 liners bought.", "actions_taken"),
        ("About counting (prevention)", "prevention"),
        ("We prevented it. Nothing more came until the end of the week.", None),
    ],
)
def test_a_heading_may_end_with_a_point_or_tell_a_day_beside(line: str, part: str | None) -> None:
    assert heading_of(line, "en")[0] == part


def test_a_part_that_is_hinted_at_is_no_blocker() -> None:
    """One breath of all three parts: the cause was not found, yet words of it stand there."""
    told = "On 5 November the packer opened all 44 parcels, and I refunded two buyers. "
    cause = "Nobody had weighed the bags, which was our own decision."
    severities = [
        {one.severity for one in review(text, Asked()) if one.kind == "missing_root_cause"}
        for text in (f"Thank you. {told}", f"Thank you. {told} Since 6 November we weigh daily. {cause}")
    ]
    assert severities[0] == {Severity.BLOCKER}
    assert Severity.BLOCKER not in severities[1]
