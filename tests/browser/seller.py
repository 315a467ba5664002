"""A seller at a phone: every field answered and every control used is one action."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect


@dataclass
class Seller:
    """Somebody who uses the page, and what it took."""

    page: Page
    actions: list[str] = field(default_factory=list)

    def answer(self, id_: str, value: str) -> None:
        """Type into one field of the form, as `odr_page.orders`, or choose in it."""
        target = self.page.locator(f"#odr-{id_.replace('.', '-')}")
        target.scroll_into_view_if_needed()
        if target.evaluate("(one) => one.tagName") == "SELECT":
            target.focus()
            target.select_option(value)
        else:
            target.click()
            target.press_sequentially(value)
        self.actions.append(id_)

    def press(self, target: Locator) -> None:
        """Use one control."""
        expect(target).to_be_visible()
        self.actions.append(target.inner_text())
        target.click()

    def press_until(self, target: Locator, wanted: Locator) -> None:
        """Use one control; where the answer that arrives meanwhile moved it away, use it again."""
        self.press(target)
        try:
            expect(wanted).to_be_visible(timeout=5_000)
        except AssertionError:
            self.press(target)

    def type_the_seed(self) -> None:
        """Type the standing example: 2 of 126 orders, one claim with its days."""
        self.answer("store", "US")
        self.answer("odr_page.first_day", "2026-09-09")
        self.answer("odr_page.last_day", "2026/11/7")
        self.answer("odr_page.orders", "126")
        self.answer("odr_page.orders_with_defects", "2")
        self.add_claim("d1", "2026年10月6日", "2026-11-09")

    def add_claim(self, name: str, ordered: str, decided: str) -> None:
        """Add one claim that was granted to the buyer."""
        self.press_until(self.page.locator("[data-add]"), self.page.locator(f"#odr-defects-{name}-outcome"))
        self.answer(f"defects.{name}.outcome", "granted")
        self.answer(f"defects.{name}.order_date", ordered)
        self.answer(f"defects.{name}.decided_on", decided)
