"""No English left in what Chinese readers read, no Chinese in what English readers read.

Names of Amazon's, files and columns stay as they are written; a sentence does not. Words quoted in the
other language stand in an element with `lang`, as code, or in the list of what may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_document import sources

from calculator import messages
from calculator.docsite import facts, glossary, letters, settings
from calculator.policy import entries

MAY_STAND = Path(__file__).with_name("both_languages.txt").read_text(encoding="utf-8").split("\n")
LONGEST_NAME = 4
"""Words in Latin letters that may follow one another in Chinese: "Voice of the Customer"."""
OTHER = re.compile(
    r"^(?:```).*?^(?:```)$|`[^`\n]*`|<(\w+)[^>]*\blang=[^>]*>.*?</\1>|<[^>]+>|\{\{.*?\}\}|\{:[^}]*\}"
    r"|(?<=\])\([^)\s]*\)|\A---\n.*?\n---\n|https?://\S+|\{[^}]*\}",
    re.DOTALL | re.MULTILINE,
)
LATIN = re.compile(r"[A-Za-z][A-Za-z'’.-]*(?:[ ,:]+[A-Za-z][A-Za-z'’.-]*)*")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff，。；：？！、]+")


def foreign(text: str, lang: str) -> list[str]:
    """Return what stands in the other language and may not."""
    for allowed in filter(None, MAY_STAND):
        text = text.replace(allowed, " \x00 ")
    plain = OTHER.sub(" \x00 ", text)
    if lang == "en":
        return HAN.findall(plain)
    return [run for run in LATIN.findall(plain) if len(run.split()) > LONGEST_NAME]


@pytest.mark.parametrize(("folder", "lang"), [("en", "en"), ("zh", "zh-Hans")])
def test_pages_speak_one_language(folder: str, lang: str) -> None:
    found = {name: hits for name, text in sources(folder).items() if (hits := foreign(text, lang))}
    assert found == {}


def said(lang: str) -> Iterator[tuple[str, str]]:
    """Every message, every fact's words and every term in one language."""
    for path in sorted((settings.ROOT / "calculator" / "messages" / "en").glob("*.toml")):
        for key, text in messages.catalogue(lang, path.stem).items():
            yield f"{path.stem}.{key}", text
    for one in entries():
        yield one.key, one.statement[lang]
        for row in one.values:
            yield one.key, row.note.get(lang, "")
    for term in glossary.terms():
        yield term.id, term.short[lang]


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_messages_facts_and_terms_speak_one_language(lang: str) -> None:
    assert {key: hits for key, text in said(lang) if (hits := foreign(text, lang))} == {}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Read the notice, 然后再写。", "en"),
        ("先看通知，then read it again from the top。", "zh-Hans"),
        ("Write to the carrier before the buyer writes。", "zh-Hans"),
    ],
)
def test_words_left_in_the_other_language_are_caught(text: str, lang: str) -> None:
    assert foreign(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("看 Voice of the Customer 页面。", "zh-Hans"),
        ('<p lang="en">Read the notice from the very first line.</p>', "zh-Hans"),
        ("`odr assess one two three four five`", "zh-Hans"),
        ('<span lang="zh-Hans">订单缺陷率</span> in English.', "en"),
        ('{{ fact("a.b", "订单") }} {{ letter("x") }}', "en"),
    ],
)
def test_names_code_and_marked_words_pass(text: str, lang: str) -> None:
    assert foreign(text, lang) == []


def test_titles_of_sources_say_that_they_are_english() -> None:
    card = facts.card("order_defect_rate.target", "zh-Hans", local=True)
    assert re.search(r'<a [^>]*lang="en"', card)
    assert letters.page("plans/one_cause", "zh-Hans")
