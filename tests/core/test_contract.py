"""The contract `odr assess`, sentence by sentence: the decisive figures of each golden case, as literals.

The whole text of a case lies beside its input; here stands, worked out by hand from the sentence
the case shows, what no regenerated text may change.
"""

from __future__ import annotations

import json

import pytest

from calculator.reports import Intake

from .case import FOLDER, Case, cases
from .golden import value_at

EXPECTED: tuple[tuple[str, str, object], ...] = (
    (
        "header_only_is_an_empty_report",
        "files.*.kind+rows+used",
        [
            ("all_orders", 0, 0),
            ("defects", 0, 0),
            ("order_counts", 0, 0),
            ("order_defects", 0, 0),
            ("seller_feedback", 0, 0),
        ],
    ),
    ("header_only_is_an_empty_report", "problems", []),
    ("header_only_is_an_empty_report", "unmatched", []),
    ("header_only_is_an_empty_report", "excluded", []),
    ("header_only_is_an_empty_report", "defects", []),
    ("header_only_is_an_empty_report", "mfn", "0 of 0 no_orders"),
    ("header_only_is_an_empty_report", "afn", "0 of 0 no_orders"),
    ("header_only_is_an_empty_report", "reporting_window.basis", "lag"),
    (
        "files_are_sorted_by_kind_then_name",
        "files.*.kind+file",
        [
            ("all_orders", "y.csv"),
            ("all_orders", "z.txt"),
            ("defects", "b.txt"),
            ("order_counts", "c.json"),
            ("seller_feedback", "a.txt"),
        ],
    ),
    ("files_are_sorted_by_kind_then_name", "mfn", "1 of 2 off_target"),
    ("files_are_sorted_by_kind_then_name", "afn", "0 of 40 on_target"),
    ("files_are_sorted_by_kind_then_name", "problems", []),
    (
        "defects_are_sorted_by_order_date_id_type",
        "defects.*.order_date+order_id+type",
        [
            ("2026-10-01", "111-0000003-0000003", "chargeback"),
            ("2026-10-02", "111-0000001-0000001", "a_to_z_claim"),
            ("2026-10-02", "111-0000001-0000001", "chargeback"),
            ("2026-10-02", "111-0000001-0000001", "negative_feedback"),
            ("2026-10-02", "111-0000002-0000002", "chargeback"),
        ],
    ),
    ("defects_are_sorted_by_order_date_id_type", "mfn", "2 of 3 off_target"),
    ("an_order_is_a_distinct_id", "mfn", "0 of 2 on_target"),
    ("an_order_is_a_distinct_id", "orders_read", {"mfn": 2, "afn": 0}),
    ("an_order_is_a_distinct_id", "files.0.rows+used", (4, 4)),
    ("newest_update_gives_status_channel_and_day", "afn", "0 of 1 on_target"),
    ("newest_update_gives_status_channel_and_day", "mfn", "0 of 0 no_orders"),
    ("newest_update_gives_status_channel_and_day", "orders_read", {"mfn": 0, "afn": 1}),
    ("newest_update_gives_the_store", "mfn", "0 of 2 on_target"),
    ("newest_update_gives_the_store", "store", "US"),
    ("newest_update_gives_the_store", "other_stores", []),
    ("newest_update_is_an_instant", "mfn", "0 of 1-2 on_target"),
    ("on_a_tie_the_further_status_wins", "afn", "0 of 2 on_target"),
    ("on_a_tie_the_further_status_wins", "mfn", "0 of 1-2 on_target"),
    ("on_a_second_tie_the_smaller_purchase_date_wins", "mfn", "0 of 1 on_target"),
    ("on_a_second_tie_the_smaller_purchase_date_wins", "orders_read", {"mfn": 2, "afn": 0}),
    ("an_update_that_cannot_be_read_is_oldest", "mfn", "0 of 0-1 undecided"),
    ("orders_are_merged_over_files", "mfn", "0 of 3 on_target"),
    ("orders_are_merged_over_files", "files.*.rows+used", [(2, 2), (2, 2)]),
    ("day_is_the_utc_day_of_purchase", "mfn", "0 of 3 on_target"),
    (
        "day_is_the_utc_day_of_purchase",
        "defects.*.order_id+order_date",
        [
            ("111-0000003-0000003", "2026-09-08"),
            ("111-0000002-0000002", "2026-09-09"),
            ("111-0000005-0000005", "2026-09-09"),
            ("111-0000004-0000004", "2026-11-07"),
            ("111-0000001-0000001", "2026-11-08"),
        ],
    ),
    ("a_date_without_offset_is_that_day", "mfn", "0 of 5 on_target"),
    (
        "a_date_without_offset_is_that_day",
        "files.0.notes",
        [
            "The dates carry no time zone, so each order stands on the day the file names. Orders at the edge of the window may be one day off."
        ],
    ),
    ("a_date_without_offset_is_that_day", "files.1.notes", []),
    ("a_date_without_offset_is_that_day", "problems", []),
    ("cancelled_and_pending_match_by_prefix", "mfn", "0 of 3-8 on_target"),
    ("cancelled_and_pending_match_by_prefix", "problems", []),
    ("an_unknown_status_is_settled_and_listed", "mfn", "0 of 3 on_target"),
    (
        "an_unknown_status_is_settled_and_listed",
        "problems.*.code+column+line",
        [("unknown_order_status", "order-status", 2)],
    ),
    ("an_unknown_status_is_settled_and_listed", "files.0.used", 3),
    ("indian_statuses", "store", "IN"),
    ("indian_statuses", "mfn", "0 of 8-9 on_target"),
    ("indian_statuses", "problems", []),
    ("statuses_of_other_sources", "mfn", "0 of 4-5 on_target"),
    ("statuses_of_other_sources", "problems", []),
    ("rows_that_cannot_be_read_are_problems", "mfn", "0 of 1 on_target"),
    ("rows_that_cannot_be_read_are_problems", "excluded", []),
    ("rows_that_cannot_be_read_are_problems", "files.0.rows+used", (7, 1)),
    (
        "rows_that_cannot_be_read_are_problems",
        "problems.*.line+column+code",
        [
            (3, "amazon-order-id", "empty_order_id"),
            (4, None, "too_few_cells"),
            (5, "purchase-date", "unreadable_purchase_date"),
            (6, "purchase-date", "unreadable_purchase_date"),
            (7, "fulfillment-channel", "unknown_fulfillment"),
            (8, "fulfillment-channel", "unknown_fulfillment"),
        ],
    ),
    ("a_problem_goes_before_an_exclusion", "mfn", "0 of 1 on_target"),
    ("a_problem_goes_before_an_exclusion", "excluded", []),
    (
        "a_problem_goes_before_an_exclusion",
        "problems.*.line+code",
        [
            (3, "empty_order_id"),
            (4, "unreadable_purchase_date"),
            (5, "unknown_fulfillment"),
            (6, "unknown_fulfillment"),
        ],
    ),
    ("non_amazon_channels_are_excluded", "mfn", "0 of 1 on_target"),
    ("non_amazon_channels_are_excluded", "afn", "0 of 0 no_orders"),
    ("non_amazon_channels_are_excluded", "excluded", [{"reason": "non_amazon_channel", "rows": 4}]),
    ("non_amazon_channels_are_excluded", "problems", []),
    ("non_amazon_channels_are_excluded", "files.0.rows+used", (5, 1)),
    ("other_id_forms_are_excluded", "mfn", "0 of 2 on_target"),
    ("other_id_forms_are_excluded", "excluded", [{"reason": "other_id_form", "rows": 5}]),
    ("other_id_forms_are_excluded", "problems", []),
    ("the_store_with_most_orders_is_assessed", "store", "CA"),
    ("the_store_with_most_orders_is_assessed", "mfn", "0 of 3 on_target"),
    (
        "the_store_with_most_orders_is_assessed",
        "other_stores",
        [{"store": "US", "orders": 2}, {"store": "MX", "orders": 1}],
    ),
    ("the_store_with_most_orders_is_assessed", "excluded", [{"reason": "other_store", "rows": 4}]),
    ("the_store_with_most_orders_is_assessed", "orders_read", {"mfn": 3, "afn": 0}),
    ("the_store_with_most_orders_is_assessed", "files.0.rows+used", (7, 3)),
    ("most_orders_not_most_rows", "store", "CA"),
    ("most_orders_not_most_rows", "excluded", [{"reason": "other_store", "rows": 3}]),
    ("a_named_store_is_assessed", "store", "US"),
    ("a_named_store_is_assessed", "mfn", "1 of 2 off_target"),
    ("a_named_store_is_assessed", "other_stores", [{"store": "CA", "orders": 3}]),
    ("a_named_store_is_assessed", "defects.*.order_id", ["111-0000001-0000001"]),
    ("a_named_store_is_assessed", "unmatched", []),
    ("a_named_store_is_assessed", "excluded", [{"reason": "other_store", "rows": 5}]),
    ("gb_is_uk", "store", "UK"),
    ("gb_is_uk", "mfn", "0 of 1 on_target"),
    ("gb_is_uk", "other_stores", [{"store": "US", "orders": 2}]),
    ("a_named_store_without_orders", "store", "DE"),
    ("a_named_store_without_orders", "mfn", "0 of 0 no_orders"),
    ("a_named_store_without_orders", "other_stores", [{"store": "US", "orders": 1}]),
    ("a_named_store_without_orders", "excluded", [{"reason": "other_store", "rows": 1}]),
    ("all_stores_one_object_a_line", "*.store", ["CA", "US"]),
    ("all_stores_one_object_a_line", "*.mfn", ["0 of 3 on_target", "1 of 2 off_target"]),
    (
        "all_stores_one_object_a_line",
        "*.other_stores",
        [[{"store": "US", "orders": 2}], [{"store": "CA", "orders": 3}]],
    ),
    ("all_stores_one_object_a_line", "*.contract", ["odr-assessment/1", "odr-assessment/1"]),
    (
        "every_store_by_its_sales_channel",
        "*.store",
        [
            "US",
            "CA",
            "MX",
            "BR",
            "UK",
            "DE",
            "FR",
            "IT",
            "ES",
            "NL",
            "SE",
            "PL",
            "BE",
            "TR",
            "IE",
            "AE",
            "SA",
            "EG",
            "IN",
            "JP",
            "AU",
            "SG",
            "ZA",
        ],
    ),
    (
        "every_store_by_its_sales_channel",
        "*.mfn",
        [
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
            "0 of 1 on_target",
        ],
    ),
    ("every_store_by_its_sales_channel", "0.problems", []),
    ("sixty_whole_days_both_ends_in", "mfn", "0 of 2 on_target"),
    (
        "sixty_whole_days_both_ends_in",
        "reporting_window.first_day+last_day+days+basis+lag",
        ("2026-09-09", "2026-11-07", 60, "lag", 15),
    ),
    ("sixty_whole_days_both_ends_in", "orders_read", {"mfn": 4, "afn": 0}),
    (
        "a_v2_report_sets_the_window",
        "reporting_window.first_day+last_day+days+basis+lag",
        ("2026-09-06", "2026-11-04", 60, "reported", 18),
    ),
    ("a_v2_report_sets_the_window", "mfn", "1 of 2 off_target"),
    ("a_v2_report_sets_the_window", "defects.0.leaves_window_on", "2026-11-23"),
    ("a_v2_report_sets_the_window", "problems", []),
    (
        "a_v2_report_sets_the_window",
        "figures.0.source+fulfillment+orders+orders_with_defects+first_day+last_day",
        ("report", "mfn", 2, 1, "2026-09-06", "2026-11-04"),
    ),
    ("a_v2_report_sets_the_window", "window_sensitivity.*.last_day", ["2026-11-03", "2026-11-05"]),
    (
        "a_v2_afn_range_that_differs_is_a_problem",
        "reporting_window.first_day+last_day+basis+lag",
        ("2026-09-08", "2026-11-06", "reported", 16),
    ),
    ("a_v2_afn_range_that_differs_is_a_problem", "mfn", "0 of 2 on_target"),
    (
        "a_v2_afn_range_that_differs_is_a_problem",
        "problems.*.code+file",
        [("reported_windows_differ", "report.json")],
    ),
    ("a_v2_report_without_the_store_is_a_problem", "reporting_window.basis+last_day", ("lag", "2026-11-07")),
    ("a_v2_report_without_the_store_is_a_problem", "mfn", "0 of 1 on_target"),
    (
        "a_v2_report_without_the_store_is_a_problem",
        "problems.*.code+file",
        [("reported_store_missing", "report.json")],
    ),
    ("a_v2_report_without_the_store_is_a_problem", "store", "US"),
    ("the_assessed_stores_block_counts", "store", "DE"),
    (
        "the_assessed_stores_block_counts",
        "reporting_window.first_day+last_day+lag",
        ("2026-09-10", "2026-11-08", 14),
    ),
    ("the_assessed_stores_block_counts", "problems", []),
    ("the_assessed_stores_block_counts", "mfn", "0 of 1 on_target"),
    (
        "a_reported_lag_of_9",
        "reporting_window.first_day+last_day+basis+lag",
        ("2026-09-15", "2026-11-13", "reported", 15),
    ),
    (
        "a_reported_lag_of_9",
        "defects.0.in_window+leaves_window_on+enters_window_on",
        (True, "2026-12-19", None),
    ),
    ("a_reported_lag_of_9", "mfn", "1 of 1 off_target"),
    (
        "a_reported_lag_of_10",
        "reporting_window.first_day+last_day+basis+lag",
        ("2026-09-14", "2026-11-12", "reported", 10),
    ),
    (
        "a_reported_lag_of_10",
        "defects.0.in_window+leaves_window_on+enters_window_on",
        (True, "2026-12-14", None),
    ),
    ("a_reported_lag_of_10", "mfn", "1 of 1 off_target"),
    (
        "a_reported_lag_of_21",
        "reporting_window.first_day+last_day+basis+lag",
        ("2026-09-03", "2026-11-01", "reported", 21),
    ),
    (
        "a_reported_lag_of_21",
        "defects.0.in_window+leaves_window_on+enters_window_on",
        (True, "2026-12-25", None),
    ),
    ("a_reported_lag_of_21", "mfn", "1 of 1 off_target"),
    (
        "a_reported_lag_of_22",
        "reporting_window.first_day+last_day+basis+lag",
        ("2026-09-02", "2026-10-31", "reported", 15),
    ),
    (
        "a_reported_lag_of_22",
        "defects.0.in_window+leaves_window_on+enters_window_on",
        (True, "2026-12-19", None),
    ),
    ("a_reported_lag_of_22", "mfn", "1 of 1 off_target"),
    (
        "typed_counts_set_the_window",
        "reporting_window.first_day+last_day+days+basis",
        ("2026-09-01", "2026-10-30", 60, "chosen"),
    ),
    ("typed_counts_set_the_window", "mfn", "1 of 126 on_target"),
    ("typed_counts_set_the_window", "afn", "0 of 0 no_orders"),
    ("typed_counts_set_the_window", "reporting_window.lag", 15),
    (
        "typed_counts_beat_a_v2_report",
        "reporting_window.first_day+last_day+basis+lag",
        ("2026-09-01", "2026-10-30", "chosen", 15),
    ),
    ("typed_counts_beat_a_v2_report", "mfn", "0 of 126 on_target"),
    ("typed_counts_beat_a_v2_report", "store", "US"),
    (
        "a_chosen_window_beats_all",
        "reporting_window.first_day+last_day+days+basis+lag",
        ("2026-10-01", "2026-10-31", 31, "chosen", 15),
    ),
    ("a_chosen_window_beats_all", "mfn", "0 of 2 on_target"),
    ("a_chosen_window_beats_all", "window_sensitivity.*.last_day", ["2026-10-30", "2026-11-01"]),
    ("window_sensitivity_flips", "mfn", "1 of 100 off_target"),
    (
        "window_sensitivity_flips",
        "window_sensitivity",
        [
            {"last_day": "2026-11-06", "mfn": "on_target", "afn": "no_orders"},
            {"last_day": "2026-11-08", "mfn": "on_target", "afn": "no_orders"},
        ],
    ),
    ("hand_entry_alone", "mfn", "2 of 126 off_target"),
    ("hand_entry_alone", "afn", "0 of 60 on_target"),
    ("hand_entry_alone", "order_defect_rate.mfn.orders_needed", 201),
    ("hand_entry_alone", "order_defect_rate.mfn.a_to_z_claims", 2),
    ("hand_entry_alone", "problems", []),
    ("hand_entry_alone", "unmatched", []),
    ("hand_entry_alone", "store", None),
    ("a_blank_order_id_is_its_own_order", "mfn", "2 of 2 off_target"),
    (
        "a_blank_order_id_is_its_own_order",
        "defects.*.order_id+order_date",
        [("order A", "2026-10-06"), ("order B", "2026-10-14")],
    ),
    ("a_blank_order_id_is_its_own_order", "unmatched", []),
    ("a_blank_order_id_is_its_own_order", "problems", []),
    ("a_blank_order_id_is_its_own_order", "orders_read", {"mfn": 2, "afn": 0}),
    ("a_typed_defect_adds_its_order", "mfn", "0 of 2 on_target"),
    ("a_typed_defect_adds_its_order", "afn", "1 of 1 off_target"),
    ("a_typed_defect_adds_its_order", "unmatched", []),
    ("a_typed_defect_adds_its_order", "problems", []),
    (
        "a_typed_defect_adds_its_order",
        "defects.*.order_id+in_window+fulfillment",
        [("111-0000002-0000002", True, "mfn"), ("111-0000003-0000003", True, "afn")],
    ),
    ("two_typed_defects_of_one_order_add_it_once", "mfn", "1 of 1 off_target"),
    ("two_typed_defects_of_one_order_add_it_once", "defects.*.type", ["a_to_z_claim", "chargeback"]),
    ("two_typed_defects_of_one_order_add_it_once", "problems", []),
    (
        "order_files_give_day_and_fulfilment",
        "defects.*.order_id+order_date+fulfillment",
        [("111-0000001-0000001", "2026-10-05", "mfn"), ("111-0000002-0000002", "2026-10-06", "afn")],
    ),
    ("order_files_give_day_and_fulfilment", "problems", []),
    ("order_files_give_day_and_fulfilment", "mfn", "1 of 1 off_target"),
    ("order_files_give_day_and_fulfilment", "afn", "1 of 1 off_target"),
    ("order_files_win_a_disagreement", "mfn", "2 of 2 off_target"),
    ("order_files_win_a_disagreement", "afn", "0 of 0 no_orders"),
    (
        "order_files_win_a_disagreement",
        "defects.*.order_date+fulfillment",
        [("2026-10-05", "mfn"), ("2026-10-06", "mfn")],
    ),
    (
        "order_files_win_a_disagreement",
        "problems.*.file+line+column+code",
        [
            ("defects.csv", 2, "order_date", "files_disagree"),
            ("defects.csv", 3, "fulfillment", "files_disagree"),
        ],
    ),
    ("typed_counts_serve_uncovered_fulfilments", "mfn", "0 of 2 on_target"),
    ("typed_counts_serve_uncovered_fulfilments", "afn", "0 of 40 on_target"),
    ("typed_counts_serve_uncovered_fulfilments", "problems", []),
    ("typed_counts_serve_uncovered_fulfilments", "orders_read", {"mfn": 2, "afn": 0}),
    ("typed_counts_serve_uncovered_fulfilments", "reporting_window.basis", "chosen"),
    (
        "every_feedback_outcome",
        "defects.*.order_id+counts",
        [
            ("111-0000001-0000001", "counted"),
            ("111-0000002-0000002", "counted"),
            ("111-0000003-0000003", "counted"),
            ("111-0000004-0000004", "not_counted"),
            ("111-0000005-0000005", "not_counted"),
        ],
    ),
    ("every_feedback_outcome", "mfn", "3 of 8 off_target"),
    ("every_feedback_outcome", "order_defect_rate.mfn.negative_feedback", 3),
    ("every_feedback_outcome", "problems", []),
    (
        "every_claim_outcome",
        "defects.*.outcome+counts",
        [
            ("granted", "counted"),
            ("seller_refunded_after_claim", "counted"),
            ("cancelled_by_seller", "counted"),
            ("appeal_money_only", "counted"),
            ("withdrawn", "not_counted"),
            ("denied", "not_counted"),
            ("amazon_funded", "not_counted"),
            ("mark_removed", "not_counted"),
            ("granted_not_counted", "not_counted"),
            ("refused_or_returned", "not_counted"),
            ("cancelled_by_buyer", "not_counted"),
            ("open", "undecided"),
            ("appealed", "undecided"),
        ],
    ),
    ("every_claim_outcome", "mfn", "4-6 of 13 off_target"),
    ("every_claim_outcome", "order_defect_rate.mfn.a_to_z_claims", 4),
    ("every_claim_outcome", "order_defect_rate.mfn.orders_needed", 601),
    ("every_claim_outcome", "problems", []),
    (
        "every_chargeback_outcome",
        "defects.*.outcome+counts",
        [("service", "counted"), ("fraud", "not_counted"), ("unknown", "undecided")],
    ),
    ("every_chargeback_outcome", "mfn", "1-2 of 3 off_target"),
    ("every_chargeback_outcome", "order_defect_rate.mfn.chargebacks", 1),
    ("every_chargeback_outcome", "problems", []),
    ("an_unknown_outcome_is_undecided", "mfn", "0-4 of 150 undecided"),
    (
        "an_unknown_outcome_is_undecided",
        "defects.*.counts",
        ["undecided", "undecided", "undecided", "undecided"],
    ),
    (
        "an_unknown_outcome_is_undecided",
        "problems.*.line+column+code",
        [
            (2, "outcome", "unknown_outcome"),
            (3, "outcome", "unknown_outcome"),
            (4, "outcome", "unknown_outcome"),
            (5, "outcome", "unknown_outcome"),
        ],
    ),
    ("an_unknown_outcome_is_undecided", "files.1.rows+used", (4, 4)),
    (
        "three_to_five_stars_are_no_defect",
        "defects.*.order_id+counts",
        [("111-0000001-0000001", "counted"), ("111-0000002-0000002", "counted")],
    ),
    ("three_to_five_stars_are_no_defect", "mfn", "2 of 5 off_target"),
    ("three_to_five_stars_are_no_defect", "order_defect_rate.mfn.negative_feedback", 2),
    ("three_to_five_stars_are_no_defect", "files.1.rows+used", (5, 5)),
    (
        "one_feedback_an_order",
        "defects.*.order_id+type+counts",
        [
            ("111-0000002-0000002", "negative_feedback", "counted"),
            ("111-0000003-0000003", "negative_feedback", "counted"),
            ("111-0000004-0000004", "negative_feedback", "counted"),
        ],
    ),
    ("one_feedback_an_order", "defects.2.reason", "1-star rating: negative feedback."),
    ("one_feedback_an_order", "mfn", "3 of 4 off_target"),
    ("one_feedback_an_order_over_files", "defects.*.order_id", ["111-0000001-0000001"]),
    ("one_feedback_an_order_over_files", "mfn", "1 of 1 off_target"),
    (
        "hand_entry_beats_the_report",
        "defects.*.order_id+outcome+counts",
        [
            ("111-0000001-0000001", "removed", "not_counted"),
            ("111-0000002-0000002", "kept", "counted"),
            ("111-0000003-0000003", "struck_through", "not_counted"),
        ],
    ),
    ("hand_entry_beats_the_report", "mfn", "1 of 4 off_target"),
    (
        "every_claim_and_chargeback_row_is_a_defect",
        "defects.*.type",
        ["a_to_z_claim", "a_to_z_claim", "a_to_z_claim", "chargeback"],
    ),
    ("every_claim_and_chargeback_row_is_a_defect", "mfn", "1 of 2 off_target"),
    ("every_claim_and_chargeback_row_is_a_defect", "order_defect_rate.mfn.a_to_z_claims", 1),
    ("every_claim_and_chargeback_row_is_a_defect", "order_defect_rate.mfn.chargebacks", 1),
    ("an_unreadable_event_date_is_a_problem", "mfn", "2 of 3 off_target"),
    (
        "an_unreadable_event_date_is_a_problem",
        "problems.*.file+line+column+code",
        [
            ("defects.csv", 2, "event_date", "unreadable_event_date"),
            ("feedback.txt", 2, "Date", "unreadable_event_date"),
        ],
    ),
    ("an_unreadable_event_date_is_a_problem", "files.1.used", 1),
    ("an_unreadable_event_date_is_a_problem", "files.2.used", 2),
    ("a_mark_of_amazons_is_counted", "mfn", "6 of 6 off_target"),
    (
        "a_mark_of_amazons_is_counted",
        "defects.*.order_id+type",
        [
            ("111-0000001-0000001", "a_to_z_claim"),
            ("111-0000001-0000001", "a_to_z_claim"),
            ("111-0000002-0000002", "negative_feedback"),
            ("111-0000003-0000003", "chargeback"),
            ("111-0000004-0000004", "a_to_z_claim"),
            ("111-0000004-0000004", "a_to_z_claim"),
            ("111-0000005-0000005", "negative_feedback"),
            ("111-0000006-0000006", "negative_feedback"),
        ],
    ),
    (
        "a_mark_of_amazons_is_counted",
        "problems.*.file+line+code",
        [
            ("odr.csv", 2, "mark_disagrees"),
            ("odr.csv", 3, "mark_disagrees"),
            ("odr.csv", 6, "mark_disagrees"),
        ],
    ),
    ("a_mark_of_amazons_is_counted", "order_defect_rate.mfn.a_to_z_claims", 2),
    ("a_mark_of_amazons_is_counted", "order_defect_rate.mfn.negative_feedback", 3),
    ("a_mark_of_amazons_is_counted", "order_defect_rate.mfn.chargebacks", 1),
    ("amazons_download_is_no_order_source", "mfn", "1 of 2 off_target"),
    ("amazons_download_is_no_order_source", "orders_read", {"mfn": 2, "afn": 0}),
    ("amazons_download_is_no_order_source", "unmatched", []),
    (
        "amazons_download_is_no_order_source",
        "defects.*.order_id+order_date",
        [("111-0000001-0000001", "2026-10-03"), ("111-0000009-0000009", "2026-10-03")],
    ),
    ("amazons_download_without_orders", "mfn", "0 of 0 no_orders"),
    (
        "amazons_download_without_orders",
        "defects.*.order_id+type+counts",
        [
            ("111-0000001-0000001", "a_to_z_claim", "counted"),
            ("111-0000001-0000001", "negative_feedback", "counted"),
            ("111-0000002-0000002", "chargeback", "counted"),
        ],
    ),
    ("amazons_download_without_orders", "unmatched", ["111-0000002-0000002"]),
    (
        "unmatched_ids_are_sorted_and_complete",
        "unmatched",
        [
            "111-0000003-0000003",
            "111-0000005-0000005",
            "111-0000006-0000006",
            "111-0000007-0000007",
            "111-0000008-0000008",
        ],
    ),
    ("unmatched_ids_are_sorted_and_complete", "mfn", "2 of 2 off_target"),
    (
        "unmatched_ids_are_sorted_and_complete",
        "defects.*.order_id+order_date+in_window",
        [
            ("111-0000001-0000001", "2026-10-05", True),
            ("111-0000004-0000004", "2026-10-06", True),
            ("111-0000005-0000005", None, False),
            ("111-0000005-0000005", None, False),
            ("111-0000006-0000006", None, False),
            ("111-0000007-0000007", None, False),
        ],
    ),
    (
        "unmatched_ids_are_sorted_and_complete",
        "defects.2.leaves_window_on+enters_window_on+fulfillment",
        (None, None, None),
    ),
    ("a_date_of_its_own_is_not_unmatched", "unmatched", []),
    ("a_date_of_its_own_is_not_unmatched", "mfn", "0 of 1 on_target"),
    (
        "a_date_of_its_own_is_not_unmatched",
        "problems.*.file+line+code",
        [("defects.csv", 2, "defect_without_fulfillment")],
    ),
    ("cancelled_and_pending_make_a_band", "mfn", "0 of 10-15 on_target"),
    ("cancelled_and_pending_make_a_band", "order_defect_rate.mfn.orders_needed", 1),
    ("a_defect_keeps_its_order_in_the_count", "mfn", "2-4 of 13-15 off_target"),
    ("undecided_by_an_open_claim", "mfn", "0-1 of 100 undecided"),
    ("undecided_by_an_open_claim", "order_defect_rate.mfn.a_to_z_claims", 0),
    ("undecided_by_an_open_claim", "order_defect_rate.mfn.orders_needed", 101),
    ("undecided_by_cancelled_orders", "mfn", "1 of 100-101 undecided"),
    ("off_target_at_both_ends", "mfn", "1-2 of 95-100 off_target"),
    ("off_target_at_both_ends", "order_defect_rate.mfn.orders_needed", 201),
    ("on_target_at_both_ends", "mfn", "1-2 of 201-203 on_target"),
    ("an_undecided_order_counts_once", "mfn", "1-2 of 300 on_target"),
    ("an_undecided_order_counts_once", "order_defect_rate.mfn.chargebacks", 0),
    ("one_of_100_is_off_target", "mfn", "1 of 100 off_target"),
    ("one_of_100_is_off_target", "order_defect_rate.mfn.orders_needed", 101),
    ("one_of_101_is_on_target", "mfn", "1 of 101 on_target"),
    ("one_of_101_is_on_target", "order_defect_rate.mfn.orders_needed", 101),
    ("no_orders_in_the_window", "mfn", "0 of 0 no_orders"),
    ("no_orders_in_the_window", "orders_read", {"mfn": 3, "afn": 0}),
    ("no_orders_in_the_window", "defects.0.in_window+counts", (False, "counted")),
    ("no_orders_in_the_window", "order_defect_rate.mfn.orders_needed", 1),
    ("union_of_defects_not_sum", "mfn", "2 of 250 on_target"),
    (
        "union_of_defects_not_sum",
        "order_defect_rate.mfn.negative_feedback+a_to_z_claims+chargebacks",
        (1, 2, 0),
    ),
    ("amazons_1085_hits_on_1078_orders", "store", "US"),
    (
        "amazons_1085_hits_on_1078_orders",
        "reconciliation.0.orders+orders_with_defects+negative_feedback+a_to_z_claims+chargebacks",
        (215600, 1078, 700, 85, 300),
    ),
    ("amazons_1085_hits_on_1078_orders", "problems", []),
    ("amazons_1085_hits_on_1078_orders", "mfn", "0 of 0 no_orders"),
    ("amazons_1085_hits_on_1078_orders", "reporting_window.basis", "reported"),
    (
        "amazons_1085_hits_on_1078_orders",
        "figures.0.source+orders+orders_with_defects",
        ("report", 215600, 1078),
    ),
    (
        "amazons_1085_hits_on_1078_orders",
        "reconciliation.0.findings.*.finding",
        ["no_files", "union_not_sum"],
    ),
    ("mfn_and_afn_stay_apart", "mfn", "1 of 100 off_target"),
    ("mfn_and_afn_stay_apart", "afn", "1 of 101 on_target"),
    ("the_order_date_decides", "mfn", "1 of 1 off_target"),
    (
        "the_order_date_decides",
        "defects.*.order_id+in_window",
        [("111-0000001-0000001", False), ("111-0000002-0000002", True), ("111-0000003-0000003", False)],
    ),
    (
        "when_orders_enter_and_leave",
        "defects.*.order_date+in_window+enters_window_on+leaves_window_on",
        [
            ("2026-08-01", False, None, "2026-10-15"),
            ("2026-09-09", True, None, "2026-11-23"),
            ("2026-11-07", True, None, "2027-01-21"),
            ("2026-11-08", False, "2026-11-23", "2027-01-22"),
            ("2026-11-20", False, "2026-12-05", "2027-02-03"),
        ],
    ),
    ("when_orders_enter_and_leave", "mfn", "2 of 2 off_target"),
    ("the_day_before_an_order_leaves", "mfn", "2 of 2 off_target"),
    ("the_day_before_an_order_leaves", "defects.0.leaves_window_on", "2026-12-20"),
    ("the_day_an_order_leaves", "mfn", "1 of 1 off_target"),
    ("the_day_an_order_leaves", "defects.0.leaves_window_on", "2026-12-20"),
    (
        "days_that_no_file_reaches_are_gaps",
        "reporting_window.gaps",
        [
            {"first_day": "2026-09-09", "last_day": "2026-09-14"},
            {"first_day": "2026-09-21", "last_day": "2026-10-04"},
            {"first_day": "2026-10-26", "last_day": "2026-11-07"},
        ],
    ),
    ("figures_of_report_and_files", "mfn", "2 of 126 off_target"),
    (
        "figures_of_report_and_files",
        "figures.*.source+fulfillment+orders+orders_with_defects",
        [
            ("report", "mfn", 126, 2),
            ("report", "afn", 60, 0),
            ("files", "mfn", 126, 2),
            ("files", "afn", 60, 0),
        ],
    ),
    ("figures_of_report_and_files", "reconciliation.*.findings.*.finding", [["agrees"], ["agrees"]]),
    ("figures_of_report_and_files", "problems", []),
    ("counts_that_differ_from_amazons", "mfn", "1 of 10-11 off_target"),
    (
        "counts_that_differ_from_amazons",
        "reconciliation.0.findings.*.finding",
        ["orders_missing", "defects_missing"],
    ),
    ("counts_below_amazons", "reconciliation.0.findings.*.finding", ["orders_extra", "defects_extra"]),
    ("in_simplified_chinese", "mfn", "1 of 1 off_target"),
    (
        "in_simplified_chinese",
        "problems.*.code",
        ["unknown_outcome", "unreadable_purchase_date", "unknown_fulfillment"],
    ),
    ("in_simplified_chinese", "defects.0.reason", "判给买家：计入，除非亚马逊写明不计入。"),
    (
        "in_simplified_chinese",
        "problems.1.message",
        "“2026-13-02T08:11:00+00:00”不是有效的日期。没有日期就不知道订单是否在统计时段内，所以该行不计入。请改正日期。",
    ),
    ("two_typed_feedbacks_of_one_order", "defects.*.outcome+counts", [("removed", "not_counted")]),
    ("two_typed_feedbacks_of_one_order", "mfn", "0 of 1 on_target"),
    ("a_store_in_small_letters", "store", "JP"),
    ("a_store_in_small_letters", "mfn", "0 of 1 on_target"),
    ("typed_counts_of_no_orders", "mfn", "0 of 0 no_orders"),
    ("typed_counts_of_no_orders", "reporting_window.basis", "chosen"),
    ("undecided_reaches_the_verdict_both_ways", "mfn", "0-2 of 200 undecided"),
    ("undecided_reaches_the_verdict_both_ways", "afn", "0-2 of 201 on_target"),
    ("two_claims_leave_one_after_the_other", "mfn", "2 of 126 off_target"),
    ("two_claims_leave_one_after_the_other", "recovery.mfn.no_new_orders.first_day_on_target", "2026-12-28"),
    ("two_claims_leave_one_after_the_other", "recovery.mfn.no_new_orders.stays_on_target_from", "2026-12-28"),
    ("two_claims_leave_one_after_the_other", "recovery.mfn.same_pace.first_day_on_target", "2026-12-20"),
    (
        "two_claims_leave_one_after_the_other",
        "recovery.mfn.no_new_orders.days.24.day+orders+orders_with_defects",
        ("2026-12-17", 105, 2),
    ),
    (
        "two_claims_leave_one_after_the_other",
        "recovery.mfn.no_new_orders.days.27.day+orders+orders_with_defects",
        ("2026-12-20", 99, 1),
    ),
    ("two_claims_leave_one_after_the_other", "removal.mfn.smallest_set", 1),
    (
        "a_leap_day_leaves_like_any_other_day",
        "recovery.mfn.no_new_orders.days.22.day+orders_with_defects",
        ("2028-05-13", 2),
    ),
    (
        "a_leap_day_leaves_like_any_other_day",
        "recovery.mfn.no_new_orders.days.23.day+orders_with_defects",
        ("2028-05-14", 0),
    ),
    (
        "the_window_empties_over_the_turn_of_the_year",
        "recovery.mfn.no_new_orders.days.59.day+orders+orders_with_defects",
        ("2027-01-21", 2, 1),
    ),
    (
        "the_window_empties_over_the_turn_of_the_year",
        "recovery.mfn.no_new_orders.days.62.day+orders+orders_with_defects",
        ("2027-01-24", 0, 0),
    ),
    ("the_window_empties_over_the_turn_of_the_year", "recovery.mfn.no_new_orders.first_day_on_target", None),
    ("a_leap_day_leaves_like_any_other_day", "recovery.afn.no_new_orders.first_day_on_target", None),
    ("in_traditional_chinese", "mfn", "0-1 of 1 undecided"),
    ("in_traditional_chinese", "problems.*.code", ["unreadable_purchase_date"]),
    ("in_traditional_chinese", "defects.0.reason", "亞馬遜尚未裁定：可能計入。"),
)


