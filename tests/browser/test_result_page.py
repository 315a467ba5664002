"""The result's own sections: the coming days, the plan, what is only supposed, what goes along."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from calculator.display import masked

from .calculator_page import CalculatorPage
from .conftest import serious
from .site_pages import settings_for
from .test_accessibility import RUN

SECTIONS = ("clocks", "recovery", "plan", "take-along", "review")
SMALLEST_PHONE = {"width": 320, "height": 700}
OPEN_ALL = "() => document.querySelectorAll('odr-calculator details').forEach((one) => (one.open = true))"
SMALL = """() => [...document.querySelectorAll("odr-calculator :is(.odr-contents a, .odr-option, summary, button)")]
  .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 90))"""
HIDDEN_WITH_FOCUS = """async () => {
  const bar = document.querySelector(".odr-together");
  const hidden = [];
  for (const one of document.querySelectorAll(".odr-plan__rows :is(a, button, input, summary)")) {
    if (bar.contains(one) || !one.checkVisibility({ contentVisibilityAuto: true })) continue;
    one.focus();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const [box, low] = [one.getBoundingClientRect(), bar.getBoundingClientRect().top];
    if (box.bottom > low || box.top < document.querySelector(".md-header").getBoundingClientRect().bottom) hidden.push(one.outerHTML.slice(0, 90));
  }
  return hidden;
}"""
Opener = Callable[[str], CalculatorPage]


@pytest.fixture
def opened(kept_calculator: Opener) -> Opener:
    """Open the invented shop in a language and show its result."""

    def opened(lang: str) -> CalculatorPage:
        calculator = kept_calculator(lang)
        calculator.until("session.hasExample")
        calculator.model("session.showExample()")
        calculator.wait_until_done()
        calculator.page.locator("[data-show-result]").click()
        expect(calculator.element.locator(".odr-result")).to_be_visible()
        return calculator

    return opened


@pytest.fixture
def shop(opened: Opener) -> CalculatorPage:
    return opened("en")


def choices(calculator: CalculatorPage) -> Locator:
    """What can be supposed of the first order."""
    return calculator.block("plan").locator("[data-what-if]").first.get_by_role("radio")


def settled(calculator: CalculatorPage) -> None:
    calculator.until(
        "!session.computing && (session.explanation.plan.together?.chosen ?? 0) === Object.keys(session.supposing.value).length"
    )


def test_the_table_of_all_days_comes_when_it_is_opened_and_follows_the_case(shop: CalculatorPage) -> None:
    """Closed it has no rows to work out at each key; open it has ninety, and they follow the day."""
    table = shop.page.locator("[data-all-days]").first
    rows = table.locator("tbody tr")
    expect(rows).to_have_count(0)
    table.locator("summary").click()
    expect(rows).to_have_count(90)
    before = rows.first.inner_text()
    shop.model("session.choose({ asOf: '2026-12-20' })")
    expect(rows.first).not_to_have_text(before)
    expect(rows).to_have_count(90)


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_the_answer_goes_before_deadlines_days_plan_and_rows(opened: Opener, lang: str) -> None:
    calculator = opened(lang)
    told = calculator.model("session.explanation.recovery[0].earliest")
    earliest = calculator.block("recovery").locator(f"[data-earliest='{told['iso']}']")
    for words in (told["day"], told["sentence"], told["wait"]):
        expect(earliest).to_contain_text(words)
    expect(calculator.block("recovery").locator("[data-picture]").first).to_be_visible()
    assert calculator.block("plan").locator("[data-plan]").count() == len(
        calculator.model("session.explanation.plan.rows")
    )
    places = [calculator.verdict, *map(calculator.block, SECTIONS)]
    tops = [box["y"] for box in (place.bounding_box() for place in places) if box]
    assert len(tops) == len(places)
    assert all(above < below for above, below in pairwise(tops))


def test_each_entry_of_the_contents_leads_to_its_heading_and_leaves_the_address_alone(
    shop: CalculatorPage,
) -> None:
    links = shop.element.locator(".odr-contents a")
    assert links.count() == len(SECTIONS)
    address = shop.page.url
    for place in range(links.count()):
        links.nth(place).click()
        expect(shop.page.locator(str(links.nth(place).get_attribute("href")))).to_be_focused()
    assert shop.page.url == address


def test_a_deadline_leads_to_its_way_opened(shop: CalculatorPage) -> None:
    way = shop.block("plan").locator("[data-defect=d2][data-clock=a_to_z_appeal]")
    expect(way.locator("[data-template]").first).to_be_hidden()
    shop.block("clocks").locator("[data-deadline=a_to_z_appeal] a").nth(1).click()
    expect(way.locator("[data-template]").first).to_be_visible()
    expect(way.locator("summary").first).to_be_focused()


def test_what_is_supposed_changes_the_plan_and_nothing_else(shop: CalculatorPage) -> None:
    before = shop.model("[session.caseFile, session.explanation.recovery, session.explanation.rates]")
    radios = choices(shop)
    radios.first.focus()
    shop.page.keyboard.press("ArrowDown")
    together = shop.block("plan").locator("[data-together]")
    expect(together).to_have_attribute("data-together", "on_target")
    expect(together.get_by_role("status")).not_to_be_empty()
    expect(shop.block("plan").locator("[data-effect]").first).not_to_be_empty()
    expect(radios.nth(1)).to_be_focused()
    expect(shop.verdict).to_have_attribute("data-verdict", "off_target")
    assert shop.model("[session.caseFile, session.explanation.recovery, session.explanation.rates]") == before
    shop.page.keyboard.press("ArrowUp")
    expect(together).to_have_attribute("data-together", "none")
    for state in ("on_target", "none"):  # the same once more supposes nothing
        radios.nth(1).click()
        expect(together).to_have_attribute("data-together", state)
    expect(radios.first).to_be_checked()


def test_what_has_happened_is_entered_where_the_row_is(shop: CalculatorPage) -> None:
    plan = shop.block("plan")
    plan.locator("[data-what-if]").last.get_by_role("radio").nth(1).check()
    plan.locator("[data-happened]").click()
    outcome = shop.block("review").locator("select")
    expect(outcome).to_be_focused()
    assert shop.model("session.case.edits") == []
    outcome.select_option("removed")
    shop.until("session.explanation.defects.rows.at(-1).outcome === 'removed'")


def test_what_is_supposed_goes_with_its_row_and_with_a_wipe(calculator: CalculatorPage) -> None:
    calculator.type_case()
    calculator.answered()
    calculator.model("session.supposing.set('d1', 'mark_removed')")
    settled(calculator)
    calculator.model("session.removeDefect('d1')")
    calculator.until("Object.keys(session.supposing.value).length === 0")
    calculator.model("session.undo()")
    calculator.until("session.explanation?.plan?.rows.some(({ key }) => key === 'd1')")
    calculator.model("session.supposing.set('d1', 'mark_removed')")
    settled(calculator)
    calculator.model("session.wipe()")
    assert calculator.model("session.supposing.value") == {}


def test_what_is_supposed_comes_along_into_the_other_language(own_calculator: CalculatorPage) -> None:
    calculator = own_calculator
    calculator.type_case()
    calculator.answered()
    calculator.model("session.supposing.set('d1', 'mark_removed')")
    settled(calculator)
    calculator.page.locator("a.odr-language").first.click()
    calculator.page.wait_for_url("**/zh/calculator/")
    calculator.until("session.explanation?.plan?.together?.chosen === 1")
    assert calculator.model("session.supposing.value") == {"d1": "mark_removed"}


def test_nothing_with_the_focus_is_hidden_behind_what_stays_in_sight(shop: CalculatorPage) -> None:
    shop.page.emulate_media(reduced_motion="reduce")
    shop.page.set_viewport_size({"width": 390, "height": 700})
    choices(shop).nth(1).check()
    settled(shop)
    assert shop.page.evaluate(HIDDEN_WITH_FOCUS) == []


def test_files_to_take_along_have_masked_ids(shop: CalculatorPage, tmp_path: Path) -> None:
    whole = shop.model("session.explanation.defects.rows.map((row) => row.order_id)")
    for what in ("recovery.ics", "recovery.csv", "removal.csv", "removal.json"):
        with shop.page.expect_download() as waiting:
            shop.page.locator(f"[data-take='{what}']").click()
        stem, ending = what.split(".")
        assert waiting.value.suggested_filename == f"odr-{stem}-2026-11-22.{ending}"
        waiting.value.save_as(tmp_path / what)
        text = (tmp_path / what).read_text(encoding="utf-8")
        assert [one for one in whole if one in text] == []
        assert what == "recovery.csv" or masked(whole[0]) in text.replace("\n ", "")
    expect(shop.block("take-along").get_by_role("status")).to_contain_text("odr-removal-2026-11-22.json")


@pytest.mark.parametrize(
    ("lang", "scheme"),
    settings_for([("en", "light"), ("zh-Hans", "dark")], [("zh-Hans", "dark")]),
)
def test_everything_opened_on_a_small_phone_is_in_order(
    opened: Opener, axe: str, lang: str, scheme: str
) -> None:
    calculator = opened(lang)
    page = calculator.page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 700})
    choices(calculator).nth(1).check()
    settled(calculator)
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST_PHONE["width"]
    assert page.evaluate(SMALL) == []
    page.evaluate(axe)
    assert serious(page.evaluate(RUN)) == []
