"""Bad input: a clear error or a listed problem, the rest computed, nothing silently dropped."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from calculator.assess import Assessment, assess
from calculator.encode import assessment_value
from calculator.errors import ReportError
from calculator.orders import Fulfillment
from calculator.reports import Intake
from calculator.workbook import sheets

from .case import FOLDER, Case, cases
from .golden import value_at

EXPECTED: tuple[tuple[str, str, object], ...] = (
    ("photo_renamed_txt", "contract", "odr-error/1"),
    ("photo_renamed_txt", "code", "not_a_report_picture"),
    ("photo_jpeg_renamed_csv", "contract", "odr-error/1"),
    ("photo_jpeg_renamed_csv", "code", "not_a_report_picture"),
    ("photo_heic_renamed_txt", "contract", "odr-error/1"),
    ("photo_heic_renamed_txt", "code", "not_a_report_picture"),
    ("photo_beside_good_files", "mfn", "1 of 2 off_target"),
    ("photo_beside_good_files", "files.2.file+kind+rows+used", ("photo.txt", "unknown", 0, 0)),
    (
        "photo_beside_good_files",
        "problems.*.file+line+column+code",
        [("photo.txt", None, None, "not_a_report_picture")],
    ),
    ("empty_file", "contract", "odr-error/1"),
    ("empty_file", "code", "empty_file"),
    ("file_of_blank_lines", "contract", "odr-error/1"),
    ("file_of_blank_lines", "code", "empty_file"),
    ("empty_file_beside_good_files", "mfn", "1 of 2 off_target"),
    ("empty_file_beside_good_files", "files.2.file+kind+rows+used", ("empty.txt", "unknown", 0, 0)),
    (
        "empty_file_beside_good_files",
        "problems.*.file+line+column+code",
        [("empty.txt", None, None, "empty_file")],
    ),
    ("several_files_none_usable", "contract", "odr-error/1"),
    ("several_files_none_usable", "code", "no_usable_file"),
    ("several_files_none_usable_in_chinese", "contract", "odr-error/1"),
    ("several_files_none_usable_in_chinese", "code", "no_usable_file"),
    ("missing_column", "contract", "odr-error/1"),
    ("missing_column", "code", "missing_column"),
    ("missing_column_beside_good_files", "mfn", "1 of 2 off_target"),
    ("missing_column_beside_good_files", "files.2.file+kind+rows+used", ("second.txt", "unknown", 0, 0)),
    (
        "missing_column_beside_good_files",
        "problems.*.file+line+column+code",
        [("second.txt", None, None, "missing_column")],
    ),
    ("missing_column_in_defects", "contract", "odr-error/1"),
    ("missing_column_in_defects", "code", "missing_column"),
    ("missing_column_in_chinese", "contract", "odr-error/1"),
    ("missing_column_in_chinese", "code", "missing_column"),
    ("feedback_that_values_do_not_prove", "contract", "odr-error/1"),
    ("feedback_that_values_do_not_prove", "code", "unknown_report"),
    ("feedback_positions_with_other_ids", "contract", "odr-error/1"),
    ("feedback_positions_with_other_ids", "code", "unknown_report"),
    ("dates_that_cannot_be", "mfn", "0 of 1 on_target"),
    (
        "dates_that_cannot_be",
        "problems.*.line+code",
        [
            (3, "unreadable_purchase_date"),
            (4, "unreadable_purchase_date"),
            (5, "unreadable_purchase_date"),
            (6, "unreadable_purchase_date"),
            (7, "unreadable_purchase_date"),
            (8, "unreadable_purchase_date"),
            (9, "unreadable_purchase_date"),
        ],
    ),
    ("dates_that_cannot_be", "files.0.rows+used", (8, 1)),
    ("dates_that_cannot_be", "excluded", []),
    ("a_file_cut_off", "mfn", "0 of 2 on_target"),
    ("a_file_cut_off", "problems.*.file+line+code", [("orders.txt", 4, "too_few_cells")]),
    ("a_file_cut_off", "files.0.rows+used", (3, 2)),
    ("bytes_that_cannot_be_read", "mfn", "1 of 3 off_target"),
    ("bytes_that_cannot_be_read", "files.*.used", [3, 2]),
    ("bytes_that_cannot_be_read", "problems", []),
    ("order_ids_no_file_knows", "mfn", "0 of 1 on_target"),
    ("order_ids_no_file_knows", "unmatched", ["111-0000006-0000006", "111-0000007-0000007"]),
    (
        "order_ids_no_file_knows",
        "defects.*.order_id+order_date+counts",
        [("111-0000006-0000006", None, "counted"), ("111-0000007-0000007", None, "counted")],
    ),
    ("feedback_without_any_orders", "mfn", "0 of 0 no_orders"),
    ("feedback_without_any_orders", "unmatched", ["111-0000001-0000001", "111-0000002-0000002"]),
    ("feedback_without_any_orders", "store", None),
    ("feedback_without_any_orders", "defects.*.order_id", ["111-0000001-0000001"]),
    ("two_files_that_disagree", "mfn", "2 of 101 off_target"),
    (
        "two_files_that_disagree",
        "problems.*.line+column+code",
        [(2, "fulfillment", "files_disagree"), (2, "order_date", "files_disagree")],
    ),
    ("two_typed_rows_that_disagree", "mfn", "1 of 1 off_target"),
    ("two_typed_rows_that_disagree", "defects.*.order_date", ["2026-10-06", "2026-10-06"]),
    ("two_typed_rows_that_disagree", "problems.*.line+code", [(2, "hand_disagrees_with_itself")]),
    ("typed_counts_that_disagree", "reporting_window.first_day+last_day", ("2026-09-09", "2026-11-07")),
    ("typed_counts_that_disagree", "mfn", "0 of 126 on_target"),
    ("typed_counts_that_disagree", "afn", "0 of 0 no_orders"),
    ("typed_counts_that_disagree", "problems.*.line+code", [(3, "typed_twice"), (4, "typed_period_differs")]),
    ("tracking_report", "contract", "odr-error/1"),
    ("tracking_report", "code", "other_report_tracking"),
    ("returns_beside_good_files", "mfn", "1 of 2 off_target"),
    ("returns_beside_good_files", "files.1.file+kind+rows+used", ("returns.txt", "mfn_returns", 1, 1)),
    ("returns_beside_good_files", "problems", []),
    ("web_page", "contract", "odr-error/1"),
    ("web_page", "code", "not_a_report_web_page"),
    ("web_page_without_doctype", "contract", "odr-error/1"),
    ("web_page_without_doctype", "code", "not_a_report_web_page"),
    ("xml_of_something_else", "code", "not_a_report_xml"),
    ("orders_as_xml_cut_off", "code", "broken_xml"),
    ("xml_of_a_billion_laughs", "code", "xml_with_definitions"),
    ("xml_that_asks_for_another_file", "mfn", "0 of 3 on_target"),
    ("xml_that_asks_for_another_file", "problems.*.file+code", [("report.xml", "xml_with_definitions")]),
    ("gzip_cut_off", "mfn", "0 of 3 on_target"),
    ("gzip_cut_off", "problems.*.file+code", [("more.txt.gz", "broken_archive")]),
    ("zip_cut_off", "code", "broken_archive"),
    ("zip_of_nothing", "code", "empty_archive"),
    ("zip_with_a_password", "code", "archive_locked"),
    ("archive_of_another_kind", "code", "not_a_report_archive"),
    ("zip_of_several_reports", "mfn", "1 of 3 off_target"),
    (
        "zip_of_several_reports",
        "files.*.file+kind+used",
        [
            ("orders.txt", "all_orders", 3),
            ("118981020662.txt", "seller_feedback", 1),
            ("old.zip", "unknown", 0),
            ("photo.png", "unknown", 0),
        ],
    ),
    (
        "zip_of_several_reports",
        "problems.*.file+code",
        [("old.zip", "archive_in_archive"), ("photo.png", "not_a_report_picture")],
    ),
    ("pdf", "contract", "odr-error/1"),
    ("pdf", "code", "not_a_report_pdf"),
    ("old_workbook", "contract", "odr-error/1"),
    ("old_workbook", "code", "not_a_report_old_workbook"),
    ("broken_workbook", "contract", "odr-error/1"),
    ("broken_workbook", "code", "broken_workbook"),
    ("binary_file", "contract", "odr-error/1"),
    ("binary_file", "code", "not_a_report_binary"),
    ("json_of_something_else", "contract", "odr-error/1"),
    ("json_of_something_else", "code", "other_json"),
    ("json_list", "contract", "odr-error/1"),
    ("json_list", "code", "other_json"),
    ("json_cut_off", "contract", "odr-error/1"),
    ("json_cut_off", "code", "broken_json"),
    ("v2_with_a_wrong_rate", "problems.*.column+code", [("rate", "stated_rate_disagrees")]),
    ("v2_with_a_wrong_rate", "reconciliation.0.orders+orders_with_defects", (49000, 98)),
    ("v2_with_a_wrong_rate", "figures.0.orders+orders_with_defects", (49000, 98)),
    ("v2_with_a_rounded_rate", "problems", []),
    ("v2_with_an_unknown_marketplace", "store", "US"),
    ("v2_with_an_unknown_marketplace", "problems.*.column+code", [("marketplaceId", "unknown_marketplace")]),
    ("v2_with_an_unknown_marketplace", "files.0.rows+used", (2, 1)),
    ("v2_with_an_unknown_marketplace", "reporting_window.basis", "reported"),
    ("v2_without_counts", "mfn", "0 of 1 on_target"),
    ("v2_without_counts", "reporting_window.basis", "lag"),
    (
        "v2_without_counts",
        "problems.*.code",
        ["reported_store_missing", "unknown_marketplace", "no_reported_rate", "reported_counts_missing"],
    ),
    ("v2_with_dates_that_cannot_be", "reporting_window.basis+last_day", ("lag", "2026-11-07")),
    (
        "v2_with_dates_that_cannot_be",
        "problems.*.column+code",
        [("reportingDateRange", "reported_window_unreadable")],
    ),
    ("v2_with_dates_that_cannot_be", "mfn", "0 of 1 on_target"),
    ("feedback_rows_that_cannot_be_read", "mfn", "1 of 3 off_target"),
    (
        "feedback_rows_that_cannot_be_read",
        "problems.*.line+column+code",
        [
            (3, "Rating", "unreadable_rating"),
            (4, "Rating", "unreadable_rating"),
            (5, "Rating", "unreadable_rating"),
            (6, "Order ID", "empty_order_id"),
            (8, None, "too_few_cells"),
        ],
    ),
    ("feedback_rows_that_cannot_be_read", "excluded", [{"reason": "other_id_form", "rows": 1}]),
    ("feedback_rows_that_cannot_be_read", "files.1.rows+used", (7, 1)),
    ("feedback_rows_that_cannot_be_read", "unmatched", []),
    ("typed_rows_that_cannot_be_read", "mfn", "3 of 4 off_target"),
    (
        "typed_rows_that_cannot_be_read",
        "problems.*.line+column+code",
        [
            (3, "type", "unknown_defect_type"),
            (4, "type", "unknown_defect_type"),
            (5, "order_date", "defect_without_order"),
            (6, "order_date", "defect_without_order"),
            (6, "order_date", "unreadable_order_date"),
            (7, "order_id", "order_id_form"),
            (8, "fulfillment", "unknown_fulfillment_typed"),
            (9, "order_date", "unreadable_order_date"),
        ],
    ),
    (
        "typed_rows_that_cannot_be_read",
        "defects.*.order_id",
        ["111-0000001-0000001", "111-0000003-0000003", "111-0000003-0000003", "111-12"],
    ),
    ("typed_rows_that_cannot_be_read", "excluded", []),
    ("typed_counts_that_cannot_be_read", "mfn", "0 of 2 on_target"),
    ("typed_counts_that_cannot_be_read", "reporting_window.basis", "lag"),
    (
        "typed_counts_that_cannot_be_read",
        "problems.*.line+column+code",
        [
            (2, "first_day", "unreadable_window_day"),
            (3, "last_day", "unreadable_window_day"),
            (4, "last_day", "window_backwards"),
            (5, "orders", "unreadable_order_count"),
            (6, "orders", "unreadable_order_count"),
            (7, "orders", "unreadable_order_count"),
            (8, "fulfillment", "unknown_fulfillment_counted"),
        ],
    ),
    ("typed_counts_that_cannot_be_read", "files.1.rows+used", (7, 0)),
    ("marks_that_cannot_be_read", "mfn", "2 of 3 off_target"),
    (
        "marks_that_cannot_be_read",
        "problems.*.line+column+code",
        [
            (2, "Negative Feedback", "unknown_mark"),
            (3, "Order ID", "empty_order_id"),
            (5, "Order Date", "unreadable_order_date"),
        ],
    ),
    ("marks_that_cannot_be_read", "excluded", [{"reason": "other_id_form", "rows": 1}]),
    ("marks_that_cannot_be_read", "files.1.rows+used", (4, 2)),
    ("unknown_sales_channels", "mfn", "0 of 1 on_target"),
    (
        "unknown_sales_channels",
        "problems.*.line+column+code",
        [(3, "sales-channel", "unknown_sales_channel"), (4, "sales-channel", "unknown_sales_channel")],
    ),
    ("unknown_sales_channels", "excluded", []),
    ("names_with_html_and_formulas", "mfn", "1-2 of 4 off_target"),
    (
        "names_with_html_and_formulas",
        "defects.*.order_id+outcome",
        [("order A", "<img src=x onerror=alert(1)>"), ("=cmd|' /C calc'!A0", "granted")],
    ),
    (
        "names_with_html_and_formulas",
        "problems.*.code",
        [
            "unknown_outcome",
            "unknown_defect_type",
            "order_id_form",
            "unknown_order_status",
            "unreadable_purchase_date",
            "unknown_fulfillment",
        ],
    ),
    (
        "names_with_html_and_formulas",
        "problems.5.message",
        "“{0.__class__} {n} %s” does not say who ships. The rate is kept apart for seller and Amazon, so the row is not counted. Write Merchant or Amazon.",
    ),
    ("cells_with_control_characters", "mfn", "0 of 1 on_target"),
    (
        "cells_with_control_characters",
        "problems.0.message",
        "“[31mred” is not a date that can be. Without it nobody knows whether the order is in the window, so the row is not counted. Correct the date.",
    ),
    (
        "cells_with_control_characters",
        "problems.1.message",
        "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” does not say who ships. The rate is kept apart for seller and Amazon, so the row is not counted. Write Merchant or Amazon.",
    ),
    ("an_unclosed_quote", "mfn", "0 of 3 on_target"),
    ("an_unclosed_quote", "problems", []),
    ("table_of_something_else", "contract", "odr-error/1"),
    ("table_of_something_else", "code", "unknown_report"),
    ("plain_text", "contract", "odr-error/1"),
    ("plain_text", "code", "no_table"),
    ("plain_text_with_commas", "contract", "odr-error/1"),
    ("plain_text_with_commas", "code", "unknown_report"),
    ("a_tab_inside_a_comment", "excluded", []),
    ("a_tab_inside_a_comment", "unmatched", []),
    ("a_tab_inside_a_comment", "problems", []),
    ("a_tab_inside_a_comment", "mfn", "2 of 3 off_target"),
    ("a_tab_inside_a_comment", "files.1.kind+rows+used", ("seller_feedback", 3, 3)),
    ("a_row_shifted_beyond_repair", "excluded", []),
    ("a_row_shifted_beyond_repair", "problems.*.line+code", [(3, "cells_shifted")]),
    ("a_row_shifted_beyond_repair", "files.1.rows+used", (2, 1)),
    ("a_row_shifted_beyond_repair", "mfn", "1 of 2 off_target"),
    ("tab_separated_and_quoted", "files.0.kind+rows+used", ("all_orders", 2, 2)),
    ("tab_separated_and_quoted", "mfn", "0 of 2 on_target"),
    ("tab_separated_and_quoted", "problems", []),
    ("v2_of_no_store", "problems.*.file+code", [("report.json", "reported_nothing")]),
    ("v2_of_no_store", "mfn", "0 of 0 no_orders"),
    ("v2_of_no_store", "store", None),
    ("unknown_store_asked_for", "contract", "odr-error/1"),
    ("unknown_store_asked_for", "code", "unknown_store"),
    ("a_nul_byte_is_no_utf_16", "mfn", "2 of 2 off_target"),
    ("a_nul_byte_is_no_utf_16", "problems", []),
    ("v2_without_an_mfn_block", "reporting_window.basis+last_day", ("lag", "2026-11-07")),
    ("v2_without_an_mfn_block", "afn", "0 of 2 on_target"),
    ("v2_without_an_mfn_block", "reconciliation.*.fulfillment", ["afn"]),
    ("v2_without_an_mfn_block", "problems.*.code", ["reported_range_missing"]),
    ("v2_rate_in_percent", "problems.*.column+code", [("rate", "rate_in_percent")]),
    ("two_v2_reports", "reporting_window.first_day+last_day+lag", ("2026-09-08", "2026-11-06", 16)),
    ("two_v2_reports", "problems.*.file+code", [("b.json", "reported_twice")]),
    ("two_v2_reports", "reconciliation.*.orders", [1]),
    ("a_day_before_the_rules_are_known", "contract", "odr-error/1"),
    ("a_day_before_the_rules_are_known", "code", "policy_not_known"),
    ("a_typed_defect_without_fulfilment", "mfn", "0 of 1 on_target"),
    ("a_typed_defect_without_fulfilment", "afn", "0 of 0 no_orders"),
    (
        "a_typed_defect_without_fulfilment",
        "problems.*.line+column+code",
        [(2, "fulfillment", "defect_without_fulfillment")],
    ),
    (
        "a_typed_defect_without_fulfilment",
        "defects.*.order_id+order_date+fulfillment",
        [("order A", "2026-10-06", None)],
    ),
    ("a_typed_defect_without_fulfilment", "unmatched", []),
    ("an_empty_row_and_a_wide_row", "mfn", "0 of 3 on_target"),
    ("an_empty_row_and_a_wide_row", "problems", []),
    ("an_empty_row_and_a_wide_row", "files.0.rows+used", (3, 3)),
    ("missing_column_in_feedback", "contract", "odr-error/1"),
    ("missing_column_in_feedback", "code", "missing_column"),
    ("missing_column_in_counts", "contract", "odr-error/1"),
    ("missing_column_in_counts", "code", "missing_column"),
    ("old_mac_line_ends", "mfn", "1 of 3 off_target"),
    ("old_mac_line_ends", "files.*.rows+used", [(3, 3), (2, 2)]),
    ("old_mac_line_ends", "problems", []),
    ("the_last_day_of_the_calendar", "mfn", "0 of 1 on_target"),
    (
        "the_last_day_of_the_calendar",
        "defects.*.order_date+in_window+enters_window_on+leaves_window_on",
        [("9999-12-31", False, None, None)],
    ),
    ("v2_rate_beyond_all_numbers", "reconciliation.0.orders+orders_with_defects", (126, 2)),
    ("v2_rate_beyond_all_numbers", "files.0.rows+used", (1, 1)),
    ("a_count_of_five_thousand_digits", "mfn", "0 of 2 on_target"),
    (
        "a_count_of_five_thousand_digits",
        "problems.*.line+column+code",
        [(2, "orders", "unreadable_order_count")],
    ),
    ("a_count_of_five_thousand_digits", "reporting_window.basis", "lag"),
    ("half_a_character_in_json", "store", "US"),
    ("half_a_character_in_json", "problems.*.code", ["unknown_marketplace"]),
)

WORDS = (
    ("spanish_help_timestamp", "no time zone", False),
    ("orders_with_slashes", "October 3, 2026 are read with the year first", False),
    ("orders_with_chinese_dates", "October 3, 2026 are read with the year first", False),
    ("orders_with_months_in_words", "October 3, 2026 are read with the year first", False),
    ("orders_with_chinese_dates_with_time", "October 3, 2026 are read with the year first", False),
    ("missing_column", "needed: order-status.", True),
    ("missing_column_in_defects", "needed: outcome.", True),
    ("typed_counts_that_disagree", "The first one is used", False),
    ("plain_text", "Dear Seller", False),
    ("missing_column_in_feedback", "needed: order id.", True),
    ("missing_column_in_counts", "needed: orders.", True),
)


@pytest.mark.parametrize(
    ("slug", "path", "value"), EXPECTED, ids=lambda part: part if isinstance(part, str) else ""
)
def test_bad_input_is_told_and_the_rest_computed(slug: str, path: str, value: object) -> None:
    assert value_at((FOLDER / slug / "expected.json").read_text(encoding="utf-8"), path) == value


@pytest.mark.parametrize(("slug", "words", "is_there"), WORDS)
def test_a_message_names_what_matters_and_nothing_untrue(slug: str, words: str, is_there: bool) -> None:
    assert (words in (FOLDER / slug / "expected.json").read_text(encoding="utf-8")) == is_there


HEADER = b"amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"


def orders_file(*numbers: int) -> bytes:
    rows = (f"111-{n:07}-{n:07}\t2026-10-05T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\n" for n in numbers)
    return HEADER + "".join(rows).encode()


def taken(*files: tuple[str, bytes]) -> Intake:
    intake = Intake(sheets)
    for number, (name, data) in enumerate(files):
        intake.open(str(number), name)
        intake.feed(str(number), data)
        intake.close(str(number))
    return intake


def assessed(*files: tuple[str, bytes]) -> Assessment:
    return assess(taken(*files), date(2026, 11, 22))


def names(assessment: Assessment) -> list[str]:
    return [file["file"] for file in assessment_value(assessment, "en")["files"]]


def test_files_of_one_name_are_told_apart() -> None:
    found = assessed(
        ("report.txt", orders_file(1)), ("report.txt", orders_file(2)), ("a/b/report.txt", orders_file(3))
    )
    assert names(found) == ["report-2.txt", "report-3.txt", "report.txt"]
    assert found.orders_read[Fulfillment.MFN] == 3


def test_a_name_that_is_already_numbered_is_not_taken_twice() -> None:
    found = assessed(
        ("report.txt", orders_file(1)), ("report.txt", orders_file(2)), ("report-2.txt", orders_file(3))
    )
    assert len(set(names(found))) == 3


def test_which_of_two_files_is_the_second_does_not_depend_on_their_order() -> None:
    short, long, broken = orders_file(1), orders_file(2, 3), HEADER + b"\t\tShipped\tMerchant\tAmazon.com\n"
    files = [("report.txt", data) for data in (short, long, broken)]
    assert assessment_value(assessed(*files), "en") == assessment_value(assessed(*files[::-1]), "en")


def test_a_file_is_named_by_its_last_part_whatever_system_wrote_the_path() -> None:
    assert names(assessed(("C:\\Users\\me\\report.txt", orders_file(1)))) == ["report.txt"]
    assert names(assessed(("/home/me/report.txt", orders_file(1)))) == ["report.txt"]


@pytest.mark.parametrize(
    "name", ["<img src=x onerror=alert(1)>.txt", "=cmd|' C calc'!A0.csv", "{file}.txt", "报告 (1).txt"]
)
def test_a_strange_file_name_is_kept_as_it_is(name: str) -> None:
    assert names(assessed((name, orders_file(1)))) == [name]
    with pytest.raises(ReportError, match="is empty") as told:
        assessed((name, b""))
    assert told.value.message().startswith(name)


def test_without_a_file_there_is_an_error() -> None:
    with pytest.raises(ReportError) as told:
        assessed()
    assert told.value.code == "no_file"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.folder.name)
def test_every_problem_says_where_and_what(case: Case) -> None:
    first = case.expected.splitlines()[0] if case.args["all_stores"] else case.expected
    answer = json.loads(first)
    files = {Path(path).name for path in case.files} | {"case.defects", "case.order_counts"}
    files |= {file["file"] for file in answer.get("files", [])}
    for problem in answer.get("problems", [answer]):
        assert problem.get("file", next(iter(files))) in files
        assert problem["code"]
        assert len(problem["message"]) > 15


@pytest.mark.parametrize("cut", range(1, 400, 7))
def test_a_report_cut_off_anywhere_is_read_or_refused_and_never_crashes(cut: int) -> None:
    data = (FOLDER / "feedback_raw_line_breaks" / "report.txt").read_bytes()[:cut]
    orders = (FOLDER / "feedback_raw_line_breaks" / "orders.txt").read_bytes()
    found = assessed(("orders.txt", orders), ("report.txt", data))
    assert len(found.files) == 2
    assert found.orders_read[Fulfillment.MFN] == 4
