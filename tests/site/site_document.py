"""A page as tests see it: tags with attributes, ids, headings, text, in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from calculator.docsite import settings

HEADING = re.compile(r"^(#{1,6}) .*?(?:\{: #([\w-]+)[^}]*\})?$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Tag:
    name: str
    attributes: dict[str, str]
    text: str = ""

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass
class Document(HTMLParser):
    html: str
    tags: list[Tag] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Tag] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, {name: value or "" for name, value in attrs})
        self.tags.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        names = [one.name for one in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        for one in self._open:
            one.text += data

    def all(self, *names: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name in names]

    def with_class(self, name: str) -> list[Tag]:
        return [tag for tag in self.tags if name in tag["class"].split()]

    @property
    def ids(self) -> set[str]:
        return {tag["id"] for tag in self.tags if tag["id"]}

    @property
    def words(self) -> str:
        """What a reader can read: the text of the page without scripts."""
        body = next(tag for tag in self.tags if tag.name == "body")
        hidden = "".join(tag.text for tag in self.all("script", "style"))
        return body.text.replace(hidden, "") if hidden else body.text


def sources(folder: str) -> dict[str, str]:
    """Every page of one language as it is written, by its name below the language's folder."""
    root = settings.ROOT / "docs" / folder
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in root.rglob("*.md")
    }


def headings(markdown: str) -> list[tuple[str, str]]:
    """The level and id of every heading, in order."""
    return [(level, id_) for level, id_ in HEADING.findall(FENCE.sub("", markdown))]