@pytest.mark.parametrize(
    ("slug", "path", "value"), EXPECTED, ids=lambda part: part if isinstance(part, str) else ""
)
def test_a_golden_text_says_what_the_contract_says(slug: str, path: str, value: object) -> None:
    assert value_at((FOLDER / slug / "expected.json").read_text(encoding="utf-8"), path) == value


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.folder.name)
def test_the_text_has_sorted_keys_two_spaces_and_a_final_newline(case: Case) -> None:
    text = case.expected
    if case.args["all_stores"] and not case.args["exit"]:
        lines = text.splitlines(keepends=True)
        assert [
            json.dumps(json.loads(line), sort_keys=True, ensure_ascii=False) + "\n" for line in lines
        ] == lines
    else:
        assert json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=2) + "\n" == text


ANSWERED = [case for case in cases() if not case.args["exit"]]


@pytest.mark.parametrize("case", ANSWERED, ids=lambda case: case.folder.name)
def test_every_row_is_used_or_a_problem_or_excluded(case: Case) -> None:
    first = case.expected.splitlines()[0] if case.args["all_stores"] else case.expected
    answer = json.loads(first)
    left = sum(file["rows"] - file["used"] for file in answer["files"])
    excluded = sum(item["rows"] for item in answer["excluded"])
    assert excluded <= left <= excluded + len(answer["problems"])


