"""Every page in every language, and the way between them."""

from __future__ import annotations

import re
from posixpath import normpath

import pytest
from site_document import Document, headings, sources

from calculator import messages
from calculator.docsite import settings, words
from calculator.docsite.languages import ENGLISH, SIMPLIFIED, relative, way_between, way_to_root


def test_each_page_is_written_in_both_languages() -> None:
    assert sources("en").keys() == sources("zh").keys()


def test_a_page_and_its_twin_have_the_same_headings_with_the_same_ids() -> None:
    chinese = sources("zh")
    differing = [name for name, text in sources("en").items() if headings(text) != headings(chinese[name])]
    assert differing == []


def test_a_page_with_one_heading_more_than_its_twin_is_noticed() -> None:
    assert headings("# One\n\n## Two {: #two }\n") != headings("# 一\n")
    assert headings("# One\n\n## Two {: #two }\n") == headings("# 一\n\n## 二 {: #two }\n")


def test_every_section_has_an_id_of_its_own_in_latin_letters() -> None:
    bare = [
        (folder, name, heading)
        for folder in ("en", "zh")
        for name, text in sources(folder).items()
        for heading in headings(text)
        if len(heading[0]) > 1 and not heading[1]
    ]
    assert bare == []


def test_a_page_and_its_twin_rest_on_the_same_facts(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    def facts(page: Document) -> set[str]:
        return {tag["href"] for tag in page.with_class("odr-fact")}

    assert [url for url, page in english.items() if facts(page) != facts(chinese[url])] == []


def test_the_built_site_has_every_page_in_both_languages(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    assert english.keys() == chinese.keys()
    assert {"", "start/first-hour/", "calculator/", "understand/order-defect-rate/"} <= english.keys()


@pytest.mark.parametrize(("prefix", "tag"), [("", "en"), ("zh/", "zh-Hans")])
def test_a_page_says_its_language(pages: dict[str, Document], prefix: str, tag: str) -> None:
    found = {
        url: page.all("html")[0]["lang"]
        for url, page in pages.items()
        if url.startswith("zh/") == bool(prefix)
    }
    assert set(found.values()) == {tag}


def test_the_switch_leads_to_the_same_page_in_the_other_language(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        if url.endswith("404.html"):
            continue
        bare = url.removeprefix("zh/")
        goals = {"en": bare, "zh-Hans": f"zh/{bare}", "zh-Hant": f"zh-hant/{bare}"}
        del goals["zh-Hans" if url.startswith("zh/") else "en"]
        ways = page.with_class("odr-language")
        assert {way["hreflang"]: resolved(url, way["href"]) for way in ways} == goals, url
        assert all(way["hreflang"] == way["lang"] for way in ways)


def test_search_engines_are_told_every_language_of_a_page(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        if url.endswith("404.html"):
            continue
        bare = url.removeprefix("zh/")
        links = [tag for tag in page.all("link") if tag["rel"].strip() == "alternate"]
        assert {tag["hreflang"]: resolved(url, tag["href"]) for tag in links} == {
            "en": bare,
            "zh-Hans": f"zh/{bare}",
            "zh-Hant": f"zh-hant/{bare}",
        }


def test_the_missing_page_speaks_every_language_and_leads_home(pages: dict[str, Document]) -> None:
    for name in ("404.html", "zh/404.html"):
        parts = pages[name].with_class("odr-missing")
        assert {part["lang"] for part in parts} == {"en", "zh-Hans", "zh-Hant"}
        assert words.text("en", "missing.title") in pages[name].words
        assert words.text("zh-Hans", "missing.title") in pages[name].words


def test_the_way_between_languages_is_relative() -> None:
    assert way_between(ENGLISH, SIMPLIFIED, "") == "zh/"
    assert way_between(SIMPLIFIED, ENGLISH, "about/method/") == "../about/method/"
    assert way_to_root("a/b/") == "../../"
    assert relative("", "reference/facts/") == "reference/facts/"
    assert relative("calculator/", "") == "../"


def test_all_languages_have_the_same_messages() -> None:
    def nouns(tag: str) -> set[str]:
        return {path.stem for path in (settings.ROOT / "calculator" / "messages" / tag).glob("*.toml")}

    assert nouns("en") == nouns("zh-Hans") == nouns("zh-Hant") - {"rules"}
    for noun in sorted(nouns("en")):
        english = messages.catalogue("en", noun)
        for chinese in (messages.catalogue("zh-Hans", noun), messages.catalogue("zh-Hant", noun)):
            assert english.keys() == chinese.keys(), noun
            differing = {key for key in english if placeholders(english[key]) != placeholders(chinese[key])}
            assert differing == set(), noun


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text))


def resolved(url: str, href: str) -> str:
    """Return the address a link leads to, below the root."""
    folder = url if url.endswith("/") or not url else url.rsplit("/", 1)[0] + "/"
    found = normpath("/" + folder + href).lstrip("/")
    return found + "/" if found else ""
