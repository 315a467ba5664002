"""The wheel: the same bytes wherever and whenever it is built, and a program by itself once installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASE = ROOT / "tests/cases/seed_two_of_126"
WAYS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
)
TAKEN = ("calculator", "appeal_templates", "pyproject.toml", "README.md", "LICENSE")

pytestmark = pytest.mark.native


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two wheels: from folders of other names, with other rights, times, zones and languages."""
    made = []
    for number, way in enumerate(WAYS):
        folder = tmp_path_factory.mktemp("built" + "-elsewhere" * number)
        copied(folder, mask=0o077 if number else 0o022, when=1_000_000_000 + number * 500_000_001)
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "out")]
        environment = {**os.environ, **way, "SOURCE_DATE_EPOCH": "1700000000"}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        made += (folder / "out").glob("*.whl")
    return made


def copied(folder: Path, *, mask: int, when: int) -> None:
    """Copy what the wheel is made from, the page's shell left out, with the rights and times given."""
    for name in TAKEN:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("node_modules", "__pycache__", "theme")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder)
    for path in folder.rglob("*"):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~mask)
        os.utime(path, (when, when))


def test_two_builds_give_the_same_bytes(wheels: list[Path]) -> None:
    first, second = wheels
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_another_content_gives_other_bytes(wheels: list[Path], tmp_path: Path) -> None:
    """The control: the comparison above would see a changed line."""
    changed = tmp_path / wheels[0].name
    with zipfile.ZipFile(wheels[0]) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry) + (b"\n" if entry.filename.endswith("assess.py") else b""))
    assert changed.read_bytes() != wheels[0].read_bytes()


def test_the_wheel_alone_answers_as_the_checkout(wheels: list[Path], tmp_path: Path) -> None:
    """Installed as the page says, in a bare environment without an index; nothing of the checkout is near."""
    python = tmp_path / "bare" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    installing = ["-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", str(wheels[1])]
    subprocess.run([sys.executable, *installing], check=True, cwd=tmp_path, capture_output=True)
    files = sorted(path for path in CASE.iterdir() if path.name not in ("args.json", "expected.json"))
    asked = ["assess", *map(str, files), "--as-of", "2026-11-22", "--json"]
    odr = subprocess.run([python.with_name("odr"), *asked], cwd=tmp_path, capture_output=True, check=True)
    here = subprocess.run(
        [sys.executable, "-m", "calculator", *asked], cwd=ROOT, capture_output=True, check=True
    )
    assert json.loads(odr.stdout)["contract"] == "odr-assessment/1"
    assert odr.stdout == here.stdout
