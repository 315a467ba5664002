"""What stays on a device is complete, and the ZIP edition is the same bytes for the same pages."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from calculator.docsite import offline, zip_edition
from calculator.docsite.languages import LANGUAGES
from calculator.docsite.served_files import headers_for, read_rules

LARGEST_ZIP = 25_000_000
LARGEST_PACK = 1_200_000


@pytest.fixture(scope="module")
def known(site: Path) -> dict[str, Any]:
    """What the service worker is told."""
    if not (site / offline.WORKER).exists():
        pytest.skip("a build without the calculator's files has no service worker")
    first, _, _ = (site / offline.WORKER).read_text(encoding="utf-8").partition(";\n")
    return dict(json.loads(first.removeprefix("const SITE=")))


def packs(site: Path, known: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the texts of every language, by their address."""
    found = {}
    for folder, pages in known["pages"].items():
        packed = json.loads(gzip.decompress((site / pages["pack"]).read_bytes()))
        found[folder] = {
            name: "".join(packed["lines"][number] for number in row) for name, row in packed["files"].items()
        }
    return found


def test_every_page_of_every_language_is_kept_as_it_is(site: Path, known: dict[str, Any]) -> None:
    kept = {name: text for texts in packs(site, known).values() for name, text in texts.items()}
    pages = {
        re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(site).as_posix()): path
        for path in site.rglob("*.html")
    }
    assert len(pages) > 300
    assert [name for name, path in pages.items() if kept.get(name) != path.read_text(encoding="utf-8")] == []
    assert all(f"{one.folder}search/search_index.json" in kept for one in LANGUAGES)


def test_every_file_a_page_loads_is_kept(site: Path, known: dict[str, Any]) -> None:
    for folder, pages in known["pages"].items():
        loaded = {*pages["files"], *known["program"]["files"], *packs(site, known)[folder]}
        assert [path for path in loaded if re.search(r"\.\w+$", path) and not (site / path).is_file()] == []
        html = (site / folder / "calculator/index.html").read_text(encoding="utf-8")
        for address in re.findall(
            r'<(?:script|link)[^>]*(?:src|href)="([^"]+\.(?:js|css|svg|webmanifest))"', html
        ):
            path = os.path.normpath(f"{folder}calculator/{address}")
            assert path in loaded, path


def test_the_version_changes_with_a_page(site: Path, known: dict[str, Any], tmp_path: Path) -> None:
    found = set()
    for words_ in ("a", "b"):
        small = tmp_path / words_
        shutil.copytree(site / "assets", small / "assets", copy_function=os.link)
        (small / "index.html").write_text(words_, encoding="utf-8")
        for one in LANGUAGES:
            (small / one.folder).mkdir(exist_ok=True)
        offline.publish(small, "policy")
        found.add((small / offline.WORKER).read_text(encoding="utf-8")[:40])
    assert len(found) == 2
    assert known["version"] not in str(found)


def test_a_language_is_light_enough_for_a_quiet_moment(site: Path, known: dict[str, Any]) -> None:
    for pages in known["pages"].values():
        assert (site / pages["pack"]).stat().st_size < LARGEST_PACK
    rules = read_rules((site / "_headers").read_text(encoding="utf-8"))
    assert "immutable" in headers_for("/" + known["pages"][""]["pack"], rules)["Cache-Control"]
    assert "immutable" not in headers_for("/sw.js", rules)["Cache-Control"]


def test_each_language_is_an_app_whose_files_are_there(site: Path) -> None:
    for one in LANGUAGES:
        told = json.loads((site / one.folder / offline.APP).read_text(encoding="utf-8"))
        assert told["lang"] == one.tag
        for icon in told["icons"]:
            assert (site / one.folder / icon["src"]).resolve().is_file()
        assert (site / one.folder / told["scope"]).resolve() == site.resolve()


def test_the_zip_is_the_site_and_the_same_bytes_for_the_same_pages(site: Path) -> None:
    content = (site / zip_edition.NAME).read_bytes()
    assert len(content) < LARGEST_ZIP
    with zipfile.ZipFile(io.BytesIO(content)) as edition:
        names = {name.removeprefix(zip_edition.FOLDER) for name in edition.namelist()}
        there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        differ = {one for one in names ^ there if not one.startswith(offline.PACKS)}
        assert differ == {zip_edition.NAME}
        assert {entry.date_time for entry in edition.infolist()} == {zip_edition.EPOCH}


def test_neither_order_nor_clock_of_the_files_is_in_the_zip(tmp_path: Path) -> None:
    made = []
    for names, when in ((("a.html", "b.bin"), 1_000_000_000), (("b.bin", "a.html"), 1_700_000_000)):
        folder = tmp_path / str(when)
        folder.mkdir()
        for name in names:
            (folder / name).write_text(name * 100, encoding="utf-8")
            os.utime(folder / name, (when, when))
        made.append(zip_edition.content(folder))
    assert made[0] == made[1]
    (folder / "a.html").write_text("other", encoding="utf-8")
    assert zip_edition.content(folder) != made[0]


def test_the_page_says_what_the_zip_weighs(site: Path) -> None:
    size = (site / zip_edition.NAME).stat().st_size
    for one in LANGUAGES:
        html = (site / one.folder / offline.ABOUT / "index.html").read_text(encoding="utf-8")
        assert f"{size / 1_000_000:.1f} MB" in html
        assert zip_edition.MARK not in html
