"""Traditional Chinese is derived: nobody has edited it, nothing of it is old."""

from __future__ import annotations

from calculator.docsite.traditional import derived, held
from calculator.docsite.traditional_words import convert


def test_every_traditional_message_is_what_the_simplified_one_gives() -> None:
    """Rewrite them with `python -m calculator.docsite.traditional`."""
    assert {path: path.read_text(encoding="utf-8") for path in held()} == derived()


def test_the_converter_changes_words_and_keeps_blanks() -> None:
    assert convert('missing = "{file} 少一个：{missing}"') == 'missing = "{file} 少一個：{missing}"'
    assert convert("订单缺陷率") == "訂單缺陷率"
