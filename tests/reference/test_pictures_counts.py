"""The pictures against a plain count: random shops, and one whose picture is taken for another's."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta

import pytest

from calculator.orders import Fulfillment
from calculator.pictures import course_of, strip_of

from .compare_pictures import compare, course_differences, strip_differences
from .compare_recovery import assessment
from .recount_sides import side
from .shop import shop as random_shop
from .small_shop import NOTICE_DAY, claim, shop, two_or_three_a_day
from .truth import MFN

SHOPS = int(os.environ.get("ODR_SHOPS", "40")) // 4


@pytest.mark.parametrize("seed", range(SHOPS))
def test_the_pictures_of_a_random_shop_are_as_high_as_its_counts(seed: int) -> None:
    assert compare(random_shop(seed), "zh-Hans" if seed % 2 else "en") == []


def test_a_line_and_bars_that_are_not_of_these_counts_are_found() -> None:
    one = shop(two_or_three_a_day(date(2026, 9, 9), NOTICE_DAY), [claim(56), claim(73)])
    core, own = assessment(one), side(one, MFN)
    course, strip = (draw(core, Fulfillment.MFN, "en") for draw in (course_of, strip_of))
    assert course is not None
    assert strip is not None
    assert [*course_differences(own, course), *strip_differences(own, strip)] == []
    fewer = replace(own, lines=own.lines[1:])
    assert [*course_differences(fewer, course)]
    assert [line for line in strip_differences(fewer, strip) if line.startswith("strip 2026-09-09")]
    later = replace(own, as_of=own.as_of + timedelta(days=1))
    assert [line for line in course_differences(later, course) if "mark" in line]
