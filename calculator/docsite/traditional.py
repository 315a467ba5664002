"""Traditional Chinese: every message and letter derived from the Simplified one, never written by hand.

`python -m calculator.docsite.traditional` rewrites `calculator/messages/zh-Hant/` and the folders
named `traditional` with OpenCC (Taiwan's words). Whole files are converted: keys and
placeholders are ASCII and stay.
"""

from __future__ import annotations

from pathlib import Path

import opencc

MESSAGES = Path(__file__).parents[1] / "messages"
TEMPLATES = Path(__file__).parents[2] / "appeal_templates"
ROOT_CAUSES = Path(__file__).parents[1] / "root_causes"
FOLDERS = (
    (MESSAGES / "zh-Hans", MESSAGES / "zh-Hant"),
    (TEMPLATES / "single_defects", TEMPLATES / "traditional" / "single_defects"),
    (ROOT_CAUSES / "trees", ROOT_CAUSES / "traditional"),
)
"""Folders of Simplified words and the folders derived from them."""
FILES = ((ROOT_CAUSES / "find_out.toml", ROOT_CAUSES / "traditional" / "find_out.toml"),)
"""Single files and the ones derived from them."""
_CONVERTER = opencc.OpenCC("s2twp")


def derived() -> dict[Path, str]:
    """Return, for each file that has to exist, its text."""
    found = [
        (path, target / path.name)
        for source, target in FOLDERS
        for path in sorted(source.glob("*.toml"))
        if path.name != "order.toml"
    ]
    return {target: convert(source.read_text(encoding="utf-8")) for source, target in (*found, *FILES)}


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
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in held() - texts.keys():
        path.unlink()


def held() -> set[Path]:
    """Return every derived file that is there."""
    return {path for _, target in FOLDERS for path in target.glob("*.toml")}


if __name__ == "__main__":
    write()
