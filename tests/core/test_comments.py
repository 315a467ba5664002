"""The words beside a defect stay with it, out of every file that has any, and change no figure."""

from __future__ import annotations

from datetime import date

import pytest

from calculator import case
from calculator.assess import Assessment, assess
from calculator.reports import Intake

AS_OF = date(2026, 11, 22)
NAMED = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
UNNAMED = "a\tb\tc\td\te\tf\n"
ROW = "11/09/26\t{stars}\t{comment}\t\t111-0000001-000000{n}\tbuyer@example.com\n"


def of_files(*files: str) -> Assessment:
    intake = Intake(lambda _data: ())
    for number, text in enumerate(files):
        intake.open(str(number), f"{number}.txt")
        intake.feed(str(number), text.encode())
        intake.close(str(number))
    return assess(intake, AS_OF, store="US")


def comments(assessment: Assessment) -> list[str]:
    return [defect.comment for defect in assessment.defect_list.defects]


@pytest.mark.parametrize("header", [NAMED, UNNAMED])
def test_the_buyers_words_come_out_of_the_feedback_report(header: str) -> None:
    found = of_files(header + ROW.format(stars=1, comment="Never came", n=1))
    assert comments(found) == ["Never came"]


def test_a_comment_broken_over_lines_stays_whole() -> None:
    found = of_files(NAMED + ROW.format(stars=2, comment="Box was empty.\nNo answer.", n=1))
    assert comments(found) == ["Box was empty.\nNo answer."]


def test_the_rater_s_address_is_nowhere() -> None:
    found = of_files(NAMED + ROW.format(stars=1, comment="Never came", n=1))
    assert "example.com" not in repr(found.defect_list)


def test_the_note_of_a_typed_defect_is_its_comment() -> None:
    typed = {"type": "a_to_z_claim", "outcome": "granted", "order_date": "2026-10-06", "note": "箱子是空的"}
    found = assess(
        Intake(lambda _data: ()), AS_OF, case=case.read({"contract": "odr-case/1", "defects": [typed]})
    )
    assert comments(found) == ["箱子是空的"]


def test_defects_alike_but_for_their_words_have_one_order_whatever_that_of_the_rows() -> None:
    head = "order_id,order_date,fulfillment,type,outcome,event_date,decided_on,note\n"
    row = "111-0000001-0000001,2026-10-06,mfn,chargeback,service,2026-10-20,,{note}\n"
    rows = [row.format(note=note) for note in ("b", "a")]
    assert (
        comments(of_files(head + "".join(rows)))
        == comments(of_files(head + "".join(reversed(rows))))
        == ["a", "b"]
    )
