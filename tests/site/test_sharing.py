"""What others see of the site: the picture and words of a shared link, the list for programs."""

from __future__ import annotations

import struct
from pathlib import Path
from urllib.parse import urljoin

from site_document import Document

from calculator.docsite import llms, settings, sitemap, social_image, words
from calculator.docsite.facts import figure


def properties(page: Document) -> dict[str, str]:
    return {tag["property"]: tag["content"] for tag in page.all("meta") if tag["property"].startswith("og:")}


def test_every_page_says_how_it_looks_when_shared(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        said = properties(page)
        lang = "zh-Hans" if url.startswith("zh/") else "en"
        assert said["og:locale"] == words.text(lang, "locale"), url
        assert said["og:title"] and said["og:description"] and said["og:image:alt"], url
        assert "<" not in said["og:title"] + said["og:description"], url


def test_the_picture_is_where_the_page_says(pages: dict[str, Document], site: Path) -> None:
    for url in ("", "zh/", "guide/while-you-wait/", "zh/guide/while-you-wait/"):
        assert (site / url / properties(pages[url])["og:image"]).resolve().is_file(), url


def test_the_picture_is_small_has_the_right_size_and_the_limit_of_the_policy() -> None:
    held = social_image.PICTURE.read_bytes()
    assert struct.unpack(">II", held[16:24]) == (social_image.WIDTH, social_image.HEIGHT)
    assert len(held) < 60_000
    assert f">{figure('order_defect_rate.target', 'en', settings.as_of())}</text>" in social_image.svg()


def test_the_list_for_programs_names_every_page_in_every_language(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    urls = sitemap.page_urls(site)
    lines = [line for line in text.split("\n") if line.startswith("- [")]
    assert len(lines) == 3 * len(urls)
    for url in urls:
        assert f"]({url or './'}): " in text and f"](zh/{url}): " in text
    assert words.text("en", "llms.lead") in text


def test_links_of_the_list_are_whole_where_the_address_is_known(tmp_path: Path) -> None:
    for folder in ("", "zh", "zh-hant"):
        (tmp_path / folder).mkdir(exist_ok=True)
        page = '<meta name="description" content="One &amp; two."><h1>The <b>page</b></h1>'
        (tmp_path / folder / "index.html").write_text(page, encoding="utf-8")
    llms.write(tmp_path, "https://odr.example/book/")
    text = (tmp_path / "llms.txt").read_text(encoding="utf-8")
    assert "- [The page](https://odr.example/book/): One & two." in text
    assert "(https://odr.example/book/zh/)" in text


def test_the_missing_page_offers_the_search_and_the_three_doors(pages: dict[str, Document]) -> None:
    for name in ("404.html", "zh/404.html"):
        links = [urljoin("http://a/", tag["href"]) for tag in pages[name].all("a")]
        for lang, folder in (("en", ""), ("zh-Hans", "zh/")):
            assert words.text(lang, "missing.search") in pages[name].words
            for door in ("start/first-hour/", "calculator/", "appeal-desk/"):
                assert f"http://a/{folder}{door}" in links, (name, door)
