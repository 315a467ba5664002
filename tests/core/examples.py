"""The twelve example appeals: each is a case, and the letter the core makes of it stands beside it.

`python -m tests.core.examples` writes the letters again; look at the difference before you keep it.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from calculator import case, workbook
from calculator.assess import Assessment, assess
from calculator.case import Case
from calculator.errors import ReportError
from calculator.json_text import pretty
from calculator.letter import Letter, compose
from calculator.reports import Intake
from calculator.templates import facts_of, single_letter, typed

ROOT = Path(__file__).parents[2] / "appeal_templates" / "examples"
ANSWER = "answer.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example: its case as written, what it shows, and the day of its letter."""

    slug: str
    document: dict[str, Any]
    about: dict[str, Any]

    @property
    def kind(self) -> str:
        """Good, harmful or no_letter."""
        return str(self.about["kind"])

    @property
    def as_of(self) -> date:
        """Day of the notice, or of the look at the rate."""
        found: date = self.about["as_of"]
        return found

    @property
    def written_on(self) -> date:
        """Day of the letter."""
        found: date = self.about["written_on"]
        return found

    @property
    def folder(self) -> Path:
        return ROOT / self.slug


@cache
def examples() -> tuple[Example, ...]:
    """Every example of the checkout; the browser's packs hold none."""
    folders = sorted(ROOT.iterdir()) if ROOT.exists() else []
    return tuple(_read(path) for path in folders if path.is_dir())


def _read(folder: Path) -> Example:
    document = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
    return Example(slug=folder.name, document=document, about=about)


def assessed(one: Example, on: date) -> tuple[Case, Assessment | None]:
    """The case and its assessment on a day, None where nothing can be assessed."""
    held = case.read(one.document)
    try:
        return held, assess(Intake(workbook.sheets), on, case=held)
    except ReportError:
        return held, None


@cache
def letter_of(slug: str) -> Letter:
    one = next(one for one in examples() if one.slug == slug)
    lang = "zh-Hans" if one.document["appeal"]["language"] == "zh" else "en"
    return compose(*assessed(one, one.written_on), lang, one.written_on)


def made(one: Example) -> dict[str, str]:
    """What stands beside a case, by the name of the file: the letter, or the answer where none is sent."""
    letter = letter_of(one.slug)
    files = {"letter.json": pretty(letter.value())}
    if "answer" not in one.about:
        return {**files, "letter.txt": letter.text + "\n"}
    held, _ = assessed(one, one.as_of)
    answer = single_letter(
        one.about["answer"]["template"],
        "en",
        facts_of(typed(held, "d1")),
        blanks=one.about["answer"]["blanks"],
        as_of=one.as_of,
    )
    return {**files, ANSWER: answer["text"].strip() + "\n"}


def main() -> None:
    """Write every letter again."""
    for one in examples():
        for name, text in made(one).items():
            (one.folder / name).write_text(text, encoding="utf-8")
        print(one.slug, letter_of(one.slug).ready)


if __name__ == "__main__":
    main()
