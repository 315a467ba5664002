"""Changes: the day on which the words of each page last changed, as git knows it.

That is another day than the one on which somebody last read the page from start to end. Without git,
or in a copy without its history, nobody knows it, and the page says nothing about it. One state of the
repository always gives the same days.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

from calculator.docsite import settings

LOG = ("log", "--format=%x00%cd", "--date=format-local:%Y-%m-%d", "--name-only", "--no-renames", "--", "docs")


@cache
def days(root: Path = settings.ROOT) -> dict[str, date]:
    """Return the day of the last change of every file below `docs`, in UTC, by its path."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    found: dict[str, date] = {}
    for commit in _git(root, *LOG).split("\0")[1:]:
        day, *paths = filter(None, commit.split("\n"))
        for path in paths:
            found.setdefault(path, date.fromisoformat(day))
    return found


def day_of(path: Path, root: Path = settings.ROOT) -> date | None:
    """Return the day of the last change of one page, None where nobody knows it."""
    inside = path.resolve()
    return days(root).get(inside.relative_to(root).as_posix()) if inside.is_relative_to(root) else None


def _git(root: Path, *words: str) -> str:
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotepath=off", *words],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
