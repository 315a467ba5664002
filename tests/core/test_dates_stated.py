"""Which part of a numeric date comes first: proof, then what the seller states, then the store's habit."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest

from calculator.assess import Assessment, assess
from calculator.browser import bridge
from calculator.explain import explanation, identification
from calculator.reports import Intake
from calculator.reports.written_day import DateOrder
from calculator.workbook import sheets

HEADER = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
)
FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"


def orders(day: str, store: str = "Amazon.com") -> str:
    return f"{HEADER}111-0000001-0000001\t{day}\t{day}\tShipped\tMerchant\t{store}\n"


def feedback(day: str) -> str:
    return f"{FEEDBACK}{day}\t1\tlate\t \t111-0000001-0000001\tx\n"


def assessed(dates: DateOrder | None, *files: str) -> Assessment:
    return assess(taken(dates, *files), date(2026, 11, 22))


def taken(dates: DateOrder | None, *files: str) -> Intake:
    intake = Intake(sheets)
    for number, content in enumerate(files):
        intake.open(str(number), f"{number}.txt", dates)
        intake.feed(str(number), content.encode())
        intake.close(str(number))
    return intake


def day_of_order(assessment: Assessment) -> str:
    (span,) = [file.span for file in assessment.files if file.span]
    return str(span[0])


@pytest.mark.parametrize(
    ("stated", "store", "expected"),
    [
        (None, "Amazon.com", "2026-10-11"),
        (None, "Amazon.co.uk", "2026-11-10"),
        (DateOrder.DAY, "Amazon.com", "2026-11-10"),
        (DateOrder.MONTH, "Amazon.co.uk", "2026-10-11"),
    ],
)
def test_what_the_seller_states_goes_before_the_habit_of_the_store(
    stated: DateOrder | None, store: str, expected: str
) -> None:
    found = assessed(stated, orders("10/11/26", store))
    assert day_of_order(found) == expected
    notes = {note.code for note in found.files[0].notes}
    assert any(code.startswith("dates_guessed_") for code in notes) == (stated is None)


def test_what_the_file_proves_goes_before_what_the_seller_states() -> None:
    assert day_of_order(assessed(DateOrder.MONTH, orders("25/10/26"))) == "2026-10-25"
    assert day_of_order(assessed(DateOrder.DAY, orders("2026-10-09T01:00:00+00:00"))) == "2026-10-09"


def test_a_guess_is_offered_for_a_change_and_a_stated_order_is_not() -> None:
    files = orders("2026-10-03T01:00:00+00:00"), feedback("10/11/26")
    lines = {line["kind"]: line for line in explanation(assessed(None, *files), "en")["files"]}
    assert (lines["all_orders"]["dates_guessed"], lines["seller_feedback"]["dates_guessed"]) == (
        None,
        "month_first",
    )
    stated = {line["kind"]: line for line in identification(taken(DateOrder.DAY, *files), "en")}
    assert stated["seller_feedback"]["dates_guessed"] is None
    (defect,) = assessed(DateOrder.DAY, *files).defect_list.defects
    assert defect.event_date == date(2026, 11, 10)


def test_both_readings_of_a_date_are_shown_until_the_file_proves_one() -> None:
    files = (
        orders("2026-10-03T01:00:00+00:00"),
        feedback("05/05/26") + feedback("10/11/26").removeprefix(FEEDBACK),
    )
    both = [
        {"value": "day_first", "label": "10\xa0Nov\xa02026"},
        {"value": "month_first", "label": "11\xa0Oct\xa02026"},
    ]
    for dates, order in (
        (None, "month_first"),
        (DateOrder.DAY, "day_first"),
        (DateOrder.MONTH, "month_first"),
    ):
        line = next(
            f for f in explanation(assessed(dates, *files), "en")["files"] if f["kind"] == "seller_feedback"
        )
        assert line["dates"] == {"order": order, "example": "10/11/26", "choices": both}
    proven = assessed(DateOrder.MONTH, files[0], feedback("25/11/26"))
    assert [line["dates"] for line in explanation(proven, "en")["files"]] == [None, None]


def test_files_of_one_archive_may_be_stated_differently() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("o.txt", orders("10/11/26"))
        archive.writestr("f.txt", feedback("10/11/26"))
    intake = Intake(sheets)
    intake.open("z", "reports.zip", {"o.txt": DateOrder.DAY})
    intake.feed("z", packed.getvalue())
    intake.close("z")
    found = assess(intake, date(2026, 11, 22))
    assert day_of_order(found) == "2026-11-10"
    assert [str(defect.event_date) for defect in found.defect_list.defects] == ["2026-10-11"]


def test_the_worker_is_asked_for_an_order_when_a_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "_intake", Intake(sheets))
    for dates, event in ((None, "2026-10-11"), ("day_first", "2026-11-10")):
        for name, content in (("o", orders("2026-10-03T01:00:00+00:00")), ("f", feedback("10/11/26"))):
            asked = {"type": "open", "file_id": name, "name": name, "dates": dates}
            assert json.loads(bridge.handle(json.dumps(asked))) == {"opened": name}
            bridge.feed(name, content.encode())
            bridge.handle(json.dumps({"type": "close", "file_id": name}))
        days = [
            defect.event_date for defect in assess(bridge._intake, date(2026, 11, 22)).defect_list.defects
        ]
        assert [str(day) for day in days] == [event]
    refused = bridge.handle(json.dumps({"type": "open", "file_id": "x", "name": "x", "dates": "upside_down"}))
    assert json.loads(refused)["code"] == "bad_date_order"
