"""Many marks: a file of thousands of one-star rows is answered in time in proportion, and nothing is lost."""

from __future__ import annotations

import json
import time
from datetime import date

from calculator.assess import Assessment, assess
from calculator.encode import assessment_json
from calculator.explain import defects, explanation
from calculator.orders import Fulfillment
from calculator.recovery.plan import MOST_ROWS
from calculator.reports import Intake
from calculator.take_along.plan_table import plan_text
from calculator.workbook import sheets

ORDERS = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
)
FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"


def shop(marks: int) -> Assessment:
    """Return a shop each of whose orders has one star."""
    ids = [f"111-{n:07}-{n:07}" for n in range(marks)]
    stamps = "2026-10-05T10:00:00+00:00\t2026-10-06T10:00:00+00:00"
    files = {
        "orders.txt": ORDERS + "".join(f"{one}\t{stamps}\tShipped\tMerchant\tAmazon.com\n" for one in ids),
        "feedback.txt": FEEDBACK + "".join(f"10/20/26\t1\tbad\t \t{one}\tx\n" for one in ids),
    }
    intake = Intake(sheets)
    for name, content in files.items():
        intake.open(name, name)
        intake.feed(name, content.encode())
        intake.close(name)
    return assess(intake, date(2026, 11, 22))


def test_a_hundred_marks_have_a_row_each() -> None:
    told = explanation(shop(100), "en")
    assert len(told["defects"]["rows"]) == len(told["plan"]["rows"]) == 100
    assert told["defects"]["more"] is None


def test_of_thousands_of_marks_the_first_are_listed_and_the_rest_counted_and_said() -> None:
    many = shop(1_200)
    told = explanation(many, "en", all_days=False)
    assert many.rates[Fulfillment.MFN].orders_with_defects.high == 1_200
    assert len(json.loads(assessment_json(many, "en"))["defects"]) == 1_200
    assert len(told["defects"]["rows"]) == defects.MOST_ROWS
    assert told["defects"]["more"].startswith("1,000 of 1,200 rows")
    assert len(told["plan"]["rows"]) == MOST_ROWS
    assert f"{1_200 - MOST_ROWS:,} more count" in told["plan"]["others"]
    assert plan_text(many, "en").count("111-") >= 1_200


def test_four_times_the_marks_take_no_more_than_some_six_times_as_long() -> None:
    few, many = (_seconds(marks) for marks in (400, 1_600))
    assert many < 6 * few + 0.5


def _seconds(marks: int) -> float:
    told = shop(marks)
    began = time.process_time()
    explanation(told, "en", all_days=False)
    return time.process_time() - began


def test_of_thousands_of_ids_that_no_file_knows_the_first_are_listed_and_all_counted() -> None:
    rows = "".join(f"10/20/26\t5\tfine\t \t111-{n:07}-{n:07}\tx\n" for n in range(1_500))
    intake = Intake(sheets)
    intake.open("1", "feedback.txt")
    intake.feed("1", (FEEDBACK + rows).encode())
    intake.close("1")
    found = assess(intake, date(2026, 11, 22))
    told = explanation(found, "en", all_days=False)["unmatched"]
    assert len(json.loads(assessment_json(found, "en"))["unmatched"]) == 1_500
    assert len(told["ids"]) == 1_000
    assert "1,500" in told["title"]
    assert "The first 1,000" in told["lead"]
