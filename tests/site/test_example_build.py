"""A rule that goes takes the site with it where a page names it: the build itself stops, not only a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from calculator import review
from calculator.docsite import settings
from calculator.review.rules import RULES

PAGE = '# Example\n\n{{ appeal_example("11_harmful") }}\n'


def built(folder: Path) -> str:
    """Build a site of one page with the project's own configuration."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    places: dict[str, Any] = {"docs_dir": str(folder / "docs"), "site_dir": str(folder / "site")}
    build(load_config(str(settings.ROOT / "mkdocs.yml"), nav=["index.md"], strict=False, **places))
    return (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_the_page_is_built_with_all_rules(tmp_path: Path) -> None:
    assert 'class="odr-rule odr-rule--blocker"' in built(tmp_path)


@pytest.mark.parametrize("rule", ["T1", "H8"])
def test_the_site_is_not_built_without_a_rule_its_page_names(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "RULES", {name: check for name, check in RULES.items() if name != rule})
    with pytest.raises(SystemExit):
        built(tmp_path)
    assert not (tmp_path / "site" / "index.html").exists()
