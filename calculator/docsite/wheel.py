"""Wheel: the program for the command line as one file of the site, with its hash.

It is the wheel the browser's core was made from, so both give the same answers.
"""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from calculator.docsite import blocks, settings, words
from calculator.docsite.languages import language, way_to_root

FOLDER = "program"
SUMS = "SHA256SUMS.txt"


def built() -> Path | None:
    """Return the wheel of this build; None where pages are built alone."""
    return next((settings.BUILD / "wheel").glob("*.whl"), None)


def publish(site: Path) -> None:
    """Put the wheel and its hash into a site."""
    found = built()
    if found is not None:
        (site / FOLDER).mkdir(exist_ok=True)
        shutil.copyfile(found, site / FOLDER / found.name)
        (site / FOLDER / SUMS).write_text(f"{digest(found)}  {found.name}\n", encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file as `sha256sum` writes it."""
    return sha256(path.read_bytes()).hexdigest()


def block(lang: str, page_url: str) -> str:
    """Return where the wheel is, what it weighs, its hash and how it is installed."""
    found = built()
    if found is None:
        return ""
    return blocks.render(
        "wheel",
        lang,
        href=f"{way_to_root(language(lang).folder + page_url)}{FOLDER}/",
        file=found.name,
        sums=SUMS,
        sum=digest(found),
        size=words.megabytes(lang, found.stat().st_size),
    )
