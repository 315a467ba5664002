"""Order: of whole letters every good one stands before every poor one, by what the reviewer's document says.

The two newest sets; their first counts, made before anybody could read them, stand in their README.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from calculator.review import Asked
from calculator.review.document import review_document

SETS = ("labelled_7", "labelled_8")
GOOD, POOR = 0, 3


def order_of(letter: dict[str, Any]) -> int:
    """Return how far behind a letter stands."""
    known = letter.get("asked", {})
    asked = Asked(
        issues=tuple(known.get("issues", ())),
        previous=known.get("previous"),
        is_claim_appeal=known.get("claim_appeal", False),
    )
    return int(review_document(letter["text"], asked, "en")["order"])


@pytest.mark.parametrize("shelf", SETS)
def test_every_good_letter_stands_before_every_poor_one(shelf: str) -> None:
    letters = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in Path(__file__).with_name(shelf).glob("*/*.toml")
    ]
    good = [order_of(one) for one in letters if one["rank"] == GOOD]
    poor = [order_of(one) for one in letters if one["rank"] >= POOR]
    assert len(good) > 20
    assert len(poor) > 20
    assert max(good) < min(poor)
