"""The pages of the texts with blanks: each has one, and shows what the core gives."""

from __future__ import annotations

import re

import pytest
from site_document import Document

from calculator.docsite import catalogue, cause_pages, letters, words
from calculator.messages import text
from calculator.templates import single_letter, template

LANGUAGES = {"en": "", "zh-Hans": "zh/"}
EVERY = catalogue.everything()
BLOCKS = [one.page for one in cause_pages.everything()]
PLAN = "plans/one_cause"


def both(id_: str, lang: str) -> list[dict[str, object]]:
    """A text as it is sent, and its other language."""
    letter = single_letter(id_, lang)
    return [letter, single_letter(id_, lang, send_in="zh" if letter["text_lang"] == "en" else "en")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_text_has_a_page_and_stands_in_the_catalogue(pages: dict[str, Document], lang: str) -> None:
    index = pages[f"{LANGUAGES[lang]}templates/"]
    listed = {tag["href"] for tag in index.all("a")}
    for id_ in EVERY:
        page = pages[LANGUAGES[lang] + letters.address(id_)]
        assert page.all("h1")[0].text.startswith(letters.title(id_, lang))
        assert f"../{letters.address(id_)}" in listed, id_


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_block_has_a_page_and_stands_under_its_cause(pages: dict[str, Document], lang: str) -> None:
    index = pages[f"{LANGUAGES[lang]}templates/causes/"]
    listed = {tag["href"] for tag in index.all("a")}
    for one in cause_pages.everything():
        page = pages[LANGUAGES[lang] + letters.address(one.page)]
        assert page.all("h1")[0].text.startswith(one.block.title[lang])
        assert f"../../{letters.address(one.page)}" in listed, one.page
        assert one.block.cause.replace("_", "-") in index.ids
        for frame in one.block.frames:
            assert frame.question[lang] in page.words
        for proof in one.block.proofs:
            assert proof.words[lang] in page.words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", EVERY)
def test_what_is_copied_is_the_core_s_text_with_its_first_line(
    pages: dict[str, Document], lang: str, id_: str
) -> None:
    page = pages[LANGUAGES[lang] + letters.address(id_)]
    texts = {tag["id"]: tag.text for tag in page.all("pre")}
    expected = {}
    for number, letter in enumerate(both(id_, lang), 1):
        expected[f"letter-{number}"] = letter["text"]
        for box, held in letter["boxes"].items():  # type: ignore[attr-defined]  # a plain value of the core
            expected[f"letter-{number}-{box}"] = held["text"]
    assert texts == expected
    assert {tag["data-copy"] for tag in page.all("button") if tag["data-copy"]} == set(expected)
    assert {tag["data-save"] for tag in page.all("button") if tag["data-save"]} == {"letter-1", "letter-2"}
    firsts = {found.splitlines()[0] for found in texts.values()}
    assert firsts == {text(one, "letters.not_ready") for one in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page_of", BLOCKS)
def test_a_block_s_page_is_copied_with_its_warning_and_leaves_no_slot_open(
    pages: dict[str, Document], lang: str, page_of: str
) -> None:
    page = pages[LANGUAGES[lang] + letters.address(page_of)]
    held = next(one.block for one in cause_pages.everything() if one.page == page_of)
    for number, sent in enumerate(LANGUAGES, 1):
        (shown,) = [tag.text for tag in page.all("pre") if tag["id"] == f"letter-{number}"]
        first, second, *lines = shown.split("\n")
        assert (first, second) == (text(sent, "letters.not_ready"), "")
        assert "[[" not in shown
        assert sum(line.startswith("- ") for line in lines) == len(held.frames)
    assert {tag["data-copy"] for tag in page.all("button") if tag["data-copy"]} == {
        tag["id"] for tag in page.all("pre")
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", EVERY)
def test_every_blank_is_marked_explained_and_has_a_field(
    pages: dict[str, Document], lang: str, id_: str
) -> None:
    page = pages[LANGUAGES[lang] + letters.address(id_)]
    marked = {tag.text for tag in page.with_class("odr-blank")}
    fields = [tag["data-into"] for tag in page.all("input", "textarea") if tag["data-into"]]
    letter = single_letter(id_, lang)
    assert sorted(fields) == sorted(one["blank"] for one in letter["blanks"])
    for one in letter["blanks"]:
        assert f"【{one['in_text']}】" in marked
        assert one["where"] in page.words
        assert one["example"] in page.words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_that_may_be_left_out_has_a_tick_and_its_fields_stand_with_it(
    pages: dict[str, Document], lang: str
) -> None:
    page = pages[LANGUAGES[lang] + letters.address(PLAN)]
    lines = {piece.line for piece in template(PLAN, lang).pieces if piece.line is not None}
    assert sorted(tag["data-use"] for tag in page.all("input") if tag["data-use"]) == sorted(map(str, lines))
    assert {tag["data-line"] for tag in page.all("span") if tag["data-line"]} == set(map(str, lines))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", [*EVERY, *BLOCKS])
def test_a_page_says_when_to_use_the_text_when_not_and_who_read_it(
    pages: dict[str, Document], lang: str, id_: str
) -> None:
    page = pages[LANGUAGES[lang] + letters.address(id_)]
    said = "".join(tag.text for tag in page.with_class("odr-fillin__checked"))
    assert re.search("22 Nov 2026|2026年11月22日", said.replace("\u00a0", " "))
    assert any(words.guide(lang, f"letter.status.{one}") in said for one in ("draft", "reviewed"))
    assert [tag.text for tag in page.with_class("odr-when__yes")] == [words.guide(lang, "letter.when")]
    assert [tag.text for tag in page.with_class("odr-when__no")] == [words.guide(lang, "letter.not_when")]
    cards = {one.removeprefix("fact.") for one in page.ids if one.startswith("fact.")}
    keys = cause_pages.facts_of(id_) if id_ in BLOCKS else letters.facts_of(id_)
    assert set(keys) <= cards


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_catalogue_has_every_notice_about_this_rate_and_every_cause(
    pages: dict[str, Document], lang: str
) -> None:
    index = pages[f"{LANGUAGES[lang]}templates/"]
    tables = [tag.text for tag in index.with_class("odr-catalogue")]
    for notice in catalogue.table()["notices"]:
        assert text(lang, f"route.outcome.{notice}.title") in tables[0]
    for cause in catalogue.table()["causes"]:
        assert text(lang, f"causes.names.{cause}").casefold() in tables[1].casefold()


def test_a_deadline_leads_to_its_card(english: dict[str, Document]) -> None:
    for id_ in EVERY:
        key = single_letter(id_, "en")["fact"]
        page = english[letters.address(id_)]
        assert key is None or (f"fact.{key}" in page.ids and page.with_class("deadline")), id_


def test_no_page_of_the_templates_sends_a_form(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        if "templates/" in url:
            assert all(not tag["name"] for tag in page.all("textarea")), url
            inside = [tag for tag in page.all("input") if tag["data-into"] or tag["data-use"]]
            assert all(tag["autocomplete"] == "off" and not tag["name"] for tag in inside), url


def test_a_list_of_texts_that_do_not_exist_is_caught() -> None:
    with pytest.raises(LookupError, match="No text begins"):
        letters.listed("a_to_z_revenge", "en", "")
