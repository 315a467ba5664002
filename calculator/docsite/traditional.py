"""Traditional Chinese: every message derived from the Simplified one, never written by hand.

`python -m calculator.docsite.traditional` rewrites `calculator/messages/zh-Hant/` with OpenCC
(Taiwan's words). Whole files are converted: keys and placeholders are ASCII and stay.
"""

from __future__ import annotations

from pathlib import Path

import opencc

MESSAGES = Path(__file__).parents[1] / "messages"
_CONVERTER = opencc.OpenCC("s2twp")


def derived() -> dict[Path, str]:
    """Return, for each file that has to exist, its text."""
    sources = sorted((MESSAGES / "zh-Hans").glob("*.toml"))
    return {MESSAGES / "zh-Hant" / path.name: convert(path.read_text(encoding="utf-8")) for path in sources}


def convert(simplified: str) -> str:
    """Return a Simplified text in Traditional Chinese as written in Taiwan.

    >>> convert("订单缺陷率")
    '訂單缺陷率'
    """
    return str(_CONVERTER.convert(simplified))


def write() -> None:
    """Write every derived file and remove those without a source."""
    texts = derived()
    for path, text in texts.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in set((MESSAGES / "zh-Hant").glob("*.toml")) - texts.keys():
        path.unlink()


if __name__ == "__main__":
    write()
