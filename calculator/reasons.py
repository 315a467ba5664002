"""Reasons: why a defect counts or does not, in one sentence."""

from __future__ import annotations

from calculator.defects import Defect, Origin
from calculator.messages import text


def reason_of(defect: Defect, lang: str) -> str:
    """Return the sentence that stands beside a defect.

    Source: counted_defects
    """
    if defect.rule is None:
        return text(lang, "outcomes.unknown", outcome=defect.outcome)
    if defect.origin is Origin.ODR_DOWNLOAD and not defect.is_edited:
        return text(lang, "outcomes.marked_by_amazon")
    if defect.stars is not None and not defect.is_edited:
        return text(lang, "outcomes.stars", stars=defect.stars)
    return text(lang, f"outcomes.{defect.type}.{defect.outcome}")
