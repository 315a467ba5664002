"""The diagram of the route goes the ways the walker goes, and no other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from calculator.docsite.route_tree import tree
from calculator.docsite.route_words import Words
from calculator.messages import LANGUAGES, text
from calculator.route import every_walk, outcomes, walk

VOID = {"br", "hr", "img"}


@dataclass
class Part:
    """An element with what is inside it."""

    name: str
    attributes: dict[str, str]
    inside: list[Part] = field(default_factory=list)
    words: str = ""

    def with_class(self, name: str) -> list[Part]:
        """Elements directly inside that carry a class."""
        return [one for one in self.inside if name in one.attributes.get("class", "").split()]

    def all(self) -> list[Part]:
        """This element and every one below it."""
        return [self, *(part for one in self.inside for part in one.all())]


class Reader(HTMLParser):
    """Reads the diagram into parts."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Part("top", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        part = Part(tag, {key: value or "" for key, value in attrs})
        self.open[-1].inside.append(part)
        if tag not in VOID:
            self.open.append(part)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for part in self.open:
            part.words += data


def diagram(lang: str) -> Part:
    reader = Reader()
    reader.feed(tree(Words(lang, "start/outcomes/", lambda key, **_: key)))
    assert len(reader.open) == 1
    return reader.open[0].inside[0]


def answers(part: Part) -> set[str]:
    return {one.attributes["data-answer"] for one in part.all() if "data-answer" in one.attributes}


def followed(node: Part, given: dict[str, str]) -> str:
    """Follow answers through the drawing, as an eye does, to the outcome they lead to."""
    mine = f"{node.attributes['data-question']}.{given[node.attributes['data-question']]}"
    (ways,) = node.with_class("odr-tree__ways")
    for on in ways.with_class("odr-tree__on"):
        if mine in answers(on.with_class("odr-tree__answer")[0]):
            return followed(on.with_class("odr-tree__node")[0], given)
    (way,) = [
        part
        for part in ways.all()
        if "odr-tree__way" in part.attributes.get("class", "").split()
        and mine in answers(part.with_class("odr-tree__answer")[0])
    ]
    goals = [part for part in way.all() if "data-goal" in part.attributes]
    said = {f"{question}.{answer}" for question, answer in given.items()}
    (goal,) = [part for part in goals if not answers(part) or answers(part) & said]
    return goal.attributes["data-goal"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_leads_to_the_same_outcome_in_the_drawing(lang: str) -> None:
    (first,) = diagram(lang).with_class("odr-tree__node")
    ways = list(every_walk())
    assert len(ways) > 600
    for given, walked in ways:
        assert followed(first, given) == walked.outcome, given


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_outcome_but_the_linked_one_stands_in_the_drawing_in_words(lang: str) -> None:
    drawn = diagram(lang)
    reached = {walk(given).outcome for given, _ in every_walk()}
    for one in outcomes():
        if one.id in reached:
            assert text(lang, f"route.outcome.{one.id}.title") in drawn.words


def test_both_languages_draw_the_same_shape() -> None:
    def shape(lang: str) -> list[str]:
        marks = ("data-question", "data-answer", "data-goal")
        return [
            part.attributes[mark] for part in diagram(lang).all() for mark in marks if mark in part.attributes
        ]

    assert shape("en") == shape("zh-Hans") == shape("zh-Hant")


def test_no_blank_line_ends_the_block_early() -> None:
    """Markdown would take what follows a blank line for a paragraph of its own."""
    html = tree(Words("en", "start/outcomes/", lambda key, **_: key))
    assert not re.search(r"\n\s*\n", html)
