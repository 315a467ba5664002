"""Orders a report only hints at, dates that can be read two ways, the files of an archive: by keyboard."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from playwright.sync_api import expect

from .calculator_page import CalculatorPage

HEADER = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
)
ORDERS = HEADER + "".join(
    f"111-0000001-{n:07}\t2026-10-06T01:00:00+00:00\t2026-10-07T01:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
    for n in range(1, 151)
)
CLAIM, OTHER = "111-0000001-0000001", "111-0000001-0000002"
PAYMENTS = (
    "date/time,settlement id,type,order id,total\n"
    f'"Oct 20, 2026",1,A-to-z Guarantee Claim,{CLAIM},-12.99\n'
    f'"Oct 21, 2026",1,Chargeback Refund,{OTHER},-9.99\n'
    f'"Oct 22, 2026",1,Chargeback Refund,{OTHER},-1.00\n'
)
FEEDBACK = f"Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n10/11/26\t1\tlate\t \t{CLAIM}\tx\n"


def given(name: str, content: str | bytes) -> Any:
    data = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "text/plain", "buffer": data}


def packed(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_each_hint_is_answered_or_dismissed_by_keyboard_and_only_an_answer_counts(
    calculator: CalculatorPage,
) -> None:
    calculator.choose([given("orders.txt", ORDERS), given("pay.csv", PAYMENTS)])
    calculator.wait_until_done()
    asked, press = calculator.block("candidates"), calculator.page.keyboard.press
    rows = asked.locator("ol > li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text(CLAIM)
    expect(rows.first).to_contain_text("If it counts: 1 of 150 = 0.667\u00a0%, under 1\u00a0%.")
    assert calculator.answered() == ["on_target", "= 0\u00a0%"]

    rows.first.locator("[data-confirm]").focus()
    press("Enter")
    expect(rows.first.locator("select")).to_be_focused()
    rows.first.locator("select").select_option("granted")
    press("Tab")
    press("Enter")
    expect(rows).to_have_count(1)
    expect(asked.locator("h2")).to_be_focused()
    assert calculator.answered() == ["on_target", "= 0.667\u00a0%"]
    assert calculator.model("session.case.defects[0].outcome") == "granted"

    rows.first.locator("[data-dismiss]").focus()
    press("Enter")
    expect(rows).to_have_count(0)
    assert calculator.answered() == ["on_target", "= 0.667\u00a0%"]
    assert calculator.model("JSON.parse(session.caseFile).dismissed") == [
        {"order_id": OTHER, "type": "chargeback"}
    ]
    asked.get_by_role("button", name="Take 111").press("Enter")
    expect(rows).to_have_count(1)


def test_a_guess_about_dates_is_shown_with_both_days_and_changed_by_keyboard(
    calculator: CalculatorPage,
) -> None:
    calculator.choose(
        [given("reports.zip", packed(**{"o.txt": ORDERS, "f.txt": FEEDBACK, "x.txt": "no table"}))]
    )
    calculator.wait_until_done()
    inside = calculator.files.locator("li")
    expect(inside).to_have_count(3)
    expect(inside.filter(has_text="o.txt")).to_contain_text("150 rows, 150 used")
    expect(inside.filter(has_text="x.txt")).to_contain_text("Not used")
    dates = inside.filter(has_text="f.txt").locator("fieldset")
    expect(dates).to_contain_text("“10/11/26” in this file is")
    event = "session.explanation.files.find((one) => one.file === 'f.txt').dates.order"
    assert calculator.model(event) == "month_first"
    dates.locator("input:checked").focus()
    calculator.page.keyboard.press("ArrowLeft")
    calculator.until("!session.computing && " + event + " === 'day_first'")
    expect(dates.get_by_label("10\u00a0Nov\u00a02026")).to_be_checked()
    expect(dates.get_by_label("10\u00a0Nov\u00a02026")).to_be_focused()
    assert [one for one in calculator.model("JSON.parse(session.caseFile).files") if one.get("dates")] == [
        {"file": "f.txt", "kind": "seller_feedback", "dates": "day_first"}
    ]
