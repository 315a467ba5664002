"""Case fields: the published schema of the case file, at its address and as tables on its page.

What a field means stands in the schema in English; the Chinese of each such sentence stands in
`case_fields.toml`, under the English one, so that a changed sentence is missed at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from calculator.case_file.schema import SCHEMA_FILE, schema, schema_text
from calculator.docsite import blocks
from calculator.docsite.languages import language, way_to_root

FOLDER = "schemas"


def publish(site: Path) -> None:
    """Write the schema into a site, at an address that stays."""
    (site / FOLDER).mkdir(exist_ok=True)
    (site / FOLDER / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")


def address(lang: str, page_url: str) -> str:
    """Return the way from a page to the published schema."""
    return f"{way_to_root(language(lang).folder + page_url)}{FOLDER}/{SCHEMA_FILE}"


def table(path: str, lang: str) -> str:
    """Return the fields of one part of the case; `path` is `""`, `notice` or `appeal.causes.actions`.

    Raises:
        LookupError: the case has no such part.
    """
    rows = [
        {"name": name, "means": meaning(one["description"], lang), "examples": one.get("examples", [])}
        for name, one in part(path)["properties"].items()
    ]
    return blocks.render("case_fields", lang, rows=rows)


def meaning(sentence: str, lang: str) -> str:
    """Return what a field means; a sentence without its Chinese stops the build."""
    return sentence if lang == "en" else chinese()[sentence]


def part(path: str) -> Mapping[str, Any]:
    """Return the schema of one part; rows and tables stand for what is in them.

    Raises:
        LookupError: the case has no such part.
    """
    found: Mapping[str, Any] = schema()
    for name in path.split(".") if path else ():
        found = _inside(found["properties"][name])
    return found


def sentences() -> tuple[str, ...]:
    """Return every sentence of the schema that a page shows, once each."""
    return tuple(dict.fromkeys(_sentences(schema())))


@cache
def chinese() -> Mapping[str, str]:
    """Return the Chinese of each sentence by the English one."""
    held: Mapping[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return held


def _sentences(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found.get("properties", {}).values():
        yield one["description"]
        yield from _sentences(_inside(one))


def _inside(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the rows or the values of a part are, or the part itself."""
    extra = found.get("additionalProperties")
    inner = found.get("items") or (extra if isinstance(extra, dict) else None)
    return inner if isinstance(inner, dict) else found
