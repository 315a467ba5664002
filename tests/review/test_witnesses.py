"""Each rule catches and passes its witnesses in each language; without any rule one of them fails."""

from __future__ import annotations

from functools import cache

import pytest

from calculator.review import review
from calculator.review.rules import RULES
from tests.review.witnesses import LANGUAGES, Witness, witnesses

ALL = tuple(witnesses())


@cache
def _found(one: Witness) -> frozenset[str]:
    return frozenset(finding.rule for finding in review(one.text, one.asked))


def _holds(one: Witness) -> bool:
    return (one.rule in _found(one)) is one.is_caught


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.rule}-{one.lang}-{one.is_caught}")
def test_a_witness_holds(one: Witness) -> None:
    assert _holds(one)


def test_each_rule_has_both_witnesses_in_each_language() -> None:
    held = {(one.rule, one.lang, one.is_caught) for one in ALL}
    assert held == {
        (rule, lang, is_caught) for rule in RULES for lang in LANGUAGES for is_caught in (True, False)
    }


@pytest.mark.parametrize("rule", list(RULES))
def test_without_a_rule_a_witness_fails(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = next(one for one in ALL if one.rule == rule and one.is_caught)
    assert rule in {finding.rule for finding in review(one.text, one.asked)}
    monkeypatch.delitem(RULES, rule)
    assert rule not in {finding.rule for finding in review(one.text, one.asked)}
