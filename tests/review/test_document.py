"""The contract of a review: what a page shows, in the order it shows it, worked out for it."""

from __future__ import annotations

import pytest

from calculator.messages import LANGUAGES
from calculator.review import Asked
from calculator.review.document import MOST_OTHERS, review_document
from tests.review.test_review import GOOD, WEAK


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("letter", ["en", "zh"])
def test_blockers_are_shown_first_and_at_most_three_others(letter: str, lang: str) -> None:
    found = review_document(WEAK[letter], Asked(), lang)
    shown = [found["findings"][number]["severity"] for number in found["shown_first"]]
    blockers = found["counts"]["blocker"]
    assert shown[:blockers] == ["blocker"] * blockers
    assert 0 < len(shown) - blockers <= MOST_OTHERS
    assert sum(found["counts"].values()) == len(found["findings"]) > len(shown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_verdict_never_sounds_like_approval_while_something_is_open(lang: str) -> None:
    weak = review_document(WEAK["en"], Asked(), lang)
    clean = review_document(GOOD["zh"], Asked(), lang)
    assert (weak["ready"], clean["ready"]) == (False, True)
    assert weak["verdict"] != clean["verdict"]
    assert str(weak["counts"]["blocker"]) in weak["verdict"]
    assert weak["weight"] > clean["weight"]


def test_what_is_missing_marks_no_words() -> None:
    found = review_document(WEAK["en"], Asked(), "en")["findings"]
    assert {one["is_missing"] for one in found} == {True, False}
    assert all(one["is_missing"] is (one["excerpt"] == "") for one in found)
