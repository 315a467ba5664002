"""Broken files: golden inputs cut, mixed up and sprinkled; the core answers or refuses, it never crashes."""

from __future__ import annotations

import json
import os
import random
from datetime import date
from pathlib import Path

import pytest

from calculator.assess import Assessment, assess
from calculator.encode import assessment_json
from calculator.errors import AppealError
from calculator.explain import explanation_json, identification
from calculator.messages import LANGUAGES
from calculator.reports import Intake
from calculator.workbook import sheets

from .core.case import cases

ROUNDS = int(os.environ.get("ODR_BROKEN_FILES", "60"))
FILES = [path for case in cases() for path in case.files]
SPRINKLES = [
    b"\t", b",", b"\n", b"\r", b'"', b"\x00", b"\xff", b"=1+1", b"<script>", b"{", b"}", b"{file}", b"%s", b"null",
    b"2026-13-45", b"9999-12-31", b"9999-12-31T00:00:00+00:00", b"0001-01-01", b"111-0000001-0000001", b"-1",
    b"1e999", b"NaN", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"9" * 5000,
]  # fmt: skip


def broken(dice: random.Random, data: bytearray) -> bytes:
    """Return the bytes with up to seven small accidents."""
    for _ in range(dice.randrange(8)):
        place, kind = dice.randrange(len(data) + 1), dice.randrange(5)
        if kind < 2:
            data[place:place] = dice.choice(SPRINKLES)
        elif kind == 2:
            data[place : place + dice.randrange(30)] = b""
        elif kind == 3 and data:
            data[dice.randrange(len(data))] = dice.randrange(256)
        else:
            data = data[:place]
    return bytes(data)


def taken(dice: random.Random, paths: list[Path]) -> Intake:
    intake = Intake(sheets)
    for number, path in enumerate(paths):
        data, step = broken(dice, bytearray(path.read_bytes())), dice.choice([64, 4096])
        intake.open(str(number), path.name)
        for start in range(0, len(data), step):
            intake.feed(str(number), data[start : start + step])
        intake.close(str(number))
    return intake


def check(found: Assessment) -> None:
    """Whatever was in the files: nothing is lost, and what is said can be said in every language."""
    assert all(0 <= file.used <= file.rows for file in found.files)
    for rate in found.rates.values():
        assert 0 <= rate.orders_with_defects.low <= rate.orders_with_defects.high
        assert 0 <= rate.orders.low <= rate.orders.high
    for lang in LANGUAGES:
        json.loads(assessment_json(found, lang))
        json.loads(explanation_json(found, lang))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_broken_files_are_answered_or_refused_in_words(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(20):
        intake = taken(dice, dice.choices(FILES, k=dice.randrange(1, 4)))
        try:
            check(assess(intake, date(2026, 11, 22), store=dice.choice([None, "US", "UK"])))
        except AppealError as refusal:
            refused = [refusal.message(lang) for lang in LANGUAGES]
        else:
            refused = []
        assert all(refused)
        assert all(line["title"] for line in identification(intake, "zh-Hans"))
