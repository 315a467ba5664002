"""Plain language: short sentences, short paragraphs, right spelling. A frightened reader reads once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from site_document import FENCE, sources

from calculator.docsite import settings

LONGEST_SENTENCE = {"en": 36, "zh": 60}
LONGEST_PARAGRAPH = {"en": 100, "zh": 190}
"""English in words, Chinese in letters."""
OWN_WORDS = Path(__file__).with_name("words.txt")
SPELLED = ("docs", "calculator/messages/en", "calculator/messages/zh-Hans", "appeal_templates", "README.md")

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
MACRO = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
STRING = re.compile(r'"([^"]*)"')
NO_WORDS = re.compile(r"<[^>]+>|\{[:%][^}]*\}|(?<=\])\([^)\s]*\)|[*`\[\]]")
MARK = re.compile(r"^(?:[-*>] |\d+\. |!!! .*|#+ .*|\|.*)", re.MULTILINE)
ENDS = {"en": re.compile(r"(?<=[.!?:;])\s+"), "zh": re.compile(r"(?<=[。！？；：])")}
LETTERS = {
    "en": re.compile(r"[A-Za-z][\w'’-]*|\d[\d.,]*"),
    "zh": re.compile(r"[\u4e00-\u9fff]|[A-Za-z0-9.-]+"),
}


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs and list items of a page, without headings, tables and code."""
    text = MACRO.sub(_said, FENCE.sub("", FRONT.sub("", markdown)))
    text = re.sub(r"^(\s*)(?=[-*] |\d+\. |!!! )", "\n", NO_WORDS.sub("", text), flags=re.MULTILINE)
    return [part for part in re.split(r"\n\s*\n", MARK.sub(_without_line, text)) if part.strip()]


def _said(macro: re.Match[str]) -> str:
    """A macro counts as the words it is given, or as one."""
    given = [one for one in STRING.findall(macro[1]) if " " in one or re.search(r"[\u4e00-\u9fff]", one)]
    return given[0] if given else "figure"


def _without_line(found: re.Match[str]) -> str:
    return "\n" if found[0].startswith(("!", "#", "|")) else ""


def long_ones(markdown: str, lang: str) -> list[str]:
    """The sentences and paragraphs of a page that are too long."""

    def length(text: str) -> int:
        return len(LETTERS[lang].findall(text))

    found = [one for one in paragraphs(markdown) if length(one) > LONGEST_PARAGRAPH[lang]]
    for part in paragraphs(markdown):
        found += [one for one in ENDS[lang].split(part) if length(one) > LONGEST_SENTENCE[lang]]
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_sentence_and_no_paragraph_is_too_long(lang: str) -> None:
    found = {name: hits for name, text in sources(lang).items() if (hits := long_ones(text, lang))}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("word " * 37 + ".", "en"),
        ("Six words stand in this one. " * 18, "en"),
        ("字" * 61 + "。", "zh"),
        ("一句话十个字左右才好。" * 20, "zh"),
        ("- first\n- " + "word " * 37, "en"),
    ],
)
def test_a_sentence_or_paragraph_that_is_too_long_is_caught(text: str, lang: str) -> None:
    assert long_ones(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Short. " * 20, "en"),
        ("- item of seven words is not long\n" * 30, "en"),
        ("---\ndescription: " + "word " * 60 + "\n---\n# A\n", "en"),
        ("```\n" + "word " * 200 + "\n```", "en"),
        ("一句。二句。" * 5, "zh"),
    ],
)
def test_short_ones_pass(text: str, lang: str) -> None:
    assert long_ones(text, lang) == []


def misspelled(*paths: str | Path) -> list[str]:
    """What codespell finds, our own words left out."""
    command = [sys.executable, "-m", "codespell_lib", "--builtin", "clear,rare", "--ignore-words"]
    done = subprocess.run(
        [*command, str(OWN_WORDS), *map(str, paths)],
        cwd=settings.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_no_page_and_no_message_is_misspelled() -> None:
    assert misspelled(*SPELLED) == []


def test_a_misspelled_word_is_caught_and_ours_pass(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("You recieve a notice.\n\nSeller fulfilment.\n", encoding="utf-8")
    (found,) = misspelled(page)
    assert "recieve ==> receive" in found
