"""The example cases at the desk: what the letter calls ready leaves nothing open there, and the other way round."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from calculator import case as cases
from calculator.assess import assess
from calculator.desk import view
from calculator.messages import LANGUAGES
from calculator.reports import Intake
from calculator.workbook import sheets

EXAMPLES = sorted((Path(__file__).parents[2] / "appeal_templates" / "examples").glob("*/case.json"))


@pytest.mark.native
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_letter_and_steps_agree(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    day = date.fromisoformat(document["appeal"].get("letter_day") or document["as_of"])
    case = cases.read(document)
    assessment = assess(Intake(sheets), day, case=case)
    for lang in LANGUAGES:
        value = view(case, assessment, lang, day)
        missing = {one["id"]: one["missing"] for one in value["steps"]}
        assert bool(missing["letter"]) is not value["letter"]["ready"]
        if value["letter"]["ready"]:
            assert (missing["facts"], missing["causes"], missing["grid"]) == (0, 0, 0)
