"""The set of known answers: every case in it, none that the core would answer otherwise, the way to it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from calculator.browser import bridge
from calculator.docsite import bundle, known_answers
from calculator.docsite.languages import LANGUAGES
from tests.core.case import Case, cases

LEAD_THERE = ("about/privacy/", "about/method/", "about/", "calculator/")


def test_the_site_holds_every_case_as_it_stands() -> None:
    path = bundle.asset("known-answers.json")
    assert path is not None
    held = json.loads((bundle.settings.BUILD / path).read_text(encoding="utf-8"))["answers"]
    assert [one["name"] for one in held] == [one.folder.name for one in cases()]
    assert held[7] == known_answers.entry(cases()[7])


def test_a_case_that_says_something_else_stops_the_build(tmp_path: Path) -> None:
    case = cases()[0]
    for path in case.folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert known_answers.entry(Case(tmp_path))["asks"]
    expected = tmp_path / "expected.json"
    expected.write_text(re.sub(r'"days": 60', '"days": 61', expected.read_text(encoding="utf-8")))
    with pytest.raises(known_answers.Differs):
        known_answers.entry(Case(tmp_path))


@pytest.mark.parametrize("question", [None, "x", {"type": "known_answer"}])
def test_the_request_takes_a_question_and_no_other_of_its_kind(question: object) -> None:
    answer = json.loads(bridge.handle(json.dumps({"type": "known_answer", "question": question})))
    assert answer["code"] == "bad_request"


def test_each_language_leads_there(site: Path) -> None:
    for one in LANGUAGES:
        assert (site / one.folder / "about/known-answers/index.html").is_file()
        for page in LEAD_THERE:
            html = (site / one.folder / page / "index.html").read_text(encoding="utf-8")
            assert re.search(r'<a href="[^"]*known-answers/"', html), (one.tag, page)
