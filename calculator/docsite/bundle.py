"""Bundle: bring the calculator's files into the site and tell pages where they are.

The web build leaves everything static in `.build/assets` with a manifest from logical names to
files whose names carry a hash. All languages share the one copy at the site's root.
"""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

from calculator.docsite import settings


class AssetsMissing(Exception):
    """The web build has not run, or does not know the file a page asks for."""


@cache
def manifest(path: Path = settings.MANIFEST) -> dict[str, dict[str, object]]:
    """Return the manifest of the web build, empty when it may be missing.

    Raises:
        AssetsMissing: there is none.
    """
    if path.exists():
        return dict(json.loads(path.read_text(encoding="utf-8")))
    if settings.assets_may_be_missing():
        return {}
    raise AssetsMissing(
        f"{path.name} is not there: the calculator's files have not been built. "
        "Run `make site`, or set ODR_NO_ASSETS=1 to build the pages without the calculator."
    )


def asset(name: str) -> str | None:
    """Return the address of a file of the web build below the site's root; None in a build without it.

    Raises:
        AssetsMissing: the manifest has no such name.
    """
    known = manifest()
    if not known and settings.assets_may_be_missing():
        return None
    if name not in known:
        raise AssetsMissing(f'The web build has no file "{name}". It has: {", ".join(sorted(known))}.')
    return f"assets/{known[name]['path']}"


def copy_assets(site: Path, assets: Path = settings.ASSETS) -> None:
    """Copy the web build into the site, the manifest included; links share the bytes on one disk."""
    if assets.exists():
        shutil.copytree(assets, site / "assets", dirs_exist_ok=True)
