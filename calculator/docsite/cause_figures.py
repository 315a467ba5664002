"""Cause figures: how often the causes were found on comments nobody had tuned for, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from calculator import tables
from calculator.causes import Cause
from calculator.causes.document import cause_name

_NAMES = {
    "en": "English",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "ja": "日本語",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
}
_LETTERS = "ABCDEFGHIJK"


def count(name: str) -> str:
    """Return `comments`, `right`, `learned_from`, `share` of all, or `first`: right at the first measure."""
    held = _held()
    if name == "first":
        return f"{held['record'][0]['right']}"
    return _share(held["right"], held["comments"]) if name == "share" else f"{held[name]}"


def by_language(head: Sequence[str]) -> str:
    """Return one row a language: comments, how many were right, their share."""
    rows = [
        (name, one["comments"], one["right"], _share(one["right"], one["comments"]))
        for lang, name in _NAMES.items()
        if (one := _held()["languages"].get(lang))
    ]
    return _table(head, rows)


def by_cause(head: Sequence[str], lang: str) -> str:
    """Return one row a cause: comments with it, how many were found, how many found were right."""
    rows = []
    for at, cause in enumerate(Cause):
        meant = _held()["confusion"][cause]
        said = sum(row[at] for row in _held()["confusion"].values())
        rows.append(
            (cause_name(cause, lang), sum(meant), _share(meant[at], sum(meant)), _share(meant[at], said))
        )
    return _table(head, rows)


def confusion(first: str, lang: str) -> str:
    """Return the labels as rows and what was found as columns, which are called by letters."""
    rows = [
        (f"{letter} {cause_name(cause, lang)}", *(n or "" for n in _held()["confusion"][cause]))
        for letter, cause in zip(_LETTERS, Cause, strict=True)
    ]
    return _table([first, *_LETTERS], rows)


def _held() -> tables.Table:
    return tables.read("calculator.docsite", "cause_figures")


def _share(part: int, whole: int) -> str:
    """Return a share in percent, rounded down: nothing is made to look better than it is.

    >>> _share(387, 432)
    '89.5 %'
    """
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10} %"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    marks = ["---", *("---:" for _ in head[1:])]
    lines = [head, marks, *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
