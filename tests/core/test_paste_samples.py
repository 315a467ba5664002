"""Pasted text is read right or asked about: invented pages, mails and screenshots, written blind."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from calculator.paste import understand, understanding_json
from tests.core.paste_sample import MEETS, Sample, held, samples

ROW = {"order_id": "111-0000001-0000001", "order_date": "2026-10-06", "asks": [], "raw": []}


def answer(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "claims_page", "figures": [], "defects": list(rows), "not_understood": ["87 %"]}


def expectation(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "claims_page", "figures": [], "defects": list(rows), "nothing_else": True}


def verdicts(expect: dict[str, Any], said: dict[str, Any]) -> list[str]:
    return [found.verdict for found in held(expect, said) if found.verdict != "right"]


def marked(read: list[Sample]) -> list[Any]:
    """Return the samples for pytest; one that is open has to fail, and its mark to go when it no longer does."""
    return [
        pytest.param(
            sample,
            id=sample.name,
            marks=[pytest.mark.xfail(strict=True, reason=sample.open)] if sample.open else [],
        )
        for sample in read
    ]


@pytest.mark.parametrize("sample", marked(samples()))
def test_what_a_careful_human_reads_is_read_or_asked(sample: Sample) -> None:
    read = understand(sample.text, date.fromisoformat(sample.as_of), sample.store)
    said = json.loads(understanding_json(read, "en"))
    off = [str(found) for found in held(sample.expect, said) if found.verdict not in MEETS]
    assert not off, "\n".join([f"{sample.name}", *off, "of the text:", sample.text])


def test_there_are_enough_samples_in_both_languages_clean_and_messy() -> None:
    names = [sample.name for sample in samples()]
    assert len(set(names)) == len(names) >= 44
    assert min(Counter(name[:2] for name in names if name[:2] in ("en", "zh")).values()) >= 22


def test_a_right_row_and_a_silent_guess_are_told_apart() -> None:
    date = {"order_id": ROW["order_id"], "order_date": {"ask": True}}
    asked = {**ROW, "order_date": None, "asks": [{"field": "order_date"}]}
    assert verdicts(expectation(date), answer(asked)) == ["asked"]
    assert verdicts(expectation(date), answer(ROW)) == ["wrong"]
    assert verdicts(expectation(date), answer({**ROW, "order_date": None})) == ["missed"]
    assert verdicts(expectation({"order_date": "2026-10-06"}), answer(asked)) == ["asked_needlessly"]


def test_a_row_too_many_and_a_row_too_few_are_seen() -> None:
    one = {"order_id": ROW["order_id"]}
    other = {**ROW, "order_id": "111-0000002-0000002"}
    assert verdicts(expectation(one), answer(ROW)) == []
    assert verdicts(expectation(one), answer(other, ROW)) == ["wrong"]
    assert verdicts(expectation(one, {"order_id": "111-0000002-0000002"}), answer(ROW)) == ["missed"]
    assert verdicts(expectation({**one, "optional": True}), answer()) == []


def test_words_that_vanished_are_seen() -> None:
    assert verdicts({**expectation(), "kept": ["87%"]}, answer()) == []
    assert verdicts({**expectation(), "kept": ["62%"]}, answer()) == ["missed"]


def test_a_comment_is_held_by_what_it_has_and_lacks() -> None:
    wanted = {"note": {"has": ["late"], "lacks": ["@"]}}
    assert verdicts(expectation(wanted), answer({**ROW, "note": "too late"})) == []
    assert verdicts(expectation(wanted), answer({**ROW, "note": "too late, a@b"})) == ["wrong"]


@pytest.mark.parametrize(
    "sample", [sample for sample in samples() if sample.open], ids=lambda sample: sample.name
)
def test_an_open_sample_holds_nothing_wrong_in_silence(sample: Sample) -> None:
    understanding = understand(sample.text, date.fromisoformat(sample.as_of), sample.store)
    found = held(sample.expect, json.loads(understanding_json(understanding, "en")))
    assert [str(one) for one in found if one.verdict == "wrong" and one.place != "kind"] == []
