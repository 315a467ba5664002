"""The letter against its case: every example passes as it is, and each single change is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculator.review import Asked, review
from calculator.review.model import Severity
from tests.review.test_development import _example, _kinds

CHANGES = [
    ("01_standard", "2 of 126", "3 of 126", ("H5", "not_amazons")),
    ("01_standard", "2 of 126 seller-fulfilled orders as defective, an", "orders as defective, an", None),
    ("01_standard", "1.587 %", "2.1 %", ("H5", "rate_and_counts")),
    ("01_standard", "order 111-0000002-0000002", "order 111-0000009-0000009", ("H5", "unknown_order")),
    ("01_standard", "from our account on 5 November 2026", "from our account on 6 November 2026", ("H5", "refund_day")),
    ("01_standard", "On 22 November 2026, the owner closed", "On 29 November 2026, the owner closed", ("H5", "not_yet")),
    ("01_standard", "From 1 September 2026 on", "From 31 September 2026 on", ("H5", "no_such_day")),
    ("01_standard", "From 1 September 2026 on", "From 1 December 2026 on", ("H5", "cause_after_action")),
    (
        "02_dispute_first",
        "was appealed on 21 August 2026; the new decision is pending",
        "was right",
        ("F7", "disputed_order"),
    ),
    ("06_damaged", "7 of 540", "5 of 540", ("H5", "not_amazons")),
    ("06_damaged", "7 of 540", "7 of 450", ("H5", "not_amazons")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "kind"), CHANGES, ids=lambda one: str(one)[:24])
def test_one_change_of_a_good_letter_is_found_and_the_letter_itself_is_not(
    name: str, old: str, new: str, kind: tuple[str, str] | None
) -> None:
    text, asked = _example(name)
    assert old in text
    before, after = (
        {one for one in _kinds(review(letter, asked)) if one[0] in ("H5", "F7")}
        for letter in (text, text.replace(old, new))
    )
    assert not before
    assert after == set() if kind is None else kind in after


def test_a_rate_without_counts_is_held_to_amazons_figure() -> None:
    known = Asked(figures=((126, 2),))
    assert ("H5", "rate_and_counts") in _kinds(review("Our Order Defect Rate is 1.9 %.", known))
    assert ("H5", "rate_and_counts") not in _kinds(review("Our Order Defect Rate is 1.59 %.", known))
    assert ("H5", "rate_and_counts") not in _kinds(review("The Order Defect Rate must be under 1 %.", known))


@pytest.mark.parametrize("part", ["root_cause", "actions_taken", "prevention"])
def test_each_issue_of_the_notice_is_answered_in_each_part(part: str) -> None:
    parts = {
        "root_cause": "Root cause\n- Parcels were not received, nobody read the scans.\n{}",
        "actions_taken": "Actions taken\n- On 4 May 2026 we refunded the lost parcels.\n{}",
        "prevention": "Prevention\n- Undelivered parcels are listed every day.\n{}",
    }
    told = "- Broken cups: the cup carton was never dropped; we dropped ten on 4 May 2026."
    own_words = "- The beakers: ten from each batch fall from one metre since 4 May 2026."
    asked = Asked(issues=("not_received", "damaged_or_defective"))

    def kinds(said: str) -> set[tuple[str, str]]:
        letter = (one.format(said if name == part else told) for name, one in parts.items())
        return {one for one in _kinds(review("\n\n".join(letter), asked)) if one[0] == "S3"}

    assert kinds(told) == kinds(own_words) == set()
    assert kinds("") == {("S3", f"lacks_{part}")}


def test_an_issue_that_two_parts_leave_out_is_found_once() -> None:
    letter = """Root cause
- Parcels were not received, nobody read the scans.
- Broken cups: the cup carton was never dropped.

Actions taken
- On 4 May 2026 we refunded the lost parcels.

Prevention
- Undelivered parcels are listed every day.
"""
    asked = Asked(issues=("not_received", "damaged_or_defective"))
    assert [one.kind for one in review(letter, asked) if one.rule == "S3"] == ["lacks_actions_taken"]


def test_a_second_letter_that_answers_the_reply_passes_and_the_first_one_again_does_not() -> None:
    text, asked = _example("08_second_letter")
    assert asked.previous
    assert "F6" not in {one.rule for one in review(text, asked)}
    assert ("F6", "resent") in _kinds(review(asked.previous, asked))


def test_no_guilt_is_pressed_where_every_order_is_disputed() -> None:
    text = "Root cause\n- The parcel arrived, as the scan of 4 May 2026 shows."
    one = Asked(orders=("111-0000001-0000001",))
    disputed = replace(one, disputed=one.orders)
    assert {"S2", "T7"} <= {finding.rule for finding in review(text, one)}
    assert not {"S2", "T7"} & {finding.rule for finding in review(text, disputed)}


def test_the_appeal_of_one_claim_is_not_asked_for_the_parts_of_a_plan() -> None:
    text = "Order 111-0000001-0000001 was delivered on 4 May 2026; the carrier's proof is attached."
    found = review(text, Asked(is_claim_appeal=True))
    assert not [one for one in found if one.rule.startswith("S") or one.rule == "T7"]
    assert not [one for one in found if one.severity is Severity.BLOCKER]
    assert "S1" in {one.rule for one in review(text)}
