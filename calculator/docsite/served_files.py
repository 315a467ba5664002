"""Served files: which file of the finished site stands behind an address, its type, its bytes, its headers.

Worse mistake: a file that is not public. Nothing outside the site is found, and nothing of a host's own.
"""

from __future__ import annotations

import gzip
from fnmatch import fnmatchcase
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from calculator.docsite import settings

TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
PACKED_ALREADY = (".bin", ".png", ".whl", ".zip")
COMPRESSIBLE = tuple(suffix for suffix in TYPES if suffix not in PACKED_ALREADY)
HIDDEN = ("_headers", ".nojekyll")
Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def read_rules(text: str) -> Rules:
    r"""Return the rules of a `_headers` file: pattern, then its headers.

    >>> read_rules("/*\n  A: b\n/x/*\n  C: d\n")
    (('/*', (('A', 'b'),)), ('/x/*', (('C', 'd'),)))
    """
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in filter(str.strip, text.splitlines()):
        if line.startswith((" ", "\t")):
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name, value.strip()))
        else:
            rules.append((line.strip(), []))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


def headers_for(path: str, rules: Rules) -> dict[str, str]:
    """Return the headers that the rules give to a path; what no rule keeps is asked for again each time."""
    found = {"Cache-Control": "public, max-age=0, must-revalidate"}
    for pattern, headers in rules:
        if fnmatchcase(path, pattern):
            found.update(headers)
    return found


def file_for(root: Path, path: str) -> Path | None:
    """Return the file behind an address, or None; nothing outside the site, nothing that is not public."""
    clean = normpath("/" + unquote(path)).lstrip("/")
    found = root / clean
    if not found.resolve().is_relative_to(root.resolve()) or PurePosixPath(clean).name in HIDDEN:
        return None
    if found.is_dir():
        found = found / "index.html"
    return found if found.is_file() else None


def missing_page(root: Path, path: str) -> Path | None:
    """Return the missing page nearest to an address: that of its language."""
    for folder in PurePosixPath(normpath("/" + unquote(path))).parents:
        page = root / str(folder).lstrip("/") / "404.html"
        if page.is_file():
            return page
    return None


@lru_cache(maxsize=512)
def body_of(file: Path, _changed: float, *, packed: bool) -> tuple[bytes, str]:
    """Return the bytes to send and their tag, packed ones from the cache beside the site when there."""
    plain = file.read_bytes()
    digest = sha256(plain).hexdigest()
    if not packed:
        return plain, f'"{digest[:20]}"'
    kept = settings.BUILD / "gzip" / f"{digest}.gz"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{id(plain)}.part")
        part.write_bytes(gzip.compress(plain, 6, mtime=0))
        part.replace(kept)
    return kept.read_bytes(), f'"{digest[:20]}-gz"'


def warm(root: Path) -> None:
    """Pack everything once, so that the first visit is as quick as the next."""
    for file in root.rglob("*"):
        if file.suffix in COMPRESSIBLE and file.is_file():
            body_of(file, file.stat().st_mtime, packed=True)
