"""The claim clock counts calendar days, shows one day less, and says what it cannot know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from calculator.claim_clock import (
    Clock,
    Route,
    Situation,
    State,
    a_to_z,
    chargeback,
    clocks_of,
    days_table,
    feedback,
    worded,
)
from calculator.messages import LANGUAGES, catalogue
from calculator.policy import entries, entry, policy_on

TODAY = date(2026, 11, 22)
US = policy_on(TODAY, "US")
CLAIM = "a_to_z_claim"
FEEDBACK = "negative_feedback"
DEADLINES = {
    "removal_routes.a_to_z_appeal.deadline",
    "removal_routes.chargeback_representation.deadline",
    "removal_routes.a_to_z_claim.information_hours",
}


def clocks(
    type_: str, outcome: str, as_of: date = TODAY, store: str | None = "US", **known: Any
) -> tuple[Clock, ...]:
    return clocks_of(Situation(type=type_, outcome=outcome, **known), as_of, policy_on(as_of, store))


def first(type_: str, outcome: str, as_of: date = TODAY, **known: Any) -> Clock:
    return clocks(type_, outcome, as_of, **known)[0]


def words(
    type_: str, outcome: str, lang: str = "en", as_of: date = TODAY, store: str | None = "US", **known: Any
) -> dict[str, Any]:
    case = Situation(type=type_, outcome=outcome, **known)
    policy = policy_on(as_of, store)
    return worded(clocks_of(case, as_of, policy)[0], case, policy, lang)


@pytest.mark.parametrize(
    ("decided", "last_safe", "last"),
    [
        (date(2026, 11, 9), date(2026, 12, 8), date(2026, 12, 9)),
        (date(2026, 10, 31), date(2026, 11, 29), date(2026, 11, 30)),
        (date(2026, 1, 31), date(2026, 3, 1), date(2026, 3, 2)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 1)),
        (date(2024, 1, 30), date(2024, 2, 28), date(2024, 2, 29)),
        (date(2026, 2, 20), date(2026, 3, 21), date(2026, 3, 22)),
        (date(2026, 10, 15), date(2026, 11, 13), date(2026, 11, 14)),
        (date(2026, 12, 5), date(2027, 1, 3), date(2027, 1, 4)),
    ],
)
def test_an_appeal_runs_thirty_days_from_the_decision_and_is_safe_for_one_less(
    decided: date, last_safe: date, last: date
) -> None:
    """Month ends, leap years, the turn of the year and both changes of the clocks."""
    clock = first(CLAIM, "granted", as_of=decided, decided_on=decided)
    assert (clock.last_safe_day, clock.last_day) == (last_safe, last)
    assert days_table(decided, decided, US)[0].last_safe_day == last_safe


@pytest.mark.parametrize(
    ("mailed", "last_safe", "last"),
    [
        (date(2026, 11, 20), date(2026, 11, 26), date(2026, 11, 27)),
        (date(2028, 2, 25), date(2028, 3, 2), date(2028, 3, 3)),
        (date(2026, 12, 28), date(2027, 1, 3), date(2027, 1, 4)),
    ],
)
def test_a_chargeback_runs_seven_days_from_the_mail(mailed: date, last_safe: date, last: date) -> None:
    clock = first("chargeback", "service", as_of=mailed, decided_on=mailed)
    assert (clock.last_safe_day, clock.last_day, clock.stake) == (last_safe, last, ("money",))
    assert first("chargeback", "unknown", as_of=mailed, event_date=mailed).last_safe_day == last_safe


def test_a_question_of_amazon_runs_forty_eight_hours_from_the_beginning_of_its_day() -> None:
    """Nobody knows the hour: what was asked at midnight ends as the second day after it begins."""
    clock = first(CLAIM, "open", event_date=date(2026, 11, 21))
    assert clock.route is Route.A_TO_Z_ANSWER
    assert (clock.last_safe_day, clock.last_day) == (date(2026, 11, 22), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("as_of", "state", "left", "shown"),
    [
        (date(2026, 11, 9), State.RUNNING, 29, "29 days left"),
        (date(2026, 11, 22), State.RUNNING, 16, "16 days left"),
        (date(2026, 12, 4), State.RUNNING, 4, "4 days left"),
        (date(2026, 12, 5), State.SOON, 3, "3 days left"),
        (date(2026, 12, 7), State.SOON, 1, "1 day left"),
        (date(2026, 12, 8), State.LAST_DAY, 0, "Today is the last safe day"),
        (date(2026, 12, 9), State.LAST_DAY, -1, "The safe day is over, today is the last day: send today"),
        (date(2026, 12, 10), State.PASSED, -2, "Passed on 9\u00a0Dec\u00a02026"),
    ],
)
def test_each_day_of_an_appeal_has_its_state(as_of: date, state: State, left: int, shown: str) -> None:
    decided = date(2026, 11, 9)
    clock = first(CLAIM, "granted", as_of=as_of, decided_on=decided)
    assert (clock.state, clock.days_left) == (state, left)
    found = words(CLAIM, "granted", as_of=as_of, decided_on=decided)
    assert found["left"] == shown
    assert (found["possible"] is not None) is (state is State.PASSED)


def test_the_last_safe_day_is_said_in_beijing_time_and_beside_it_on_the_stores_clock() -> None:
    found = words(CLAIM, "granted", decided_on=date(2026, 11, 9))
    assert found["last_safe"] == "Last safe day 8\u00a0Dec\u00a02026, Beijing time"
    assert found["store_time"] == (
        "That day ends in Beijing when it is 08:00 on 8\u00a0Dec\u00a02026 in the store's time (Los Angeles)."
    )
    assert (found["last_day"], found["last_safe_day"]) == ("2026-12-09", "2026-12-08")
    assert "9\u00a0Nov\u00a02026 plus 30 calendar days is 9\u00a0Dec\u00a02026" in found["note"]


def test_the_same_in_chinese() -> None:
    found = words(CLAIM, "granted", "zh-Hans", decided_on=date(2026, 11, 9))
    assert found["left"] == "还剩 16 天"
    assert found["last_safe"] == "最后安全日：北京时间 2026年12月8日"
    assert found["store_time"] == "北京时间这一天结束时，站点时间（洛杉矶）是 2026年12月8日 08:00。"


@pytest.mark.parametrize(
    ("store", "decided", "shown"),
    [
        ("US", date(2026, 6, 1), "09:00 on 30\u00a0Jun\u00a02026"),
        ("UK", date(2026, 6, 1), "17:00 on 30\u00a0Jun\u00a02026"),
        ("UK", date(2026, 11, 9), "16:00 on 8\u00a0Dec\u00a02026"),
        ("DE", date(2026, 9, 26), "17:00 on 25\u00a0Oct\u00a02026"),
        ("DE", date(2026, 9, 25), "18:00 on 24\u00a0Oct\u00a02026"),
        ("JP", date(2026, 11, 9), "01:00 on 9\u00a0Dec\u00a02026"),
        ("SG", date(2026, 11, 9), "24:00 on 8\u00a0Dec\u00a02026"),
        ("AU", date(2026, 11, 9), "03:00 on 9\u00a0Dec\u00a02026"),
        ("IN", date(2026, 11, 9), "21:30 on 8\u00a0Dec\u00a02026"),
    ],
)
def test_summer_and_winter_on_the_clock_of_each_store(store: str, decided: date, shown: str) -> None:
    found = words(CLAIM, "granted", as_of=decided, store=store, decided_on=decided)
    assert shown in found["store_time"]


def test_without_a_store_only_beijing_is_said() -> None:
    assert words(CLAIM, "granted", store=None, decided_on=date(2026, 11, 9))["store_time"] is None


@pytest.mark.parametrize(
    ("type_", "outcome", "missing"),
    [
        (CLAIM, "open", "event_date"),
        (CLAIM, "granted", "decided_on"),
        (CLAIM, "seller_refunded_after_claim", "decided_on"),
        ("chargeback", "service", "decided_on"),
        (FEEDBACK, "kept", "event_date"),
        (FEEDBACK, "2", "event_date"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_clock_without_its_day_asks_for_it_and_says_where_it_stands(
    type_: str, outcome: str, missing: str, lang: str
) -> None:
    found = words(type_, outcome, lang)
    assert (found["state"], found["missing"], found["last_safe"]) == ("no_start", missing, None)
    assert found["ask"]


@pytest.mark.parametrize(
    ("outcome", "stake"),
    [
        ("granted", ("money", "mark")),
        ("cancelled_by_seller", ("money", "mark")),
        ("seller_refunded_after_claim", ("money", "mark")),
        ("granted_not_counted", ("money",)),
        ("refused_or_returned", ("money",)),
    ],
)
def test_what_an_appeal_is_about_follows_from_what_counts(outcome: str, stake: tuple[str, ...]) -> None:
    clock = first(CLAIM, outcome, decided_on=date(2026, 11, 9))
    assert (clock.route, clock.stake) == (Route.A_TO_Z_APPEAL, stake)


def test_whether_a_refunded_claim_can_be_appealed_is_said_to_be_unknown() -> None:
    found = words(CLAIM, "seller_refunded_after_claim", decided_on=date(2026, 11, 9))
    assert "is not stated" in found["why"]
    assert found["fact"] == "removal_routes.a_to_z_appeal.outcomes_not_stated"


def test_an_appealed_claim_waits_and_a_won_money_asks_for_the_mark() -> None:
    waiting, won = words(CLAIM, "appealed"), words(CLAIM, "appeal_money_only")
    assert (waiting["route"], waiting["state"], waiting["templates"]) == ("a_to_z_pending", "none", [])
    assert "7 days" in waiting["why"]
    assert (won["route"], won["stake"]) == ("a_to_z_mark_correction", "The mark in the rate")
    assert [one["template"] for one in won["templates"]] == ["a_to_z_mark_correction"]
    assert "No page we could read names a deadline" in won["note"]


@pytest.mark.parametrize(
    ("type_", "outcome"),
    [(CLAIM, one) for one in a_to_z.DONE]
    + [(FEEDBACK, one) for one in feedback.DONE]
    + [("chargeback", one) for one in chargeback.DONE],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_has_to_be_done_the_reason_is_said(type_: str, outcome: str, lang: str) -> None:
    (clock,) = clocks(type_, outcome, decided_on=date(2026, 11, 9))
    found = words(type_, outcome, lang)
    assert clock.route is Route.NONE and found["why"] and found["templates"] == []
    assert policy_on(TODAY).counts(type_, outcome) is not None


def test_every_outcome_of_policy_has_an_answer_of_its_own() -> None:
    """An outcome that somebody adds to policy must not end as an unknown word."""
    named = [
        one.key.split(".")[1:]
        for one in entries()
        if one.key.count(".") == 2 and one.key.startswith("counted_defects.")
    ]
    named = [(type_, outcome) for type_, outcome in named if type_ in (CLAIM, FEEDBACK, "chargeback")]
    assert len(named) > 18
    assert [pair for pair in named if first(*pair).reason == "none.unknown"] == []


@pytest.mark.parametrize(
    ("type_", "outcome"), [(CLAIM, "maybe"), (CLAIM, ""), ("gift", "granted"), (FEEDBACK, "4")]
)
def test_an_unknown_word_is_said_and_no_clock_is_guessed(type_: str, outcome: str) -> None:
    (clock,) = clocks(type_, outcome, decided_on=date(2026, 11, 9))
    assert (clock.route, clock.reason) == (Route.NONE, "none.unknown")


def test_feedback_has_amazons_grounds_the_strike_through_and_what_only_the_buyer_can_do() -> None:
    removal, strike, buyer = clocks(FEEDBACK, "1", event_date=date(2026, 11, 1), fulfillment="mfn")
    assert (removal.route, removal.said_to_be, removal.last_day) == (
        Route.FEEDBACK_REMOVAL,
        True,
        date(2027, 1, 30),
    )
    assert (strike.route, strike.state) == (Route.FEEDBACK_STRIKE_THROUGH, State.NONE)
    assert strike.evidence == ("buy_shipping_label", "first_scan_on_time")
    assert (buyer.route, buyer.templates, buyer.state) == (Route.BUYERS_OWN_CHANGE, (), State.NONE)


def test_a_deadline_of_one_voice_is_never_said_as_sure() -> None:
    for lang, hedge in (("en", "Said to end about"), ("zh-Hans", "据称")):
        found = words(FEEDBACK, "2", lang, event_date=date(2026, 11, 1))
        assert found["last_safe"].startswith(hedge)
        assert found["left"].startswith(hedge.removesuffix(" to end about"))
        over = words(FEEDBACK, "2", lang, as_of=date(2027, 3, 1), event_date=date(2026, 11, 1))
        assert over["left"].startswith(hedge.removesuffix(" to end about")) and over["possible"]
        assert found["store_time"] is None
    assert words(CLAIM, "granted", decided_on=TODAY)["last_safe"].startswith("Last safe day")


def test_the_origin_is_asked_before_a_strike_through_of_the_sellers_own_shipping() -> None:
    case = Situation(type=FEEDBACK, outcome="2", fulfillment="mfn")
    strike = worded(clocks_of(case, TODAY, US)[1], case, US, "en")
    assert strike["why"].startswith("First: where was it shipped from?")
    by_amazon = clocks(FEEDBACK, "2", fulfillment="afn")[1]
    assert (by_amazon.reason, by_amazon.evidence) == ("feedback_strike_through.afn", ("fulfilled_by_amazon",))


def test_the_protected_label_is_offered_only_in_stores_that_have_it() -> None:
    def names(store: str) -> tuple[str, ...]:
        return clocks(CLAIM, "granted", store=store, decided_on=TODAY)[0].templates

    assert "a_to_z_appeal_buy_shipping" in names("US") and "a_to_z_appeal_buy_shipping" in names("CA")
    assert "a_to_z_appeal_buy_shipping" not in names("DE")


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"decided_on": date(2026, 12, 1)}, "is after 22\u00a0Nov\u00a02026"),
        (
            {"decided_on": date(2026, 10, 1), "order_date": date(2026, 10, 6)},
            "before the day of the order, 6\u00a0Oct\u00a02026",
        ),
        ({"decided_on": date(9999, 12, 30)}, "beyond every calendar"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_that_cannot_be_right_is_said_and_crashes_nothing(
    known: dict[str, date], said: str, lang: str
) -> None:
    found = words(CLAIM, "granted", lang, **known)
    assert said in found["doubt"] if lang == "en" else found["doubt"]
    assert (found["state"], found["days_left"], found["last_safe_day"]) == ("no_start", None, None)


def test_a_sound_day_is_not_doubted() -> None:
    assert (
        words(CLAIM, "granted", decided_on=date(2026, 11, 9), order_date=date(2026, 10, 6))["doubt"] is None
    )


def test_before_the_rules_are_known_nothing_is_counted() -> None:
    found = words(FEEDBACK, "kept", as_of=date(2021, 1, 1), event_date=date(2020, 12, 20))
    assert (found["state"], found["last_safe"]) == ("none", None)


def test_the_table_holds_every_day_of_its_range_once() -> None:
    rows = days_table(date(2026, 10, 1), date(2026, 12, 31), US)
    assert [row.first_day for row in rows] == [date(2026, 10, 1) + timedelta(n) for n in range(92)]
    assert all((row.last_safe_day - row.first_day).days == 29 for row in rows)
    assert all((row.last_day - row.last_safe_day).days == 1 for row in rows)
    assert days_table(TODAY, TODAY - timedelta(1), US) == ()


@pytest.mark.parametrize("store", ["US", "DE", "JP", None])
def test_the_figures_are_those_of_policy(store: str | None) -> None:
    """Worse than a wrong rule is one that the page shows and the clock does not follow."""
    policy = policy_on(TODAY, store)
    decided = date(2026, 3, 3)
    appeal = clocks(CLAIM, "granted", as_of=decided, store=store, decided_on=decided)[0]
    assert appeal.length == policy.whole("removal_routes.a_to_z_appeal.deadline")
    mail = clocks("chargeback", "service", as_of=decided, store=store, decided_on=decided)[0]
    assert mail.length == policy.whole("removal_routes.chargeback_representation.deadline")


def test_every_clock_rests_on_a_fact_card() -> None:
    shown = [clock.fact for type_, outcome in _ALL for clock in clocks(type_, outcome)]
    assert None not in shown
    assert all(entry(str(key)) for key in shown)


_ALL = [
    *((CLAIM, one) for one in ("open", "granted", "appealed", "appeal_money_only", "denied")),
    *((FEEDBACK, one) for one in ("kept", "removed")),
    *(("chargeback", one) for one in ("service", "fraud")),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("type_", "outcome"), _ALL)
def test_every_clock_is_worded_whole_in_every_language(type_: str, outcome: str, lang: str) -> None:
    case = Situation(type=type_, outcome=outcome, fulfillment="mfn", event_date=TODAY, decided_on=TODAY)
    for clock in clocks_of(case, TODAY, US):
        found = worded(clock, case, US, lang)
        assert found["title"] and found["left"] and found["why"]
        assert "{" not in str(found["why"]) + str(found["note"]) + str(found["left"])
        assert all(one["title"] and one["when"] for one in found["templates"])


FORBIDDEN = (
    "guarantee you",
    "success rate",
    "will be removed",
    "ask the buyer to",
    "保证",
    "包过",
    "成功率",
    "让买家",
)


def forbidden(sentence: str) -> list[str]:
    return [phrase for phrase in FORBIDDEN if phrase in sentence]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_promises_or_presses(lang: str) -> None:
    assert {key: forbidden(one) for key, one in catalogue(lang, "clock").items() if forbidden(one)} == {}


def test_the_guard_against_promises_catches_its_witness_and_passes_what_is_fine() -> None:
    assert forbidden("Send this and the mark will be removed.") and forbidden("申诉成功率很高")
    assert not forbidden("Amazon decides money and mark apart.") and not forbidden(
        "款项和标记由亚马逊分别决定。"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("type_", "outcome"), _ALL)
def test_what_changes_and_when_it_shows_is_said_where_a_mark_is_at_stake(
    type_: str, outcome: str, lang: str
) -> None:
    case = Situation(type=type_, outcome=outcome, fulfillment="mfn")
    for clock in clocks_of(case, TODAY, US):
        found = worded(clock, case, US, lang)
        assert bool(found["changes"]) is (clock.route is not Route.NONE)
        assert bool(found["shows"]) is ("mark" in clock.stake)
        assert "{" not in str(found["changes"]) + str(found["shows"])


def test_money_and_mark_are_told_as_two_outcomes_and_one_alone_as_one() -> None:
    both = words(CLAIM, "granted", decided_on=TODAY)
    money = words(CLAIM, "granted_not_counted", decided_on=TODAY)
    assert both["changes"].startswith("Two outcomes, decided apart")
    assert money["changes"].startswith("The money may come back. The mark is not in question")
    assert (both["shows"], money["shows"]) == (
        "After the decision a change may take up to 7 days to show in the rate.",
        None,
    )


def test_days_until_it_shows_are_those_of_a_source_else_none_is_named() -> None:
    removal = words(FEEDBACK, "kept")["shows"]
    assert removal.startswith("No source says how long") and "up to 48 hours" in removal
    strike = Situation(type=FEEDBACK, outcome="kept")
    said = worded(clocks_of(strike, TODAY, US)[1], strike, US, "en")["shows"]
    assert said == "No source says how long it takes to show in the rate."
    unknown = words(FEEDBACK, "kept", as_of=date(2021, 1, 1))["shows"]
    assert not any(sign.isdigit() for sign in unknown)


def test_what_ends_first_stands_first_and_hearsay_never_before_what_is_sure() -> None:
    today = words(CLAIM, "granted", decided_on=date(2026, 10, 24))
    soon = words(CLAIM, "granted", decided_on=date(2026, 10, 26))
    running = words(CLAIM, "granted", decided_on=date(2026, 11, 9))
    hearsay = words("negative_feedback", "kept", event_date=date(2026, 11, 1))
    asking = words(CLAIM, "granted")
    over = words(CLAIM, "granted", decided_on=date(2026, 9, 1))
    ranks = [one["rank"] for one in (today, soon, running, hearsay, asking, over)]
    assert ranks == sorted(set(ranks))
