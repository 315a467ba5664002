"""What could honestly be removed: every mark has its line, its routes, and what it does to the number."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from calculator import case
from calculator.assess import Assessment, assess
from calculator.explain import counts, explanation, plan
from calculator.messages import LANGUAGES, catalogue, text
from calculator.orders import Fulfillment
from calculator.policy import Counts, entries
from calculator.recovery.plan import Place, place_of
from calculator.reports import Intake
from calculator.workbook import sheets

TODAY = date(2026, 11, 22)
CLAIM, FEEDBACK, CHARGEBACK = "a_to_z_claim", "negative_feedback", "chargeback"
WHOLE_ID = re.compile(r"\d{3}-\d{7}-\d{7}")
Rows = list[dict[str, str]]


def assessed(*rows: dict[str, str], orders: int | None = 126, stated: int | None = None) -> Assessment:
    page = {"first_day": "2026-09-09", "last_day": "2026-11-07", "fulfillment": "mfn", "orders": str(orders)}
    if stated is not None:
        page["orders_with_defects"] = str(stated)
    defects = [
        {
            "id": f"d{n}",
            "order_id": f"111-0000001-{n:07}",
            "order_date": "2026-10-06",
            "fulfillment": "mfn",
            **row,
        }
        for n, row in enumerate(rows, 1)
    ]
    document = {"contract": case.CASE, "store": "US", "defects": defects}
    return assess(
        Intake(sheets), TODAY, case=case.read({**document, "odr_page": page} if orders else document)
    )


def block(found: Assessment, lang: str = "en", **supposed: str) -> dict[str, Any]:
    value = plan.block(found, supposed, lang)
    assert value is not None
    return value


def row(type_: str, outcome: str, lang: str = "en", **others: str) -> dict[str, Any]:
    (only,) = block(assessed({"type": type_, "outcome": outcome, **others}), lang)["rows"]
    return dict(only)


def values(one: dict[str, Any]) -> list[str]:
    return [each["value"] for each in one["supposes"]]


SEED = (
    {"type": CLAIM, "outcome": "granted", "decided_on": "2026-11-09"},
    {"type": CLAIM, "outcome": "granted", "decided_on": "2026-11-10", "order_date": "2026-10-14"},
)


def test_one_of_two_claims_alone_and_both_together() -> None:
    found = assessed(*SEED, stated=2)
    nothing, both = block(found), block(found, d1="mark_removed", d2="mark_removed")
    assert nothing["rows"][0]["alone"] == "Without this mark: 1 of 126 = 0.794\u00a0%, under 1\u00a0%."
    assert nothing["together"]["sentence"] == (
        "Nothing is chosen yet. As it stands: 2 of 126 = 1.587\u00a0%, not under 1\u00a0%."
    )
    assert (nothing["together"]["state"], nothing["together"]["chosen"]) == ("off_target", 0)
    assert both["together"] == {
        "title": "If everything you chose here happens",
        "sentence": "0 of 126 = 0\u00a0%, under 1\u00a0%.",
        "state": "on_target",
        "chosen": 2,
    }
    assert both["rows"][0]["effect"] == "If this alone happens: 1 of 126 = 0.794\u00a0%, under 1\u00a0%."


def test_the_same_in_chinese() -> None:
    found = block(assessed(*SEED, stated=2), "zh-Hans", d1="mark_removed")
    assert found["title"] == "哪些缺陷可以正当移除"
    assert found["rows"][0]["alone"] == "去掉这个标记：1 / 126 = 0.794%，低于 1%。"
    assert found["together"]["sentence"] == "1 / 126 = 0.794%，低于 1%。"


def test_the_money_alone_leaves_the_number_as_it_is() -> None:
    found = block(assessed(*SEED), d1="appeal_money_only")
    assert found["rows"][0]["effect"].startswith("If this alone happens, the number stays as it is: 2 of 126")
    assert found["together"]["state"] == "off_target"


@pytest.mark.parametrize(
    ("type_", "outcome", "others", "expected"),
    [
        (CLAIM, "granted", {"decided_on": "2026-11-09"}, ["mark_removed", "appeal_money_only", "granted"]),
        (CLAIM, "granted", {}, ["mark_removed", "appeal_money_only", "granted"]),
        (CLAIM, "granted", {"decided_on": "2026-10-15"}, []),
        (CLAIM, "cancelled_by_seller", {}, ["mark_removed", "appeal_money_only", "cancelled_by_seller"]),
        (CLAIM, "appealed", {}, ["mark_removed", "appeal_money_only", "granted"]),
        (CLAIM, "appeal_money_only", {}, ["mark_removed", "appeal_money_only"]),
        (CLAIM, "open", {"event_date": "2026-11-21"}, ["denied", "granted_not_counted", "granted"]),
        (CLAIM, "open", {"event_date": "2026-11-01"}, []),
        (CLAIM, "no such word", {}, []),
        (FEEDBACK, "kept", {}, ["removed", "kept"]),
        (FEEDBACK, "kept", {"event_date": "2026-07-01", "order_date": "2026-10-06"}, ["removed", "kept"]),
        (CHARGEBACK, "service", {"decided_on": "2026-11-20"}, []),
        (CHARGEBACK, "unknown", {"decided_on": "2026-11-20"}, ["fraud", "service"]),
    ],
)
def test_only_outcomes_that_an_open_honest_route_can_lead_to_can_be_supposed(
    type_: str, outcome: str, others: dict[str, str], expected: list[str]
) -> None:
    found = row(type_, outcome, **others)
    assert values(found) == expected
    assert bool(found["no_route"]) is not bool(expected)


def test_feedback_is_struck_through_only_where_amazon_fulfilled_the_order() -> None:
    by_amazon = block(assessed({"type": FEEDBACK, "outcome": "kept", "fulfillment": "afn"}))["rows"][0]
    assert values(by_amazon) == ["removed", "struck_through", "kept"]
    assert "struck_through" not in values(row(FEEDBACK, "kept"))


def test_where_no_honest_route_is_left_the_reason_and_the_day_the_mark_leaves_are_said() -> None:
    passed = row(CLAIM, "granted", decided_on="2026-10-15")["no_route"]
    assert passed.startswith("No honest route is left") and "14\u00a0Nov\u00a02026" in passed
    assert passed.endswith("The mark stays until the order leaves the window on 20\u00a0Dec\u00a02026.")
    service = row(CHARGEBACK, "service", decided_on="2026-11-20")["no_route"]
    assert service.startswith("No honest route") and "Answer in the days given all the same." in service
    over = row(CHARGEBACK, "service", decided_on="2026-11-01")["no_route"]
    assert "8\u00a0Nov\u00a02026" in over and "Answer in the days" not in over
    waiting = row(CLAIM, "open", event_date="2026-11-01")["no_route"]
    assert waiting.startswith("No honest route is open now") and "set the outcome then" in waiting
    assert row(CLAIM, "no such word")["no_route"].startswith("Say first how this defect stands")


def test_how_long_until_it_shows_is_a_sources_or_said_to_be_nobodys() -> None:
    assert "up to 7 days" in row(CLAIM, "granted", decided_on="2026-11-09")["shown_after"]
    assert row(FEEDBACK, "kept")["shown_after"].startswith("No source says how long")
    assert row(CHARGEBACK, "service", decided_on="2026-11-20")["shown_after"] is None


def test_another_mark_on_the_order_is_said_and_the_number_stays() -> None:
    twice = {"order_id": "111-0000001-0000009"}
    found = block(
        assessed(
            {"type": FEEDBACK, "outcome": "kept", **twice}, {"type": CLAIM, "outcome": "granted", **twice}
        )
    )
    for one in found["rows"]:
        assert one["alone"].startswith(
            "This order is marked more than once. Without this mark alone: 1 of 126"
        )
        assert "the same" not in one["alone"]
    same = [{"type": CLAIM, "outcome": "granted", **twice}] * 2
    assert "If both lines are the same A-to-z claim" in block(assessed(*same))["rows"][0]["alone"]
    both = block(
        assessed(
            {"type": FEEDBACK, "outcome": "kept", **twice}, {"type": CLAIM, "outcome": "granted", **twice}
        ),
        d1="removed",
        d2="mark_removed",
    )
    assert both["together"]["sentence"].startswith("0 of 126")


def test_an_order_not_in_the_window_yet_changes_nothing_today_and_its_day_is_said() -> None:
    ahead = {"type": CLAIM, "outcome": "granted", "order_date": "2026-11-12"}
    found = block(assessed(SEED[0], ahead), d2="mark_removed")
    one = next(each for each in found["rows"] if each["key"] == "d2")
    assert (one["in_window"], one["counts"]) == (False, "enters on 27\u00a0Nov\u00a02026")
    assert one["alone"].endswith("The order enters on 27\u00a0Nov\u00a02026.")
    assert one["effect"].endswith("enters on 27\u00a0Nov\u00a02026 without this mark.")
    assert found["together"]["sentence"].startswith("1 of 126")
    assert "not in the window yet" in found["together"]["sentence"]
    kept = block(assessed(SEED[0], ahead), d2="granted")["rows"]
    assert any(str(each["effect"]).endswith("with its mark.") for each in kept)


def test_a_missing_order_day_is_a_line_and_said() -> None:
    found = row(CLAIM, "granted", order_date="")
    assert found["alone"].startswith("The order day is missing") and found["counts_state"] == "undecided"


def test_without_a_number_of_orders_no_rate_is_shown() -> None:
    found = block(assessed(*SEED, orders=None), d1="mark_removed")
    assert "no rate to change" in found["together"]["sentence"]
    assert found["together"]["state"] == "undecided"
    assert {one["alone"] for one in found["rows"]} == {text("en", "plan.alone.no_rate")}
    assert "%" not in json.dumps(found["rows"])
    assert found["honest"] == text("en", "plan.honest.no_rate")


def test_what_ends_soonest_stands_first_and_what_no_route_can_change_last() -> None:
    found = block(
        assessed(
            {"type": CHARGEBACK, "outcome": "service", "decided_on": "2026-11-21"},
            {"type": CLAIM, "outcome": "appealed"},
            {"type": CLAIM, "outcome": "granted"},
            {"type": FEEDBACK, "outcome": "kept", "event_date": "2026-11-20"},
            {"type": CLAIM, "outcome": "granted", "decided_on": "2026-11-20"},
            {"type": CLAIM, "outcome": "granted", "decided_on": "2026-11-01"},
            {"type": CLAIM, "outcome": "open", "event_date": "2026-11-22"},
        )
    )
    assert [one["key"] for one in found["rows"]] == ["d7", "d6", "d5", "d4", "d3", "d2", "d1"]


def test_a_sure_day_stands_before_hearsay_and_a_day_to_type_before_a_route_without_one() -> None:
    found = block(
        assessed(
            {"type": FEEDBACK, "outcome": "kept", "event_date": "2026-09-10", "order_date": "2026-09-09"},
            {"type": CLAIM, "outcome": "granted", "decided_on": "2026-11-20"},
            {"type": CLAIM, "outcome": "appeal_money_only"},
            {"type": CLAIM, "outcome": "granted"},
        )
    )
    assert [one["key"] for one in found["rows"]] == ["d2", "d1", "d4", "d3"]


def test_of_two_that_wait_the_one_that_may_take_more_off_stands_first() -> None:
    shared, waiting = {"order_id": "111-0000001-0000000"}, {"type": CLAIM, "outcome": "appealed"}
    found = block(
        assessed({**waiting, **shared}, {"type": CHARGEBACK, "outcome": "unknown", **shared}, waiting)
    )
    assert [one["key"] for one in found["rows"]] == ["d3", "d1", "d2"]
    sure = block(assessed(waiting, {"type": CLAIM, "outcome": "appeal_money_only"}))
    assert [one["key"] for one in sure["rows"]] == ["d2", "d1"]


def test_of_two_with_the_same_day_the_one_that_takes_more_off_stands_first() -> None:
    shared = {"order_id": "111-0000001-0000000"}
    same_day = {"type": CLAIM, "outcome": "granted", "decided_on": "2026-11-09"}
    found = block(assessed({**same_day, **shared}, {"type": FEEDBACK, "outcome": "kept", **shared}, same_day))
    assert [one["key"] for one in found["rows"]] == ["d3", "d1", "d2"]


HONEST = [
    (
        SEED,
        "it would be enough to come under 1\u00a0% today if 1 order with an open route lost its mark,"
        " for example 111-•••••••-••00001. That is about today's window: as orders leave and enter,",
    ),
    (
        (*SEED, {"type": FEEDBACK, "outcome": "kept", "order_date": "2026-11-14"}),
        "it can be over again. 1 more order with a mark enters on 29\u00a0Nov\u00a02026. Amazon decides.",
    ),
    (({"type": FEEDBACK, "outcome": "kept"},) * 2, "For feedback only where one of Amazon's grounds fits."),
    (({"type": CHARGEBACK, "outcome": "service"},) * 2, "No route that may take a mark away is open."),
    (
        ({"type": CLAIM, "outcome": "appealed"}, *({"type": CHARGEBACK, "outcome": "service"},) * 2),
        "would not be enough to come under 1\u00a0%, even all of them: the plan of action is the way.",
    ),
    (
        ({"type": CLAIM, "outcome": "granted"},) * 2,
        "Whether the routes would be enough cannot be said yet: 2 lines lack the day from which their routes run.",
    ),
    (
        ({"type": CLAIM, "outcome": "granted"}, *({"type": CHARGEBACK, "outcome": "service"},) * 2),
        "would not be enough to come under 1\u00a0%, even all of them",
    ),
    (SEED[:1], "On these counts the number is under 1\u00a0% already"),
]


@pytest.mark.parametrize(("rows", "said"), HONEST)
def test_which_open_routes_would_be_enough_is_said_or_that_they_are_not(
    rows: tuple[dict[str, str], ...], said: str
) -> None:
    assert said in block(assessed(*rows))["honest"]


def test_many_orders_are_named_up_to_five_and_the_rest_counted() -> None:
    found = block(assessed(*[{"type": CLAIM, "outcome": "appealed"}] * 9))
    assert found["honest"].count("•••••••-••") == 5
    assert "lost their marks" in found["honest"] and "3 more" in found["honest"]


def test_appeal_and_plan_are_said_to_run_side_by_side() -> None:
    claim = block(assessed(*SEED))["parallel"]
    assert "side by side" in claim and "do not admit what you dispute" in claim
    assert "Wait for nothing" in block(assessed({"type": FEEDBACK, "outcome": "kept"}))["parallel"]


def test_no_order_id_is_whole_and_no_bare_number_of_orders_to_clear_is_told() -> None:
    found = json.dumps(block(assessed(*SEED, d_ := {"type": CHARGEBACK, "outcome": "service"}, d_)))
    assert not WHOLE_ID.search(found) and WHOLE_ID.search("111-0000001-0000001")
    assert "smallest" not in found


def test_what_is_supposed_changes_the_plan_alone() -> None:
    found = assessed(*SEED, stated=2)
    before, after = explanation(found, "en"), explanation(found, "en", {"d1": "mark_removed"})
    assert before["plan"] != after["plan"]
    assert {**before, "plan": None} == {**after, "plan": None}


@pytest.mark.parametrize(
    "supposed", [{"d9": "mark_removed"}, {"d1": "fraud"}, {"d1": ""}, {"d3": "fraud"}, {"": "x"}]
)
def test_what_no_row_knows_is_passed_over(supposed: dict[str, str]) -> None:
    found = assessed(*SEED, {"type": CHARGEBACK, "outcome": "service"})
    assert plan.block(found, supposed, "en") == plan.block(found, {}, "en")


def test_without_any_defect_there_is_no_plan_and_one_that_only_the_page_counts_is_said() -> None:
    assert plan.block(assessed(), {}, "en") is None
    found = block(assessed(stated=2))
    assert found["rows"] == [] and found["lead"] == text("en", "plan.lead_none")
    assert found["others"].startswith("Amazon's page counts 2 more orders")


OUTCOMES = {
    CLAIM: ("granted", "open", "appealed", "appeal_money_only", "denied", "mark_removed", "maybe"),
    FEEDBACK: ("kept", "removed"),
    CHARGEBACK: ("service", "fraud", "unknown"),
}
DAYS = some.sampled_from(("", "2026-07-01", "2026-09-09", "2026-10-20", "2026-11-09", "2026-11-20"))


@some.composite
def rows_of_any_kind(draw: some.DrawFn) -> dict[str, str]:
    type_ = draw(some.sampled_from(sorted(OUTCOMES)))
    return {
        "type": type_,
        "outcome": draw(some.sampled_from(OUTCOMES[type_])),
        "order_id": draw(some.sampled_from(("", "111-0000001-0000001", "111-0000001-0000002"))),
        "fulfillment": draw(some.sampled_from(("mfn", "mfn", "afn", ""))),
        "order_date": draw(DAYS),
        "event_date": draw(DAYS),
        "decided_on": draw(DAYS),
    }


@settings(max_examples=60, deadline=None)
@given(rows=some.lists(rows_of_any_kind(), min_size=1, max_size=6), lang=some.sampled_from(LANGUAGES))
def test_every_defect_has_a_line_or_is_counted_among_the_others(rows: Rows, lang: str) -> None:
    found = assessed(*rows)
    value, defects = plan.block(found, {}, lang), found.defect_list.defects
    if value is None:
        assert not defects
        return
    held = [one for one in defects if one.counts is not Counts.NOT_COUNTED]
    shown = [one for one in held if place_of(one, found) not in (Place.LEFT, Place.UNPLACED)]
    assert len(value["rows"]) == len(shown)
    assert bool(value["others"]) is (len(shown) < len(defects))
    assert all(one["alone"] and bool(one["no_route"]) is not bool(one["supposes"]) for one in value["rows"])
    assert "{" not in str([value["honest"], value["parallel"], value["together"]["sentence"]])


@settings(max_examples=60, deadline=None)
@given(rows=some.lists(rows_of_any_kind(), min_size=1, max_size=6), data=some.data())
def test_what_the_choices_do_together_is_what_the_case_says_once_they_are_typed(
    rows: Rows, data: some.DataObject
) -> None:
    found = assessed(*rows)
    value = plan.block(found, {}, "en")
    if value is None:
        return
    chosen = {
        one["key"]: data.draw(some.sampled_from(values(one)))
        for one in value["rows"]
        if one["supposes"] and data.draw(some.booleans())
    }
    numbers = {int(key.removeprefix("d")) for key in chosen}
    typed = [{**one, "outcome": chosen[f"d{n}"]} if n in numbers else one for n, one in enumerate(rows, 1)]
    feedback = [one["order_id"] for one in rows if one["type"] == FEEDBACK and one["order_id"]]
    if len(feedback) > len(set(feedback)):
        return  # one feedback an order: which of two typed ones stands may change with the outcome
    again = assessed(*typed)
    asked = block(found, **chosen)["together"]["sentence"]
    for who in Fulfillment:
        if f"{text('en', f'explain.fulfillment.{who}')}: " in asked or who is Fulfillment.MFN:
            assert counts.phrase(again.rates[who], again, "en") in asked or "no rate" in asked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_outcome_to_suppose_is_one_of_policy_and_has_a_label(lang: str) -> None:
    known = {one.key.removeprefix("counted_defects.") for one in entries() if one.key.count(".") == 2}
    for type_, outcomes in OUTCOMES.items():
        for outcome in outcomes:
            found = plan.block(assessed({"type": type_, "outcome": outcome}), {}, lang)
            for one in found["rows"] if found else ():
                assert all(f"{type_}.{each['value']}" in known and each["label"] for each in one["supposes"])


FORBIDDEN = {
    "promise": r"\b(?:guarantee[ds]?|promise|certainly|will be removed|will be reinstated|reinstat\w+)\b|保证|承诺|一定能|包过",
    "chance": r"\b(?:success rate|chances?|likely|probab\w+|odds)\b|成功率|几率|概率|把握",
    "back": r"\b(?:recover\w*|back to normal|sell(?:ing)? again)\b|恢复|重新销售",
    "praise": r"\b(?:great|excellent|congratulations|good news|well done)\b|恭喜|太好了|好消息",
    "pressure": r"\b(?:ask|contact|tell|persuade|offer) the buyer\b|withdraw|in return|(?:让|请|要求|劝)买家|撤回",
    "buying": r"\b(?:orders? needed|more orders to|buy orders)\b|刷单|补单|还需要? ?\d* ?个订单",
    "smallest": r"\bsmallest\b|\bleast number\b|最少(?:要|需)",
    "waiting": r"\bwait (?:until|for) (?:the|a|Amazon's)\b|先等",
}


def harm(sentence: str) -> list[str]:
    return [name for name, pattern in FORBIDDEN.items() if re.search(pattern, sentence, re.IGNORECASE)]


@pytest.mark.parametrize("lang", LANGUAGES[:2])
def test_no_sentence_of_the_plan_does_harm(lang: str) -> None:
    assert {key: harm(one) for key, one in catalogue(lang, "plan").items() if harm(one)} == {}


@pytest.mark.parametrize(
    ("name", "caught", "passed"),
    [
        ("promise", "Send it and the mark will be removed.", "If the mark goes: 1 of 126."),
        ("promise", "保证去掉标记。", "标记可能撤销。"),
        ("chance", "Your chance is good.", "Amazon decides."),
        ("chance", "成功率很高。", "由亚马逊决定。"),
        ("back", "You recover on 28 December.", "The order leaves the window on 28 December."),
        ("back", "12 月 28 日恢复。", "订单在 12 月 28 日离开统计时段。"),
        ("praise", "Good news: only one mark.", "Only one mark."),
        ("pressure", "Ask the buyer to change it.", "Ask Amazon to remove it."),
        ("pressure", "请买家撤回索赔。", "买家自己删除的反馈。"),
        ("buying", "75 more orders to go.", "126 orders in the window."),
        ("smallest", "The smallest set is 1.", "For example this order."),
        ("waiting", "Wait for the decision first.", "Neither waits for the other."),
    ],
)
def test_the_guard_against_harm_catches_its_witness_and_passes_what_is_fine(
    name: str, caught: str, passed: str
) -> None:
    assert name in harm(caught) and not harm(passed)
