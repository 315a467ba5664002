"""Every sentence exists in every language, with the same blanks; no code is without a sentence."""

from __future__ import annotations

import re
import string
from importlib import resources
from pathlib import Path

import pytest

from calculator.messages import LANGUAGES, catalogue, counted, text

CORE = Path(str(resources.files("calculator")))
BLANKS = string.Formatter()
PAGES = [
    "accounts",
    "cli",
    "door",
    "guide",
    "keeping",
    "letter_view",
    "pasting",
    "result_page",
    "row_review",
    "shell",
    "site",
    "typed_case",
]
NOUNS = [
    "candidates",
    "choices",
    "clock",
    "desk",
    "display",
    "errors",
    "explain",
    "kinds",
    "letter_files",
    "letters",
    "notes",
    "notice",
    "outcomes",
    "paste",
    "pictures",
    "plan",
    "policy",
    "problems",
    "reconcile",
    "recovery",
    "root_causes",
    "rounds",
    "route",
    "take_along",
    *(PAGES if (CORE / "messages" / "en").is_dir() else []),  # the wheel leaves the pages out
]


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in BLANKS.parse(sentence) if name}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_each_language_has_the_same_keys_as_english(noun: str, lang: str) -> None:
    assert catalogue(lang, noun).keys() == catalogue("en", noun).keys()


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_each_language_fills_blanks_that_english_knows(noun: str, lang: str) -> None:
    english = catalogue("en", noun)
    stray = {key: blanks(words) - blanks(english[key]) for key, words in catalogue(lang, noun).items()}
    allowed = {"n"}
    assert {key: names for key, names in stray.items() if names - allowed} == {}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_empty(noun: str, lang: str) -> None:
    assert [key for key, words in catalogue(lang, noun).items() if not words.strip()] == []


def codes(pattern: str) -> set[str]:
    """Codes that the core's own text gives to errors, problems or notes."""
    found: set[str] = set()
    for path in sorted(CORE.rglob("*.py")):
        if not {"docsite", "web"} & set(path.relative_to(CORE).parts):
            found |= set(re.findall(pattern, path.read_text(encoding="utf-8")))
    return found


SOURCES = pytest.mark.skipif(not any(CORE.glob("*.py")), reason="the compiled wheel holds no source text")


@SOURCES
def test_every_error_code_in_the_core_has_a_sentence() -> None:
    used = codes(r'(?:ReportError|RequestError)\(\s*"([a-z_]+)"')
    assert used
    assert used - catalogue("en", "errors").keys() == set()


@SOURCES
def test_every_problem_code_in_the_core_has_a_sentence() -> None:
    used = codes(
        r'\.(?:doubt|refuse)\(\s*(?:[\w.]+(?:\([^()]*\))?|"[a-z_]+"|None),\s*(?:None|"\w+"|[\w.\[\]"()]+),\s*"([a-z_]+)"'
    )
    assert "stated_rate_disagrees" in used
    assert used - catalogue("en", "problems").keys() - catalogue("en", "errors").keys() == set()


@SOURCES
def test_every_note_code_in_the_core_has_a_sentence() -> None:
    used = codes(r'\.note\(\s*"([a-z_]+)"')
    assert "workbook" in used
    assert used - catalogue("en", "notes").keys() == set()


def test_a_missing_sentence_or_blank_is_an_error_not_an_empty_text() -> None:
    with pytest.raises(KeyError):
        text("en", "errors.there_is_no_such_code")
    with pytest.raises(KeyError):
        text("en", "errors.empty_file")


def test_one_is_told_from_many() -> None:
    assert counted("en", "explain.files.summary", 1, used=1) == "1 row, 1 used"
    assert counted("en", "explain.files.summary", 1200, used=3) == "1,200 rows, 3 used"
