"""One name for one thing: no page, message, rule or template uses a spelling the glossary forbids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calculator.docsite import glossary, settings

ASKED = re.compile(r"^asked:.*$", re.MULTILINE)
"""What sellers type into the search: their words, not ours."""
PLACES = {
    "en": ["docs/en", "calculator/messages/en", "calculator/policy", "appeal_templates/messages/en"],
    "zh-Hans": [
        "docs/zh", "calculator/messages/zh-Hans", "calculator/policy", "appeal_templates/messages/zh-Hans",
        "appeal_templates/plans", "appeal_templates/single_defects", "appeal_templates/causes",
    ],
}  # fmt: skip
READS_OTHERS = {"calculator/messages/en/paste.toml", "calculator/messages/zh-Hans/paste.toml"}


def texts(lang: str) -> list[tuple[Path, str]]:
    roots = [settings.ROOT / place for place in PLACES[lang]]
    paths = [path for root in roots for path in sorted(root.rglob("*")) if path.suffix in (".md", ".toml")]
    return [(path, ASKED.sub("", path.read_text(encoding="utf-8"))) for path in paths]


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_no_text_of_ours_uses_a_forbidden_spelling(lang: str) -> None:
    held = texts(lang)
    found = [
        (path.relative_to(settings.ROOT).as_posix(), *stray)
        for path, words in held
        for stray in glossary.strays(words, lang)
    ]
    assert len(held) > 50
    assert [one for one in found if one[0] not in READS_OTHERS] == []


@pytest.mark.parametrize(
    ("said", "lang", "right"),
    [
        ("准时交货率须达到目标。", "zh-Hans", "准时送达率"),
        ("在卖家后台打开。", "zh-Hans", "卖家平台"),
        ("An A-to-Z claim.", "en", "A-to-z claim"),
    ],
)
def test_a_forbidden_spelling_is_caught_with_the_right_one(said: str, lang: str, right: str) -> None:
    assert [name for _, name in glossary.strays(said, lang)] == [right]


@pytest.mark.parametrize(
    ("said", "lang"), [("准时送达率须达到目标，在卖家平台打开。", "zh-Hans"), ("An A-to-z claim.", "en")]
)
def test_the_right_spelling_passes(said: str, lang: str) -> None:
    assert glossary.strays(said, lang) == []


def test_no_term_forbids_its_own_name_or_another_ones() -> None:
    for lang in ("en", "zh-Hans"):
        assert [one.id for one in glossary.terms() if glossary.strays(one.name[lang], lang)] == []
