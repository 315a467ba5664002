"""What a page says, piece by piece, each with the language it is marked with and the part it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SILENT = frozenset("script style code pre kbd svg template textarea".split())
BLOCKS = frozenset("p li dd dt td th h1 h2 h3 h4 figcaption summary label button blockquote caption".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Running text: its language, the nearest block around it, the classes of everything around it."""

    lang: str
    block: str
    classes: frozenset[str]
    text: str


@dataclass(slots=True)
class _Open:
    name: str
    lang: str
    block: str
    classes: frozenset[str]
    silent: bool


class _Reader(HTMLParser):
    def __init__(self, lang: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Open("", lang, "", frozenset(), silent=False)]
        self.found: list[Piece] = []
        self.number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        above, given = self.open[-1], dict(attrs)
        self.number += 1
        self.open.append(
            _Open(
                tag,
                given.get("lang") or above.lang,
                f"{tag} {self.number}" if tag in BLOCKS else above.block,
                above.classes | set((given.get("class") or "").split()),
                above.silent or tag in SILENT or given.get("aria-hidden") == "true",
            )
        )

    def handle_endtag(self, tag: str) -> None:
        if any(one.name == tag for one in self.open):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        here = self.open[-1]
        if not here.silent and data.strip():
            self.found.append(Piece(here.lang, here.block, here.classes, data))


def pieces(html: str, lang: str = "") -> list[Piece]:
    """Return every text of a page that a reader reads, in order."""
    reader = _Reader(lang)
    reader.feed(html)
    return reader.found


def article(html: str) -> str:
    """Return the part of a page between its article's tags."""
    inside = html.partition("<article")[2].partition("</article>")[0]
    return "<article" + inside if inside else html


def paragraphs(html: str) -> Iterator[tuple[str, str]]:
    """Yield the language and the words of each paragraph and list item of a page's own words."""
    joined: dict[str, tuple[str, str]] = {}
    lang = html.partition('<html lang="')[2].partition('"')[0]
    for one in pieces(article(html), lang):
        if one.block.partition(" ")[0] in ("p", "li", "dd") and not one.classes & {
            "odr-term__note",
            "odr-letter",
        }:
            own, text = joined.get(one.block, (one.lang, ""))
            joined[one.block] = (own, text + one.text)
    yield from joined.values()
