"""The cause of a defect: its words, else its reason, else its outcome, unless the seller says otherwise."""

from __future__ import annotations

import pytest

from calculator import tables
from calculator.causes import Cause, cause_of_defect
from calculator.causes.of_defect import KnownFrom, cause_of_reason


def test_the_buyers_words_come_before_the_reason() -> None:
    found = cause_of_defect("The lid was cracked.", reason="Item not received")
    assert (found.cause, found.known_from) == (Cause.DAMAGED, KnownFrom.WORDS)
    assert found.words and all(word in "The lid was cracked." for word in found.words)


def test_a_reason_names_a_cause_where_the_words_name_none() -> None:
    found = cause_of_defect("bad", reason="Item not received")
    assert (found.cause, found.known_from, found.words) == (
        Cause.NOT_RECEIVED,
        KnownFrom.REASON,
        ("Item not received",),
    )


def test_an_outcome_names_a_cause_where_nothing_else_does() -> None:
    found = cause_of_defect("", outcome="cancelled_by_seller")
    assert (found.cause, found.known_from) == (Cause.CANCELLED, KnownFrom.OUTCOME)
    assert cause_of_defect("", outcome="granted").cause is None


def test_nothing_named_is_asked_not_guessed() -> None:
    found = cause_of_defect("👎", reason="Other", outcome="granted")
    assert (found.cause, found.known_from, found.words, found.secondary) == (None, KnownFrom.NOTHING, (), ())


def test_the_seller_wins_and_what_the_words_said_stays_beside() -> None:
    found = cause_of_defect("It never arrived", seller="late_delivery")
    assert (found.cause, found.known_from, found.words) == (Cause.LATE, KnownFrom.SELLER, ())
    assert found.secondary == (Cause.NOT_RECEIVED,)
    assert cause_of_defect("It never arrived", seller="not_received").words
    assert cause_of_defect("It never arrived", seller="nonsense").cause is Cause.NOT_RECEIVED


@pytest.mark.parametrize("kind", ["claim", "return", "chargeback"])
def test_every_listed_reason_names_its_cause_and_no_other(kind: str) -> None:
    table = tables.read("calculator.causes", "reasons")[kind]
    for cause, words in table.items():
        for word in words:
            assert cause_of_reason(word.upper()) == cause, word


def test_fraud_and_unknown_reasons_name_no_cause() -> None:
    for reason in ("", "Fraud", "Unauthorized transaction", "其他", "—"):
        assert cause_of_reason(reason) is None
