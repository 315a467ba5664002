"""Whatever reaches a reader is listed with its licence, and its notice lies in the site."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from calculator.docsite import bundle, licence_sources, licences

OURS = (
    "appeal", "calculator", "core", "desk", "example", "known-answers", "letter-check", "look-up", "messages", "search", "worker",
)  # fmt: skip
"""What is made of our own work, and of the packages that its bundle names."""

OTHERS = {
    "library": "CPython with its standard library",
    "lock": "pyodide",
    "pyodide.asm.mjs": "pyodide",
    "pyodide.asm.wasm": "pyodide",
    "reader": "python-calamine",
}


def test_every_part_that_is_shipped_has_its_licence_and_its_notice() -> None:
    assert len(licences.shipped()) > 20
    assert licences.lacking(licences.shipped()) == []
    assert [one.name for one in licences.building() if not one.licence] == []


def test_a_part_without_licence_or_notice_is_caught() -> None:
    sound = licences.shipped()[0]
    assert licences.lacking((sound,)) == []
    assert licences.lacking((replace(sound, licence=""),)) == [sound.name]
    assert licences.lacking((replace(sound, notice="\n"),)) == [sound.name]


def test_every_package_that_the_theme_was_made_from_is_listed() -> None:
    listed = {one.name for one in licences.shipped() if one.inside.startswith(licences.THEME)}
    assert licences.theme_modules() <= listed
    assert len(licences.theme_modules()) > 3


def test_every_package_of_the_bundles_is_listed() -> None:
    if not bundle.manifest():
        pytest.skip("a build without the calculator's files bundles nothing")
    bundled = set(json.loads(licence_sources.BUNDLED.read_text(encoding="utf-8")))
    assert "lit" in bundled
    assert bundled <= {one.name for one in licences.shipped()}


def test_every_file_of_the_web_build_has_an_origin() -> None:
    listed = {one.name for one in licences.shipped()}
    for name in bundle.manifest():
        assert name.startswith(OURS) or OTHERS[name] in listed, name


def test_the_notices_lie_in_the_site_and_the_list_names_their_hashes(site: Path) -> None:
    rows = json.loads((site / licences.FOLDER / licences.LIST).read_text(encoding="utf-8"))
    assert len(rows["shipped"]) == len(licences.shipped())
    for row in rows["shipped"]:
        notice = (site / licences.FOLDER / row["text"]).read_bytes()
        assert sha256(notice).hexdigest() == row["text_sha256"], row["name"]


def test_both_languages_show_every_part(site: Path) -> None:
    for folder in ("", "zh"):
        html = (site / folder / "about/licences/index.html").read_text(encoding="utf-8")
        assert [one.name for one in licences.shipped() if f">{one.name}<" not in html] == []
        assert "<code>sha512-" in html


def test_packages_are_read_from_paths_of_bundles() -> None:
    assert licence_sources.packages_of(["node_modules/lit/x.js", "src/node.ts"]) == {"lit"}
