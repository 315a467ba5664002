"""Amazon's rules as dated data: each known since its day, with a source, in both languages."""

from __future__ import annotations

import doctest
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from calculator import policy
from calculator.messages import catalogue
from calculator.policy import (
    Condition,
    Entry,
    Grade,
    PolicyNotKnown,
    Source,
    Status,
    Unit,
    UnknownRule,
    UnknownStore,
    Value,
    entries,
    entry,
    find_store,
    load,
    policy_on,
    sources,
    stores,
    time_zone,
)

TODAY = date(2026, 11, 22)
FIRST_REPORT = date(2020, 11, 19)
DAY = timedelta(days=1)
LANGUAGES = ("en", "zh-Hans")

USED_BY_THE_CORE = {
    "order_defect_rate.target": Decimal("0.01"),
    "order_defect_rate.window_days": 60,
    "order_defect_rate.window_lag": 15,
    "order_defect_rate.reported_lag": (10, 21),
    "order_defect_rate.order_date_basis": "order_date",
    "order_defect_rate.union": True,
    "order_defect_rate.mfn_afn_apart": True,
    "order_defect_rate.minimum_orders": None,
    "order_defect_rate.rounding": None,
    "order_defect_rate.cancelled_and_pending": None,
    "order_defect_rate.day_boundary": None,
    "order_defect_rate.rate_unit": "fraction",
    "counted_defects.negative_feedback_stars": (1, 2),
    "counted_defects.union": True,
}

OUTCOMES = {
    "negative_feedback": {"kept": "counted", "removed": "not_counted", "struck_through": "not_counted"},
    "a_to_z_claim": {
        "granted": "counted",
        "seller_refunded_after_claim": "counted",
        "cancelled_by_seller": "counted",
        "appeal_money_only": "counted",
        "withdrawn": "not_counted",
        "denied": "not_counted",
        "amazon_funded": "not_counted",
        "mark_removed": "not_counted",
        "granted_not_counted": "not_counted",
        "refused_or_returned": "not_counted",
        "cancelled_by_buyer": "not_counted",
        "open": "undecided",
        "appealed": "undecided",
    },
    "chargeback": {"service": "counted", "fraud": "not_counted", "unknown": "undecided"},
}

CONTRADICTED = {
    "facts.consequence": {"seller_fulfilled_offers_restricted", "account_deactivated"},
    "counted_defects.a_to_z_claim.cancelled_by_seller": {"counted", "not_counted"},
    "order_defect_rate.window_lag": {15, 30},
    "facts.every_claim_counts": {"by_result", "always"},
    "removal_routes.a_to_z_claim.information_hours": {48, 72},
    "removal_routes.a_to_z_appeal.attachments": {"upload_possible", "text_only"},
    "removal_routes.chargeback_representation.deadline": {7, 11},
    "sister_metrics.account_health_rating.made_of": {
        ("policy_violations",),
        ("policy_violations", "order_defect_rate", "shipping_rates"),
    },
    "facts.performance_report.health_score": {"optional", "absent"},
    "order_defect_rate.rate_unit": {"fraction", "percent"},
    "appeals.funds.in_force_from": {"2024-10-25", "2024-10-09"},
    "appeals.funds.meaning_of_days": {"request_possible_after", "request_only_until"},
    "sister_metrics.on_time_delivery_rate.enforcement": {"mandatory", "advisory"},
    "sister_metrics.cancellation_rate.target": {Decimal("0.025"), Decimal("0.01")},
    "removal_routes.feedback_removal.stars_only": {"written_feedback_only", "report_a_violation"},
    "appeals.attempts": {"no_published_limit", "two_unsuccessful"},
    "order_defect_rate.exactly_at_target": {"off_target", "on_target"},
    "appeals.documents.marking": {"mark_a_copy_only", "do_not_mark"},
    "facts.second_accounts": {"legitimate_business_need", "permission_needed"},
}

STORES = re.findall("[A-Z]+", "US CA MX BR UK DE FR IT ES NL SE PL BE TR IE AE SA EG IN JP AU SG ZA")

every_entry = pytest.mark.parametrize("one", entries(), ids=lambda one: one.key)
every_source = pytest.mark.parametrize("one", sources().values(), ids=lambda one: one.id)


@every_entry
def test_each_value_is_present_since_its_first_day_and_absent_before(one: Entry) -> None:
    for row in one.values:
        for store in row.stores or (None, "US"):
            first = policy_on(row.known_from, store)
            assert row in first.rows(one.key) or any(own.stores for own in first.rows(one.key))
            assert row not in policy_on(row.known_from - DAY, store).rows(one.key)


@every_entry
def test_before_its_first_day_a_rule_is_not_known_and_never_guessed(one: Entry) -> None:
    chosen = [row for row in one.values if row.chosen]
    assert chosen
    first = min(chosen, key=lambda row: row.known_from)
    store = first.stores[0] if first.stores else None
    assert policy_on(first.known_from, store).value(one.key) == first.value
    with pytest.raises(PolicyNotKnown, match=re.escape(one.key)):
        policy_on(first.known_from - DAY, store).value(one.key)


