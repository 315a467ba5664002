"""Recovery: how the number moves in the coming days, in sentences.

Worse mistake: a day that sounds like the day offers come back.
"""

from __future__ import annotations

from typing import Any

from calculator.assess import Assessment


def blocks(assessment: Assessment, lang: str) -> list[dict[str, Any]]:
    """Return one block per fulfilment that has orders or marks, the main one first."""
    del assessment, lang
    return []
