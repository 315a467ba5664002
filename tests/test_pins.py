"""Everything that is fetched is pinned by a hash: Python packages, npm packages, the steps of the workflows."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("calculator/web/package-lock.json", "tests/lighthouse/package-lock.json")
REQUIREMENT = re.compile(r"^[\w.\[\]-]+==[^\s;]+(?: ;[^\\\n]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
INTEGRITY = re.compile(r"^sha512-[A-Za-z0-9+/]{86}==$")
FETCHES = re.compile(r"\bpip (?:install|download)\b[^\n]*")
OWN_ENVIRONMENT = "--no-deps --no-build-isolation --editable ."
VERSION = re.compile(r"^\d+\.\d+\.\d+(?:-[\w.]+)?$")

pytestmark = pytest.mark.native


def unpinned(requirements: str) -> list[str]:
    """Return every line of a list of requirements that is neither an exact version, its hash nor a comment."""
    lines = [line for line in requirements.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    wrong = [line for line in lines if not REQUIREMENT.match(line) and not HASH.match(line)]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if REQUIREMENT.match(line) and not HASH.match(after):
            wrong.append(line)
    return wrong


def unpinned_packages(lock: dict[str, object]) -> list[str]:
    """Return every package of an npm lock without an exact version and a hash."""
    packages = lock["packages"]
    assert isinstance(packages, dict)
    return [
        path
        for path, entry in packages.items()
        if path and not (INTEGRITY.match(entry.get("integrity", "")) and VERSION.match(entry["version"]))
    ]


def unchecked(makefile: str) -> list[str]:
    """Return every command that fetches a Python package without asking for its hash."""
    fetching = FETCHES.findall(makefile)
    return [one for one in fetching if "--require-hashes" not in one and OWN_ENVIRONMENT not in one]


@pytest.mark.parametrize("path", sorted((ROOT / ".requirements").glob("*.txt")), ids=lambda path: path.name)
def test_every_python_package_is_pinned(path: Path) -> None:
    assert unpinned(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "idna",
        "idna>=3.1",
        "idna==3.1",
        "idna==3.1 \\\n    # via x",
        "idna @ https://files.example/idna.whl",
        "--index-url https://index.example/",
        f"idna==3.1 \\\n    --hash=md5:{'0' * 32}",
    ],
)
def test_a_python_package_without_its_hash_is_caught(line: str) -> None:
    sound = f"click==8.1.0 \\\n    --hash=sha256:{'0' * 64}\n    # via x\n"
    assert unpinned(sound) == []
    assert unpinned(sound + line + "\n") != []


@pytest.mark.parametrize("name", LOCKS)
def test_every_npm_package_is_pinned(name: str) -> None:
    lock = json.loads((ROOT / name).read_text(encoding="utf-8"))
    assert len(lock["packages"]) > 10
    assert unpinned_packages(lock) == []
    asked = json.loads((ROOT / name).with_name("package.json").read_text(encoding="utf-8"))
    ranges = {**asked.get("dependencies", {}), **asked.get("devDependencies", {})}
    assert [one for one, version in ranges.items() if not VERSION.match(version)] == []


@pytest.mark.parametrize(
    "entry", [{"version": "1.0.0"}, {"version": "1.0.0", "integrity": "sha1-x"}, {"version": "^1.0"}]
)
def test_an_npm_package_without_its_hash_is_caught(entry: dict[str, str]) -> None:
    sound = {"version": "1.0.0", "integrity": f"sha512-{'A' * 86}=="}
    assert unpinned_packages({"packages": {"": {}, "node_modules/a": sound}}) == []
    assert unpinned_packages({"packages": {"node_modules/b": entry}}) == ["node_modules/b"]


def test_every_command_that_fetches_asks_for_hashes() -> None:
    found = (ROOT / "Makefile").read_text(encoding="utf-8")
    found += (ROOT / "calculator/web/build/find-node.sh").read_text(encoding="utf-8")
    assert len(FETCHES.findall(found)) > 5
    assert unchecked(found) == []
    assert not re.search(r"\bnpm (?:install|i|update)\b|\bnpx\b|\bcurl\b|\bwget\b", found)


def test_a_command_that_takes_what_comes_is_caught() -> None:
    assert unchecked("\t.venv/bin/python -m pip install --quiet ruff\n") == ["pip install --quiet ruff"]


def test_every_group_of_the_project_has_its_lock() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    locked = {path.stem for path in (ROOT / ".requirements").glob("*.txt")}
    assert set(groups) <= locked


def test_the_steps_of_workflows_are_exact_versions() -> None:
    uses = [
        step
        for path in (ROOT / ".github/workflows").glob("*.yml")
        for step in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    ]
    assert uses
    assert [one for one in uses if not re.search(r"@(?:v\d+\.\d+\.\d+|[0-9a-f]{40})$", one)] == []
