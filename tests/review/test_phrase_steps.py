"""Time: no pattern is steeper than its text is long, each asked with repeats of its own beginning."""

from __future__ import annotations

import pytest

from calculator.causes import patterns
from calculator.causes.patterns import ROOM_CHARACTERS, ROOM_WORDS, Finder, steps_of
from calculator.causes.tokens import Token
from calculator.review.marks import WITHOUT_SPACES, groups
from calculator.tables import read

MOST_STEPS = 20_000
"""Steps a phrase may take for 200 words of its own beginning: a bound on what nested room costs."""


@pytest.mark.native
@pytest.mark.parametrize("lang", ["en", "de", "zh", "ja"])
def test_each_phrase_takes_steps_in_proportion_to_the_text(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted, not clocked: twice the words may take little more than twice the steps."""
    counted = [0]
    inner = patterns._end

    def counting(*args: object) -> int:
        counted[0] += 1
        return inner(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(patterns, "_end", counting)
    sets = read("calculator.review", f"words/{lang}").get("sets", {})
    room = ROOM_CHARACTERS if lang in WITHOUT_SPACES else ROOM_WORDS
    for group, row, phrases in groups(lang):
        for phrase in phrases:
            steps = steps_of(phrase, sets, chinese=lang == "zh")
            finder = Finder(room)
            finder.add(steps, f"{group}.{row}")
            beginning = [choice[0].rstrip("*") for step in steps[:2] for choice in step.choices[:1] if choice]
            told = []
            for times in (100, 200):
                counted[0] = 0
                words = (beginning * times)[:times]
                finder.found([Token(word, at, at + 1) for at, word in enumerate(words)])
                told.append(counted[0])
            assert told[1] <= 2.5 * told[0] + 50, phrase
            assert told[1] < MOST_STEPS, phrase
