"""A site with a fault is not built."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from site_document import Document

from calculator.docsite import bundle, settings, sitemap, styles, typography

CONFIGURATION = """
INHERIT: {root}/mkdocs.yml
docs_dir: {docs}
theme: {{custom_dir: {root}/calculator/docsite/theme}}
hooks: [{root}/calculator/docsite/hook.py]
plugins: {{macros: {{module_name: {root}/calculator/docsite/macros}}}}
nav: [index.md]
"""
HOME = "# Home\n\n## Facts {: #facts }\n"


def built(folder: Path, page: str) -> subprocess.CompletedProcess[str]:
    """Build a site of one page with everything of ours around it."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(page, encoding="utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(CONFIGURATION.format(root=settings.ROOT, docs=docs), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(configuration),
        "-d",
        str(folder / "out"),
    ]
    return subprocess.run(command, cwd=settings.ROOT, capture_output=True, text=True, check=False)


def test_a_sound_page_is_built(tmp_path: Path) -> None:
    done = built(tmp_path, HOME + '\nunder {{ plain("order_defect_rate.target") }}\n')
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "under 1\u00a0%" in Document(html).words


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ('{{ fact("no.such.rule") }}', "no.such.rule"),
        ("{{ no_such_macro() }}", "no_such_macro"),
        ("{{ no_such_word }}", "no_such_word"),
        ('{{ fact("order_defect_rate.union") }}', "has no figure"),
        ('{{ fact("appeals.funds.days") }}', "appeals.funds.days"),
        ("[away](nowhere.md)", "nowhere.md"),
        ("[away](#nowhere)", "nowhere"),
    ],
)
def test_a_page_at_fault_stops_the_build_and_is_named(tmp_path: Path, page: str, said: str) -> None:
    done = built(tmp_path, f"{HOME}\n{page}\n")
    assert done.returncode != 0
    assert said in done.stdout + done.stderr


def test_pages_need_the_calculators_files_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ODR_NO_ASSETS", raising=False)
    with pytest.raises(bundle.AssetsMissing, match="make site"):
        bundle.manifest(tmp_path / "manifest.json")
    monkeypatch.setenv("ODR_NO_ASSETS", "1")
    assert bundle.manifest(tmp_path / "other.json") == {}


def test_no_map_for_programmers_is_published(site: Path) -> None:
    assert list(site.rglob("*.map")) == []


def test_nothing_that_is_not_a_page_is_published(site: Path) -> None:
    names = {path.name for path in site.rglob("*") if path.is_file()}
    assert not {name for name in names if name.endswith((".py", ".toml", ".md", ".yml"))}
    assert "LICENSE" not in names


def test_a_site_without_an_address_has_no_sitemap(site: Path) -> None:
    assert list(site.rglob("sitemap.xml*")) == []


def test_the_sitemap_names_every_page_in_every_language(site: Path, english: dict[str, Document]) -> None:
    urls = sitemap.page_urls(site)
    assert set(urls) == set(english)
    text = sitemap.sitemap(urls, "https://odr.example/book/")
    assert text.count("<url>") == 3 * len(urls)
    assert "<loc>https://odr.example/book/zh/about/privacy/</loc>" in text
    assert 'hreflang="en" href="https://odr.example/book/about/privacy/"' in text


def test_the_search_of_each_language_finds_words_of_that_language(site: Path) -> None:
    english, chinese = (
        (site / folder / "search" / "search_index.json").read_text(encoding="utf-8").partition('"docs":')[2]
        for folder in ("", "zh")
    )
    assert "chargebacks" in english
    assert "信用卡" not in english
    assert "索赔" in chinese


def test_sentences_on_lines_of_their_own_have_no_blank_between_them_in_chinese(site: Path) -> None:
    text = Document((site / "zh" / "about" / "privacy" / "index.html").read_text(encoding="utf-8"))
    paragraphs = "".join(tag.text for tag in text.all("p", "li"))
    assert "。\n" not in paragraphs.replace("。\n\n", "")
    assert typography.joined("一句。\n二句。\n\n- 三\n- 四\n") == "一句。二句。\n\n- 三\n- 四\n"


def test_stylesheets_bring_their_icons_so_that_none_is_asked_for_later(site: Path) -> None:
    (sheet,) = (site / "assets" / "stylesheets").glob("odr.*.css")
    addresses = re.findall(r"url\(([^)]{0,30})", sheet.read_text(encoding="utf-8"))
    assert len(addresses) > 10
    assert [one for one in addresses if not one.startswith('"data:')] == []


def test_stylesheets_lose_their_comments_and_keep_their_rules() -> None:
    assert styles.squeeze("/* a */ p > b { margin : 0 ; }\n") == "p>b{margin : 0;}"
