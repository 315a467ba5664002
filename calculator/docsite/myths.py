"""Myths: claims in circulation about the rate, each with its verdict, what is true, and since when.

The claims stand in `myths.toml` in our own words. What is true is cited from the policy, so a rule
that changes changes here too.

Worse mistake: a wrong claim that reads as advice. The verdict stands before anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from calculator import tables
from calculator.docsite import blocks, cited, facts, settings, words
from calculator.docsite.route_words import Fact

PACKAGE = "calculator.docsite"
VERDICTS = ("wrong", "prohibited", "outdated", "partly", "unproved", "current", "off_topic")
"""Every verdict, the ones that can cost most first."""
GROUPS = ("rate", "counts", "window", "notice", "appeal", "letter", "measures", "forbidden", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a claim was seen: credited by title and publisher."""

    title: str
    publisher: str
    dated: str = ""
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Myth:
    """One claim of the ledger."""

    id: str
    group: str
    verdict: str
    claim: dict[str, str]
    truth: dict[str, str]
    seen_in: tuple[str, ...]
    keys: tuple[str, ...] = ()
    seeds: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()

    def rests_on(self) -> list[str]:
        """Return the policy keys it cites, the one that decides first."""
        return list(dict.fromkeys([*self.keys, *cited.keys(self.truth["en"])]))


@cache
def sources() -> dict[str, Source]:
    """Return the pages in which claims were seen."""
    return {id_: Source(**row) for id_, row in tables.read(PACKAGE, "myths")["sources"].items()}


@cache
def myths() -> tuple[Myth, ...]:
    """Return every claim in file order."""
    return tuple(Myth(**_held(row)) for row in tables.read(PACKAGE, "myths")["myths"])


def _held(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def said(lang: str, key: str, **values: object) -> str:
    """Return words of the ledgers, such as `verdict.wrong`."""
    held = tables.read(PACKAGE, "ledger_words")[lang]
    for part in key.split("."):
        held = held[part]
    return str(held).format(**values) if values else str(held)


def group(name: str, lang: str, fact: Fact, page_url: str) -> str:
    """Return the claims of one group.

    Raises:
        LookupError: the ledger has no such group.
    """
    if name not in GROUPS:
        raise LookupError(f'The ledger has no group "{name}". It has: {", ".join(GROUPS)}.')
    told = [_told(one, lang, fact, page_url) for one in myths() if one.group == name]
    return blocks.render("myths", lang, myths=told)


def by_verdict(lang: str) -> str:
    """Return each verdict with what it means and the claims that got it."""
    rows = [
        (verdict, said(lang, f"verdict.{verdict}"), said(lang, f"meaning.{verdict}"), _claims(verdict, lang))
        for verdict in VERDICTS
    ]
    return blocks.render("myth_verdicts", lang, rows=rows)


def _claims(verdict: str, lang: str) -> list[tuple[str, str]]:
    return [(one.id, one.claim[lang]) for one in myths() if one.verdict == verdict]


def judged(myth: Myth, lang: str) -> str:
    """Return a claim behind its verdict, for places where it stands alone."""
    return said(lang, "judged", verdict=said(lang, f"verdict.{myth.verdict}"), claim=myth.claim[lang])


def _told(myth: Myth, lang: str, fact: Fact, page_url: str) -> dict[str, Any]:
    return {
        "id": myth.id,
        "claim": myth.claim[lang],
        "verdict": myth.verdict,
        "verdict_words": said(lang, f"verdict.{myth.verdict}"),
        "truth": cited.cited(myth.truth[lang], fact, page_url),
        "since": _since(myth, lang),
        "seen_label": said(lang, "seen_in"),
        "seen": [credit(sources()[id_], lang) for id_ in myth.seen_in],
        "in_circulation": said(lang, "in_circulation"),
        "joint": said(lang, "joint"),
        "stop": said(lang, "stop"),
    }


def _since(myth: Myth, lang: str) -> str:
    row = facts.held_somewhere(myth.rests_on()[0], settings.as_of())
    key = "since.in_force" if row.in_force_from else "since.seen"
    return said(lang, key, day=words.day(lang, row.known_from))


def credit(source: Source, lang: str) -> Markup:
    """Return a page's title, publisher and date; names stay as they are published."""
    dated = source.dated or said(lang, "undated")
    mark = (
        Markup(' lang="{}" translate="no"').format(source.lang) if source.lang != "en" or lang != "en" else ""
    )
    cite = Markup("<cite{}>{}</cite>").format(mark, source.title)
    publisher = Markup("<span{}>{}</span>").format(mark, source.publisher)
    return Markup(said(lang, "credit")).format(title=cite, publisher=publisher, dated=dated)  # noqa: S704 - ours
