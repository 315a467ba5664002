"""The tables of the questions are sound, and each rule of the checker catches its witness and passes its other."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from calculator import tables
from calculator.messages import LANGUAGES, catalogue
from calculator.root_causes.check import check_package, check_places, check_table
from calculator.root_causes.errors import TreeError
from calculator.root_causes.load import CAUSES, END, PACKAGE, find_out, tree
from calculator.root_causes.model import Ask

PLACES = {
    "here": {"for": "mfn", "en": "Look here.", "zh-Hans": "看这里。"},
    "there": {"for": "afn", "en": "Look there.", "zh-Hans": "看那里。"},
    "anywhere": {"for": "both", "en": "Look.", "zh-Hans": "看。"},
}
Table = dict[str, Any]


def said(goes: str, words: str = "Seen") -> Table:
    return {"goes": goes, "en": words, "zh-Hans": "看到了"}


def asked(**answers: Table) -> Table:
    return {
        "en": "What?",
        "zh-Hans": "什么？",
        "find_out": ["here", "there"],
        "answers": {**answers, "unknown": {"goes": "unknown_yet"}, "own": {"goes": "in_own_words"}},
    }


def sound() -> Table:
    return {
        "gather": ["here"],
        "ask": {"a": asked(x=said("b"), y=said("facts_only")), "b": asked(z=said("step"))},
        "failure": {"step": {"en": "It is done.", "zh-Hans": "做好了。"}},
    }


def test_every_table_of_the_package_is_sound() -> None:
    check_package()


def test_a_small_sound_table_passes() -> None:
    check_places(PLACES)
    check_table("not_received", sound(), PLACES, last=3)
    check_table("other_or_unclear", {"nothing_to_admit": ["here"]}, PLACES)


BROKEN = [
    ("ask.a.answers.x.goes", "nowhere", 'leads to "nowhere"'),
    ("ask.b.answers.z.goes", "a", "a circle through a > b > a"),
    ("ask.b.answers.z.goes", "b", "a circle through a > b > b"),
    ("ask.b.answers.z.goes", "facts_only", 'no answer leads to "step"'),
    ("ask.a.answers.x.goes", "facts_only", 'no answer leads to "b"'),
    ("ask.a.answers.unknown", None, "the last two answers"),
    ("ask.a.answers.own", None, "the last two answers"),
    ("ask.a.answers.later", said("step"), "the last two answers"),
    ("ask.a.answers.own.en", "Mine", "its words are a message"),
    ("ask.b.answers.z", None, "2 answers"),
    ("ask.a.find_out", ["here"], "both mfn and afn"),
    ("ask.a.find_out", ["anywhere"], "both mfn and afn"),
    ("ask.a.find_out", ["there"], "both mfn and afn"),
    ("ask.a.find_out", ["here", "moon"], 'has no "moon"'),
    ("gather", ["moon"], 'has no "moon"'),
    ("gather", [], "nothing to gather"),
    ("ask.a.zh-Hans", None, "no words in zh-Hans"),
    ("ask.a.en", " ", "no words in en"),
    ("ask.a.answers.x.zh-Hans", None, "no words in zh-Hans"),
    ("failure.step.en", None, "no words in en"),
    ("ask.a.answers.x.en", "It was Amazon's fault", 'the word "fault"'),
    ("ask.a.answers.x.en", "The carrier is to blame", 'the word "blame"'),
    ("ask.a.answers.x.zh-Hans", "都怪物流", 'the word "怪"'),
    ("failure.step.en", "We guarantee it", 'the word "guarantee"'),
    ("failure.step.zh-Hans", "保证不再发生", 'the word "保证"'),
    ("ask.a.hint", "x", "unknown keys hint"),
    ("questions", {}, "unknown keys questions"),
    ("failure.step.caution", "beware", "unknown caution"),
    ("failure.b", {"en": "It is.", "zh-Hans": "是。"}, "share a name"),
    ("failure.facts_only", {"en": "It is.", "zh-Hans": "是。"}, "share a name"),
]


@pytest.mark.parametrize(("key", "value", "message"), BROKEN)
def test_a_table_that_leaves_a_doubt_is_refused(key: str, value: object, message: str) -> None:
    table = copy.deepcopy(sound())
    *above, last = key.split(".")
    here = table
    for name in above:
        here = here[name]
    if value is None:
        del here[last]
    else:
        here[last] = value
    with pytest.raises(TreeError, match=message):
        check_table("not_received", table, PLACES, last=3)


FINE = [
    ("ask.a.answers.x.en", "The parcel was lost; nobody looked"),
    ("ask.a.answers.x.zh-Hans", "包裹不见了，没有人看"),
    ("ask.a.find_out", ["anywhere", "there"]),
    ("failure.step.caution", "pay_once"),
    ("ask.b.answers.z.takes", "day"),
]


@pytest.mark.parametrize(("key", "value"), FINE)
def test_a_table_without_a_doubt_passes(key: str, value: object) -> None:
    table = copy.deepcopy(sound())
    *above, last = key.split(".")
    here = table
    for name in above:
        here = here[name]
    here[last] = value
    check_table("not_received", table, PLACES, last=3)


def test_a_path_of_seven_questions_is_refused_and_one_of_six_is_not() -> None:
    table = sound()
    table["ask"]["b"]["answers"]["z"]["goes"] = "c"
    table["ask"]["c"] = asked(z=said("step"))
    check_table("not_received", table, PLACES, last=3)
    with pytest.raises(TreeError, match="more than 6 questions"):
        check_table("not_received", table, PLACES, last=4)


def test_seven_answers_are_refused_and_six_are_not() -> None:
    table = sound()
    table["ask"]["b"] = asked(**{name: said("step") for name in "stuv"})
    check_table("not_received", table, PLACES, last=3)
    table["ask"]["b"] = asked(**{name: said("step") for name in "stuvw"})
    with pytest.raises(TreeError, match="7 answers"):
        check_table("not_received", table, PLACES, last=3)


@pytest.mark.parametrize(("name", "value"), [("for", "fbm"), ("en", ""), ("zh-Hans", None), ("note", "x")])
def test_a_place_that_leaves_a_doubt_is_refused(name: str, value: object) -> None:
    with pytest.raises(TreeError):
        check_places({"here": {**PLACES["here"], name: value}})


@pytest.mark.parametrize("cause", [*CAUSES, END])
def test_chinese_is_chinese_and_english_is_english(cause: str) -> None:
    """Both are written by hand: no line is the other's copy, none says 您, none is long."""
    one = tree(cause)
    asks = list(one.asks.values())
    words = [row.words for row in asks] + [row.should for row in one.failures.values() if row.should]
    words += [answer.words for row in asks for answer in row.answers]
    for pair in words:
        assert pair.keys() == set(LANGUAGES)
        assert pair["en"].isascii()
        assert "您" not in pair["zh-Hans"] and not pair["zh-Hans"].isascii()
        assert len(pair["en"].split()) <= 28 and len(pair["zh-Hans"]) <= 60


