"""Traditional Chinese is derived: nobody has edited it, nothing of it is old."""

from __future__ import annotations

from calculator.case import read
from calculator.docsite import page_data, settings
from calculator.docsite.traditional import derived, held
from calculator.docsite.traditional_words import convert
from calculator.letter import compose


def test_every_traditional_message_is_what_the_simplified_one_gives() -> None:
    """Rewrite them with `python -m calculator.docsite.traditional`."""
    assert {path: path.read_text(encoding="utf-8") for path in held()} == derived()


def test_the_converter_changes_words_and_keeps_blanks() -> None:
    assert convert('missing = "{file} 少一个：{missing}"') == 'missing = "{file} 少一個：{missing}"'
    assert convert("订单缺陷率") == "訂單缺陷率"


def test_a_letter_in_english_is_read_in_the_script_of_its_reader() -> None:
    """What the seller typed stays as it was typed; the rest is Traditional."""
    case = read(page_data.finished())
    readings = {
        lang: [one["reading"] for one in compose(case, None, lang, settings.as_of()).value()["sentences"]]
        for lang in ("zh-Hans", "zh-Hant")
    }
    traditional = [one["zh-Hant"] for one in readings["zh-Hant"] if one]
    simplified = [one["zh-Hans"] for one in readings["zh-Hans"] if one]
    assert len(traditional) == len(simplified) > 3
    assert [one for one in traditional if one.startswith(("行動計劃", "根本原因", "已採取"))]
    assert "缺陷" in "".join(simplified) and "单" in "".join(simplified)
