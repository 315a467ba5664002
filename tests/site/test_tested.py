"""The page about testing shows what the last long run kept, and every row has its words."""

from __future__ import annotations

import pytest

from calculator.docsite import tested
from tests.mutation.targets import least, targets


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_every_engine_and_every_target_has_its_row(lang: str) -> None:
    held = tested.kept(tested.ENGINES)["engines"]
    rows = tested.engines(lang).splitlines()
    assert all(f" {one['version']} " in rows[0] for one in held.values() if one["version"])
    done = {test for one in held.values() for test in one} - {"version"}
    words = {key.removeprefix("test_") for key in tested.kept(tested.WORDS)[lang] if key.startswith("test_")}
    assert done == words
    assert len(rows) == 2 + len(words)
    assert len(tested.changes(lang).splitlines()) == 2 + len(targets())


def test_the_kept_shares_are_those_of_the_targets_and_high_enough() -> None:
    found = tested.kept(tested.CHANGES)
    assert found["least"] == least()
    assert list(found["targets"]) == list(targets())
    for one in found["targets"].values():
        assert 100 * one["noticed"] >= found["least"] * one["tried"]
        assert one["noticed"] <= one["tried"] <= one["there"]


def test_each_change_that_does_not_count_has_its_reason() -> None:
    assert all(len(same.reason) > 20 for one in targets().values() for same in one.same)
