"""Outside links: every address on other hosts that a page leads to, with the day it was last seen.

Most are sources, which say that themselves. The few others stand in `outside_links.toml`. A link that
nobody has looked at fails the tests; one that nobody has looked at for long is named by `make freshness`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from calculator import tables
from calculator.policy import sources

PACKAGE, NAME = "calculator.docsite", "outside_links"
LOOK_AGAIN_AFTER = timedelta(days=180)


def listed() -> dict[str, date]:
    """Return the links that are no sources."""
    return {one["address"]: one["seen_on"] for one in tables.read(PACKAGE, NAME)["links"]}


def seen_on() -> dict[str, date]:
    """Return every link with the day it was last seen."""
    of_sources = {one.address: one.seen_on for one in sources().values() if one.address}
    return {**of_sources, **listed()}


def overdue(today: date) -> Iterator[str]:
    """Yield every link that should have been looked at again."""
    for address, day in sorted(seen_on().items()):
        if day + LOOK_AGAIN_AFTER < today:
            yield f"link {address}: last seen on {day}"
