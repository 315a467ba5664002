"""ZIP edition: the whole site as one file, which any static server shows below any path.

The same pages give the same bytes. The site offers the file; inside it nothing is offered, since a
file cannot hold itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from calculator.docsite import blocks, words
from calculator.docsite.languages import LANGUAGES, Language, way_to_root
from calculator.docsite.offline import ABOUT

NAME = "odr-handbook.zip"
FOLDER = "odr-handbook/"
MARK = "<!-- the ZIP edition -->"
EPOCH = (2023, 11, 14, 22, 13, 20)
PACKED_ALREADY = (".bin", ".png", ".whl", ".zip")


def content(site: Path) -> bytes:
    """Return the ZIP of a folder, every file in order and without a clock."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for path in sorted(path for path in site.rglob("*") if path.is_file() and path.name != NAME):
            kind = zipfile.ZIP_STORED if path.suffix in PACKED_ALREADY else zipfile.ZIP_DEFLATED
            entry = zipfile.ZipInfo(FOLDER + path.relative_to(site).as_posix(), EPOCH)
            entry.external_attr = 0o644 << 16
            target.writestr(entry, path.read_bytes(), kind, 6)
    return written.getvalue()


def publish(site: Path, finish: Callable[[], None]) -> None:
    """Write the ZIP of the finished site into it; `finish` does what depends on the words of all pages."""
    pages = {one: site / one.folder / ABOUT / "index.html" for one in LANGUAGES}
    marked = {one: path.read_text(encoding="utf-8") for one, path in pages.items()}
    size = None
    for _ in ("inside", "on the site"):
        for one, path in pages.items():
            path.write_text(marked[one].replace(MARK, block(one, size)), encoding="utf-8")
        finish()
        if size is None:
            whole = content(site)
            size = len(whole)
    (site / NAME).write_bytes(whole)


def block(language: Language, size: int | None) -> str:
    """Return where the ZIP edition is and what it weighs; without a size, that this is it."""
    shown = None if size is None else words.megabytes(language.tag, size)
    href = way_to_root(language.folder + ABOUT) + NAME
    return blocks.render("zip_edition", language.tag, href=href, size=shown)
