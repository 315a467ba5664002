"""Freshness: which facts, pages, texts and links nobody has looked at again in time; which pages are behind.

It is run by a schedule (`make freshness`), never by tests or builds: a clean clone has to stay
green by waiting. This is the one place of the documentation build that asks the clock.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from calculator.docsite import followed, outside_links, settings, template_pages
from calculator.docsite.languages import ENGLISH
from calculator.policy import entries

REVIEW_BY = re.compile(r"^review_by: (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def overdue_facts(today: date) -> Iterator[str]:
    """Yield the key and day of every policy row that should have been read again before `today`."""
    for one in entries():
        due = min(row.review_by for row in one.values)
        if due < today:
            yield f"fact {one.key}: was to be read again by {due}"


def overdue_pages(today: date, docs: Path = settings.ROOT / "docs") -> Iterator[str]:
    """Yield every page whose day has passed."""
    for page in sorted(docs.rglob("*.md")):
        found = REVIEW_BY.search(page.read_text(encoding="utf-8"))
        if found and date.fromisoformat(found[1]) < today:
            yield f"page {page.relative_to(docs).as_posix()}: was to be read again by {found[1]}"


def overdue_texts(today: date) -> Iterator[str]:
    """Yield every text with blanks, and every block of a cause, whose day has passed."""
    for page in template_pages.pages(ENGLISH.tag):
        due = page.checked_on + template_pages.READ_AGAIN_AFTER
        if due < today:
            yield f"text {page.about}: was to be read again by {due}"


def main() -> int:
    """Print what is overdue; 1 when something is."""
    today = datetime.now(UTC).date()
    found = [
        *overdue_facts(today),
        *overdue_pages(today),
        *overdue_texts(today),
        *outside_links.overdue(today),
        *followed.overdue(),
    ]
    print("\n".join(found) if found else f"Nothing is overdue on {today}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