@every_entry
def test_each_statement_and_note_stands_in_both_languages_without_reference_numbers(one: Entry) -> None:
    for words in (one.statement, *(row.note for row in one.values if row.note)):
        for language in LANGUAGES:
            assert words[language].strip() == words[language] != ""
            assert not re.search(r"\b[FSC]-\d", words[language])
        assert re.search("[一-鿿]", words["zh-Hans"])
        assert words["en"][-1] in ".!?"
        assert words["zh-Hans"][-1] in "。！？"


@every_entry
def test_percentages_are_written_as_each_language_writes_them(one: Entry) -> None:
    for words in (one.statement, *(row.note for row in one.values if row.note)):
        assert not re.search(r"\d ?%", words["en"]), "English has a no-break space before the sign"
        assert not re.search(r"\d\s%", words["zh-Hans"]), "Chinese has no space before the sign"


@every_entry
def test_a_rule_without_a_value_is_either_not_published_or_a_plain_fact(one: Entry) -> None:
    for row in one.values:
        if row.value is None:
            assert row.status is Status.NOT_PUBLISHED or one.key.startswith("facts.")


@every_source
def test_every_source_has_an_address_that_is_whole_or_none(one: Source) -> None:
    assert one.title
    assert one.publisher
    assert one.address is None or re.fullmatch(r"https?://[a-z0-9.-]+/\S*", one.address)


def test_every_source_resolves_and_none_is_unused() -> None:
    cited = {id_ for one in entries() for row in one.values for id_ in row.sources}
    cited |= {id_ for zone in time_zone.zones().values() for id_ in zone.sources}
    assert cited == set(sources())
    assert all(one.id == id_ for id_, one in sources().items())


def test_the_spoiled_news_page_is_evidence_and_never_a_link() -> None:
    assert sources()["news_resume_2020"].address is None


def test_no_two_entries_share_a_key() -> None:
    keys = [one.key for one in entries()]
    assert len(keys) == len(set(keys)) > 150
    assert entry(keys[0]).key == keys[0]


@pytest.mark.parametrize(("key", "value"), USED_BY_THE_CORE.items())
def test_the_core_finds_its_rules_from_the_first_dated_report_on(key: str, value: Value | None) -> None:
    for day in (FIRST_REPORT, TODAY):
        for store in (None, *STORES):
            assert policy_on(day, store).value(key) == value


def test_the_target_is_strictly_less_than_one_percent() -> None:
    row = policy_on(TODAY, "US").row("order_defect_rate.target")
    assert (row.condition, row.unit, row.grade) == (
        Condition.LESS_THAN,
        Unit.FRACTION_OF_ORDERS,
        Grade.OFFICIAL,
    )
    assert isinstance(row.value, Decimal)


OUTCOME_WORDS = [(kind, word, counts) for kind, words in OUTCOMES.items() for word, counts in words.items()]


@pytest.mark.parametrize(("kind", "word", "counts"), OUTCOME_WORDS)
def test_each_outcome_counts_as_the_contract_says(kind: str, word: str, counts: str) -> None:
    found = policy_on(TODAY, "US").counts(kind, word)
    assert found is not None
    assert (found.counts.value, found.key) == (counts, f"counted_defects.{kind}.{word}")


def test_there_is_no_outcome_beyond_the_contract() -> None:
    keys = {one.key.split(".", 1)[1] for one in entries() if one.key.startswith("counted_defects.")}
    assert {key for key in keys if "." in key} == {f"{kind}.{word}" for kind, word, _ in OUTCOME_WORDS}


@pytest.mark.parametrize(
    ("kind", "word"), [("a_to_z_claim", "lost"), ("a_to_z_claim", ""), ("return", "open")]
)
def test_an_outcome_word_that_no_rule_names_gives_nothing(kind: str, word: str) -> None:
    assert policy_on(TODAY).counts(kind, word) is None


def test_an_outcome_before_its_first_day_is_not_known() -> None:
    with pytest.raises(PolicyNotKnown):
        policy_on(FIRST_REPORT, "US").counts("a_to_z_claim", "refused_or_returned")
    assert policy_on(date(2021, 5, 24), "US").counts("a_to_z_claim", "refused_or_returned")


@pytest.mark.parametrize(("key", "values"), CONTRADICTED.items())
def test_sources_that_disagree_are_both_kept_and_one_is_chosen(key: str, values: set[Value]) -> None:
    rows = [row for row in entry(key).values if row.status is Status.IN_CONFLICT]
    assert {row.value for row in rows} == values
    assert [row.chosen for row in rows].count(True) == 1


def test_of_rows_in_conflict_the_chosen_one_is_used_and_all_are_shown() -> None:
    rules = policy_on(TODAY, "US")
    assert rules.value("order_defect_rate.window_lag") == 15
    assert [row.value for row in rules.rows("order_defect_rate.window_lag")] == [15, 30]