def test_no_question_shows_two_answers_alike() -> None:
    def alike(ask: Ask, lang: str) -> bool:
        return len({one.words[lang] for one in ask.answers}) < len(ask.answers)

    asks = [ask for cause in (*CAUSES, END) for ask in tree(cause).asks.values()]
    assert len(asks) > 30
    assert [ask.id for ask in asks for lang in LANGUAGES if alike(ask, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shell_has_the_same_words_in_every_language(lang: str) -> None:
    assert catalogue(lang, "root_causes").keys() == catalogue("en", "root_causes").keys()


def test_every_place_tells_where_in_every_language() -> None:
    for one in find_out().values():
        assert one.words.keys() == set(LANGUAGES)


@pytest.mark.native
def test_the_traditional_words_are_what_the_simplified_ones_give() -> None:
    from importlib import resources

    from calculator.docsite.traditional_words import convert

    folder = resources.files(PACKAGE)
    names = [*(f"trees/{name}" for name in (*CAUSES, END)), "find_out"]
    for name in names:
        written = folder.joinpath(f"{name}.toml").read_text(encoding="utf-8")
        derived = folder.joinpath(f"traditional/{name.rpartition('/')[2]}.toml").read_text(encoding="utf-8")
        assert derived == convert(written), name
        assert tables.read(PACKAGE, name)
