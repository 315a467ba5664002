"""Telling: what puts one letter before another of like faults is deeds, rhythms and reasons, never decoration."""

from __future__ import annotations

import pytest

from calculator.review import Asked
from calculator.review.document import review_document
from calculator.review.facts import numbers_in
from calculator.review.letter import Letter
from calculator.review.look import Look
from calculator.review.telling import MOST, telling

TOLD = {
    "en": "On 4 May 2026 we refunded both buyers.",
    "de": "Am 4. Mai 2026 haben wir beiden Käufern den Betrag erstattet.",
    "zh-Hans": "2026年5月4日，我们给两位买家退了款。",
    "ja": "2026年5月4日に購入者2名へ返金しました。",
}
DECORATION = {
    "en": "We are fully committed to the highest standards of excellence on 4 May 2026. Thank you. Attached: photo, list, log.",
    "de": "Am 4. Mai 2026 sind wir vollständig engagiert. Vielen Dank. Anlagen: Foto, Liste, Protokoll.",
    "zh-Hans": "我们全力以赴，不断提升服务。谢谢。附件：照片、清单、日志。",
    "ja": "誠心誠意、全力で取り組みます。ありがとうございます。添付：写真、一覧、記録。",
}


def _telling(text: str, lang: str) -> int:
    return telling(Look(Letter(text, lang), Asked()))


@pytest.mark.parametrize("lang", TOLD)
def test_a_deed_with_its_day_tells_and_decoration_does_not(lang: str) -> None:
    assert _telling(TOLD[lang], lang) == 1
    assert _telling(DECORATION[lang], lang) == 0
    assert _telling(f"{TOLD[lang]}\n{DECORATION[lang]}", lang) == 1


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Each parcel is weighed every day.", 1),
        ("Nobody compared the label with the order.", 1),
        ("The parcel is brown.", 0),
        ("Every day is a new day.", 0),
        ("We will do our best every day to improve packing.", 0),
        ("On 4 May 2026 we sent the buyer a gift card for changing the feedback.", 0),
    ],
)
def test_a_rhythm_and_a_reason_tell_and_empty_or_harmful_words_do_not(sentence: str, tells: int) -> None:
    assert _telling(sentence, "en") == tells


def test_more_than_enough_counts_no_more() -> None:
    assert _telling("\n".join([TOLD["en"]] * 50), "en") == MOST


def test_the_order_of_letters_is_their_weight_less_what_they_tell() -> None:
    plain, told = (review_document(text, Asked(), "en") for text in ("A parcel.", f"A parcel. {TOLD['en']}"))
    assert plain["order"] == plain["weight"]
    assert told["order"] == told["weight"] - 1


def test_degrees_measure_as_any_unit_does() -> None:
    assert numbers_in("Above 27 °C, a liner.") == 1
    assert numbers_in("Above 27, a liner.") == 0
