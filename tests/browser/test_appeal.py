"""From a pasted Chinese notice to a copied letter: keyboard alone, 简体中文, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from .appeal_page import PAGES, AppealPage
from .conftest import Host
from .kept_page import PHONE

NOTICE = (
    "尊敬的卖家：您好。2026年11月22日，由于您的订单缺陷率为 1.587%（126 个订单中有 2 个有缺陷），"
    "我们已停用您的卖家自配送商品。请点击账户状况页面上的“提交申诉”，在 2026年12月4日 前提交行动计划，可使用中文或英文。"
)
MOST_ACTIONS = 60
ROW = "appeal.causes.c1"
SHOWN = """(part) => {
  const block = document.querySelector(`[data-part=${part}]`);
  return [...block.querySelectorAll(".odr-first-line, .odr-sentence__text")].map((one) => one.innerText);
}"""


@pytest.fixture
def phone(kept_desk: Callable[..., AppealPage]) -> AppealPage:
    return kept_desk("zh-Hans", PHONE).loaded()


def give_notice(desk: AppealPage) -> None:
    desk.write("appeal.notice.text", NOTICE)
    desk.press("[data-take]")
    assert desk.question() == desk.said("这是什么通知")
    desk.next()
    desk.write("notice.day", "2026-11-22")
    desk.next()
    desk.choose_in("appeal.language", "简体中文")
    desk.next()


def give_order(desk: AppealPage, id_: str = "d1", order: str = "111-0000001-0000001") -> None:
    desk.choose_in(f"defects.{id_}.type", "A-to-z")
    desk.write(f"defects.{id_}.order_id", order)
    desk.write(f"defects.{id_}.order_date", "2026-10-06")
    desk.choose_in(f"defects.{id_}.outcome", "判给买家")
    desk.write(f"defects.{id_}.decided_on", "2026-11-09")
    desk.write(f"defects.{id_}.note", "Never arrived, tracking shows nothing")
    desk.choose_in(f"defects.{id_}.refunded_by", "亚马逊退的")
    desk.write(f"defects.{id_}.refunded_on", "2026-11-09")


def give_orders(desk: AppealPage) -> None:
    desk.press("[data-add-defect]")
    give_order(desk)
    desk.press("[data-another]")
    give_order(desk, "d2", "111-0000002-0000002")
    desk.next()


def find_cause(desk: AppealPage) -> None:
    for answer in ("我找的快递", "一条轨迹也没有", "还没打包", "我自己", "没有检查", "从某一天起"):
        desk.choose(answer)
    desk.write(f"{ROW}.typed.since", "2026-09-01")
    desk.next()
    desk.write(f"{ROW}.answers.confirmed_after", "两天")
    desk.write(f"{ROW}.answers.handed_after", "六到九天")
    desk.write(f"{ROW}.answers.why_late", "供应商到货")
    desk.next()
    desk.choose_in(f"{ROW}.answers.decided", "店主")
    desk.write(f"{ROW}.answers.check", "和揽收记录核对")
    desk.next()


def plan(desk: AppealPage) -> None:
    desk.press("[data-offer=confirmation_stopped]")
    desk.choose_row("已经做了")
    desk.write(f"{ROW}.actions.a1.answers.on", "2026-11-22")
    desk.choose_in(f"{ROW}.actions.a1.answers.who", "店主")
    desk.write(f"{ROW}.actions.a1.answers.hand_over_record", "签收的交接清单")
    desk.write(f"{ROW}.actions.a1.answers.proof", "hand-over-2026-11-22.pdf")
    desk.next()
    desk.press("[data-offer=daily_list]")
    desk.write(f"{ROW}.prevention.p1.answers.hour", "北京时间17:00")
    desk.write(f"{ROW}.prevention.p1.answers.start", "2026-11-23")
    desk.choose_in(f"{ROW}.prevention.p1.answers.who", "仓库主管")
    desk.write(f"{ROW}.prevention.p1.answers.clear_what", "当天没有扫描的包裹，18:00 之前")
    desk.write(f"{ROW}.prevention.p1.answers.measure", "每周五数一次清单上剩下的包裹")
    desk.next()
    desk.press("[data-offer]")
    desk.next()


def test_from_a_pasted_notice_to_a_copied_letter_by_keyboard(phone: AppealPage, with_headers: Host) -> None:
    page = phone.page
    give_notice(phone)
    give_orders(phone)
    find_cause(phone)
    plan(phone)
    assert page.evaluate("() => document.activeElement.id") == "odr-step-grid"
    assert set(phone.cells()) == {"filled"}
    phone.next()
    phone.press("[data-copy=letter]")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    letter = phone.model("session.answer.letter")
    assert copied == letter["text"] == page.locator("#odr-letter-text").text_content()
    assert letter["ready"], letter["missing"] + letter["problems"]
    assert letter["language"] == "zh-Hans"
    assert all(order in copied for order in ("111-0000001-0000001", "111-0000002-0000002"))
    assert "【" not in copied
    assert len(phone.actions) < MOST_ACTIONS, phone.actions
    assert page.evaluate("window.violations") == []
    assert with_headers.since(phone.model("session.wire.since")) == []


def test_each_box_shows_what_its_button_copies(phone: AppealPage) -> None:
    give_notice(phone)
    give_orders(phone)
    find_cause(phone)
    phone.open_step("letter")
    phone.write("appeal.letter_day", "2026-11-24")
    for box in ("root_cause", "actions_taken"):
        phone.press(f"[data-copy=box-{box}]")
        copied = phone.page.evaluate("() => navigator.clipboard.readText()")
        lines = [line.removeprefix("- ") for line in copied.splitlines() if line]
        assert lines == phone.page.evaluate(SHOWN, box)


def test_a_blank_of_the_letter_leads_to_its_field_and_an_earlier_answer_keeps_the_later_ones(
    phone: AppealPage,
) -> None:
    give_notice(phone)
    give_orders(phone)
    find_cause(phone)
    phone.press("[data-offer=offers_closed]")
    phone.choose_row("已经做了")
    phone.open_step("letter")
    phone.press(f"[data-mend='{ROW}.actions.a1.answers.on']")
    assert phone.page.evaluate("() => document.activeElement.closest('[data-field]').dataset.field") == (
        f"{ROW}.actions.a1.answers.on"
    )
    before = phone.model("session.case.appeal.causes[0].answers")
    phone.press("[data-to='c1.walk.handed']")
    phone.choose("打好包了")
    assert phone.model("session.case.appeal.causes[0].answers") == before
    assert phone.model("session.case.appeal.causes[0].path")[3] == "waiting"


def test_the_way_back_goes_from_step_to_step(phone: AppealPage) -> None:
    give_notice(phone)
    phone.open_step("letter")
    phone.page.go_back()
    phone.page.wait_for_selector("[data-step=facts][aria-current]")
    phone.page.go_back()
    phone.page.wait_for_selector("[data-step=notice][aria-current]")


def test_typing_keeps_its_caret_while_answers_come(phone: AppealPage) -> None:
    page: Page = phone.page
    phone.write("appeal.notice.text", NOTICE)
    page.keyboard.press("Home")
    for letter in "abcdefghij":
        page.keyboard.press(letter)
        page.wait_for_timeout(30)
    phone.settled()
    lines = page.locator("#odr-appeal-notice-text").input_value()
    assert "abcdefghij" in lines
    assert page.evaluate("() => document.activeElement.id") == "odr-appeal-notice-text"


def test_a_new_order_has_no_answer_given(phone: AppealPage) -> None:
    give_notice(phone)
    phone.press("[data-add-defect]")
    assert phone.element.locator("[data-question='defect.d1'] input[type=radio]").count() > 2
    assert phone.element.locator("[data-question='defect.d1'] input[type=radio]:checked").count() == 0


def test_the_day_is_that_of_the_device(browser: Browser, with_headers: Host) -> None:
    context = browser.new_context(timezone_id="Pacific/Kiritimati")
    page = context.new_page()
    page.clock.install(time="2026-11-24T11:00:00Z")
    page.goto(with_headers.url + PAGES["en"])
    page.wait_for_selector("#odr-appeal-notice-text")
    assert page.evaluate("() => document.querySelector('odr-appeal').session.choice.asOf") == "2026-11-25"
    context.close()
