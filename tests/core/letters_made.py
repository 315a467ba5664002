"""Letters as plain values for the tests of what is made of them; every word in them is invented."""

from __future__ import annotations

from typing import Any

ENGLISH = """NOT READY TO SEND: fill every 【】 first.

Plan of action for our seller-fulfilled offers

Root cause

- We listed 31 offers without stock.
- 【Which check was missing?】

Actions taken

1. On 22 November 2026 the owner closed 31 offers (proof: settings.png).

Steps taken to prevent it

- Since 23 November 2026 a label is printed only at weigh-in.

Affected orders: 111-0000001-0000001, 111-0000001-0000002
"""

CHINESE = """自配送商品的行动计划

根本原因

- 8月起，我们有 31 个商品没有库存却在售。

已采取的措施

- 2026年11月22日，店主下架了 31 个商品（证明：设置截图.png）。

为防止再次发生已采取的步骤

- 从2026年11月23日起，称重后才打印面单。"""

TITLES = {"Plan of action for our seller-fulfilled offers", "自配送商品的行动计划"}
HEADINGS = {
    "Root cause",
    "Actions taken",
    "Steps taken to prevent it",
    "根本原因",
    "已采取的措施",
    "为防止再次发生已采取的步骤",
}

HOSTILE = [
    "</w:t></w:r></w:p><w:p>",
    "& < > \" ' ]]>",
    "a\u202eb\u0000c\ud800d\ufffee\uffff",
    "=HYPERLINK(1)",
    "{body} {language} {nothing}",
    "**bold** [a](b) <script> `x` # | ~",
    "𠮷野家 👩‍👩‍👧 é é",
    "1. not a list\n# not a heading\n---\n    code",
    "\t tab \r\n line \r end \u2028 s",
    "",
    "好" * 5_000,
]


def letter(text: str = ENGLISH, **more: Any) -> dict[str, Any]:
    """Return `odr-letter/1` with this text."""
    warning = text.partition("\n")[0] + "\n\n" if text.startswith("NOT READY") else ""
    is_english = text.isascii() or text == ENGLISH
    return {
        "contract": "odr-letter/1",
        "ready": "【" not in text,
        "first_line": warning.strip() or None,
        "language": "en" if is_english else "zh-Hans",
        "text": text,
        "boxes": {
            "root_cause": warning + "- We listed 31 offers without stock.",
            "actions_taken": warning + "On 22 November 2026 the owner closed 31 offers.",
            "prevention": warning + "Since 23 November 2026 a label is printed only at weigh-in.",
        },
        "sentences": [{"text": line.removeprefix("- ")} for line in text.splitlines() if line],
        "blocks": [
            {"text": line, "kind": "title" if line in TITLES else "heading"}
            for line in text.splitlines()
            if line in HEADINGS | TITLES
        ],
        "evidence_index": [
            {
                "number": 1,
                "file": "settings.png",
                "shows": "31 offers closed",
                "sentence": 6,
            },
            {"number": 2, "file": "=cmd|' /C calc'!A0", "shows": "", "sentence": None},
        ],
        "affected_orders": [
            {
                "order_id": "111-0000001-0000001",
                "type": "A-to-z claim",
                "order_date": "2026-10-06",
                "cause": "not received",
                "refunded": "Amazon, 2026-11-09",
            },
            {
                "order_id": "order A",
                "type": "A-to-z claim",
                "order_date": None,
                "cause": "not received",
                "refunded": None,
            },
        ],
        **more,
    }
