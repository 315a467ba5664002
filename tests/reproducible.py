"""Reproducible: the committed state built twice, in two places, and every byte of both sites compared.

`make reproducible` clones the repository into two folders below `.build/`, builds the whole site in
each with other rights, time zone, language and hash seed, and names every file that differs. Exit
code 0 where none does, 1 otherwise. The second build runs after the first, so the clock differs, too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACE = ROOT / ".build" / "reproducible"
CACHES = {"PIP_CACHE_DIR": "pip", "UV_CACHE_DIR": "uv", "npm_config_cache": "npm"}
BUILDS: Mapping[str, tuple[int, Mapping[str, str]]] = {
    "one": (0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    "another-place": (0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
}


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(first: Path, second: Path) -> list[str]:
    """Return the paths of files that are not the same in both folders, or in one only."""
    here, there = contents(first), contents(second)
    return sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))


def built(name: str) -> Path:
    """Clone the committed state into a folder of that name, build the site there and return it."""
    mask, way = BUILDS[name]
    folder = PLACE / name
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    kept = {key: str(ROOT / ".build" / "cache" / one) for key, one in CACHES.items()}
    environment = {**kept, **os.environ, **way}
    subprocess.run(["make", "--silent", "site"], cwd=folder, env=environment, umask=mask, check=True)
    return folder / ".build" / "site"


def main() -> int:
    """Build twice and say what differs."""
    first, second = (built(name) for name in BUILDS)
    found = differing(first, second)
    print(f"{len(contents(first))} files compared, {len(found)} differ.")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
