"""What every page has to say, and what no page may contain."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from site_document import Document, Tag

from calculator.docsite import words

LOADS = {
    "audio": "src", "embed": "src", "iframe": "src", "img": "src", "input": "src", "object": "data",
    "script": "src", "source": "src", "track": "src", "use": "href", "video": "src",
}  # fmt: skip
LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
CSS_ADDRESS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')]+)""")
HOST = "http://site.example/sub/path/"


def foreign_loads(page: Document) -> list[str]:
    """Return every address on another host that a browser would ask by itself."""
    found = [tag[LOADS[tag.name]] for tag in page.all(*LOADS)]
    found += [tag["href"] for tag in page.all("link") if LOADING_LINKS & set(tag["rel"].split())]
    found += [part.split()[0] for tag in page.tags for part in tag["srcset"].split(",") if part.strip()]
    return [address for address in found if urlsplit(address).netloc or address.startswith("//")]


def test_no_page_asks_another_host_for_anything(pages: dict[str, Document]) -> None:
    assert {url: foreign_loads(page) for url, page in pages.items() if foreign_loads(page)} == {}


@pytest.mark.parametrize(
    "html",
    [
        '<body><script src="https://cdn.example/a.js"></script></body>',
        '<body><link rel="stylesheet" href="//fonts.example/a.css"></body>',
        '<body><img srcset="https://img.example/a.png 2x" src="a.png"></body>',
    ],
)
def test_a_page_that_would_ask_another_host_is_caught(html: str) -> None:
    assert foreign_loads(Document(html))


def test_a_link_that_a_reader_may_follow_is_no_request() -> None:
    assert (
        foreign_loads(Document('<body><a href="https://source.example/">a</a><img src="a.png"></body>')) == []
    )


def test_no_stylesheet_asks_another_host(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        addresses = CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8"))
        foreign = [one for one in addresses if urlsplit(one).netloc and not one.startswith("data:")]
        assert foreign == [], sheet.name


def test_the_disclaimers_stand_on_every_page(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        tag = "zh-Hans" if url.startswith("zh/") else "en"
        for key in ("footer.independent", "footer.not_legal"):
            assert words.text(tag, key) in page.words, (url, key)


def test_the_disclaimers_say_what_they_have_to() -> None:
    assert "not affiliated with Amazon" in words.text("en", "footer.independent")
    assert "Not legal advice" in words.text("en", "footer.not_legal")
    assert "与亚马逊没有关联" in words.text("zh-Hans", "footer.independent")
    assert "不构成法律意见" in words.text("zh-Hans", "footer.not_legal")


def test_no_page_shows_a_brace_of_a_template(pages: dict[str, Document]) -> None:
    raw = {url: found for url, page in pages.items() if (found := re.findall(r"\{[{%#:].{0,30}", page.words))}
    assert raw == {}


def test_no_element_carries_a_style_or_a_handler(pages: dict[str, Document]) -> None:
    """The security policy would refuse them, so a page that needs one is broken."""
    found = [
        (url, tag.name, name)
        for url, page in pages.items()
        for tag in page.tags
        for name in tag.attributes
        if name == "style" or name.startswith("on")
    ]
    assert found == []
    assert [url for url, page in pages.items() if page.all("style")] == []


def broken_links(url: str, page: Document, pages: dict[str, Document], site: Path) -> list[str]:
    """Return every link of a page that leads nowhere in the site."""
    return [
        tag["href"]
        for tag in page.all("a", "link")
        if tag["href"] and not urlsplit(tag["href"]).scheme and not _leads_somewhere(url, tag, pages, site)
    ]


def _leads_somewhere(url: str, tag: Tag, pages: dict[str, Document], site: Path) -> bool:
    if url.endswith("404.html") and tag["href"].startswith("/"):
        address, anchor = urldefrag(urljoin("http://site.example/", tag["href"]))
        goal = address.removeprefix("http://site.example/")
    else:
        address, anchor = urldefrag(urljoin(HOST + url, tag["href"]))
        if not address.startswith(HOST):
            return False
        goal = address.removeprefix(HOST)
    goal = unquote(goal).removesuffix("index.html")
    if goal not in pages:
        return (site / goal).is_file() or (site / goal / "index.html").is_file()
    return not anchor or unquote(anchor) in pages[goal].ids


def test_every_link_and_anchor_leads_somewhere_below_any_path(pages: dict[str, Document], site: Path) -> None:
    broken = {url: found for url, page in pages.items() if (found := broken_links(url, page, pages, site))}
    assert broken == {}


@pytest.mark.parametrize("href", ["../nowhere/", "#nothing", "../../../outside/", "/outside/"])
def test_a_link_to_nowhere_is_caught(pages: dict[str, Document], site: Path, href: str) -> None:
    page = Document(f'<body><a href="{href}">a</a></body>')
    assert broken_links("about/method/", page, pages, site) == [href]


def test_files_that_pages_load_are_there(pages: dict[str, Document], site: Path) -> None:
    for url, page in pages.items():
        if url.endswith("404.html"):
            continue
        for tag in page.all("script", "img"):
            if tag["src"]:
                path = urljoin(HOST + url, tag["src"]).removeprefix(HOST)
                assert (site / path).is_file(), (url, tag["src"])


def test_an_id_is_used_once_on_a_page(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        ids = [tag["id"] for tag in page.tags if tag["id"]]
        assert sorted(ids) == sorted(set(ids)), url


def test_every_page_has_one_title_and_a_description(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        if not url.endswith("404.html"):
            assert len(page.all("h1")) == 1, url
            assert any(
                tag["name"] == "description" and len(tag["content"]) > 20 for tag in page.all("meta")
            ), url


def test_the_first_door_is_for_people_with_a_notice(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    for home, words_of_door in ((english[""], "I just got a notice"), (chinese[""], "刚收到通知")):
        doors = home.with_class("odr-door")
        assert words_of_door in doors[0].text
        assert doors[0]["href"].endswith("start/first-hour/")
        assert doors[1]["href"].endswith("calculator/")
