"""Every page for everybody: axe, keys, magnified text, less motion, forced colours, print.

`make test` opens a sample of the pages, another one in each setting; ODR_FULL=1 opens all.
"""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from .conftest import Host
from .site_pages import addresses, opened

Scheme = Literal["light", "dark"]
RUN = "async () => JSON.stringify(await axe.run(document, { resultTypes: ['violations'] }))"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DRAWER = "button.odr-menu"

FOCUSED = """() => {
  const found = document.activeElement;
  const shown = found.matches(".md-option") ? document.querySelector(`label[for]:not([hidden]).md-header__button:not(.odr-menu, .odr-search)`) : found;
  const box = shown.getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
  return {
    name: (found.getAttribute("aria-label") || found.textContent || found.tagName).trim().slice(0, 60),
    kind: found.tagName + "." + found.className,
    order: [...document.querySelectorAll("*")].indexOf(found),
    outline: getComputedStyle(shown).outlineStyle !== "none" && parseFloat(getComputedStyle(shown).outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: at !== null && at !== shown && !shown.contains(at) && !at.contains(shown),
  };
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) => [null, "::before", "::after"].map((part) => getComputedStyle(one, part))
  .filter((style) => parseFloat(style.transitionDuration) > 0.02 || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.02))
  .map(() => one.className))"""


def faults(page: Page, axe: str) -> list[tuple[str, str]]:
    """Return all that axe finds, of any weight: the rule and the first element it means."""
    page.evaluate(axe)
    found: list[dict[str, Any]] = json.loads(page.evaluate(RUN))["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]


def set_up(page: Page, scheme: Scheme, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 844})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(page: Page, with_headers: Host, axe: str, scheme: Scheme, width: int) -> None:
    set_up(page, scheme, width)
    found = {}
    for url in opened(f"{scheme} {width}"):
        page.goto(with_headers.url + url)
        wrong = faults(page, axe)
        wrong += [("scrolls sideways", url)] if page.evaluate(SIDEWAYS) > 0 else []
        if wrong:
            found[url] = wrong
    assert found == {}


def test_axe_does_find_a_fault_that_is_put_in(page: Page, with_headers: Host, axe: str) -> None:
    page.goto(with_headers.url + "understand/what-counts/")
    page.evaluate("document.querySelector('.md-content p').append(document.createElement('button'))")
    assert [rule for rule, _ in faults(page, axe)] == ["button-name"]


