"""Golden cases: input files and the exact JSON they must give, side by side in `tests/cases`."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from calculator import case, requests
from calculator.assess import assess, assess_all
from calculator.encode import assessment_json, assessment_value, error_json
from calculator.errors import AppealError
from calculator.json_text import line
from calculator.reports import Intake
from calculator.workbook import sheets

FOLDER = Path(__file__).parents[1] / "cases"
ARGUMENTS = {"says", "as_of", "store", "window", "all_stores", "lang", "exit", "every_day"}
OURS = {"args.json", "case.json", "expected.json"}


DAYS = re.compile(r'"days": (\[\s*\{.*?\}\s*\])', re.DOTALL)


def folded(text: str) -> str:
    """Return an answer with each calendar of ninety days as the digest of its words; every other byte stays."""
    return DAYS.sub(lambda days: f'"days": "{_digest(days[1])}"', text)


def _digest(days: str) -> str:
    return hashlib.sha256("".join(days.split()).encode()).hexdigest()


@dataclass(frozen=True)
class Case:
    """One folder of `tests/cases`."""

    folder: Path

    @property
    def args(self) -> dict[str, Any]:
        """Return the arguments with their defaults."""
        given = json.loads((self.folder / "args.json").read_text(encoding="utf-8"))
        return {
            "store": None,
            "window": None,
            "all_stores": False,
            "lang": "en",
            "exit": 0,
            "every_day": False,
            **given,
        }

    @property
    def files(self) -> list[Path]:
        """Return the input files by name."""
        return sorted(path for path in self.folder.iterdir() if path.name not in OURS)

    @property
    def typed(self) -> dict[str, Any] | None:
        """Return what was typed in the forms, None where there are only files."""
        path = self.folder / "case.json"
        document: dict[str, Any] | None = (
            json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        )
        return document

    @property
    def expected(self) -> str:
        """Return the golden text."""
        return (self.folder / "expected.json").read_bytes().decode("utf-8")

    def told(self, text: str) -> str:
        """Return an answer as the golden text tells it: calendars folded unless the case is about them."""
        return text if self.args["every_day"] else folded(text)

    def answer(self, *, backwards: bool = False, chunk: int = 4 * 1024 * 1024) -> str:
        """Return what the core says, files fed in either order and in chunks of any size."""
        return self.told(self._answer(backwards=backwards, chunk=chunk))

    def _answer(self, *, backwards: bool, chunk: int) -> str:
        args = self.args
        intake = Intake(sheets)
        for path in reversed(self.files) if backwards else self.files:
            data = path.read_bytes()
            intake.open(path.name, path.name)
            for start in range(0, len(data), chunk):
                intake.feed(path.name, data[start : start + chunk])
            intake.close(path.name)
        window = requests.window(args["window"]) if args["window"] else None
        as_of, lang = date.fromisoformat(args["as_of"]), args["lang"]
        try:
            if args["all_stores"]:
                return "".join(
                    line(assessment_value(one, lang)) for one in assess_all(intake, as_of, window=window)
                )
            typed = case.read(self.typed) if self.typed else case.EMPTY
            assessment = assess(intake, as_of, store=args["store"], window=window, case=typed)
            return assessment_json(assessment, lang)
        except AppealError as error:
            return error_json(error, lang)


def cases() -> list[Case]:
    """Return every case, by name."""
    return [Case(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()]


def regenerate(slugs: list[str]) -> None:
    """Rewrite `expected.json` of the named cases, or of all."""
    for golden in cases():
        if not slugs or golden.folder.name in slugs:
            (golden.folder / "expected.json").write_bytes(golden.answer().encode("utf-8"))
            print(golden.folder.name)


if __name__ == "__main__":
    if "--regenerate" not in sys.argv:
        raise SystemExit("nothing done: say --regenerate, then look at the difference")
    regenerate([word for word in sys.argv[1:] if not word.startswith("--")])
