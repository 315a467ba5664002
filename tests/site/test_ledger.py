"""The ledger of claims and the page on the seeds: nothing left out, each with its ground and its place."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from site_document import Document

from calculator.docsite import cited, myths, page_titles, scenes, seeds, settings
from calculator.policy import entries

AS_OF = settings.as_of()
LANGUAGES = ("en", "zh-Hans")
SEED_CLAIMS = range(1, 50)
OTHER_PAGES = range(1, 10)
SEED_ROWS = range(1, 18)
BOTH = pytest.mark.parametrize("lang", LANGUAGES)


def test_every_claim_of_both_lists_has_its_place() -> None:
    assert sorted(n for one in myths.myths() for n in one.seeds) == list(SEED_CLAIMS)
    assert sorted(n for one in myths.myths() for n in one.anchors) == list(OTHER_PAGES)


def test_every_claim_rests_on_policy_and_says_where_it_was_seen() -> None:
    known = {one.key for one in entries()}
    for one in myths.myths():
        assert one.rests_on(), one.id
        assert set(one.rests_on()) <= known, one.id
        assert set(cited.keys(one.truth["zh-Hans"])) == set(cited.keys(one.truth["en"])), one.id
        assert set(one.seen_in) <= set(myths.sources()), one.id
        assert bool(one.seen_in) == bool(one.seeds or one.anchors), one.id


def test_every_claim_has_a_known_verdict_group_and_both_languages() -> None:
    ids = [one.id for one in myths.myths()]
    assert len(ids) == len(set(ids))
    for one in myths.myths():
        assert one.verdict in myths.VERDICTS, one.id
        assert one.group in myths.GROUPS, one.id
        for held in (one.claim, one.truth):
            assert held.keys() == set(LANGUAGES), one.id
            assert re.search(r"[\u4e00-\u9fff]", held["zh-Hans"]), one.id
            assert not re.search(r"[\u4e00-\u9fff]", held["en"]), one.id


@pytest.mark.parametrize(
    ("seed", "verdict"),
    [
        (4, "prohibited"),
        (17, "prohibited"),
        (28, "outdated"),
        (29, "wrong"),
        (32, "wrong"),
        (44, "prohibited"),
    ],
)
def test_a_verdict_that_could_do_harm_is_the_right_one(seed: int, verdict: str) -> None:
    (one,) = [one for one in myths.myths() if seed in one.seeds]
    assert one.verdict == verdict


def test_a_group_that_does_not_exist_is_caught() -> None:
    with pytest.raises(LookupError, match="no group"):
        myths.group("weather", "en", lambda *_: "", "understand/myths/")


def test_both_pages_show_every_claim_with_its_verdict_before_the_truth(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    for lang, found in (("en", english), ("zh-Hans", chinese)):
        page = found["understand/myths/"]
        assert {one.id for one in myths.myths()} <= page.ids
        shown = page.with_class("odr-myth")
        assert len(shown) == len(myths.myths())
        for tag, one in zip(
            shown, sorted(myths.myths(), key=lambda one: myths.GROUPS.index(one.group)), strict=True
        ):
            assert one.claim[lang] in tag.text
            verdict = myths.said(lang, f"verdict.{one.verdict}")
            assert tag.text.index(verdict) < tag.text.index(one.claim[lang]), one.id
        assert "[[" not in page.words


def test_every_row_of_the_seeds_is_there_and_leads_to_pages() -> None:
    assert [row.n for row in seeds.rows()] == list(SEED_ROWS)
    for row in seeds.rows():
        assert row.where, row.n
        assert row.page in myths.sources(), row.n
        for lang in LANGUAGES:
            assert all(page_titles.title(one, lang) for one in row.where), row.n


def test_the_page_on_the_seeds_shows_every_row_with_credit(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    for lang, found in (("en", english), ("zh-Hans", chinese)):
        page = found["about/seeds/"]
        assert {f"row-{n}" for n in SEED_ROWS} <= page.ids
        for row in seeds.rows():
            assert row.became[lang] in page.words
            assert myths.sources()[row.page].publisher in page.words


@pytest.mark.parametrize("page", ["start/nowhere.md", "start/claim-clock.md#nowhere"])
def test_a_title_of_a_page_that_is_not_there_is_caught(page: str) -> None:
    with pytest.raises(LookupError, match="nowhere"):
        page_titles.title(page, "en")


@BOTH
def test_a_page_of_the_wrong_kind_has_no_title_with_a_macro(lang: str) -> None:
    assert "{{" not in page_titles.title("understand/worked-example.md", lang)


def test_cited_words_become_facts_and_links() -> None:
    asked = []

    def fact(key: str, words: str, store: str | None) -> str:
        asked.append((key, store))
        return f"<b>{words}</b>"

    html = cited.cited("A <b> [[under {value}|a.b@US]] or [[more>guide/x.md#y]].", fact, "understand/myths/")
    assert html == 'A &lt;b&gt; <b>under {value}</b> or <a href="../../guide/x/#y">more</a>.'
    assert asked == [("a.b", "US")]


def test_a_shop_that_sells_no_more_sees_its_rate_climb() -> None:
    """Counted anew: sales one after the other over the window, each leaving on its own day."""
    shown = [
        float(found)
        for found in re.findall(r"= ?([\d.]+)", scenes.block("thinning", "en", AS_OF).replace("\u00a0", ""))
    ]
    assert len(shown) == 1 + len(scenes.THIN_STEPS)
    assert shown == sorted(shown)
    assert shown[0] == 1.111
    last = AS_OF + timedelta(days=scenes.THIN_STEPS[-1] - 15)
    left = sum(
        scenes.window_of(AS_OF).first_day + timedelta(days=number * 60 // scenes.THIN_ORDERS)
        > last - timedelta(days=60)
        for number in range(scenes.THIN_ORDERS)
    )
    assert shown[-1] == round(100 / left, 3)


def test_the_worked_case_gives_the_rate_its_teller_gave(english: dict[str, Document]) -> None:
    page = english["understand/worked-example/"]
    assert "1.59\u00a0%" in page.words
    assert [n for n in range(1, 1000) if round(200 / n, 2) == 1.59] == [126]
    assert "no source says that" in page.words.lower()


@pytest.mark.parametrize(
    ("url", "english_words", "chinese_words"),
    [
        (
            "understand/why-the-number-moved/",
            "No new orders, and the rate goes up",
            "没有新订单，ODR 反而上涨",
        ),
        (
            "understand/why-the-number-moved/",
            "Amazon counts fewer orders than I shipped",
            "亚马逊数的订单，比我发的少",
        ),
        ("understand/the-window/", "Order date, ship date or delivery date?", "按下单、发货还是送达算？"),
        (
            "understand/seller-fulfilled-and-fba/",
            "At risk, but my own orders are clean",
            "有风险，可我自己发的订单都没问题",
        ),
        ("understand/what-a-notice-means/", "I read that there is a quiz", "听说有个测验"),
        (
            "understand/what-a-notice-means/",
            "Is it a warning, or do I have to appeal?",
            "是警告，还是必须申诉？",
        ),
        (
            "understand/what-counts/",
            "It was delivered, and the claim was granted",
            "物流显示妥投，索赔还是判给了买家",
        ),
        ("understand/worked-example/", "How the result is worked out", "结果是怎么算出来的"),
    ],
)
def test_a_question_of_sellers_is_a_heading_in_their_words(
    english: dict[str, Document],
    chinese: dict[str, Document],
    url: str,
    english_words: str,
    chinese_words: str,
) -> None:
    for found, words in ((english, english_words), (chinese, chinese_words)):
        heads = [re.sub(r"\s+", " ", tag.text) for tag in found[url].all("h1", "h2", "h3")]
        assert any(words in head for head in heads), (url, words)
