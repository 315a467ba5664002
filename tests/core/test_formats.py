"""Every form in which Amazon hands out a report has a case that shows it; the list is `tests/cases/formats.toml`."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest

from calculator.reports.reading import Kind

from .case import FOLDER, Case

ROWS: list[dict[str, Any]] = tomllib.loads((FOLDER / "formats.toml").read_text(encoding="utf-8"))["row"]
REFUSED = {"kind": Kind.UNKNOWN.value}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["what"])
def test_each_form_has_cases_whose_files_are_taken_for_it(row: dict[str, Any]) -> None:
    assert row["cases"]
    for slug in row["cases"]:
        case = Case(FOLDER / slug)
        told = json.loads(case.expected.splitlines()[0] if case.args["all_stores"] else case.expected)
        kinds = {file["kind"] for file in told.get("files", [REFUSED])}
        assert row["kind"] in kinds, slug


def test_every_kind_of_report_has_its_forms_and_so_has_what_is_none() -> None:
    assert {row["kind"] for row in ROWS} == set(Kind)
