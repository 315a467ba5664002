"""Offline: what the service worker keeps - the texts of each language in one file, and the list of the rest.

The pages of a language differ little from each other: their frame is the same. So each line of them
is written once, and all of them together weigh less than a quarter of what they weigh one by one.
One file also means one request, and pages that belong together or are not there.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from calculator.docsite import bundle, headers, settings, words
from calculator.docsite.languages import LANGUAGES, Language, way_to_root

CODE = settings.BUILD / "service-worker.js"
WORKER = "sw.js"
APP = "app.webmanifest"
ABOUT = "about/offline/"
PACKS = "assets/offline/"
PROGRAM = (
    "core",
    "desk",
    "known-answers.json",
    "library",
    "lock",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "reader",
)
TEXTS = (".html", ".json", ".svg", ".webmanifest", ".csv", ".tsv")
LINE = re.compile(r"(?<=\n)")
ICONS = {"app-192.png": "any", "app-512.png": "any", "app-mask-512.png": "maskable"}
PAPER = "#faf8f2"


def publish(site: Path, policy: str) -> None:
    """Write what makes the finished site an app and keeps it without a network."""
    for one in LANGUAGES:
        (site / one.folder / APP).write_text(packed(app(one)), encoding="utf-8")
    if not bundle.manifest():
        return
    shutil.rmtree(site / PACKS, ignore_errors=True)
    pages = {one.folder: kept(site, one) for one in LANGUAGES}
    known = {
        "headers": {**headers.FIXED, "Content-Security-Policy": headers.whole(policy)},
        "pages": pages,
        "program": program(),
        "about": ABOUT,
    }
    code = CODE.read_text(encoding="utf-8")
    version = _short(packed(known).encode() + code.encode())
    (site / WORKER).write_text(
        f"const SITE={packed({'version': version, **known})};\n{code}", encoding="utf-8"
    )


def app(language: Language) -> dict[str, Any]:
    """Return what a device is told that puts the site among its apps."""
    root = way_to_root(language.folder)
    icons = [
        {"src": f"{root}assets/icons/{name}", "sizes": f"{side}x{side}", "type": "image/png", "purpose": use}
        for name, use in ICONS.items()
        for side in re.findall(r"\d+", name)
    ]
    return {
        "name": words.text(language.tag, "offline.app"),
        "short_name": words.text(language.tag, "offline.app_short"),
        "lang": language.tag,
        "start_url": "./",
        "scope": root or "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }


def kept(site: Path, language: Language) -> dict[str, Any]:
    """Write the texts of a language as one file and return its address with those of what they load."""
    content = gzip.compress(packed(pack(texts(site, language))).encode(), 6, mtime=0)
    path = f"{PACKS}{language.tag}-{_short(content)}.bin"
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(content)
    files = loaded(site, language)
    weight = len(content) + sum(len(gzip.compress((site / file).read_bytes(), 6)) for file in files)
    return {"pack": path, "files": files, "bytes": weight}


def program() -> dict[str, Any]:
    """Return the parts of the calculation program and what they weigh on the wire."""
    parts = [bundle.manifest()[name] for name in PROGRAM]
    return {
        "files": [f"assets/{part['path']}" for part in parts],
        "bytes": sum(part["gzip"] for part in parts),
    }


def texts(site: Path, language: Language) -> dict[str, str]:
    """Return every text of a language whose name does not change with it, by its address."""
    others = tuple(one.folder for one in LANGUAGES if one.folder and one != language)
    found = {}
    for path in sorted((site / language.folder).rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in TEXTS and not name.startswith((*others, "assets/odr/", "assets/manifest.json")):
            found[re.sub(r"(^|/)index\.html$", r"\1", name)] = path.read_text(encoding="utf-8")
    return found


def pack(files: dict[str, str]) -> dict[str, Any]:
    r"""Return texts as rows of lines, each line once.

    >>> pack({"a": "x\ny\n", "b": "x\n"})
    {'lines': ['x\n', 'y\n', ''], 'files': {'a': [0, 1, 2], 'b': [0, 2]}}
    """
    numbers: dict[str, int] = {}
    rows = {
        name: [numbers.setdefault(line, len(numbers)) for line in LINE.split(text)]
        for name, text in files.items()
    }
    return {"lines": list(numbers), "files": rows}


def loaded(site: Path, language: Language) -> list[str]:
    """Return what the pages of a language load: its sheets and scripts, and the shells of the tools."""
    own = [
        path.relative_to(site).as_posix()
        for kind in ("stylesheets/*.css", "javascripts/*.js")
        for path in sorted((site / language.folder / "assets").glob(kind))
    ]
    shells = [
        f"assets/{file['path']}"
        for name, file in sorted(bundle.manifest().items())
        if name not in PROGRAM
        and (not name.startswith("messages-") or name == f"messages-{language.tag}.json")
    ]
    return own + shells


def packed(value: dict[str, Any]) -> str:
    """Return JSON without a blank too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _short(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]
