"""Pictures: the handbook's block and the page's view draw the same from what the core gives, and fit."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from calculator.docsite import blocks, settings
from calculator.docsite.invented import Mark, Shop, first_on, spread, window_of
from calculator.orders import Fulfillment
from calculator.pictures import course_of, strip_of

from .conftest import Host

WEB = Path(__file__).parents[2] / "calculator" / "web"
ENTRY = """
import { render } from "lit";
import { pictureView } from "./views/picture";
Object.assign(globalThis, { draw: (picture: never, into: HTMLElement) => render(pictureView(picture), into) });
"""
DRAWN = """
(root) => [...root.querySelectorAll(".odr-picture, .odr-picture *, .odr-points li, .odr-picture__note")].map((one) => [
  one.localName,
  Object.fromEntries([...one.attributes].filter(({ name }) => !name.startsWith("data-")).map(({ name, value }) => [
    name, name === "d" ? value : value.trim().replace(/-?\\d+(\\.\\d+)?/g, (figure) => String(Number(figure))),
  ])),
  [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join(""),
])
"""
OUTSIDE = """
(root) => [...root.querySelectorAll(".odr-picture text, .odr-picture circle")]
  .map((one) => [one.textContent, one.getBoundingClientRect(), one.closest("figure").getBoundingClientRect()])
  .filter(([, box, frame]) => box.width && (box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom))
  .map(([text]) => text)
"""
TOUCHING = """
(root) => {
  const boxes = [...root.querySelectorAll(".odr-picture__tick text, .odr-picture__zone")]
    .map((one) => one.getBoundingClientRect()).filter((box) => box.width);
  return boxes.flatMap((one, n) => boxes.slice(n + 1).filter((other) =>
    Math.abs(one.top - other.top) < 4 && one.left < other.right && other.left < one.right)).length;
}
"""


@pytest.fixture(scope="module")
def view() -> str:
    """The page's own view of a picture, bundled alone."""
    node = (settings.ROOT / ".build" / "node-bin").read_text(encoding="utf-8").strip()
    bundler = WEB / "node_modules" / "esbuild" / "bin" / "esbuild"
    return subprocess.run(
        [f"{node}/node", str(bundler), "--bundle", "--format=iife", "--loader=ts", "--log-level=error"],
        input=ENTRY,
        cwd=WEB / "src",
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def pictures(lang: str) -> list[dict[str, Any]]:
    """A course with a past and a strip with all three zones."""
    as_of: date = settings.as_of()
    window = window_of(as_of)
    early = spread(300, date.fromordinal(window.first_day.toordinal() - 40), 120, until=as_of)
    marks = tuple(
        Mark(sale=first_on(early, date.fromordinal(as_of.toordinal() - back))) for back in (80, 47, 46, 5)
    )
    found = Shop(early, marks).on(as_of)
    drawn = [make(found, Fulfillment.MFN, lang) for make in (course_of, strip_of)]
    return [picture for picture in drawn if picture]


def both_doors(page: Page, view: str, lang: str) -> None:
    """Draw the pictures twice on the page: as the handbook does, as the calculator does."""
    page.evaluate(
        "document.querySelector('.md-content__inner').innerHTML = '<div id=a></div><div id=b></div>'"
    )
    page.evaluate(view)
    for picture in pictures(lang):
        block = blocks.render("picture", lang, picture=picture)
        page.evaluate("html => a.insertAdjacentHTML('beforeend', html)", block)
        page.evaluate(
            "picture => draw(picture, b.appendChild(document.createElement('div')))",
            json.loads(json.dumps(picture)),
        )


@pytest.mark.parametrize(("lang", "start"), [("en", ""), ("zh-Hans", "zh/")])
def test_both_doors_draw_the_same(page: Page, with_headers: Host, view: str, lang: str, start: str) -> None:
    page.goto(f"{with_headers.url}{start}understand/the-window/")
    both_doors(page, view, lang)
    block, drawn = (page.locator(f"#{name}").evaluate(DRAWN) for name in "ab")
    assert len(block) > 100
    assert block == drawn


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize(("lang", "start"), [("en", ""), ("zh-Hans", "zh/")])
def test_nothing_of_a_picture_is_cut_off_or_touches(
    page: Page, with_headers: Host, view: str, lang: str, start: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{with_headers.url}{start}understand/the-window/")
    both_doors(page, view, lang)
    assert page.locator("#b").evaluate(OUTSIDE) == []
    assert page.locator("#b").evaluate(TOUCHING) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
