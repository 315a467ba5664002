"""Settings of a build: where things are, the day it is for, the address it will have.

The day comes from a committed file, never from the clock, so that a clean clone builds the same
pages next year. The address is optional: without it the site has no sitemap and no canonical links.
"""

from __future__ import annotations

import os
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build"
SITE = BUILD / "site"
ASSETS = BUILD / "assets"
MANIFEST = ASSETS / "manifest.json"
THEME = Path(str(files("material"))) / "templates"
LOCAL = "http://127.0.0.1:8000/"


def as_of() -> date:
    """Return the day for which pages, examples and tests are made.

    Raises:
        ValueError: the file does not hold one ISO date.
    """
    return date.fromisoformat((ROOT / "docs" / "as-of.txt").read_text(encoding="utf-8").strip())


def site_address() -> str:
    """Return the address the site will be published at, with a final slash, or "" when unknown."""
    address = os.environ.get("ODR_SITE_URL", "").strip()
    return address if not address or address.endswith("/") else address + "/"


def language_address(folder: str) -> str:
    """Return the address of one language's root; that of `make serve` stands in for an unknown one.

    MkDocs needs the path for the missing page, whose links cannot be relative.
    """
    return urljoin(site_address() or LOCAL, folder)


def assets_may_be_missing() -> bool:
    """Tell whether the pages may be built without the calculator's files (work on pages only)."""
    return os.environ.get("ODR_NO_ASSETS") == "1"
