"""The guide's worked examples: assessed by the core, told in both languages, and true to their words."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from site_document import Document

from calculator.docsite import course, example, scenes, settings
from calculator.docsite.invented import Mark, Sale, Shop, spread, window_of

AS_OF = settings.as_of()


def test_the_rate_rises_although_nothing_happens() -> None:
    """Clean orders leave first, then one defect after the other; literal counts of the worked course."""
    days = {one.day: (one.orders_with_defects, one.orders) for one in course.days(AS_OF)}
    for after, counts in ((0, (2, 126)), (15, (2, 126)), (27, (2, 101)), (28, (1, 99)), (36, (0, 82))):
        assert days[AS_OF + timedelta(days=after)] == counts
    assert len({counts[0] for counts in days.values()}) == 3


def test_the_numbered_days_are_the_ones_that_matter(english: dict[str, Document]) -> None:
    page = english["understand/the-denominator-trap/"]
    (points,) = page.with_class("odr-points")
    for words in ("2\u00a0of\u00a0126", "Highest: 2\u00a0of\u00a0101", "Still not under", "no source says"):
        assert words in points.text
    assert len(page.with_class("odr-picture__ring")) == 6


def test_no_page_says_that_offers_come_back(pages: dict[str, Document]) -> None:
    for url in ("understand/the-denominator-trap/", "zh/understand/the-denominator-trap/"):
        assert re.search(r"\b201\b", pages[url].words) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("union", "2\u00a0/\u00a0126\u00a0=\u00a01.587\u00a0%"),
        ("fresh", "not counted yet"),
        ("edge", "1\u00a0/\u00a0126\u00a0=\u00a00.794\u00a0%"),
        ("apart", "0\u00a0/\u00a060\u00a0=\u00a00\u00a0%"),
        ("unsettled", "2\u00a0/\u00a0120\u00a0=\u00a01.667\u00a0%"),
    ],
)
def test_a_scene_says_what_the_core_says(name: str, expected: str) -> None:
    assert expected in scenes.block(name, "en", AS_OF)
    assert scenes.block(name, "en", AS_OF).count("<td>") == scenes.block(name, "zh-Hans", AS_OF).count("<td>")


def test_a_scene_that_does_not_exist_is_caught() -> None:
    with pytest.raises(LookupError, match="no scene"):
        scenes.block("recovery", "en", AS_OF)


def test_a_shop_without_marks_has_none() -> None:
    window = window_of(AS_OF)
    shop = Shop(spread(60, window.first_day, window.days), ())
    assert shop.on(AS_OF).defect_list.defects == ()
    assert [sale.order_id for sale in shop.sales][:2] == ["111-0000000-0000000", "111-0000001-0000001"]


def test_a_mark_on_an_order_outside_the_window_is_not_counted() -> None:
    window = window_of(AS_OF)
    late = Sale(number=999, day=AS_OF)
    shop = Shop((*spread(60, window.first_day, window.days), late), (Mark(sale=late),))
    (rate,) = [one for one in shop.on(AS_OF).rates.values() if one.orders.high]
    assert (rate.orders_with_defects.high, rate.orders.high) == (0, 60)
    assert example.case(AS_OF).defects == 2
