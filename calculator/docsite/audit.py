"""Audit: ask a public service whether anything our locks name has a known hole.

`make audit` sends the names and versions of all locked packages in one question; nothing else
leaves. Exit code 0: none known; 1: some are, each named; 3: the service could not be asked, which
says nothing about the packages. What needs no network is part of `make test`: hashes, licences.
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.request
from collections.abc import Iterable, Mapping
from typing import Any

from calculator.docsite import settings

SERVICE = "https://api.osv.dev/v1/querybatch"
PYTHON = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)
NPM_LOCKS = ("calculator/web/package-lock.json", "tests/lighthouse/package-lock.json")
PATIENCE = 30
SOME, NOT_ASKED = 1, 3
Package = tuple[str, str, str]
"""Ecosystem, name, version."""


class NotAsked(Exception):
    """The service could not be reached, or answered nothing that can be read."""


def locked() -> list[Package]:
    """Return every package of every lock, once."""
    python = [
        ("PyPI", name, version)
        for path in (settings.ROOT / ".requirements").glob("*.txt")
        for name, version in PYTHON.findall(path.read_text(encoding="utf-8"))
    ]
    npm = [
        ("npm", path.rpartition("node_modules/")[2], entry["version"])
        for lock in NPM_LOCKS
        for path, entry in json.loads((settings.ROOT / lock).read_text(encoding="utf-8"))["packages"].items()
        if path
    ]
    return sorted({*python, *npm})


def question(packages: Iterable[Package]) -> bytes:
    """Return what is asked: names and versions, nothing else."""
    asked = [
        {"package": {"ecosystem": ecosystem, "name": name}, "version": version}
        for ecosystem, name, version in packages
    ]
    return json.dumps({"queries": asked}).encode()


def known(packages: list[Package], service: str) -> Mapping[Package, list[str]]:
    """Return the packages with known holes and the names of those.

    Raises:
        NotAsked: there was no answer, or not one for each package.
    """
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(service, question(packages), headers)  # noqa: S310 - the address is ours
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            results: list[dict[str, Any]] = json.load(answer)["results"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotAsked(str(error)) from error
    if len(results) != len(packages):
        raise NotAsked(f"{len(results)} answers to {len(packages)} questions")
    found = {
        package: [one["id"] for one in result.get("vulns", ())]
        for package, result in zip(packages, results, strict=True)
    }
    return {package: holes for package, holes in found.items() if holes}


def main() -> int:
    """Ask, and say what was found."""
    packages = locked()
    try:
        found = known(packages, os.environ.get("ODR_ADVISORIES", SERVICE))
    except NotAsked as error:
        print(
            f"The service that knows about holes could not be asked ({error}). "
            f"Nothing is known about {len(packages)} packages; try again with a network."
        )
        return NOT_ASKED
    for (ecosystem, name, version), holes in found.items():
        print(f"{ecosystem} {name} {version}: {', '.join(holes)}")
    print(f"{len(packages)} packages asked about, {len(found)} with a known hole.")
    return SOME if found else 0


if __name__ == "__main__":
    sys.exit(main())
