"""Whether a day under the target would last without a mark: beside the days of files that say it is gone."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from calculator.explain.plan import block
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of
from calculator.recovery.plan import Row, plan_of
from calculator.recovery.what_if import MARK_GONE
from calculator.recovery.without import Lasting, without

from .compare_recovery import assessment
from .small_shop import NOTICE_DAY, claim, shop, two_or_three_a_day
from .test_outcomes_written import EXAMPLES, measured_again, rows_by_place, shops
from .truth import Shop

SOLD = two_or_three_a_day(date(2026, 9, 9), NOTICE_DAY)
SIXTH, FOURTEENTH = 56, 73


def rows(one: Shop) -> tuple[Row, ...]:
    return plan_of(assessment(one), Fulfillment.MFN).rows


def test_the_mark_whose_order_leaves_last_is_the_one_that_lasts() -> None:
    sixth, fourteenth = sorted(
        rows(shop(SOLD, [claim(SIXTH), claim(FOURTEENTH)])), key=lambda row: str(row.defect.order_date)
    )
    assert sixth.lasting == Lasting(over_again=date(2026, 12, 20), stays_from=date(2026, 12, 28))
    assert fourteenth.lasting == Lasting(stays_from=date(2026, 11, 23))


def test_the_plan_tells_the_seller_which_mark_lasts() -> None:
    found = assessment(shop(SOLD, [claim(SIXTH), claim(FOURTEENTH)]))
    said = {
        lang: {row["order_day"]: row["alone"] for row in (block(found, {}, lang) or {})["rows"]}
        for lang in ("en", "zh-Hans")
    }
    assert said["en"]["6\u00a0Oct\u00a02026"].endswith(
        "That would not last: if nothing new is sold it is back at or over 1\u00a0% on 20\u00a0Dec\u00a02026, "
        "and under it from 28\u00a0Dec\u00a02026 on."
    )
    assert said["en"]["14\u00a0Oct\u00a02026"].endswith("it then stays under 1\u00a0% on the days ahead.")
    assert said["zh-Hans"]["2026年10月6日"].endswith(
        "2026年12月20日又不低于 1%，2026年12月28日起才一直低于。"
    )
    assert said["zh-Hans"]["2026年10月14日"].endswith("之后这些天都低于 1%。")


def test_a_mark_that_is_not_enough_today_may_bring_the_day_nearer() -> None:
    days = [date(2026, 10, 1)] * 60 + [date(2026, 10, 20)] * 41
    first, second = sorted(
        rows(shop(days, [claim(0), claim(60)])), key=lambda row: str(row.defect.order_date)
    )
    assert first.lasting == Lasting(stays_from=None, over_again=date(2026, 12, 15))
    assert second.lasting == Lasting(stays_from=date(2026, 11, 23))


def test_three_marks_on_few_orders_are_told_as_sooner_or_not_at_all() -> None:
    days = [date(2026, 10, 1)] * 60 + [date(2026, 10, 20)] * 141
    found = {
        row.defect.order_id[-4:]: row.lasting
        for row in rows(shop(days, [claim(0), claim(1), claim(60), claim(61)]))
    }
    assert set(found.values()) == {
        Lasting(before=None),
        Lasting(sooner=date(2026, 12, 15), before=None),
    }


@settings(max_examples=EXAMPLES, deadline=None)
@given(one=shops())
def test_the_days_without_a_mark_are_those_of_the_files_without_it(one: Shop) -> None:
    found = assessment(one)
    typed = rows_by_place(found)
    for row in plan_of(found, Fulfillment.MFN).rows:
        day = row.defect.order_date
        if row.lasting is None or day is None:
            continue
        again = measured_again(one, {typed[row.number]: MARK_GONE[row.defect.type]})
        leaves = row.alone.orders.low < found.rates[row.fulfillment].orders.low
        now = recovery_of(found, row.fulfillment)
        assert without(now, day, leaves=leaves) == (recovery_of(again, row.fulfillment).no_new_orders)
