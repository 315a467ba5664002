"""Traditional site: every page of the Simplified one in Taiwan's words, made after both are built.

A derived page is never edited and never stale: it is its source, word for word. Only what a reader
reads is changed. Elements in another language and those marked `translate="no"` stay: letters as they
are sent, titles of sources, words a program looks for. Both languages lie in folders of one depth, so
every way of a page holds for its twin.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from calculator.docsite import bundle, search_index, settings
from calculator.docsite.languages import SIMPLIFIED, TRADITIONAL
from calculator.docsite.traditional_words import convert, corners

KEPT = re.compile(rf'<(\w[\w-]*)\b[^>]*\s(?:lang="(?!{SIMPLIFIED.tag}")[\w-]+"|translate="no")[^>]*>')
OWN = re.compile(rf'(?<![\w-])lang="{SIMPLIFIED.tag}"')
SWITCH = re.compile(rf'<a class="[^"]*odr-language"[^>]*lang="{TRADITIONAL.tag}"[^>]*>[^<]*</a>')
MISSING = re.compile(r'<section lang="([\w-]+)" class="odr-missing">.*?</section>', re.DOTALL)
ESCAPED = re.compile(r"(?:\\u[0-9a-f]{4})+")
"""Words in the theme's own setting, which it writes as escapes."""
VOID = frozenset(("br", "img", "input", "link", "meta", "wbr"))


def derive(site: Path) -> None:
    """Write the derived language beside its source."""
    source, goal = site / SIMPLIFIED.folder, site / TRADITIONAL.folder
    shutil.copytree(source, goal, copy_function=os.link)
    for path in goal.rglob("*.html"):
        _write(path, page(path.read_text(encoding="utf-8")))
    index = goal / search_index.INDEX
    _write(index, search_index.traditional(index.read_text(encoding="utf-8")))


def page(html: str) -> str:
    """Return a page of the derived language.

    >>> page('<html lang="zh-Hans"><p>订单里的“<b>退款</b>”</p><pre lang="en">“A”</pre>')
    '<html lang="zh-Hant"><p>訂單裡的「<b>退款</b>」</p><pre lang="en">“A”</pre>'
    """
    missing = {found[1]: found[0] for found in MISSING.finditer(html)}
    html = "".join(piece if is_kept else _words(piece) for piece, is_kept in _pieces(html))
    html = _with_addresses(SWITCH.sub(lambda found: _back(found[0]), html))
    return _missing(html, missing) if missing else html


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Yield a page in pieces, each with whether it stays as it is."""
    at = 0
    while found := KEPT.search(html, at):
        end = _end(html, found)
        yield html[at : found.start()], False
        yield html[found.start() : end], True
        at = end
    yield html[at:], False


def _end(html: str, opening: re.Match[str]) -> int:
    """Return where an element ends."""
    if opening[1] in VOID or opening[1] == "html":
        return opening.end()
    depth = 1
    for found in re.compile(rf"<(/?){opening[1]}\b").finditer(html, opening.end()):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return opening.end()


def _words(piece: str) -> str:
    lines = (_line(ESCAPED.sub(_unescaped, line)) for line in piece.split("\n"))
    return OWN.sub(f'lang="{TRADITIONAL.tag}"', "\n".join(lines))


def _unescaped(found: re.Match[str]) -> str:
    """Return Chinese words as they read; other escapes keep a page's own marks out of a script."""
    words: str = json.loads(f'"{found[0]}"')
    return words if all("\u3001" <= one <= "\uff60" for one in words) else found[0]


@cache
def _line(line: str) -> str:
    """Return one line; those of the menu stand on every page."""
    return corners(convert(line))


def _back(link: str) -> str:
    """Return the switch to this language as the one to its source."""
    for here, there in (
        (f"{TRADITIONAL.folder}", SIMPLIFIED.folder),
        (TRADITIONAL.tag, SIMPLIFIED.tag),
        (TRADITIONAL.name, SIMPLIFIED.name),
        (TRADITIONAL.short, SIMPLIFIED.short),
    ):
        link = link.replace(here, there)
    return link


def _with_addresses(html: str) -> str:
    """Return the page with its own addresses: whole ones, all of the missing page, its messages."""
    for way in (settings.language_address, lambda folder: urlsplit(settings.language_address(folder)).path):
        html = html.replace(f'"{way(SIMPLIFIED.folder)}', f'"{way(TRADITIONAL.folder)}')
    source, own = (bundle.asset(f"messages-{one.tag}.json") for one in (SIMPLIFIED, TRADITIONAL))
    return html.replace(source, own) if source and own else html


def _missing(html: str, as_built: dict[str, str]) -> str:
    """Return the missing page with its own language first and its source's words where its own stood."""
    own, source = as_built[TRADITIONAL.tag], as_built[SIMPLIFIED.tag]
    parts = iter((_retitled(own, "h2", "h1"), as_built["en"], _retitled(source, "h1", "h2")))
    return MISSING.sub(lambda _: next(parts), html)


def _retitled(section: str, was: str, becomes: str) -> str:
    return section.replace(f"<{was}>", f"<{becomes}>").replace(f"</{was}>", f"</{becomes}>")


def _write(path: Path, text: str) -> None:
    """Write a file anew: the one that is there shares its bytes with the source."""
    path.unlink()
    path.write_text(text, encoding="utf-8")
