"""Every golden case gives in the browser exactly the text that the command line prints."""

from __future__ import annotations

import json

import pytest

from tests.core.case import Case, cases

from .calculator_page import CalculatorPage


@pytest.fixture(params=cases(), ids=lambda case: case.folder.name)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param  # type: ignore[no-any-return]


def test_the_browser_prints_what_the_command_line_prints(calculator: CalculatorPage, case: Case) -> None:
    calculator.choose(case.files)
    calculator.wait_until_done()
    assert calculator.element.locator(".odr-verdict, [data-refusal]").count() > 0
    if case.args["all_stores"]:
        for expected in map(json.loads, case.expected.splitlines()):
            assert json.loads(calculator.ask(question(case, expected["store"]))) == expected
    else:
        assert calculator.ask(question(case, case.args["store"])) == case.expected


def question(case: Case, store: str | None) -> dict[str, object]:
    given = {key: case.args[key] for key in ("as_of", "window", "lang")}
    return {"type": "assess", "store": store, **given}
