"""Pasted text, whatever it is: never a crash, never a line lost, the same answer twice, time by length."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from calculator.errors import RequestError
from calculator.messages import LANGUAGES
from calculator.paste import understand, understanding_json
from calculator.paste.passing import is_passed_over
from calculator.paste.plain import MOST_CHARACTERS
from calculator.paste.reading import read

AS_OF = date(2026, 11, 22)
WORDS = [
    "111-0000001-0000001", "111-OOOOOO1-0000002", "112-0000003-0000003", "Oct 6, 2026", "2026年10月6日", "10月6日", "10/6/26",
    "03/10/2026", "yesterday", "3天前", "Seller", "卖家", "Amazon", "A-to-z Guarantee claim", "索赔", "差评", "Chargeback", "Granted",
    "Denied", "已批准", "Closed", "Refunded", "★★☆☆☆", "2 out of 5", "1", "2 of 126 orders", "126 个订单中有 2 个", "1.59%",
    "Order Defect Rate", "订单缺陷率", "Order ID", "Order Date", "Status:", "Comments:", "评论：", "Feedback Manager", "Late Shipment Rate",
    "Dear Seller,", "never came, refund me", "没有收到", "搜索", "Next", "$23.99", "x@example.com", "September 9, 2026 - November 7, 2026",
    "\t", "\n", "\n\n", "  ", " | ", ",", "\u202e", "\x00", "１２６", "-", "—", "X", "Fulfilled by", "配送方", "From", "To",
]  # fmt: skip
pages = some.lists(some.sampled_from(WORDS), max_size=60).map(" ".join) | some.lists(
    some.sampled_from(WORDS), max_size=60
).map("".join)
anything = some.text(max_size=300) | pages


@given(anything, some.sampled_from(["US", "JP", "DE", None]), some.sampled_from(LANGUAGES))
@settings(deadline=None, max_examples=60)
def test_any_text_is_answered_and_twice_the_same(text: str, store: str | None, lang: str) -> None:
    first = understanding_json(understand(text, AS_OF, store), lang)
    assert understanding_json(understand(text, AS_OF, store), lang) == first
    first.encode()


@given(anything)
@settings(deadline=None, max_examples=60)
def test_every_line_is_used_or_passed_over_or_listed(text: str) -> None:
    found = understand(text, AS_OF, "US")
    used = {raw for item in (*found.figures, *found.defects) for raw in item.raw} | set(found.not_understood)
    paste = read(text, AS_OF, "US")
    for line, pieces in zip(paste.lines, paste.raw, strict=True):
        if line.text.strip() and not is_passed_over(pieces):
            assert set(filter(None, line.raws)) <= used


@given(pages)
@settings(deadline=None, max_examples=60)
def test_what_is_null_and_needed_is_asked(text: str) -> None:
    for defect in understand(text, AS_OF, "US").defects:
        asked = {ask.field for ask in defect.asks}
        if defect.is_defect:
            assert defect.order_date or "order_date" in asked
            assert defect.type or "type" in asked
            assert defect.fulfillment or "fulfillment" in asked
            assert defect.outcome or {"outcome", "type"} & asked


@given(pages)
@settings(deadline=None, max_examples=60)
def test_a_figure_states_no_number_the_text_does_not_hold(text: str) -> None:
    for figure in understand(text, AS_OF, "US").figures:
        for number in (figure.orders, figure.orders_with_defects):
            assert number is None or number in (1, 2, 126) or str(number) in text


@given(some.text(alphabet="\u202e\u200b\x00\ud800\ufeff\u2028\t \n★1", max_size=80))
@settings(deadline=None)
def test_unseen_characters_are_data_and_never_shown(text: str) -> None:
    said = understanding_json(understand(text, AS_OF, None), "en")
    assert not set(said) & set("\u202e\u200b\x00\ufeff")
    said.encode()


def test_a_text_too_long_is_refused_with_a_letter() -> None:
    understand(" " * MOST_CHARACTERS, AS_OF, None)
    with pytest.raises(RequestError) as refused:
        understand("x" * (MOST_CHARACTERS + 1), AS_OF, None)
    assert refused.value.code == "paste_too_long"


BULKS = [
    "111-0000001-0000001\tOctober 6, 2026\tSeller\tClaim\n", "1", " ", "1-1/", "★☆ ", "订单缺陷率索赔", "\n", "a\n", "10/6/26 - ",
    "\t", "granted not ", "Comments: a\n", "111-", "1 / ", "Order ID,Order Date,Type\n", "2026年", "of 1 ", '"',
]  # fmt: skip


@pytest.mark.parametrize("bulk", BULKS, ids=repr)
def test_time_grows_with_the_text_and_not_faster(bulk: str) -> None:
    def seconds(length: int) -> float:
        text = (bulk * length)[:length]
        runs = []
        for _ in range(3):
            start = time.process_time()
            understand(text, AS_OF, "US")
            runs.append(time.process_time() - start)
        return min(runs)

    seconds(500)
    small, large = seconds(2_000), seconds(8_000)
    assert large < 12 * small + 0.5
