"""Every way through the five questions ends, in an outcome that fits what was answered."""

from __future__ import annotations

import pytest

from calculator import tables
from calculator.policy import entry, policy_on
from calculator.route import Kind, RouteError, every_walk, outcomes, questions, steps, walk
from calculator.route.load import PACKAGE, build_questions

WALKS = list(every_walk())
KINDS = {one.id: one.kind for one in outcomes()}
KNOWN = set(KINDS)
OF_THE_RATE = {"order_defect_rate", "disputed", "documents", "no_plan", "reply"}


def test_every_way_ends_in_an_outcome_that_is_described() -> None:
    assert len(WALKS) > 600
    assert {found.outcome for _, found in WALKS} <= KNOWN
    assert all(not found.question for _, found in WALKS)


def test_every_outcome_is_reached_by_some_way() -> None:
    linked = {"professional"}
    assert KNOWN - {found.outcome for _, found in WALKS} - linked == set()


def test_no_way_is_longer_than_the_five_questions_or_asks_one_twice() -> None:
    for _, found in WALKS:
        assert len(found.asked) == len(set(found.asked)) <= len(questions()) == 5


def test_every_question_that_asks_the_seller_to_look_can_be_answered_with_i_cannot_tell() -> None:
    for question in questions():
        assert question.answers[-1].id == "unknown"


def test_another_metric_stops_the_route_at_once() -> None:
    others = [one.id for one in questions()[1].answers if one.id not in OF_THE_RATE]
    for off in ("mfn", "account", "nothing", "unknown"):
        for metric in others:
            found = walk({"off": off, "metric": metric})
            assert not found.question
            assert KINDS[found.outcome] is not Kind.RATE


def test_nobody_without_the_rate_named_gets_advice_about_the_rate() -> None:
    for answers, found in WALKS:
        if answers.get("metric") not in OF_THE_RATE:
            assert KINDS[found.outcome] is not Kind.RATE, answers


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("mfn order_defect_rate appeal", "mfn_off"),
        ("account order_defect_rate appeal", "account_off"),
        ("nothing order_defect_rate appeal", "at_risk_button"),
        ("nothing order_defect_rate none", "at_risk_no_button"),
        ("mfn order_defect_rate none", "off_no_button"),
        ("nothing order_defect_rate quiz", "quiz"),
        ("nothing order_defect_rate questionnaire", "questionnaire"),
        ("unknown order_defect_rate appeal", "cannot_tell"),
        ("mfn reply", "second_letter"),
        ("mfn no_plan", "no_valid_plan"),
        ("account disputed", "decision_disputed"),
        ("nothing documents", "documents_wanted"),
        ("mfn late_shipment", "late_shipment"),
        ("mfn delivery_review", "delivery_review"),
        ("account identity", "identity"),
        ("nothing none", "no_metric"),
        ("account serious", "professional"),
        ("listing", "one_listing"),
    ],
)
def test_what_was_answered_decides_the_outcome(said: str, outcome: str) -> None:
    answers = dict(zip(("off", "metric", "button"), said.split(), strict=False))
    assert walk(answers).outcome == outcome


def test_deadline_and_language_add_notes_and_change_nothing() -> None:
    for answers, found in WALKS:
        settled = {key: value for key, value in answers.items() if key not in {"deadline", "language"}}
        assert walk(settled).outcome == found.outcome


def test_an_answer_off_the_way_is_passed_over() -> None:
    assert walk({"off": "listing", "metric": "order_defect_rate"}).asked == ("off",)
    assert walk({"metric": "order_defect_rate"}).question == "off"


def test_an_answer_nobody_offers_is_refused_with_those_that_are() -> None:
    with pytest.raises(LookupError, match=r"mfn, account, nothing, listing, unknown"):
        walk({"off": "everything"})


def test_outcomes_rest_on_facts_of_the_policy_and_lead_somewhere() -> None:
    for one in outcomes():
        assert one.steps
        assert one.never
        assert one.facts
        for key in one.facts:
            entry(key)
    used = {step for one in outcomes() for step in one.steps}
    assert used == set(steps())


def test_figures_of_the_route_are_the_policys() -> None:
    from datetime import date

    for row in tables.read(PACKAGE, "figures").values():
        assert policy_on(date(2026, 11, 22), row.get("store")).row(row["key"]).value is not None


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"off": {"mfn": {"next": "metric"}}}, "not a later question"),
        ({"off": {"mfn": {"next": "off"}}}, "not a later question"),
        ({"off": {"mfn": {"outcome": "heaven"}}}, "not described: heaven"),
        ({"off": {"mfn": {"by": "metric", "outcomes": {"a": "mfn_off"}}}}, "not an earlier question"),
        ({"off": {"mfn": {"goes": "metric"}}}, "do not fit"),
        (
            {"off": {"mfn": {"next": "b"}}, "b": {"c": {"by": "off", "outcomes": {"afn": "mfn_off"}}}},
            "does not have",
        ),
    ],
)
def test_a_table_that_leads_nowhere_is_refused(table: dict[str, dict[str, object]], said: str) -> None:
    with pytest.raises(RouteError, match=said):
        build_questions(table, KNOWN)


def test_a_way_without_an_outcome_is_found_by_walking_all_of_them() -> None:
    route = build_questions({"off": {"mfn": {"outcome": "mfn_off"}, "unknown": {}}}, KNOWN)
    with pytest.raises(RouteError, match="no outcome"):
        list(every_walk(route))


def test_a_small_sound_table_is_walked() -> None:
    route = build_questions(
        {
            "off": {"mfn": {"next": "b"}, "unknown": {"outcome": "cannot_tell"}},
            "b": {"c": {"outcome": "quiz"}},
        },
        KNOWN,
    )
    assert [found.outcome for _, found in every_walk(route)] == ["quiz", "cannot_tell"]
