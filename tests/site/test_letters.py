"""The pages of the texts about single defects: each has one, and shows what the core gives."""

from __future__ import annotations

import pytest
from site_document import Document

from calculator.docsite import letters
from calculator.templates import single_letter, templates

LANGUAGES = {"en": "", "zh-Hans": "zh/"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_text_has_a_page_and_stands_in_the_list(pages: dict[str, Document], lang: str) -> None:
    index = pages[f"{LANGUAGES[lang]}templates/"]
    listed = {tag["href"] for tag in index.all("a")}
    for id_ in templates():
        assert (
            pages[LANGUAGES[lang] + letters.address(id_)]
            .all("h1")[0]
            .text.startswith(letters.title(id_, lang))
        )
        assert f"../{letters.address(id_)}" in listed, id_


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", templates())
def test_what_is_copied_is_the_core_s_text_with_its_first_line(
    pages: dict[str, Document], lang: str, id_: str
) -> None:
    page = pages[LANGUAGES[lang] + letters.address(id_)]
    letter = single_letter(id_, lang)
    other = single_letter(id_, lang, send_in="zh" if letter["text_lang"] == "en" else "en")
    texts = [tag.text for tag in page.tags if tag["id"].startswith("letter-")]
    assert texts == [letter["text"], other["text"]]
    assert [tag["data-copy"] for tag in page.all("button") if tag["data-copy"]] == ["letter-1", "letter-2"]
    assert all(
        text.splitlines()[0] in ("NOT READY TO SEND: fill every 【】 first.", _chinese()) for text in texts
    )


@pytest.mark.parametrize("id_", templates())
def test_every_blank_is_marked_and_explained(english: dict[str, Document], id_: str) -> None:
    page = english[letters.address(id_)]
    letter = single_letter(id_, "en")
    marked = {tag.text for tag in page.with_class("odr-blank")}
    for one in letter["blanks"]:
        assert f"【{one['in_text']}】" in marked
        assert one["where"] in page.words
        assert one["example"] in page.words


def test_a_deadline_leads_to_its_card(english: dict[str, Document]) -> None:
    for id_ in templates():
        key = single_letter(id_, "en")["fact"]
        page = english[letters.address(id_)]
        assert key is None or (f"fact.{key}" in page.ids and page.with_class("deadline")), id_


def test_a_list_of_texts_that_do_not_exist_is_caught() -> None:
    with pytest.raises(LookupError, match="No text begins"):
        letters.listed("a_to_z_revenge", "en", "")


def _chinese() -> str:
    return str(single_letter(templates()[0], "zh-Hans", send_in="zh")["text"]).splitlines()[0]
