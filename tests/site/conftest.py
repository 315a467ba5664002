"""The finished site, built anew where `make site` is behind its sources, and its pages."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from site_document import Document

from calculator.docsite import build, settings
from calculator.docsite.languages import TRADITIONAL


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.site)


def _is_current() -> bool:
    """Whether `make site` would change nothing, and built for no address."""
    asked = ["make", "--question", ".build/site.stamp"]
    done = subprocess.run(asked, cwd=settings.ROOT, capture_output=True, check=False)
    return done.returncode == 0 and not (settings.SITE / "sitemap.xml").exists()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if _is_current():
        return settings.SITE
    if not settings.MANIFEST.exists():
        os.environ["ODR_NO_ASSETS"] = "1"
    folder = tmp_path_factory.mktemp("built") / "site"
    build.build(folder)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Document]:
    """Every written page by its address below the root, such as `zh/about/privacy/`.

    Those of the derived language are compared with their sources: test_traditional_site.py.
    """
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name.startswith(TRADITIONAL.folder):
            continue
        found[name.removesuffix("index.html")] = Document(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def english(pages: dict[str, Document]) -> dict[str, Document]:
    return {
        url: page for url, page in pages.items() if not url.startswith("zh/") and not url.endswith("404.html")
    }


@pytest.fixture(scope="session")
def chinese(pages: dict[str, Document]) -> dict[str, Document]:
    """Every Chinese page by the address of its English twin."""
    return {
        url.removeprefix("zh/"): page
        for url, page in pages.items()
        if url.startswith("zh/") and not url.endswith("404.html")
    }
