"""Case files of other editions are brought up or refused in words; a copied case holds no order id."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest

from calculator.case import read
from calculator.case.versions import LATEST, STEPS, brought_up
from calculator.case_file import masked, masked_text
from calculator.errors import RequestError
from calculator.messages import LANGUAGES

CASE: dict[str, Any] = {"contract": "odr-case/1", "store": "US", "later": {"kept": [1]}}
ID = "111-0000001-0000042"
WHOLE_ID = re.compile(r"\d{3}.?\d{7}.?\d{7}")


def test_every_edition_before_the_latest_that_was_written_has_its_step() -> None:
    assert (LATEST, dict(STEPS)) == (1, {})
    assert brought_up(CASE) is CASE


def test_steps_are_taken_one_after_the_other() -> None:
    steps = {
        1: lambda held: {**held, "shop": held["store"]},
        2: lambda held: {
            **{key: value for key, value in held.items() if key != "store"},
            "seen": held["shop"],
        },
    }
    found = brought_up(CASE, steps, 3)
    assert found == {"contract": "odr-case/3", "shop": "US", "seen": "US", "later": {"kept": [1]}}
    assert CASE["store"] == "US"
    assert brought_up({**CASE, "contract": "odr-case/2", "shop": "DE"}, steps, 3)["seen"] == "DE"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_newer_edition_is_refused_with_both_editions_named(lang: str) -> None:
    newer = {**CASE, "contract": "odr-case/12"}
    before = json.dumps(newer)
    with pytest.raises(RequestError) as refused:
        read(newer)
    assert refused.value.code == "newer_case"
    assert "odr-case/12" in refused.value.message(lang) and "odr-case/1" in refused.value.message(lang)
    assert json.dumps(newer) == before


@pytest.mark.parametrize(
    "contract",
    [
        None,
        1,
        "",
        "odr-case/",
        "odr-case/0",
        "odr-case/-1",
        "odr-case/1.0",
        "odr-case/²",
        "odr-case/" + "9" * 5,
        "odr-rounds/1",
    ],
)
def test_what_is_no_edition_is_no_case(contract: object) -> None:
    with pytest.raises(RequestError) as refused:
        read({**CASE, "contract": contract})
    assert refused.value.code == "bad_case"


@pytest.mark.parametrize(
    "words",
    [
        ID,
        f"order {ID}.",
        f"({ID})",
        "111 0000001 0000042",
        "11100000010000042",
        "111–0000001–0000042",
        "１１１－０００００01－0000042",
    ],
)
def test_an_order_id_is_masked_however_it_is_written(words: str) -> None:
    assert "111-•••••••-••00042" in masked(words)
    assert not WHOLE_ID.search(masked(words))


@pytest.mark.parametrize(
    "words", ["126", "2026-11-22", "Li Na", "4111-0000001-0000042-9", "order A", "张三 8月"]
)
def test_other_words_stay_as_they_were_typed(words: str) -> None:
    assert masked(words) == words


def test_a_whole_case_is_masked_in_values_keys_and_pasted_text() -> None:
    held = {
        **CASE,
        "defects": [{"id": "d1", "order_id": ID, "note": f"mail of a@b.example about {ID}"}],
        "marks": {f"{ID}/claim": {"disputed": "yes"}, "111-9999999-0000042": {}, ID: {}},
        "appeal": {
            "rounds": [{"text": f"Orders: {ID}", "reply": f"About {ID}"}],
            "causes": [],
            "n": 3,
            "b": True,
        },
    }
    text = masked_text(held)
    assert not WHOLE_ID.search(text) and "@b" not in text
    kept = json.loads(text)
    assert kept["marks"] == {
        "111-•••••••-••00042/claim": {"disputed": "yes"},
        "111-•••••••-••00042": {},
        "111-•••••••-••00042 (2)": {},
    }
    assert kept["later"] == {"kept": [1]} and kept["appeal"]["n"] == 3 and kept["appeal"]["b"] is True
    assert read(kept).defects[0].order_id == "111-•••••••-••00042"
    assert masked(kept) == kept


@pytest.mark.native
@pytest.mark.parametrize("piece", ["1", "a.", "a@", "1-", "@a."])
def test_a_long_text_is_masked_in_time_in_proportion(piece: str) -> None:
    start = time.perf_counter()
    masked(piece * 100_000)
    assert time.perf_counter() - start < 3