def test_a_day_that_only_a_rejected_row_covers_is_not_known() -> None:
    for before in (date(2018, 1, 1), date(2015, 1, 1)):
        with pytest.raises(PolicyNotKnown, match="known from 2020-11-19"):
            policy_on(before, "US").value("order_defect_rate.window_lag")


def test_a_row_for_a_store_beats_the_rows_for_all_stores() -> None:
    key = "sister_metrics.cancellation_rate.target"
    assert policy_on(TODAY, "IN").value(key) == Decimal("0.02")
    assert policy_on(TODAY, "US").value(key) == policy_on(TODAY).value(key) == Decimal("0.025")


def test_a_rule_of_one_store_is_not_lent_to_another() -> None:
    key = "sister_metrics.on_time_delivery_rate.target"
    assert policy_on(TODAY, "UK").value(key) == Decimal("0.9")
    for store in ("FR", None):
        with pytest.raises(PolicyNotKnown, match="No value"):
            policy_on(TODAY, store).value(key)


def test_a_row_holds_through_its_last_day_and_not_after() -> None:
    assert policy_on(date(2020, 5, 31)).rows("facts.pause_2020")
    assert not policy_on(date(2020, 6, 1)).rows("facts.pause_2020")


def test_a_rule_that_is_not_published_has_a_row_but_no_value() -> None:
    row = policy_on(TODAY).row("order_defect_rate.rounding")
    assert (row.value, row.status, row.grade) == (None, Status.NOT_PUBLISHED, Grade.NOT_FOUND)


def test_asking_too_early_says_from_when_the_rule_is_known_in_both_languages() -> None:
    with pytest.raises(PolicyNotKnown) as refused:
        policy_on(date(2019, 1, 1), "US").value("order_defect_rate.target")
    for language in LANGUAGES:
        message = refused.value.message(language)
        assert "order_defect_rate.target" in message
        assert "2020-11-19" in message
        assert "2019-01-01" in message
    assert (refused.value.key, refused.value.day, refused.value.store) == (
        "order_defect_rate.target",
        date(2019, 1, 1),
        "US",
    )


@pytest.mark.parametrize("key", ["order_defect_rate.targets", "order_defect_rate", "stores.US", "", "x.y"])
def test_a_rule_that_does_not_exist_is_said_to_be_unknown(key: str) -> None:
    with pytest.raises(UnknownRule, match="no rule called"):
        policy_on(TODAY).value(key)


def test_the_edition_has_a_name() -> None:
    assert policy_on(TODAY).rules == "2026.11"


def test_only_what_is_asked_for_is_built() -> None:
    load.entry.cache_clear()
    load.rows.cache_clear()
    policy_on(TODAY).value("order_defect_rate.target")
    assert load.entry.cache_info().currsize == 1


def test_stores_stand_in_the_order_of_the_contract() -> None:
    assert [one.code for one in stores()] == STORES
    assert all(one.name["en"] and one.name["zh-Hans"] for one in stores())


@pytest.mark.parametrize(
    ("code", "marketplace_id", "channel"),
    [
        ("US", "ATVPDKIKX0DER", "Amazon.com"),
        ("UK", "A1F83G8C2ARO7P", "Amazon.co.uk"),
        ("BE", "AMEN7PMS3EDWL", "Amazon.com.be"),
        ("IE", "A28R8C7NBKEWEA", "Amazon.ie"),
        ("JP", "A1VC38T7YXB528", "Amazon.co.jp"),
        ("ZA", "AE08WJ6YKNBMC", "Amazon.co.za"),
    ],
)
def test_a_store_knows_its_id_and_its_sales_channel(code: str, marketplace_id: str, channel: str) -> None:
    found = find_store(code)
    assert (found.marketplace_id, found.sales_channels) == (marketplace_id, (channel,))


def test_gb_is_another_name_for_uk() -> None:
    assert find_store("GB") is find_store("UK")
    assert policy_on(TODAY, "GB").store == "UK"


def test_an_unknown_store_is_refused_with_the_list_of_stores() -> None:
    with pytest.raises(UnknownStore, match="US, CA, MX"):
        policy_on(TODAY, "XX")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_grade_status_and_condition_has_a_name(language: str) -> None:
    names = catalogue(language, "policy")
    for prefix, words in (("unit", Unit), ("grade", Grade), ("status", Status), ("condition", Condition)):
        assert {key for key in names if key.startswith(f"{prefix}.")} == {
            f"{prefix}.{word}" for word in words
        }


def test_both_languages_have_the_same_messages_with_the_same_blanks() -> None:
    english, chinese = (catalogue(language, "policy") for language in LANGUAGES)
    assert set(english) == set(chinese)
    for key, message in english.items():
        assert set(re.findall(r"{\w+}", message)) == set(re.findall(r"{\w+}", chinese[key])), key


def test_no_unit_is_offered_that_no_rule_needs() -> None:
    assert {row.unit for one in entries() for row in one.values if row.unit} == set(Unit)


@pytest.mark.native
def test_the_example_in_the_manual_is_true() -> None:
    assert doctest.testmod(policy) == (0, 5)
