"""axe finds nothing serious on any step of the appeal desk, and nothing scrolls sideways."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from .appeal_page import PAGES, AppealPage
from .conftest import Host, serious
from .test_accessibility import RUN

CASE = json.loads((Path(__file__).parent / "appeal_case.json").read_text(encoding="utf-8"))
STEPS = ("notice", "facts", "causes", "grid", "letter")
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(
    ("lang", "scheme", "width"), [("zh-Hans", "light", 390), ("en", "dark", 1440), ("zh-Hans", "dark", 768)]
)
def test_nothing_serious_on_any_step(
    page: Page, with_headers: Host, axe: str, lang: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 844})
    desk = AppealPage(page, with_headers.url + PAGES[lang]).open()
    page.evaluate(axe)
    assert serious(page.evaluate(RUN)) == []
    desk.model("session.replace(given)", CASE)
    desk.settled()
    for step in STEPS:
        if desk.element.locator(f"[data-step={step}][aria-current]").count() == 0:
            desk.element.locator(f"[data-step={step}] [data-open]").click()
        assert serious(page.evaluate(RUN)) == [], step
        assert page.evaluate(SIDEWAYS) == 0, step
