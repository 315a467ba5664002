"""Every path of every tree ends, within six questions, and never in an admission nobody made."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.messages import LANGUAGES
from calculator.root_causes import (
    CAUSES,
    Leaf,
    LeafKind,
    Question,
    RootCauseError,
    answer,
    as_json,
    at,
    every_leaf,
    failures,
    start,
)
from calculator.root_causes.load import END, find_out, tree

LEAVES = {cause: list(every_leaf(cause)) for cause in CAUSES}
ASKED = CAUSES[:9]
QUIET = CAUSES[9:]
LETTERS = {"question", "text", "why", "answers"}
ENDING = {"kind", "text", "caution", "typed"}
ALWAYS = {"contract", "is", "cause", "path", "failure", "text", "find_out"}


@pytest.mark.parametrize("cause", ASKED)
def test_every_path_ends_within_six_questions_and_some_need_four(cause: str) -> None:
    lengths = {len(leaf.path) - 1 for leaf in LEAVES[cause]}
    assert 4 < max(lengths) <= 6
    assert min(lengths) >= 1


@pytest.mark.parametrize("cause", ASKED)
def test_every_process_failure_is_reached_and_none_is_unknown(cause: str) -> None:
    reached = {leaf.failure for leaf in LEAVES[cause]} - {""}
    assert reached == {one for one in failures() if one.startswith(f"{cause}/")}


@pytest.mark.parametrize("cause", ASKED)
def test_every_question_on_the_way_can_be_answered_with_not_yet_and_with_own_words(cause: str) -> None:
    for path in {leaf.path[:length] for leaf in LEAVES[cause] for length in range(1, len(leaf.path))}:
        step = at(path)
        assert isinstance(step, Question)
        assert [one.id for one in step.ask.answers[-2:]] == ["unknown", "own"]
        assert step.ask.answers[-1].takes == "words"
        told = {find_out()[one].fulfillment for one in step.ask.find_out}
        assert "afn" in told and told & {"mfn", "both"}


@pytest.mark.parametrize("cause", CAUSES)
def test_not_yet_brings_what_to_find_out_and_a_found_step_brings_no_more(cause: str) -> None:
    for leaf in LEAVES[cause]:
        if leaf.kind is LeafKind.PROCESS_FAILURE:
            assert bool(leaf.find_out) == ("unknown" in leaf.path)
            assert leaf.failure.startswith(f"{cause}/")
        else:
            assert leaf.find_out
            assert leaf.failure == ""
        assert (leaf.kind is LeafKind.UNKNOWN_YET) <= (leaf.path[-1] == "unknown")


@pytest.mark.parametrize("cause", CAUSES)
def test_a_disputed_defect_is_asked_nothing_and_admits_nothing(cause: str) -> None:
    leaf = start(cause, disputed=True)
    assert isinstance(leaf, Leaf)
    assert (leaf.kind, leaf.failure, leaf.caution, leaf.typed) == (LeafKind.FACTS_ONLY, "", "", ())
    assert leaf.find_out
    for choice in ("unknown", "own", "carrier", "disputed"):
        with pytest.raises(RootCauseError) as met:
            answer(leaf.path, choice)
        assert met.value.code == "path_has_ended"


@pytest.mark.parametrize("cause", ASKED)
def test_disputed_cannot_be_turned_into_an_admission_or_back(cause: str) -> None:
    first = start(cause)
    assert isinstance(first, Question)
    longest = max((leaf.path for leaf in LEAVES[cause]), key=len)
    with pytest.raises(RootCauseError):
        at((cause, "disputed", *longest[1:]))
    with pytest.raises(RootCauseError):
        at((*longest[:2], "disputed"))


@pytest.mark.parametrize("cause", QUIET)
def test_an_opinion_has_nothing_to_admit(cause: str) -> None:
    leaf = start(cause)
    assert isinstance(leaf, Leaf)
    assert leaf.kind is LeafKind.NOTHING_TO_ADMIT
    assert leaf.failure == ""


def test_a_letter_about_rights_goes_to_a_professional_and_a_doubt_never_names_the_goods() -> None:
    leaf = answer(("counterfeit_suspicion",), "notice")
    assert isinstance(leaf, Leaf) and leaf.kind is LeafKind.GET_A_PROFESSIONAL
    found = [one for one in LEAVES["counterfeit_suspicion"] if one.failure]
    assert found and {one.caution for one in found} == {"authenticity"}


def test_amazons_own_delivery_is_not_the_sellers_step() -> None:
    for cause in ("not_received", "late_delivery"):
        leaf = answer((cause,), "fba")
        assert isinstance(leaf, Leaf) and leaf.kind is LeafKind.FACTS_ONLY


def test_a_refund_step_always_warns_of_paying_twice() -> None:
    found = [one for one in LEAVES["refund_or_return_problem"] if one.failure]
    assert found and {one.caution for one in found} == {"pay_once"}
    assert {one.caution for one in LEAVES["late_delivery"]} == {""}


@pytest.mark.parametrize(
    ("said", "failure"),
    [
        ("not_received carrier no_line not_packed me none day", "not_received/confirmed_before_hand_over"),
        (
            "not_received carrier no_line with_slip partner no_task always",
            "not_received/handed_over_without_scan",
        ),
        (
            "late_delivery carrier before_scan packing me none unknown",
            "late_delivery/handling_time_set_too_short",
        ),
        (
            "missing_parts_or_quantity part some shop none day",
            "missing_parts_or_quantity/parts_counted_by_eye",
        ),
        ("not_received own unknown unknown own", "not_received/in_own_words"),
    ],
)
def test_what_was_observed_names_the_step(said: str, failure: str) -> None:
    leaf = at(tuple(said.split()))
    assert isinstance(leaf, Leaf)
    assert leaf.failure == failure


def test_what_the_seller_typed_on_the_way_is_asked_for_by_question() -> None:
    leaf = at(("not_received", "own", "me", "own", "day"))
    assert isinstance(leaf, Leaf)
    assert leaf.typed == (("by", "words"), ("check", "words"), ("since", "day"))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ((), "empty_path"),
        (("late",), "unknown_cause"),
        (("not_received", "postman"), "unknown_answer"),
        (("not_received", "fba", "unknown"), "path_has_ended"),
        (("other_or_unclear", "unknown"), "path_has_ended"),
    ],
)
def test_what_no_tree_holds_is_refused_with_what_it_does(path: tuple[str, ...], code: str) -> None:
    with pytest.raises(RootCauseError) as met:
        at(path)
    assert met.value.code == code
    for lang in LANGUAGES:
        assert met.value.message(lang)
        assert "{" not in met.value.message(lang)


def test_a_long_foreign_word_is_cut_and_the_known_ones_are_not() -> None:
    with pytest.raises(RootCauseError) as met:
        answer(("not_received",), "x" * 1_000_000)
    assert len(str(met.value)) < 300
    assert "carrier, warehouse, fba, unknown, own" in str(met.value)


@given(st.lists(st.text(max_size=20), max_size=9))
def test_any_words_are_a_step_or_an_error_of_ours(words: list[str]) -> None:
    for path in (tuple(words), ("not_received", *words)):
        try:
            said = at(path).path
        except RootCauseError as met:
            said = (met.message("zh-Hans"),)
        assert all(said)


def test_a_thousand_random_walks_come_to_the_leaf_that_the_listing_holds() -> None:
    chance = random.Random(5)
    known = {leaf.path: leaf for leaves in LEAVES.values() for leaf in leaves}
    for _ in range(1000):
        step = start(chance.choice(CAUSES))
        while isinstance(step, Question):
            step = answer(step.path, chance.choice(step.ask.answers).id)
        assert known[step.path] == step


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("cause", CAUSES)
def test_every_step_has_its_json_in_every_language(cause: str, lang: str) -> None:
    chosen = random.Random(cause).sample(LEAVES[cause], min(200, len(LEAVES[cause])))
    paths = {leaf.path[:length] for leaf in chosen for length in range(1, len(leaf.path) + 1)}
    paths |= {leaf.path[:length] for leaf in LEAVES[cause] for length in range(1, min(4, len(leaf.path) + 1))}
    for path in {*paths, (cause, "disputed")}:
        step = at(path)
        value = json.loads(json.dumps(as_json(step, lang)))
        assert value.keys() == ALWAYS | (LETTERS if isinstance(step, Question) else ENDING)
        assert tuple(value["path"]) == path
        assert value["contract"] == "odr-root-cause/1"
        assert value["text"] and all(row["text"] for row in value["find_out"])
        assert all(row["text"] for row in value.get("answers", ()))


def test_a_question_as_the_page_gets_it() -> None:
    value = as_json(at(("not_received", "carrier", "no_line", "with_slip")), "zh-Hans")
    assert value["failure"] == {
        "id": "not_received/handed_over_without_scan",
        "should": "交出去的每个包裹都有首次扫描，并且有人去查。",
    }
    assert value["question"] == "who"
    assert value["answers"][-2:] == [
        {"id": "unknown", "text": "还不清楚", "takes": None},
        {"id": "own", "text": "都不是，我自己写", "takes": "words"},
    ]
    assert {row["fulfillment"] for row in value["find_out"]} == {"mfn", "afn", "both"}


def test_the_names_of_the_process_failures_are_the_ones_given_out() -> None:
    """Folders of templates and kept cases use them: add, never rename."""
    assert len(failures()) == len(set(failures()))
    assert set(GIVEN_OUT.split()) <= set(failures())


def test_the_last_questions_are_the_same_for_every_step() -> None:
    assert list(tree(END).asks) == ["who", "check", "since"]
    for leaves in LEAVES.values():
        for leaf in leaves:
            if leaf.kind is LeafKind.PROCESS_FAILURE:
                asked = [at(leaf.path[:length]) for length in range(-3, 0)]
                assert [one.ask.id for one in asked if isinstance(one, Question)] == ["who", "check", "since"]


GIVEN_OUT = """
not_received/confirmed_before_hand_over
not_received/waiting_parcels_not_counted
not_received/handed_over_without_scan
not_received/hand_over_not_recorded
not_received/open_parcels_not_followed
not_received/stuck_parcel_without_next_step
not_received/service_without_delivery_scan
not_received/buyer_not_told_of_stuck_parcel
not_received/label_not_compared_with_order
not_received/incomplete_address_not_asked_about
not_received/returned_parcels_not_followed
not_received/delivery_proof_not_booked
not_received/delivery_place_not_compared
not_received/claim_not_answered_in_time
not_received/in_own_words
late_delivery/sold_before_stock_arrived
late_delivery/handling_time_set_too_short
late_delivery/offers_open_while_closed
late_delivery/pickup_not_planned
late_delivery/transit_time_set_too_short
late_delivery/line_changed_without_new_times
late_delivery/open_parcels_not_followed
late_delivery/buyer_not_told_of_delay
late_delivery/in_own_words
wrong_item_or_not_as_described/similar_goods_stored_together
wrong_item_or_not_as_described/goods_not_compared_on_arrival
wrong_item_or_not_as_described/label_not_matched_to_parcel
wrong_item_or_not_as_described/pick_not_compared_with_order
wrong_item_or_not_as_described/goods_changed_without_new_page
wrong_item_or_not_as_described/page_changed_without_comparison
wrong_item_or_not_as_described/page_never_compared_with_goods
wrong_item_or_not_as_described/joined_page_without_comparison
wrong_item_or_not_as_described/condition_field_not_checked
wrong_item_or_not_as_described/returns_restocked_without_check
wrong_item_or_not_as_described/graded_without_written_scale
wrong_item_or_not_as_described/in_own_words
damaged_or_defective/packing_changed_without_drop_test
damaged_or_defective/packing_never_tested
damaged_or_defective/packing_card_not_followed
damaged_or_defective/product_box_sent_alone
damaged_or_defective/batch_not_tested_on_arrival
damaged_or_defective/no_outgoing_test
damaged_or_defective/repeated_reports_did_not_stop_sale
damaged_or_defective/instructions_miss_a_step
damaged_or_defective/closure_not_checked
damaged_or_defective/dates_not_tracked
damaged_or_defective/storage_not_checked
damaged_or_defective/in_own_words
missing_parts_or_quantity/parts_counted_by_eye
missing_parts_or_quantity/supplier_sets_not_opened
missing_parts_or_quantity/page_lists_part_not_in_set
missing_parts_or_quantity/packing_list_not_updated
missing_parts_or_quantity/order_quantity_not_seen
missing_parts_or_quantity/quantity_not_on_pick_list
missing_parts_or_quantity/set_size_not_on_pick_list
missing_parts_or_quantity/second_parcel_not_followed
missing_parts_or_quantity/second_parcel_without_number
missing_parts_or_quantity/buyer_not_told_of_several_parcels
missing_parts_or_quantity/in_own_words
counterfeit_suspicion/page_shows_old_packaging
counterfeit_suspicion/suppliers_mixed_in_stock
counterfeit_suspicion/repacked_without_maker_box
counterfeit_suspicion/maker_label_not_checked
counterfeit_suspicion/brand_field_not_compared
counterfeit_suspicion/supplier_papers_not_collected
counterfeit_suspicion/papers_not_matched_to_stock
counterfeit_suspicion/in_own_words
poor_customer_service_or_no_reply/mailbox_without_reader
poor_customer_service_or_no_reply/messages_filtered_unseen
poor_customer_service_or_no_reply/no_list_of_open_messages
poor_customer_service_or_no_reply/messages_unread_at_night
poor_customer_service_or_no_reply/messages_unread_on_days_off
poor_customer_service_or_no_reply/no_stand_in_for_replies
poor_customer_service_or_no_reply/standard_text_without_reading
poor_customer_service_or_no_reply/reply_without_power_to_solve
poor_customer_service_or_no_reply/translation_not_read_again
poor_customer_service_or_no_reply/reply_asked_about_rating
poor_customer_service_or_no_reply/in_own_words
refund_or_return_problem/requests_not_read_daily
refund_or_return_problem/refund_waits_for_approval
refund_or_return_problem/refused_without_rule_check
refund_or_return_problem/return_arrival_not_reported
refund_or_return_problem/returned_goods_wait_for_inspection
refund_or_return_problem/refund_has_no_owner
refund_or_return_problem/refund_amount_not_checked
refund_or_return_problem/no_local_return_address
refund_or_return_problem/return_label_not_given
refund_or_return_problem/return_address_not_current
refund_or_return_problem/return_steps_not_told
refund_or_return_problem/in_own_words
cancelled_by_seller_or_out_of_stock/buyer_asked_to_cancel
cancelled_by_seller_or_out_of_stock/stock_not_shared_between_channels
cancelled_by_seller_or_out_of_stock/stock_counted_too_rarely
cancelled_by_seller_or_out_of_stock/sold_before_stock_arrived
cancelled_by_seller_or_out_of_stock/stock_file_not_checked
cancelled_by_seller_or_out_of_stock/price_not_checked_before_upload
cancelled_by_seller_or_out_of_stock/unserved_regions_left_open
cancelled_by_seller_or_out_of_stock/ended_goods_left_on_sale
cancelled_by_seller_or_out_of_stock/in_own_words
"""
