"""Without a file, on a phone: from the first page to the rate, the last day and a copied text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from calculator.messages import text

from .calculator_page import CalculatorPage
from .conftest import Host
from .seller import Seller
from .site_pages import settings_for

MOST_ACTIONS = 24
PHONE: ViewportSize = {"width": 390, "height": 844}
LAST_DAY = {"en": "8 Dec 2026", "zh-Hans": "2026年12月8日"}
RATE = {"en": "1.587\u00a0%", "zh-Hans": "1.587%"}


@pytest.fixture(params=settings_for(["en", "zh-Hans"], ["zh-Hans"]))
def phone(request: pytest.FixtureRequest, kept_calculator: Callable[..., CalculatorPage]) -> CalculatorPage:
    calculator = kept_calculator(request.param)
    calculator.page.set_viewport_size(PHONE)
    return calculator


def on_a_phone(page: Page, host: Host, lang: str) -> CalculatorPage:
    page.set_viewport_size(PHONE)
    return CalculatorPage(page, host.url, lang).open()


@pytest.fixture
def seller(phone: CalculatorPage) -> Seller:
    return Seller(phone.page)


def lang(phone: CalculatorPage) -> str:
    return "zh-Hans" if "/zh/" in phone.url else "en"


@pytest.mark.parametrize("where", ["en", "zh-Hans"])
def test_from_home_to_a_copied_appeal_in_few_actions(watched: Page, with_headers: Host, where: str) -> None:
    phone = on_a_phone(watched, with_headers, where)
    page = phone.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(phone.url.removesuffix("calculator/"))
    seller = Seller(page)
    seller.press(page.locator(".md-content a[href$='calculator/']").first)
    expect(phone.drop_zone).to_be_visible()
    seller.type_the_seed()
    seller.press(page.locator("[data-show-result]"))
    expect(phone.verdict).to_have_attribute("data-verdict", "off_target")
    expect(phone.verdict).to_contain_text(RATE[lang(phone)])
    sentence = phone.verdict.locator(".odr-verdict__sentence").bounding_box()
    assert sentence is not None
    assert sentence["y"] + sentence["height"] <= PHONE["height"]
    expect(phone.block("clocks")).to_contain_text(LAST_DAY[lang(phone)])
    clock = page.locator("[data-clock=a_to_z_appeal]")
    expect(clock.locator(".odr-clock")).to_contain_text(LAST_DAY[lang(phone)])
    expect(clock.locator(".odr-clock")).to_contain_text("16")
    seller.press(clock.locator("[data-template=a_to_z_appeal_delivered]"))
    seller.press(page.locator("[data-copy-letter]"))
    expect(page.locator(".odr-letter-view__said")).to_have_text(
        text(lang(phone), "letter_view.copied_blanks")
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("NOT READY TO SEND")
    assert "9 November 2026" in copied
    assert len(seller.actions) <= MOST_ACTIONS, seller.actions
    assert phone.violations() == []


def test_a_blank_that_is_filled_stands_in_the_text_and_the_warning_goes_with_the_last(
    phone: CalculatorPage, seller: Seller
) -> None:
    page = phone.page
    seller.type_the_seed()
    seller.press(page.locator("[data-show-result]"))
    seller.press(page.locator("[data-template=a_to_z_appeal_delivered]").first)
    sheet = page.locator("#odr-letter-text")
    blanks = page.locator("[data-blank] input")
    expect(sheet).to_contain_text("NOT READY TO SEND")
    blanks.first.fill("111-0000001-0000001")
    expect(sheet).to_contain_text("111-0000001-0000001")
    expect(sheet).to_contain_text("NOT READY TO SEND")
    for n in range(1, blanks.count()):
        name = str(blanks.nth(n).get_attribute("id"))
        blanks.nth(n).fill(
            {"delivery": "2026-10-19", "hand": "2026-10-08"}.get(
                name.split("-")[-1].split("_")[0], f"fact {n}"
            )
        )
    expect(sheet).not_to_contain_text("NOT READY TO SEND")
    expect(page.locator("[data-copy-letter]")).to_contain_text(text(lang(phone), "letter_view.copy"))
    page.locator("input[name=odr-send-in][value=zh]").check()
    expect(sheet).to_have_attribute("lang", "zh-Hans")
    page.locator(".odr-link--back").click()
    expect(page.locator("[data-template=a_to_z_appeal_delivered]").first).to_be_focused()


def test_what_was_typed_into_blanks_is_there_again_and_serves_other_texts_about_the_defect(
    phone: CalculatorPage, seller: Seller
) -> None:
    page = phone.page
    seller.type_the_seed()
    seller.press(page.locator("[data-show-result]"))
    for template in ("a_to_z_appeal_delivered", "a_to_z_appeal_refused_or_returned"):
        seller.press(page.locator(f"[data-template={template}]").first)
        carrier = page.locator("#odr-blank-carrier")
        if template == "a_to_z_appeal_delivered":
            carrier.fill("Example Post")
        expect(carrier).to_have_value("Example Post")
        expect(page.locator("#odr-letter-text")).to_contain_text("Example Post")
        page.locator(".odr-link--back").click()
    assert "Example Post" in phone.model("session.caseFile")


def test_where_the_clipboard_is_refused_the_text_is_selected_and_it_is_said(
    watched: Page, with_headers: Host
) -> None:
    phone = on_a_phone(watched, with_headers, "zh-Hans")
    page, seller = phone.page, Seller(phone.page)
    page.evaluate(
        "() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false; }"
    )
    seller.type_the_seed()
    seller.press(page.locator("[data-show-result]"))
    seller.press(page.locator("[data-template]").first)
    page.locator("[data-copy-letter]").click()
    expect(page.locator(".odr-letter-view__said")).to_have_text(text(lang(phone), "letter_view.copy_failed"))
    assert page.evaluate("String(getSelection())").startswith("NOT READY")


def test_a_wrong_day_is_said_at_its_field_and_its_suggestion_mends_it(
    phone: CalculatorPage, seller: Seller
) -> None:
    page = phone.page
    seller.type_the_seed()
    seller.add_claim("d2", "2026-14-10", "2026-11-17")
    page.locator("#odr-odr_page-orders").focus()
    wrong = page.locator("#odr-defects-d2-order_date")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-show-result]")).to_be_visible()  # a problem blocks nothing
    page.locator("#odr-defects-d2-order_date-problem button").click()
    expect(wrong).to_have_value("2026-10-14")
    expect(wrong).not_to_have_attribute("aria-invalid", "true")
    expect(wrong).to_be_focused()


def test_an_order_that_is_removed_comes_back_with_all_it_held(phone: CalculatorPage, seller: Seller) -> None:
    page = phone.page
    seller.type_the_seed()
    page.get_by_role("button", name=text(lang(phone), "typed_case.remove_one", n=1)).click()
    expect(page.locator("[data-defect=d1]")).to_have_count(0)
    undo = page.locator("[data-undo]")
    expect(undo).to_be_focused()
    undo.click()
    expect(page.locator("#odr-defects-d1-decided_on")).to_have_value("2026-11-09")


def test_a_missing_day_is_asked_for_on_the_clock_and_starts_it(phone: CalculatorPage, seller: Seller) -> None:
    page = phone.page
    seller.answer("odr_page.orders", "126")
    seller.answer("odr_page.orders_with_defects", "2")
    seller.press(page.locator("[data-add]"))
    seller.answer("defects.d1.outcome", "granted")
    seller.answer("defects.d1.order_date", "2026-10-06")
    seller.press(page.locator("[data-show-result]"))
    clock = page.locator("[data-clock=a_to_z_appeal]")
    expect(clock).to_have_attribute("data-state", "no_start")
    clock.locator("input").fill("11-09")
    clock.locator("input").blur()
    expect(clock.locator(".odr-field__problem")).to_contain_text("11-09")
    clock.locator("input").fill("2026-11-09")
    expect(clock).to_have_attribute("data-state", "running")
    expect(clock.locator(".odr-clock")).to_contain_text(LAST_DAY[lang(phone)])


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_scrolls_sideways_on_a_small_phone(phone: CalculatorPage, seller: Seller, width: int) -> None:
    page = phone.page
    page.set_viewport_size({"width": width, "height": 700})
    seller.type_the_seed()
    seller.add_claim("d2", "2026-14-10", "2026-11-17")
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= width
    seller.press(page.locator("[data-show-result]"))
    assert page.evaluate(wide) <= width
    seller.press(page.locator("[data-template]").first)
    expect(page.locator("#odr-letter-text")).to_be_visible()
    assert page.evaluate(wide) <= width


def test_every_control_of_the_form_is_large_enough_for_a_thumb(phone: CalculatorPage, seller: Seller) -> None:
    seller.type_the_seed()
    small = phone.page.evaluate(
        """() => [...document.querySelectorAll("odr-calculator :is(button, select, input[type=text], textarea, summary)")]
        .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert small == []
    sizes = phone.page.evaluate(
        """() => [...document.querySelectorAll("odr-calculator :is(select, input[type=text], textarea)")]
        .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
    )
    assert min(sizes) >= 16  # below that a phone zooms into the field
