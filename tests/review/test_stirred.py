"""Letters stirred out of the pieces of known ones: any order of words is read, none ends the program."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

import pytest

from calculator.review import Asked, review

PIECE = re.compile(r"[^.!?。！？:：,，、;；\n]*[.!?。！？:：,，、;；\n]?")
SHELVES = ("labelled", "labelled_2", "labelled_3", "labelled_4")
LETTERS = 60


def pieces(lang: str) -> list[str]:
    """Return the sentences and halves of lines of every open letter in one language."""
    folder = Path(__file__).parent
    texts = (
        tomllib.loads(p.read_text("utf-8"))["text"] for s in SHELVES for p in folder.glob(f"{s}/{lang}/*")
    )
    return [piece for text in texts for piece in PIECE.findall(text) if piece.strip()]


def stirred(lang: str, seed: int) -> str:
    """Return pieces in no order, some cut short, some without what divides them."""
    chance = random.Random(f"{lang} {seed}")
    taken = chance.choices(pieces(lang), k=chance.randrange(2, 24))
    cut = (one[: chance.choice((len(one), chance.randrange(1, len(one) + 1)))] for one in taken)
    return "".join(one + chance.choice(("", "", " ", "\n", "。", ". ")) for one in cut)


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant", "ja", "de"])
def test_a_stirred_letter_is_read(lang: str) -> None:
    for seed in range(LETTERS):
        text = stirred(lang, seed)
        for finding in review(text, Asked()):
            assert 0 <= finding.start <= finding.end <= len(text), (seed, finding)


@pytest.mark.parametrize(
    "text",
    [
        "The delay was due to. The carrier lost the parcel.",
        "Wegen. Der Spediteur hat das Paket verloren.",
        "原因是由于。\n快递公司弄丢了包裹",
        "延誤是由於。物流公司沒有送達。",
    ],
)
def test_blame_that_is_cut_off_before_the_blamed_is_read(text: str) -> None:
    """Stirring found these: they ended the review before the reach of a blame ended with its sentence."""
    assert review(text, Asked())