@pytest.mark.parametrize("folder", ["", "zh/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_what_opens(
    page: Page, with_headers: Host, axe: str, folder: str, width: int
) -> None:
    """The theme's own parts: drawer, search with results, a fact's card, the other colours."""
    set_up(page, "dark" if folder else "light", width)
    page.goto(with_headers.url + folder + "understand/what-counts/")
    if width == 390:
        page.locator(DRAWER).click()
        expect(page.locator(".md-nav--primary .md-nav__link").first).to_be_in_viewport()
        assert faults(page, axe) == []
        page.keyboard.press("Escape")
    page.locator("label.odr-search").click()
    page.locator(".md-search__input").press_sequentially("FBA")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert faults(page, axe) == []
    page.keyboard.press("Escape")
    page.locator("a.odr-fact").first.click()
    expect(page.locator(".odr-sheet")).to_be_visible()
    assert faults(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_can_be_changed_by_hand(page: Page, with_headers: Host, axe: str, scheme: Scheme) -> None:
    set_up(page, scheme, 390)
    page.goto(with_headers.url + "zh/templates/")
    chosen = page.locator("body").get_attribute("data-md-color-scheme")
    for _ in range(2):
        page.locator("form[data-md-component=palette] label:not([hidden])").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != chosen or scheme == "dark"
    assert faults(page, axe) == []


@pytest.mark.parametrize("url", ["", "zh/templates/a-to-z-appeal-delivered/", "understand/the-window/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_walk_with_the_tab_key(page: Page, with_headers: Host, url: str, width: int) -> None:
    """The skip link first, then down the page in order; what has the focus is outlined and in sight."""
    set_up(page, "light", width)
    page.goto(with_headers.url + url)
    steps = []
    for _ in range(32):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        step = page.evaluate(FOCUSED)
        if step["kind"].startswith("BODY") or (steps and "md-skip" in step["kind"]):
            break
        steps.append(step)
    assert "md-skip" in steps[0]["kind"]
    walked = [step for step in steps if "md-search__scrollwrap" not in step["kind"]]
    orders = [step["order"] for step in walked]
    assert orders == sorted(orders), [step["name"] for step in walked]
    assert [step["name"] for step in walked if not step["outline"]] == []
    assert [step["name"] for step in walked if not step["seen"] or step["covered"]] == []


def test_the_skip_link_leads_past_the_frame(page: Page, with_headers: Host) -> None:
    page.goto(with_headers.url + "understand/the-window/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.md-content').contains(document.activeElement)")


def test_the_drawer_works_with_keys_and_gives_the_focus_back(page: Page, with_headers: Host) -> None:
    set_up(page, "light", 390)
    page.goto(with_headers.url + "zh/understand/the-window/")
    menu = page.locator(DRAWER)
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-nav--primary .md-nav__link").first).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_folders_of_the_drawer_are_left_and_opened_with_keys(
    page: Page, with_headers: Host, key: str
) -> None:
    set_up(page, "light", 390)
    page.goto(with_headers.url + "understand/the-window/")
    page.locator(DRAWER).click()
    for label, opens in (
        (".md-nav__title[for=__nav_7_2]", False),
        ("label.md-nav__link[for=__nav_7_1]", True),
    ):
        page.locator(f".md-sidebar--primary {label}").focus()
        page.keyboard.press(key)
        folder = page.locator(f"#{label.partition('for=')[2].rstrip(']')}")
        expect(folder).to_be_checked(checked=opens)


@pytest.mark.parametrize("width", [320, 720, 768])
def test_nothing_scrolls_sideways(page: Page, with_headers: Host, width: int) -> None:
    """720 is a wide screen at 200 %, 320 a small one at 400 %."""
    set_up(page, "light", width)
    found = {}
    for url in opened(f"sideways {width}"):
        page.goto(with_headers.url + url)
        if (over := page.evaluate(SIDEWAYS)) > 0:
            found[url] = over
    assert found == {}


def test_text_twice_as_large_fits(page: Page, with_headers: Host) -> None:
    set_up(page, "light", 1440)
    found = {}
    for url in opened("twice"):
        page.goto(with_headers.url + url)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        if (over := page.evaluate(SIDEWAYS)) > 0:
            found[url] = over
    assert found == {}


def test_nothing_moves_for_those_who_ask_for_less(page: Page, with_headers: Host) -> None:
    page.goto(with_headers.url + "understand/what-counts/")
    assert page.evaluate(MOVING) != []
    page.emulate_media(reduced_motion="reduce")
    for url in ("", "understand/what-counts/", "zh/templates/"):
        page.goto(with_headers.url + url)
        assert page.evaluate(MOVING) == [], url


def test_forced_colours_keep_borders_and_icons(page: Page, with_headers: Host) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(with_headers.url + "understand/what-counts/")
    for selector in (".odr-chip", ".admonition"):
        assert page.locator(selector).first.evaluate("(one) => getComputedStyle(one).borderTopWidth") != "0px"
    icon = "(one) => getComputedStyle(one, '::before').backgroundColor"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".admonition-title").first.evaluate(icon) != ground
    page.goto(with_headers.url + "templates/a-to-z-appeal-delivered/")
    assert page.locator(".odr-copy__button").first.evaluate(icon) != ground
    assert (
        page.locator(".odr-blank").first.evaluate("(one) => getComputedStyle(one).borderTopStyle") == "dashed"
    )


def test_print_is_paper_without_the_frame(page: Page, with_headers: Host) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(with_headers.url + "templates/a-to-z-appeal-delivered/")
    for selector in (".odr-copy", ".md-sidebar", ".md-search", ".odr-language", "label.odr-search", DRAWER):
        expect(page.locator(selector).first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator("#letter-1")).to_be_visible()


def test_the_long_run_knows_every_page() -> None:
    assert len(addresses()) > 80
    assert {"", "zh/", "404.html", "zh/404.html", "zh/understand/the-window/"} <= set(addresses())
