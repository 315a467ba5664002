"""What the forms let a seller choose is what policy judges, no more and no less."""

from __future__ import annotations

import pytest

from calculator.defects import DefectType
from calculator.messages import LANGUAGES, catalogue
from calculator.orders import Fulfillment
from calculator.policy.load import rule_tables


def choices(noun: str, lang: str) -> set[str]:
    prefix = f"{noun}."
    return {key.removeprefix(prefix) for key in catalogue(lang, "choices") if key.startswith(prefix)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("type_", list(DefectType))
def test_every_outcome_policy_judges_can_be_chosen_and_no_other(type_: str, lang: str) -> None:
    prefix = f"counted_defects.{type_}."
    judged = {key.removeprefix(prefix) for key in rule_tables("counted_defects") if key.startswith(prefix)}
    assert choices(f"outcome.{type_}", lang) == judged


@pytest.mark.parametrize("lang", LANGUAGES)
def test_types_and_fulfilments_are_the_cores(lang: str) -> None:
    assert choices("type", lang) == set(DefectType)
    assert choices("fulfillment", lang) == set(Fulfillment)