ANY_ORDER = (
    "newest_update_gives_status_channel_and_day",
    "on_a_tie_the_further_status_wins",
    "on_a_second_tie_the_smaller_purchase_date_wins",
    "the_store_with_most_orders_is_assessed",
    "a_blank_order_id_is_its_own_order",
    "every_claim_outcome",
    "one_feedback_an_order",
    "hand_entry_beats_the_report",
    "every_claim_and_chargeback_row_is_a_defect",
    "unmatched_ids_are_sorted_and_complete",
    "cancelled_and_pending_make_a_band",
)


@pytest.mark.parametrize("slug", ANY_ORDER)
def test_the_order_of_rows_changes_nothing(slug: str) -> None:
    assert Backwards(FOLDER / slug).answer() == Case(FOLDER / slug).expected


class Backwards(Case):
    """A case whose files have their rows turned round, the header staying on top."""

    def answer(self, *, backwards: bool = False, chunk: int = 4 * 1024 * 1024) -> str:
        plain = Intake.feed
        turned = {path.name: _turned(path.read_bytes()) for path in self.files}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Intake, "feed", lambda intake, name, _: plain(intake, name, turned[name]))
            return super().answer(backwards=backwards, chunk=chunk)


def _turned(data: bytes) -> bytes:
    header, *rows = data.splitlines(keepends=True)
    return b"".join([header, *rows[::-1]])
