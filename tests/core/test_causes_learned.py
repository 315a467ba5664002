"""What is learned about causes: from the examples that stand here, in whole numbers, the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import tables
from calculator.causes import Cause, causes_of
from calculator.causes.concepts import words_of
from calculator.causes.dwelt import weighed
from calculator.causes.features import grams, notions
from calculator.causes.language import LANGUAGES, language_of, read
from calculator.causes.learned import CAUSES, FULL, LANE, LEAST, gram_shares, scores, told_by, weights


@pytest.mark.native
def test_the_weights_were_learned_from_the_examples_as_they_stand() -> None:
    from tests.causes.train import checksum, rows_of

    table = tables.read("calculator.causes", "weights")
    assert table["learned_from"] == checksum(rows_of())


@pytest.mark.native
def test_learning_parts_what_can_be_parted() -> None:
    from tests.causes.train import learned

    rows = [[(0, 1.0), (2, 1.0)], [(1, 1.0), (2, 1.0)]] * 4
    found = learned(rows, [True, False] * 4, 2)
    assert found[0] > 0.3 > -0.3 > found[1]
    assert learned(rows, [True, False] * 4, 2) == found


def test_every_weight_is_a_small_whole_number() -> None:
    known = weights()
    for row in [*known.grams.values(), *known.notions.values()]:
        each = [(row >> at * LANE & 255) - LEAST for at in range(len(CAUSES))]
        assert all(-31 <= one <= 31 for one in each)
        assert sum(one + LEAST << at * LANE for at, one in enumerate(each)) == row
    assert min(known.rare.values()) >= 1


def test_the_shares_of_the_grams_make_one_whole() -> None:
    found = read("The parcel never arrived and the seller never answered")
    shares = gram_shares(grams(found.comment, east=False), weights().rare)
    assert abs(sum(share * share for _, share in shares) / FULL**2 - 1) < 0.1
    assert gram_shares([], weights().rare) == []


def test_a_comment_without_known_words_scores_what_all_begin_with() -> None:
    nothing = scores([])
    assert nothing == list(weights().start)
    assert scores(told_by([], read("")))[CAUSES.index(Cause.OTHER)] == max(scores(told_by([], read(""))))
    assert causes_of("").primary is Cause.OTHER


def test_a_denied_concept_is_noted_as_denied_in_its_clause_alone() -> None:
    found = read("not late, but broken", "en")
    names = {one.name for one in notions(found.comment, found.hits)}
    assert {"-late", "break"} <= names
    assert "-break" not in names


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_knows_the_same_concepts(lang: str) -> None:
    about = tables.read("calculator.causes", f"words/{lang}")["about"]
    english = tables.read("calculator.causes", "words/en")["about"]
    assert about.keys() == english.keys()
    assert all(about.values())
    assert words_of(lang).whole or words_of(lang).begun


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It never arrived", "en"),
        ("Ist nie angekommen", "de"),
        ("Je ne l'ai jamais reçu", "fr"),
        ("No me ha llegado nunca", "es"),
        ("Non è mai arrivato", "it"),
        ("一直没收到货", "zh"),
        ("一直沒收到貨", "zh"),
        ("まだ届きません", "ja"),
    ],
)
def test_the_language_is_found(text: str, lang: str) -> None:
    assert language_of(text) == lang


def test_the_language_given_wins() -> None:
    assert read("ok", "zh-Hant").lang == "zh"
    assert read("ok", "de").lang == "de"
    assert read("ok", "xx").lang == "en"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The lid is cracked, and it came a week late.", "damaged_or_defective", "late_delivery"),
        ("It took five weeks, and there is a scratch on it.", "late_delivery", "damaged_or_defective"),
    ],
)
def test_of_two_complaints_the_first_leads(text: str, first: str, second: str) -> None:
    found = causes_of(text)
    assert (found.primary, found.secondary) == (first, (second,))


def test_a_parcel_that_never_came_was_not_late() -> None:
    found = causes_of("Three weeks late and still not here.")
    assert found.primary is Cause.NOT_RECEIVED
    assert Cause.LATE not in found.secondary


def test_learned_words_are_shown_where_no_phrase_says_it() -> None:
    found = causes_of("The pedal sheared off on the first hill.")
    assert found.primary is Cause.DAMAGED
    assert [one.text for one in found.evidence if "sheared" in one.text]


@given(st.text(alphabet="nevrabokn 没到货坏了。届かない!(\n12", max_size=60))
def test_no_text_names_a_cause_without_its_words(text: str) -> None:
    found = causes_of(text)
    assert {one.cause for one in found.evidence} == {found.primary, *found.secondary} - {Cause.OTHER}


def test_words_are_shown_for_every_cause_named() -> None:
    for text in ("箱子里是空的", "店家砍單", "ネジが足りない", "Il coperchio è crepato", "Prohlášení"):
        found = causes_of(text)
        named = {found.primary, *found.secondary} - {Cause.OTHER}
        assert {one.cause for one in found.evidence} == named


def test_what_a_clause_says_is_counted_as_if_it_stood_alone() -> None:
    whole = read("It came early, and the lid is cracked", "en")
    alone = weighed(read("and the lid is cracked", "en"))
    assert weighed(whole).loudest[CAUSES.index(Cause.DAMAGED)] == alone.loudest[CAUSES.index(Cause.DAMAGED)]
