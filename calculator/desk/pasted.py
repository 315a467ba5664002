"""Pasted: what the notice's own words say, read once as long as they stay the same.

The last text read is held until another one is, or none; nothing else of a case is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from calculator.desk.doubt import MOST
from calculator.paste import understand
from calculator.paste.result import Figure
from calculator.route.found import Found
from calculator.route.notice import read_notice

TEXT = "appeal.notice.text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A notice as it was read: the answers it gives, and the figure it names."""

    found: Found
    figure: Figure | None


@lru_cache(maxsize=1)
def read(text: str, as_of: date) -> Pasted | None:
    """Return what a pasted notice says, None where there is none or it is longer than one can be."""
    if not text.strip() or len(text) > MOST["long_words"]:
        return None
    figures = understand(text, as_of, None).figures
    return Pasted(
        found=read_notice(text, as_of), figure=next((one for one in figures if one.source == "notice"), None)
    )
