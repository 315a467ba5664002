"""Licences: what the site really ships and what only builds it, each with its licence and its text.

The list of what is shipped is read from what was built: the packages that the bundler took in, the
parts of the theme's script, the components the .xlsx reader declares. What a package does not say
of itself stands in `licences.toml`.

Worse mistake: a part that reaches a reader without its notice. One without a text stops the tests.
"""

from __future__ import annotations

import json
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from calculator.docsite import licence_sources, settings

FOLDER = "licences"
LIST = "packages.json"
TEXTS = Path(__file__).with_suffix("")
THEME = "mkdocs-material"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of somebody else's work.

    `inside` is what it comes in, `text` the name of its notice, `pinned` the hash of the package.
    """

    name: str
    version: str
    licence: str
    inside: str = ""
    text: str = ""
    notice: str = ""
    pinned: str = ""

    @property
    def file(self) -> str:
        """Return the name of its notice in the site."""
        return f"{self.text}.txt" if self.text else ""


@cache
def known() -> Mapping[str, Any]:
    """Return what packages do not say of themselves."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def shipped() -> tuple[Part, ...]:
    """Return every part that reaches a reader: of the pages, of the shell, of Python, of the reader."""
    whole = [_theme(), *_shell(), *_reader()]
    versions = {one.name: f"{one.name} {one.version}" for one in whole}
    inner = [
        _part(**{**one, "inside": versions[one["inside"]]})
        for one in known()["part"]
        if one["inside"] in versions
    ]
    return tuple(sorted((*whole, *inner), key=lambda one: (one.inside.lower(), one.name.lower())))


@cache
def building() -> tuple[Part, ...]:
    """Return what builds and tests the site and reaches nobody."""
    there = {one.name for one in shipped()}
    rows = [*licence_sources.python_tools(), *licence_sources.npm_tools(), *_reader_tools()]
    said = known()["licence_of_tool"]
    found = {
        (row["name"], row["version"]): Part(**{**row, "licence": row["licence"] or said.get(row["name"], "")})
        for row in rows
        if row["name"] not in there
    }
    return tuple(sorted(found.values(), key=lambda one: one.name.lower()))


def lacking(parts: tuple[Part, ...]) -> list[str]:
    """Return the names of parts that say no licence, or bring no notice."""
    return [one.name for one in parts if not one.licence or not one.notice.strip()]


def publish(site: Path) -> None:
    """Write every notice into a site, and the list with the hashes in full."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    for one in shipped():
        (folder / one.file).write_text(one.notice, encoding="utf-8")
    rows = {"shipped": [_row(one) for one in shipped()], "building": [_row(one) for one in building()]}
    (folder / LIST).write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _row(part: Part) -> dict[str, str]:
    held = {
        "name": part.name,
        "version": part.version,
        "licence": part.licence,
        "inside": part.inside,
        "text": part.file,
        "text_sha256": sha256(part.notice.encode()).hexdigest() if part.notice else "",
        "pinned": part.pinned,
    }
    return {key: value for key, value in held.items() if value}


def _part(*, name: str, licence: str, text: str = "", version: str = "", **rest: str) -> Part:
    """Return a part with the notice that belongs to it: its own, or the one we hold."""
    named = text or known()["text"].get(name) or known()["text_of_licence"].get(licence, "")
    held = TEXTS / f"{named}.txt"
    own = rest.pop("notice", "")
    notice = own or (held.read_text(encoding="utf-8") if named and held.is_file() else "")
    label = name.lower().replace("/", "-").removeprefix("@")
    return Part(
        name=name, version=version, licence=licence, text=label if own else named, notice=notice, **rest
    )


def _theme() -> Part:
    return _part(**licence_sources.distribution(THEME), inside="")


def _shell() -> Iterator[Part]:
    for row in licence_sources.bundled():
        yield _part(**row)


def _reader() -> Iterator[Part]:
    for wheel in licence_sources.reader_wheel():
        with zipfile.ZipFile(wheel) as archive:
            own = licence_sources.of_wheel(archive)
            yield _part(**own)
            for crate in licence_sources.components(archive):
                if crate["name"] not in known()["reader"]["only_building"]:
                    yield _part(**crate, inside=f"{own['name']} {own['version']}")


def _reader_tools() -> Iterator[dict[str, str]]:
    for wheel in licence_sources.reader_wheel():
        with zipfile.ZipFile(wheel) as archive:
            own = licence_sources.of_wheel(archive)
            for crate in licence_sources.components(archive):
                if crate["name"] in known()["reader"]["only_building"]:
                    yield {**crate, "inside": f"{own['name']} {own['version']}"}


def theme_modules() -> set[str]:
    """Return the packages that the theme's scripts and sheets were made from, as their maps say."""
    maps = (settings.THEME / "assets").glob("**/*.map")
    wanted = [one for one in maps if "lunr" not in one.as_posix() and "workers" not in one.parts]
    return {
        name for one in wanted for name in licence_sources.packages_of(json.loads(one.read_text())["sources"])
    }
