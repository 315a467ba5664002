"""Causes of comments: the label rules on our own examples, denial, evidence, and any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.causes import Cause, causes_document, causes_of, comments
from calculator.causes.signals import LANGUAGES, signals
from calculator.errors import ReportError
from calculator.messages import LANGUAGES as SHOWN
from calculator.messages import catalogue

PAIRS = [
    ("It was late.", "late_delivery", "It was not late."),
    ("The cup was broken.", "damaged_or_defective", "Nothing was broken."),
    ("This is a fake.", "counterfeit_suspicion", "This is not a fake."),
    ("Two screws are missing.", "missing_parts_or_quantity", "Nothing is missing."),
    ("Zu spät geliefert.", "late_delivery", "Gar nicht zu spät."),
    ("Cassé.", "damaged_or_defective", "Rien de cassé."),
    ("Llegó tarde.", "late_delivery", "No llegó tarde."),
    ("È rotto.", "damaged_or_defective", "Niente di rotto."),
    ("是假货。", "counterfeit_suspicion", "不是假货。"),
    ("有破損。", "damaged_or_defective", "沒有破損。"),
    ("偽物です。", "counterfeit_suspicion", "偽物ではありません。"),
]


@pytest.mark.parametrize(("said", "cause", "denied"), PAIRS)
def test_a_cause_is_named_and_a_denied_one_is_not(said: str, cause: str, denied: str) -> None:
    assert causes_of(said).primary == cause
    assert cause not in {causes_of(denied).primary, *causes_of(denied).secondary}


@pytest.mark.parametrize(
    ("text", "primary"),
    [
        ("Waited a month, then the seller cancelled my order.", "cancelled_by_seller_or_out_of_stock"),
        ("Three weeks late and still not here.", "not_received"),
        ("Three weeks late.", "late_delivery"),
        ("Handle broken and they refuse a refund.", "damaged_or_defective"),
        ("Sent it back, they refuse a refund.", "refund_or_return_problem"),
        ("The other parcel never arrived.", "missing_parts_or_quantity"),
        ("Fake, I want a refund.", "counterfeit_suspicion"),
        ("Meh", "other_or_unclear"),
        ("", "other_or_unclear"),
    ],
)
def test_the_rules_say_which_complaint_comes_first(text: str, primary: str) -> None:
    assert causes_of(text).primary == primary


def test_an_empty_box_did_not_reach_the_buyer() -> None:
    found = causes_of("Not late at all, but the box was empty.")
    assert found.primary is Cause.NOT_RECEIVED
    assert [one.text for one in found.evidence] == ["box was empty"]


@given(st.text(max_size=300))
def test_evidence_stands_where_it_says_in_any_text(text: str) -> None:
    for one in causes_of(text).evidence:
        assert text[one.start : one.end] == one.text


@pytest.mark.native
@pytest.mark.parametrize(
    "unit", ["not ", "never ", "空", "没", "(", "no no never arrived ", "refus ", "ない"]
)
def test_time_grows_with_the_length_and_not_faster(unit: str) -> None:
    """Four times the words may take a little over four times as long, never sixteen times."""

    def seconds(times: int) -> float:
        runs = []
        for _ in range(3):
            start = time.process_time()
            causes_of(unit * times)
            runs.append(time.process_time() - start)
        return min(runs)

    seconds(50)
    assert seconds(400) < 10 * seconds(100) + 0.2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_every_cause(lang: str) -> None:
    assert {one.says for one in signals(lang).known.values() if one.kind == "cause"} >= set(Cause)


def test_both_forms_of_the_table_are_read_in_order() -> None:
    tabs = b'order\tcomment\n1\tsaid "late"\n2\t\n3\n'
    assert comments(tabs, "a.txt") == ['said "late"', "", ""]
    commas = '\ufefforder,comment\r\n1,"broken, both\nof them"\r\n2,ok\r\n'.encode()
    assert comments(commas, "a.csv") == ["broken, both\nof them", "ok"]


@pytest.mark.parametrize(("data", "code"), [(b"", "empty_file"), (b"a,b\n1,2\n", "missing_column")])
def test_a_table_without_comments_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReportError) as refused:
        comments(data, "a.csv")
    assert refused.value.code == code


def test_the_document_answers_each_row() -> None:
    found = causes_document(["never came", "ok"])
    assert found["contract"] == "odr-causes/1"
    assert [(row["row"], row["primary"]) for row in found["comments"]] == [
        (1, "not_received"),
        (2, "other_or_unclear"),
    ]
    assert {"start": 0, "end": 10, "text": "never came"}.items() <= found["comments"][0]["evidence"][
        0
    ].items()


def test_every_cause_has_a_name_in_every_language() -> None:
    for lang in SHOWN:
        assert catalogue(lang, "causes").keys() == catalogue("en", "causes").keys()
        assert {f"names.{cause}" for cause in Cause} <= catalogue(lang, "causes").keys()
