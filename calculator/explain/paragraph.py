"""Paragraph: sentences run together, with a blank between them where the language has one."""

from __future__ import annotations

from collections.abc import Iterable


def paragraph(sentences: Iterable[str], lang: str) -> str:
    """Return sentences as one text.

    >>> paragraph(("One.", "Two."), "en"), paragraph(("一。", "二。"), "zh-Hans")
    ('One. Two.', '一。二。')
    """
    return (" " if lang == "en" else "").join(sentences)
