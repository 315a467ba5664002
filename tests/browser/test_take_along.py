"""A file taken along out of the page is, byte for byte, the file that Python makes natively."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculator.take_along import DOCUMENTS, take_along
from tests.core.case import FOLDER, Case
from tests.core.taken import of_case

from .calculator_page import CalculatorPage


@pytest.mark.parametrize(
    ("slug", "lang"),
    [("seed_two_of_126", "zh-Hans"), ("seed_two_of_126", "en"), ("names_with_html_and_formulas", "en")],
)
def test_every_file_is_the_same_in_the_browser(
    kept_calculator: Callable[..., CalculatorPage], tmp_path: Path, slug: str, lang: str
) -> None:
    case = Case(FOLDER / slug)
    calculator = kept_calculator(lang, case.args["as_of"])
    calculator.choose(case.files)
    calculator.wait_until_done()
    assessment = of_case(case)
    for what in DOCUMENTS:
        button = calculator.element.locator(f"[data-take='{what}']")
        if button.count() == 0:
            assert slug != "seed_two_of_126"
            continue
        with calculator.page.expect_download() as download:
            button.click()
        target = tmp_path / download.value.suggested_filename
        download.value.save_as(target)
        expected = take_along(assessment, what, lang)
        assert target.name == expected.file
        assert target.read_bytes() == expected.text.encode()
    expect(calculator.element.locator(".odr-result")).to_be_visible()
    assert calculator.model("session.wire.count") == 0
