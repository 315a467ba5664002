"""A page as tests see it: tags with attributes, ids, headings, text, in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import html

from calculator.docsite import settings

HEADING = re.compile(r"^(#{1,6}) .*?(?:\{: #([\w-]+)[^}]*\})?$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


class Tag:
    """An element: its name, its attributes, every word between its tags."""

    __slots__ = ("_element", "attributes", "name")

    def __init__(self, element: html.HtmlElement) -> None:
        self.name = str(element.tag)
        self.attributes = {name: _given(name, value) for name, value in element.items()}
        self._element = element

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        return str(self._element.xpath("string()"))


def _given(name: str, value: str) -> str:
    """An attribute as it was written; the parser gives one without a value its own name."""
    return "" if value == name else value


@dataclass
class Document:
    """A page, read when it is first asked about."""

    html: str

    @cached_property
    def _root(self) -> html.HtmlElement:
        return html.document_fromstring(self.html.encode(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def tags(self) -> Iterator[Tag]:
        return (Tag(one) for one in self._root.iter() if isinstance(one.tag, str))

    def all(self, *names: str) -> list[Tag]:
        return [Tag(one) for one in self._root.iter(*names)]

    def with_class(self, name: str) -> list[Tag]:
        found = self._root.xpath("//*[contains(@class, $name)]", name=name)
        return [Tag(one) for one in found if name in one.get("class").split()]

    @property
    def ids(self) -> set[str]:
        return {one for one in self._root.xpath("//@id") if one}

    @cached_property
    def words(self) -> str:
        """What a reader can read: the text of the page without scripts."""
        return "".join(self._root.xpath("//body//text()[not(parent::script or parent::style)]"))


def sources(folder: str) -> dict[str, str]:
    """Every page of one language as it is written, by its name below the language's folder."""
    root = settings.ROOT / "docs" / folder
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in root.rglob("*.md")
    }


def headings(markdown: str) -> list[tuple[str, str]]:
    """The level and id of every heading, in order."""
    return [(level, id_) for level, id_ in HEADING.findall(FENCE.sub("", markdown))]
