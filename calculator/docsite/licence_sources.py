"""Licence sources: what packages say of themselves, read where they lie: locks, metadata, wheels."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from email.parser import HeaderParser
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from calculator.docsite import settings

WEB = settings.ROOT / "calculator" / "web"
REQUIREMENTS = settings.ROOT / ".requirements"
TOOLS = ("dev.txt", "runtime.txt")
"""The locks whose packages are laid out by every build, so that their metadata can be read."""

BUNDLED = settings.BUILD / "bundled.json"
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)")
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)([^#\n]*?)\\\n((?:\s+--hash=\S+(?: \\)?\n)+)", re.MULTILINE)
PLATFORM = re.compile(r"[-/](?:aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-\w+$")
Row = dict[str, str]


def packages_of(paths: Iterable[str]) -> set[str]:
    """Return the npm packages that files belong to.

    >>> sorted(packages_of(["a/node_modules/@lit/task/x.js", "node_modules/idb/i.js", "own.ts"]))
    ['@lit/task', 'idb']
    """
    return {found[1] for path in paths if (found := PACKAGE.search(path))}


def bundled() -> Iterator[Row]:
    """Yield the npm packages whose code the shell's bundles hold, and Pyodide itself."""
    names = json.loads(BUNDLED.read_text(encoding="utf-8")) if BUNDLED.exists() else []
    for name in names:
        entry = _npm_lock()[f"node_modules/{name}"]
        yield {**_npm(name, entry), "notice": _licence_in(WEB / "node_modules" / name)}


def npm_tools() -> Iterator[Row]:
    """Yield the npm packages of the lock, without one tool's builds for single machines."""
    for path, entry in _npm_lock().items():
        if path and not PLATFORM.search(path):
            yield _npm(path.removeprefix("node_modules/"), entry)


def python_tools() -> Iterator[Row]:
    """Yield the locked Python packages, those for other machines left out."""
    for lock in TOOLS:
        for name, version, marker, hashes in PINNED.findall(
            (REQUIREMENTS / lock).read_text(encoding="utf-8")
        ):
            found = _installed().get(_plain(name))
            if not marker.strip(" \\;") and found is not None:
                pinned = hashes.split("--hash=")[1].split()[0]
                yield {"name": name, "version": version, "licence": licence_of(found), "pinned": pinned}


def distribution(name: str) -> Row:
    """Return one installed package with its notice."""
    found = _installed()[_plain(name)]
    lock = (REQUIREMENTS / "dev.txt").read_text(encoding="utf-8")
    (hashes,) = [one[3] for one in PINNED.findall(lock) if _plain(one[0]) == _plain(name)]
    files = sorted(str(one) for one in found.files or () if re.search(r"dist-info/.*LICEN[CS]E", str(one)))
    notice = "\n".join(Path(str(found.locate_file(one))).read_text(encoding="utf-8") for one in files)
    pinned = hashes.split("--hash=")[1].split()[0]
    return {
        "name": name,
        "version": found.version,
        "licence": licence_of(found),
        "notice": notice,
        "pinned": pinned,
    }


def licence_of(found: Distribution) -> str:
    """Return the licence a package declares: its expression, else its field, else its classifiers."""
    said = found.metadata
    if said["License-Expression"]:
        return said["License-Expression"]
    field = (said["License"] or "").strip()
    if "\n" not in field and field not in ("", "UNKNOWN"):
        return field
    kinds = [
        one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if one.startswith("License")
    ]
    return ", ".join(kinds)


def reader_wheel() -> list[Path]:
    """Return the wheel of the .xlsx reader; none in a build of pages alone."""
    return sorted((settings.BUILD / "xlsx").glob("*.whl"))


def of_wheel(archive: zipfile.ZipFile) -> Row:
    """Return what a wheel says of itself."""
    (path,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
    said = HeaderParser().parsestr(archive.read(path).decode())
    texts = [one for one in archive.namelist() if ".dist-info/licenses/" in one]
    lock = (REQUIREMENTS / "xlsx-wasm.txt").read_text(encoding="utf-8")
    return {
        "name": said["Name"],
        "version": said["Version"],
        "licence": said["License-Expression"],
        "notice": "\n".join(archive.read(one).decode() for one in sorted(texts)),
        "pinned": lock.split("--hash=")[1].split()[0],
    }


def components(archive: zipfile.ZipFile) -> Iterator[Row]:
    """Yield the libraries that a wheel's own list of components names."""
    for path in archive.namelist():
        if path.endswith(".cyclonedx.json"):
            for one in json.loads(archive.read(path))["components"]:
                said = " AND ".join(row["expression"] for row in one.get("licenses", ()))
                yield {"name": one["name"], "version": one["version"], "licence": said}


@cache
def _npm_lock() -> dict[str, dict[str, Any]]:
    return dict(json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"])


def _npm(name: str, entry: dict[str, Any]) -> Row:
    return {
        "name": name,
        "version": entry["version"],
        "licence": entry.get("license", ""),
        "pinned": entry.get("integrity", ""),
    }


def _licence_in(folder: Path) -> str:
    texts = sorted(one for one in folder.glob("*") if re.match(r"LICEN[CS]E", one.name, re.IGNORECASE))
    return "\n".join(one.read_text(encoding="utf-8") for one in texts)


@cache
def _installed() -> dict[str, Distribution]:
    """Return the packages of the environment and of the tools beside it, by their plain names."""
    here = [*distributions(path=[str(settings.BUILD / "pyodide-build")]), *distributions()]
    return {_plain(one.metadata["Name"]): one for one in here}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
