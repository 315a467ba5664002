"""Time: a letter of any kind takes time in proportion to its length."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

import pytest

from calculator.review import Asked, findings_of, review
from calculator.review.letter import MOST_CHARACTERS, Letter
from calculator.review.lines import MOST_OF_SENTENCE
from calculator.review.look import Look

PIECES = (
    *(
        "1",
        "- ",
        "we did not ",
        "我们没有",
        "確認しませんでした",
        "wir haben nicht ",
        "word\n",
        " \n",
        "x×",
        "○",
        "1%",
    ),
    *(
        "buyer lied, we lack ",
        "no wrong parcel in 60 days 1 May 2026 ",
        "Root cause: 2 orders\n- ",
        "we lack",
        '"',
    ),
)
"""Repeats of what begins many phrases, and runs of marks that a pattern could try at every place."""
SHORT, LONG = 2_000, 16_000
MOST = 8 * 3
"""Eight times the text may take three times that, for a busy machine; a square takes 64 times."""
LEAST_SECONDS = 0.01
MOST_SECONDS = 8.0


def _is_steep(work: Callable[[str], object], piece: str) -> bool:
    """Return whether eight times the text takes much more than eight times as long."""
    times = []
    for length in (SHORT, LONG):
        text = f"{(piece * length)[:length]}."
        begun = process_time()
        work(text)
        times.append(process_time() - begun)
    return times[1] > MOST * max(times[0], LEAST_SECONDS)


@pytest.mark.native
@pytest.mark.parametrize("piece", PIECES)
def test_eight_times_the_letter_takes_about_eight_times_as_long(piece: str) -> None:
    assert not _is_steep(review, piece)


@pytest.mark.native
def test_a_pattern_that_is_tried_at_every_place_is_steep() -> None:
    assert _is_steep(re.compile("-+;|-+:|-+,|-+!").findall, "-")


@pytest.mark.native
def test_the_longest_letter_is_read() -> None:
    text = ("we did not check, 1 of 2 --- " * MOST_CHARACTERS)[: 2 * MOST_CHARACTERS]
    begun = process_time()
    look = Look(Letter(text), Asked())
    found = findings_of(look)
    assert process_time() - begun < MOST_SECONDS
    assert len(look.text) == MOST_CHARACTERS
    assert ("F2", "sentence") in {(one.rule, one.kind) for one in found}


def test_a_sentence_without_end_is_read_in_pieces_that_lose_nothing() -> None:
    letter = Letter("word " * 2_000)
    assert max(len(one.text) for one in letter.sentences) <= MOST_OF_SENTENCE
    assert " ".join(one.text for one in letter.sentences) == letter.text.strip()
    assert len(Letter("word " * (MOST_OF_SENTENCE // 5)).sentences) == 1
