"""Spelling: every phrase of the words can be read, and one that cannot is told, not passed over."""

from __future__ import annotations

import pytest

from calculator.review.marks import groups
from calculator.review.spelling import spelt


@pytest.mark.parametrize("lang", ["en", "de", "zh", "ja"])
def test_every_phrase_is_read_as_it_is_written_out(lang: str) -> None:
    phrases = [phrase for _, _, held in groups(lang) for phrase in held]
    assert phrases
    assert [spelt(one) for one in phrases] == phrases


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("贴错了?标签", "贴错(了)?标签"),
        ("give (us|my (old )?shop)", "give (us|my old shop|my shop)"),
        ("(a|b (c|d))", "(a|b c|b d)"),
    ],
)
def test_what_is_short_is_written_out(written: str, read: str) -> None:
    assert spelt(written) == read


@pytest.mark.parametrize("phrase", ["a (b", "a) b", "a|b", "(a ~ b|c)", "100 ?x", "(a|(b|(c|(d|e))))"])
def test_a_phrase_that_cannot_be_read_is_told(phrase: str) -> None:
    with pytest.raises(ValueError, match="cannot read the phrase"):
        spelt(phrase)
