"""A golden case gives on the calculator's page exactly the text that the command line prints.

`make test` opens every tenth case here, ODR_FULL=1 all of them; the page of known answers asks all of them
through the same worker in `test_known_answers`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import Browser

from tests.core.case import Case, cases

from .calculator_page import CalculatorPage
from .conftest import WATCH, Host
from .site_pages import ALL

FORGET = """async () => {
  const { session } = document.querySelector("odr-calculator");
  await session.request({ type: "wipe" });
  session.forgetFiles();
}"""


EACH = 1 if ALL else 10


@pytest.fixture(params=cases()[::EACH], ids=lambda case: case.folder.name)
def case(request: pytest.FixtureRequest) -> Case:
    return cast("Case", request.param)


@pytest.fixture(scope="module")
def one_page(browser: Browser, with_headers: Host) -> Iterator[CalculatorPage]:
    """One page and one start of Python for all cases, which also shows that none leaves anything behind."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    calculator = CalculatorPage(page, with_headers.url).open()
    calculator.drop_zone.hover()
    yield calculator
    page.close()


def test_the_browser_prints_what_the_command_line_prints(one_page: CalculatorPage, case: Case) -> None:
    one_page.page.evaluate(FORGET)
    if case.files:
        one_page.choose(case.files)
        one_page.wait_until_done()
        assert one_page.element.locator(".odr-verdict, [data-refusal]").count() > 0
    if case.args["all_stores"]:
        for expected in map(json.loads, case.expected.splitlines()):
            assert json.loads(case.told(one_page.ask(question(case, expected["store"])))) == expected
    else:
        assert case.told(one_page.ask(question(case, case.args["store"]))) == case.expected


def question(case: Case, store: str | None) -> dict[str, object]:
    given = {key: case.args[key] for key in ("as_of", "window", "lang")}
    return {"type": "assess", "store": store, "case": case.typed, **given}
