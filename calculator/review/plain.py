"""Plain text: a review for people at a command line, blockers first, then three, the rest counted."""

from __future__ import annotations

from typing import Any

from calculator.messages import text

MOST_OTHERS = 3


def review_text(document: dict[str, Any], lang: str, *, everything: bool = False) -> str:
    """Return a review for people."""
    found = document["findings"]
    blockers = [one for one in found if one["severity"] == "blocker"]
    others = [one for one in found if one["severity"] != "blocker"]
    shown = [*blockers, *(others if everything else others[:MOST_OTHERS])]
    head = text(lang, "review.count", blockers=len(blockers), others=len(others)) if found else ""
    end = text(lang, "review.ready") if document["ready"] else text(lang, "review.not_a_chance")
    more = [text(lang, "review.more", n=len(found) - len(shown))] if len(found) > len(shown) else []
    lines = [*filter(None, [head]), *(_told(one, lang) for one in shown), *more, end]
    return "".join(f"{line}\n" for line in lines)


def _told(one: dict[str, Any], lang: str) -> str:
    severity = text(lang, f"review.severity.{one['severity']}")
    words = f"\n    > {' '.join(one['excerpt'].split())}" if one["excerpt"] else ""
    return (
        f"{one['rule']} {one['name']} ({severity}, {one['line']}){words}\n    {one['message']} {one['fix']}"
    )
