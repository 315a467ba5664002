"""Plain text: a review for people at a command line, blockers first, then three, the rest counted."""

from __future__ import annotations

from typing import Any

from calculator.messages import text


def review_text(document: dict[str, Any], lang: str, *, everything: bool = False) -> str:
    """Return a review for people."""
    found = document["findings"]
    shown = found if everything else [found[number] for number in document["shown_first"]]
    more = [text(lang, "review.more", n=len(found) - len(shown))] if len(found) > len(shown) else []
    last = text(lang, "review.not_a_chance")
    lines = [document["verdict"], *(_told(one) for one in shown), *more, last]
    return "".join(f"{line}\n" for line in lines)


def _told(one: dict[str, Any]) -> str:
    severity = one["severity_name"]
    words = f"\n    > {' '.join(one['excerpt'].split())}" if one["excerpt"] else ""
    return (
        f"{one['rule']} {one['name']} ({severity}, {one['line']}){words}\n    {one['message']} {one['fix']}"
    )
