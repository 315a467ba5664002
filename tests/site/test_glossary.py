"""Terms are marked once a page, in running words only, and their sentence can be reached by touch and key."""

from __future__ import annotations

import pytest
from site_document import Document

from calculator.docsite import glossary, settings
from calculator.policy import entry

RATE = glossary.named("order_defect_rate")


def marks(html: str, lang: str = "en") -> list[str]:
    return [tag["data-term"] for tag in Document(f"<body>{html}</body>").with_class("odr-term")]


def test_the_first_place_of_a_term_is_marked_and_no_other() -> None:
    html = glossary.first_places("<p>The order defect rate.</p><p>Your order defect rate.</p>", "en")
    assert marks(html) == ["order_defect_rate"]
    assert html.index("odr-term") < html.index("Your")
    assert marks(glossary.first_places("<p>看订单缺陷率。</p>", "zh-Hans")) == ["order_defect_rate"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>order defect rate</h2>",
        '<p><a href="x">order defect rate</a></p>',
        "<p><code>order defect rate</code></p>",
        '<div class="odr-next"><ul><li>order defect rate</li></ul></div>',
        "<p>preorder defect rates</p>",
        "<table><tr><td><p>order defect rate</p></td></tr></table>",
        "order defect rate",
    ],
)
def test_headings_links_code_and_tables_stay_as_they_are(html: str) -> None:
    assert glossary.first_places(html, "en") == html


def test_a_marked_word_takes_the_focus_and_names_its_sentence() -> None:
    page = Document(f"<body>{glossary.marked(RATE, 'en', 'the rate', 1)}</body>")
    (mark,) = page.with_class("odr-term")
    assert mark["tabindex"] == "0"
    assert mark["aria-describedby"] in page.ids
    assert RATE.short["en"] in mark.text
    assert RATE.name["zh-Hans"] in mark.text


def test_an_unknown_term_is_no_term() -> None:
    with pytest.raises(LookupError, match="nonsense"):
        glossary.named("nonsense")


def test_every_term_is_whole_and_rests_on_cards_and_pages_that_exist() -> None:
    ids = [one.id for one in glossary.terms()]
    assert len(ids) == len(set(ids))
    for one in glossary.terms():
        assert one.short["en"].endswith(".") and one.short["zh-Hans"].endswith("。"), one.id
        for key in one.sources:
            assert entry(key).key == key
        if one.see:
            address = one.see.partition("#")[0].rstrip("/")
            folder = settings.ROOT / "docs" / "en" / address
            assert folder.with_suffix(".md").is_file() or (folder / "index.md").is_file(), one.see
