"""Search index: what the search of one language reads, as our own worker expects it.

MkDocs writes the sections; this puts beside them what a seller would type (`asked` in the head of a
page), and in place of a setting for another search engine the words that carry nothing, the words
that stand for one another, and the characters of the other Chinese script.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import opencc

from calculator.docsite.traditional_words import convert, corners

WORDS = Path(__file__).with_name("search_words.toml")
CUT = "\u200b"
"""What MkDocs puts between Chinese words where a word cutter happens to be installed."""
INDEX = Path("search/search_index.json")
_TO_TRADITIONAL = tuple(opencc.OpenCC(name) for name in ("s2t", "s2tw"))
_TO_SIMPLIFIED = opencc.OpenCC("t2s")


def write(site: Path, lang: str, asked: dict[str, list[str]]) -> None:
    """Rewrite the index of a language; `asked` has the questions of each page by its address."""
    found = json.loads((site / INDEX).read_text(encoding="utf-8"))
    written = json.dumps(indexed(found["docs"], lang, asked), ensure_ascii=False, separators=(",", ":"))
    (site / INDEX).write_text(written, encoding="utf-8")


def indexed(docs: list[dict[str, Any]], lang: str, asked: dict[str, list[str]]) -> dict[str, Any]:
    """Return the index: its setting, and every section with the questions it answers."""
    sections = [_section(one, asked.get(one["location"], [])) for one in docs]
    letters = "".join(f"{one['title']}{one['text']}" for one in docs)
    words = _words()
    setting = {
        "empty": words["empty"][_written(lang)],
        "synonyms": [group["words"] for group in words["groups"]],
        "folds": folds(letters) if lang.startswith("zh") else "",
    }
    return {"config": setting, "docs": sections}


def traditional(written: str) -> str:
    """Return the index of the derived language: its own words, searched by the same plain letters."""
    found = json.loads(written)
    docs = corners(convert(json.dumps(found["docs"], ensure_ascii=False, separators=(",", ":"))))
    setting = found["config"] | {"folds": folds(docs)}
    rest = json.dumps(setting, ensure_ascii=False, separators=(",", ":"))
    return f'{{"config":{rest},"docs":{docs}}}'


def folds(letters: str) -> str:
    """Return each Traditional character that stands in a text or can be typed for it, with its plain one.

    >>> folds("订单"), folds("訂單裡")
    ('單单訂订', '單单裏里裡里訂订')
    """
    own = {one for one in letters if "\u4e00" <= one <= "\u9fff"}
    plain = {_TO_SIMPLIFIED.convert(one) for one in own}
    pairs = {(other.convert(one), one) for other in _TO_TRADITIONAL for one in plain}
    pairs |= {(one, _TO_SIMPLIFIED.convert(one)) for one in own}
    return "".join(sorted(f"{other}{one}" for other, one in pairs if other != one))


def _section(section: dict[str, Any], asked: list[str]) -> dict[str, Any]:
    """Return a section with what is asked of it, and with the weight of its folder where that is not 1."""
    folders = [name for name in _words()["weights"] if section["location"].startswith(name)]
    weight = _words()["weights"][max(folders, key=len)] if folders else 1
    read = {key: section[key].replace(CUT, "") for key in ("title", "text")}
    return section | read | ({"asked": asked} if asked else {}) | ({"boost": weight} if weight != 1 else {})


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _written(lang: str) -> str:
    return "zh-Hans" if lang.startswith("zh") else lang
