"""The derived language: page for page what its source is, in Taiwan's words, nothing Simplified left."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from site_document import Document
from test_languages import resolved

from calculator import messages
from calculator.docsite import search_index, settings, traditional_site, words
from calculator.docsite.languages import TRADITIONAL
from calculator.docsite.traditional_words import LIST, convert, left_over, mainland_words, rows

TAG = re.compile(r"<[^>]+>")
LANGUAGE = re.compile(r'<a class="[^"]*odr-language".*?</a>')
SAMPLE = ("", "start/first-hour/", "guide/remove-feedback/", "calculator/", "appeals/12_chinese_letter/")


def derived_words(html: str) -> str:
    """Return what of a page is derived, without its tags; words in attributes stay."""
    html = re.sub(r"\\u([0-9a-f]{4})", lambda one: chr(int(one[1], 16)), html)
    bare = LANGUAGE.sub("", html).replace(f'lang="{TRADITIONAL.tag}"', "")
    pieces = traditional_site._pieces(bare)
    text = "\n".join(piece for piece, is_kept in pieces if not is_kept)
    return TAG.sub(lambda tag: " ".join(re.findall(r'"([^"]*)"', tag[0])), text)


@pytest.fixture(scope="module")
def twins(site: Path) -> dict[str, tuple[str, str]]:
    """Every page of the source with the one derived from it."""
    source, derived = site / "zh", site / "zh-hant"
    names = {path.relative_to(source).as_posix() for path in source.rglob("*.html")}
    assert names == {path.relative_to(derived).as_posix() for path in derived.rglob("*.html")}
    return {name: tuple((at / name).read_text("utf-8") for at in (source, derived)) for name in names}  # type: ignore[misc]


def test_nothing_simplified_is_left_on_any_page(twins: dict[str, tuple[str, str]]) -> None:
    found = {}
    for name, (_, derived) in twins.items():
        text = derived_words(derived if name != "404.html" else derived.partition('lang="zh-Hans"')[0])
        if hits := {one for line in text.split("\n") for one in left_over(line)}:
            found[name] = hits
    assert found == {}


def test_nothing_simplified_is_left_in_any_message() -> None:
    found = {}
    for path in sorted((settings.ROOT / "calculator/messages/zh-Hant").glob("*.toml")):
        for key, text in messages.catalogue("zh-Hant", path.stem).items():
            if hits := left_over(text):
                found[f"{path.stem}.{key}"] = hits
    assert found == {}


@pytest.mark.parametrize("text", ["订单", "出貨后", "發貨後", "一封差評", "妥投", "已妥投掃描", "開啟文件夾"])
def test_words_left_over_are_caught(text: str) -> None:
    assert left_over(text)


@pytest.mark.parametrize(
    "text", ["出貨後", "已送達掃描", "命令列：參數", "後台", "檔案與文件", "排列成一列火車"]
)
def test_words_of_taiwan_pass(text: str) -> None:
    assert left_over(text) - {"一列"} == set()


def test_every_row_of_the_list_has_a_reason_and_does_something() -> None:
    held = tomllib.loads(LIST.read_text(encoding="utf-8"))
    assert all(len(group["why"]) > 20 and group["rows"] for group in held["words"])
    assert [word for word, said in rows().items() if convert(word) != said] == []
    assert len(mainland_words()) > 60


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("自发货订单的面单", "自行出貨訂單的託運單"),
        ("一个订单只算一次", "一個訂單只算一次"),
        ("两只耳机", "兩隻耳機"),
        ("可在 60 天后申请", "可在 60 天後申請"),
        ("买家通过发卡银行要回的钱", "買家透過發卡銀行要回的錢"),
        ("申诉通过后", "申訴通過後"),
        ("缺少必需的列，按日期排列", "缺少必需的欄，按日期排列"),
        ("伪造文件；报告文件", "偽造文件；報告檔案"),
        ("卖家后台由谁审核", "賣家後台由誰審核"),
        ("点“提交申诉”", "點「提交申訴」"),
        ("it is “here”", "it is “here”"),
    ],
)
def test_each_kind_of_row_has_a_witness(text: str, said: str) -> None:
    assert convert(text) == said


def frame(html: str) -> list[str]:
    """Return the tags of a page without the words and the languages in them."""
    bare = re.sub(r'="[^"]*[\u3001-\u9fff\uff01-\uff60][^"]*"', "=", html.replace("zh-hant", "zh"))
    bare = re.sub(r"messages-zh-Han[st]-\w+\.json", "messages.json", bare)
    return re.findall(r"<[^>]+>", re.sub(r"zh-Han[st]|zh_(?:CN|TW)", "", bare))


def test_a_derived_page_has_the_tags_ids_and_ways_of_its_source(twins: dict[str, tuple[str, str]]) -> None:
    """The missing page alone has its languages in another order."""
    differing = [
        name
        for name, (source, derived) in twins.items()
        if name != "404.html" and frame(source) != frame(derived)
    ]
    assert differing == []


def test_a_lost_id_is_noticed() -> None:
    assert frame('<h2 id="a">一</h2>') != frame('<h2 id="b">一</h2>')
    assert frame('<h2 id="a" title="订单">一</h2>') == frame('<h2 id="a" title="訂單">一</h2>')


@pytest.mark.parametrize("url", SAMPLE)
def test_a_derived_page_says_its_language_and_leads_to_the_others(site: Path, url: str) -> None:
    page = Document((site / "zh-hant" / url / "index.html").read_text(encoding="utf-8"))
    assert page.all("html")[0]["lang"] == "zh-Hant"
    ways = {
        tag["hreflang"]: resolved(f"zh-hant/{url}", tag["href"]) for tag in page.with_class("odr-language")
    }
    assert ways == {"en": url, "zh-Hans": f"zh/{url}"}
    assert 'lang="zh-Hans" title="简体中文">简体</a>' in page.html
    assert {tag["hreflang"] for tag in page.all("link") if tag["rel"].strip() == "alternate"} == {
        "en",
        "zh-Hans",
        "zh-Hant",
    }
    assert words.text("zh-Hant", "footer.independent") in page.words
    assert '"og:locale" content="zh_TW"' in page.html


def test_what_is_sent_and_what_is_quoted_stays(site: Path) -> None:
    letter = (site / "zh-hant/appeals/12_chinese_letter/index.html").read_text(encoding="utf-8")
    assert '<p lang="zh-Hans" translate="no">行动计划' in letter
    columns = (site / "zh-hant/reference/report-formats/index.html").read_text(encoding="utf-8")
    assert "订单编号" in columns


def test_the_missing_page_speaks_its_own_language_first(site: Path) -> None:
    page = Document((site / "zh-hant/404.html").read_text(encoding="utf-8"))
    assert [part["lang"] for part in page.with_class("odr-missing")] == ["zh-Hant", "en", "zh-Hans"]
    assert len(page.all("h1")) == 1
    assert words.text("zh-Hant", "missing.title") in page.words
    assert '"/zh/assets' not in page.html


def test_the_index_is_in_the_words_of_the_pages_and_folds_to_plain_letters(site: Path) -> None:
    written = (site / "zh-hant" / search_index.INDEX).read_text(encoding="utf-8")
    setting, _, docs = written.partition('"docs":')
    assert "帳戶" in docs and "账户" not in docs
    assert "帳帐" in setting


def test_the_list_and_the_sitemap_know_the_third_language(site: Path) -> None:
    assert "](zh-hant/start/first-hour/): " in (site / "llms.txt").read_text(encoding="utf-8")
