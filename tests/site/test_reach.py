"""Every page is two clicks away (one of a collection three), every picture has words, every command exists."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from site_document import Document, sources

from calculator import cli
from calculator.docsite import outside_links
from calculator.policy import entries
from calculator.policy import sources as policy_sources

HOST = "http://site.example/"
CLICKS = 2
COLLECTIONS = ("templates/", "about/decisions/")
"""Their single pages stand behind their own list: one click more."""
ICON = "0 0 24 24"
"""Icons stand beside a word or in a control with a name; axe looks at those."""


def goals(url: str, page: Document, pages: dict[str, Document]) -> set[str]:
    """Return the pages that the links of a page lead to, the frame's menu included."""
    found = (urldefrag(urljoin(HOST + url, tag["href"]))[0] for tag in page.all("a") if tag["href"])
    return {one.removeprefix(HOST) for one in found if one.startswith(HOST)} & pages.keys()


def reached(start: str, pages: dict[str, Document], clicks: int = CLICKS) -> set[str]:
    """Return every page that is at most so many clicks away."""
    found = new = {start}
    for _ in range(clicks):
        new = set().union(*(goals(url, pages[url], pages) for url in new)) - found
        found = found | new
    return found


def test_no_page_is_an_orphan(english: dict[str, Document], chinese: dict[str, Document]) -> None:
    for pages in (english, chinese):
        far = pages.keys() - reached("", pages)
        assert {url for url in far if not url.startswith(COLLECTIONS)} == set()
        assert far - reached("", pages, CLICKS + 1) == set()


def test_a_page_that_nothing_leads_to_is_an_orphan() -> None:
    pages = {
        "": Document('<body><a href="a/">a</a></body>'),
        "a/": Document('<body><a href="../b/">b</a></body>'),
        "b/": Document('<body><a href="../c/">c</a></body>'),
        "c/": Document("<body></body>"),
        "lost/": Document("<body></body>"),
    }
    assert reached("", pages) == {"", "a/", "b/"}


def without_words(page: Document) -> list[str]:
    """Return every picture that neither has words nor is called decoration."""
    images = [tag for tag in page.all("img") if "alt" not in tag.attributes]
    drawn = [
        tag
        for tag in page.all("svg")
        if tag["aria-hidden"] != "true"
        and tag["viewbox"] != ICON
        and "x" not in tag.attributes  # a part of a picture
        and not (
            tag["role"] in ("img", "group", "graphics-document")
            and (tag["aria-label"] or tag["aria-labelledby"])
        )
    ]
    return [f"{tag.name} {tag.attributes}" for tag in (*images, *drawn)]


def test_every_picture_has_words(pages: dict[str, Document]) -> None:
    found = {url: hits for url, page in pages.items() if (hits := without_words(page))}
    assert found == {}


@pytest.mark.parametrize("html", ['<img src="a.png">', "<svg></svg>", '<svg role="img"></svg>'])
def test_a_picture_without_words_is_caught(html: str) -> None:
    assert without_words(Document(f"<body>{html}</body>"))


def test_pictures_with_words_and_decoration_pass() -> None:
    html = '<img alt="" src="a"><svg aria-hidden="true"></svg><svg role="img" aria-label="The rate"></svg>'
    assert without_words(Document(f"<body>{html}</body>")) == []


def outside(pages: dict[str, Document]) -> dict[str, set[str]]:
    """Return every address on other hosts that a reader may follow, with the pages it is on."""
    found: dict[str, set[str]] = {}
    for url, page in pages.items():
        for tag in page.all("a"):
            if urlsplit(tag["href"]).netloc:
                found.setdefault(tag["href"], set()).add(url)
    return found


def test_every_outside_link_has_the_day_it_was_last_seen(pages: dict[str, Document]) -> None:
    seen = outside_links.seen_on()
    assert {address: urls for address, urls in outside(pages).items() if address not in seen} == {}
    assert set(outside_links.listed()) <= outside(pages).keys(), "a listed link that no page has any more"


def test_an_outside_link_nobody_looked_at_is_caught() -> None:
    page = Document('<body><a href="https://new.example/x">x</a><a href="a/">a</a></body>')
    assert outside({"": page}) == {"https://new.example/x": {""}}
    assert "https://new.example/x" not in outside_links.seen_on()


def test_links_not_seen_for_long_are_named() -> None:
    one = next(source for source in policy_sources().values() if source.address)
    assert not list(outside_links.overdue(one.seen_on))
    assert any(str(one.address) in line for line in outside_links.overdue(date(2099, 1, 1)))


COMMAND = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?(?:odr|python -m calculator) (\w+)(.*)$", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
IN_CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.DOTALL | re.MULTILINE)


def unknown_commands(markdown: str) -> list[str]:
    """Return every command or option of ours in the code of a page that the program does not have."""
    known = commands()
    wrong = []
    for code in IN_CODE.findall(markdown):
        for name, rest in COMMAND.findall(code.strip("`\n")):
            options = set(OPTION.findall(rest)) - known.get(name, set())
            if name not in known or options:
                wrong.append(f"odr {name} {' '.join(sorted(options))}".strip())
    return wrong


def commands() -> dict[str, set[str]]:
    """Return every command with its options."""
    (choices,) = [action.choices for action in cli.parser()._actions if isinstance(action.choices, dict)]
    return {
        name: {option for action in sub._actions for option in action.option_strings}
        for name, sub in choices.items()
    }


def test_commands_on_pages_exist() -> None:
    found = {
        (folder, name): wrong
        for folder in ("en", "zh")
        for name, text in sources(folder).items()
        if (wrong := unknown_commands(text))
    }
    assert found == {}


def test_a_command_that_does_not_exist_is_caught() -> None:
    assert unknown_commands("```sh\nodr forecast a.txt\n```") == ["odr forecast"]
    assert unknown_commands("`odr assess a.txt --yesterday`") == ["odr assess --yesterday"]
    assert unknown_commands("```sh\nodr assess a.txt --json\n```") == []


def test_keys_of_cards_on_pages_exist() -> None:
    """Keys in running text, such as `order_defect_rate.target`; those in macros stop the build already."""
    nouns = {one.key.partition(".")[0] for one in entries()} - {"facts"}
    known = {one.key for one in entries()}
    pattern = re.compile(rf"`((?:{'|'.join(sorted(nouns))})\.[\w.]+)`")
    found = {
        (folder, name, key)
        for folder in ("en", "zh")
        for name, text in sources(folder).items()
        for key in pattern.findall(text)
        if not any(one == key or one.startswith(f"{key}.") for one in known)
    }
    assert found == set()
