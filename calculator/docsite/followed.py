"""Followed: which version of its English page each Chinese page follows.

`docs/followed.toml` holds for every page a digest of both languages as they stood when somebody last
said that they agree. A page is behind when the English words have changed since and its own have not;
where both have changed somebody was at work, so the list asks and the page says nothing.

`python -m calculator.docsite.followed [PAGE...]` notes that these pages, or all, agree as they stand.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

from calculator.docsite import settings

DOCS = settings.ROOT / "docs"
TABLE = DOCS / "followed.toml"
SOURCE, TRANSLATION = "en", "zh"
HEAD = "# Digests of each page in English and Chinese when they last agreed; `make followed` writes them.\n"
_DAYS = re.compile(r"^(?:reviewed|review_by|asked): .*\n", re.MULTILINE)
_LENGTH = 8

Record = Mapping[str, tuple[str, str]]


class State(StrEnum):
    """How a Chinese page stands to its English one."""

    FOLLOWS = "follows"
    BEHIND = "behind"
    BOTH_CHANGED = "both_changed"


def digest(markdown: str) -> str:
    r"""Return a short name of a page's words; days of review and what is asked are not among them.

    >>> digest("---\nreviewed: 2026-01-01\n---\nA") == digest("---\nreviewed: 2026-02-02\n---\nA")
    True
    """
    return sha256(" ".join(_DAYS.sub("", markdown).split()).encode()).hexdigest()[:_LENGTH]


def state(page: str, docs: Path = DOCS, record: Record | None = None) -> State:
    """Return how the Chinese page of this name stands; one nobody noted yet follows."""
    noted = (_noted() if record is None else record).get(page)
    now = _digests(page, docs)
    if noted is None or noted[0] == now[0]:
        return State.FOLLOWS
    return State.BEHIND if noted[1] == now[1] else State.BOTH_CHANGED


def overdue(docs: Path = DOCS, record: Record | None = None) -> Iterator[str]:
    """Yield a line for every page that is behind, or that somebody should look at."""
    said = {
        State.BEHIND: "the English page has changed since",
        State.BOTH_CHANGED: "both languages have changed; `make followed` once they agree",
    }
    for page in names(docs):
        found = state(page, docs, record)
        if found in said:
            yield f"translation {TRANSLATION}/{page}: {said[found]}"


def names(docs: Path = DOCS) -> list[str]:
    """Return every page that both languages have."""
    there = {
        tag: {one.relative_to(docs / tag).as_posix() for one in (docs / tag).rglob("*.md")}
        for tag in (SOURCE, TRANSLATION)
    }
    return sorted(there[SOURCE] & there[TRANSLATION])


def written(pages: Iterable[str], docs: Path = DOCS, record: Record | None = None) -> str:
    """Return the table with these pages noted as they stand; pages that are gone drop out."""
    old = _noted() if record is None else record
    noted = {**old, **{page: _digests(page, docs) for page in pages}}
    rows = (f'"{page}" = ["{noted[page][0]}", "{noted[page][1]}"]\n' for page in names(docs) if page in noted)
    return HEAD + "".join(rows)


def _digests(page: str, docs: Path) -> tuple[str, str]:
    first, second = (digest((docs / tag / page).read_text(encoding="utf-8")) for tag in (SOURCE, TRANSLATION))
    return first, second


@cache
def _noted() -> Record:
    if not TABLE.exists():
        return {}
    return {page: (one, other) for page, (one, other) in tomllib.loads(TABLE.read_text("utf-8")).items()}


def main() -> int:
    """Note the pages named, or all; 1 when one of them does not exist in both languages."""
    wanted = sys.argv[1:] or names()
    missing = sorted(set(wanted) - set(names()))
    if missing:
        print(
            f"Not a page of both languages: {', '.join(missing)}. Write it as guide/send.md.", file=sys.stderr
        )
        return 1
    TABLE.write_text(written(wanted), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
