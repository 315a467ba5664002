"""Glossary: the terms of the handbook, one sentence each, in words a newcomer knows.

The terms are in `glossary.toml`. `term("lag")` marks a word by hand; the build marks the first place
of every term on a page by itself where the term says `mark = true`. A touch or the focus shows the
sentence; it is also on the page of the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from calculator import tables
from calculator.docsite import blocks

PACKAGE, NAME = "calculator.docsite", "glossary"
SHELVES = ("start/", "guide/", "understand/", "reference/", "about/")
"""Pages with running words; letters, forms and tools stay as they are."""
TOKEN = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^>]*)>", re.IGNORECASE)
OPEN = frozenset(("p", "li"))
_APART = (
    "a abbr button code dfn dt figure form h1 h2 h3 h4 label nav pre script small summary svg table textarea"
)
CLOSED = frozenset(_APART.split())
VOID = frozenset(("br", "hr", "img", "input", "wbr"))
APART = re.compile(r'class="[^"]*\b(?:odr-(?:facts?|next|terms?|letter|live|home)|admonition-title)\b')


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: its name and its sentence in each language, other ways to write it, where to read on.

    Attributes:
        unlike: what it is confused with.
        never: spellings that no page and no message may have.
    """

    id: str
    name: dict[str, str]
    short: dict[str, str]
    amazon: str = ""
    aliases: dict[str, list[str]] = field(default_factory=dict)
    see: str = ""
    sources: tuple[str, ...] = ()
    mark: bool = False
    unlike: dict[str, str] = field(default_factory=dict)
    never: dict[str, list[str]] = field(default_factory=dict)


@cache
def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the file."""
    return tuple(_term(one) for one in tables.read(PACKAGE, NAME)["terms"])


def named(id_: str) -> Term:
    """Return one term.

    Raises:
        LookupError: the glossary does not have it.
    """
    for one in terms():
        if one.id == id_:
            return one
    raise LookupError(f'The glossary has no term "{id_}".')


def marked(one: Term, lang: str, said: str, number: int) -> str:
    """Return a word of a page with the sentence of its term."""
    other = "zh-Hans" if lang == "en" else "en"
    values = {"term": one, "said": said, "other": one.name[other], "other_lang": other, "number": number}
    return blocks.render("term", lang, **values).replace("\n", "")


def listed(lang: str, way: str) -> str:
    """Return the whole glossary, in the order of its names in English."""
    ordered = sorted(terms(), key=lambda one: one.name["en"].casefold())
    return blocks.render("terms", lang, terms=ordered, way=way)


def strays(words: str, lang: str) -> list[tuple[str, str]]:
    """Return every spelling in a text that the glossary forbids, each with the one to use.

    >>> strays("看卖家后台。", "zh-Hans")
    [('卖家后台', '卖家平台')]
    """
    found = [(one, stray) for one in terms() for stray in one.never.get(lang, []) if stray in words]
    return [(stray, one.name[lang]) for one, stray in found]


def first_places(html: str, lang: str) -> str:
    """Return a page with the first place of each term marked, in running text only."""
    wanted = {word: one for one in terms() if one.mark for word in _spellings(one, lang)}
    if not wanted:
        return html
    edge = r"\b" if lang == "en" else ""
    longest_first = "|".join(map(re.escape, sorted(wanted, key=len, reverse=True)))
    pattern = re.compile(f"{edge}(?:{longest_first}){edge}")
    done = {one.id for one in terms() if f'data-term="{one.id}"' in html}

    def replaced(found: re.Match[str]) -> str:
        one = wanted[found[0]]
        if one.id in done:
            return found[0]
        done.add(one.id)
        return marked(one, lang, found[0], len(done))

    return "".join(pattern.sub(replaced, token) if is_text else token for token, is_text in _tokens(html))


def _tokens(html: str) -> Iterator[tuple[str, bool]]:
    """Yield the tags and texts of a page; true where a text is one of running words."""
    inside: list[tuple[str, bool]] = []
    for token in TOKEN.findall(html):
        is_tag = token.startswith("<")
        if is_tag:
            _step(token, inside)
        yield token, not is_tag and any(name in OPEN for name, _ in inside) and not any(x for _, x in inside)


def _step(tag: str, inside: list[tuple[str, bool]]) -> None:
    """Go into an element or out of it."""
    match = TAG.fullmatch(tag)
    if not match or match[3].endswith("/") or match[2].lower() in VOID:
        return
    name = match[2].lower()
    if not match[1]:
        inside.append((name, name in CLOSED or bool(APART.search(match[3]))))
        return
    while inside and inside.pop()[0] != name:
        pass


def _spellings(one: Term, lang: str) -> list[str]:
    return [one.name[lang], *one.aliases.get(lang, [])]


def _term(row: dict[str, Any]) -> Term:
    names = {lang: row[lang] for lang in ("en", "zh-Hans")}
    rest = {key: row[key] for key in ("amazon", "aliases", "see", "mark", "unlike", "never") if key in row}
    return Term(id=row["id"], name=names, short=row["short"], sources=tuple(row.get("sources", ())), **rest)
