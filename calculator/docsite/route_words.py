"""Words of the route as HTML: figures with their cards, links to the places a step leads to.

A sentence of the route may name a figure, `{quiz_hours}`, and mark the part that becomes a link with
[brackets]. Neither is typed: the figure is the policy's, the address that of a page of this site.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from calculator import messages, tables
from calculator.docsite.languages import relative

Fact = Callable[..., str]

PLACES: dict[str, str] = tables.read("calculator.route", "places")
LINK = re.compile(r"\[([^]]+)\]")
NAMED = re.compile(r"\{(\w+)\}")


class Words:
    """The messages of the first door in one language, for one page."""

    def __init__(self, lang: str, page_url: str, fact: Fact) -> None:
        self.lang, self._page, self._fact = lang, page_url, fact

    def text(self, key: str, /, **values: object) -> str:
        """Return a message without figures or links."""
        return self._words(key).format_map(values)

    def some(self, key: str) -> str:
        """Return a message that need not exist, or ""."""
        return self._of_route().get(key, "")

    def html(self, key: str, place: str = "") -> Markup:
        """Return a message with its figures as facts and its [brackets] as a link to `place`.

        Raises:
            LookupError: the message has a link and no place, or names a figure nobody knows.
        """
        raw = self._words(key)
        if bool(place) != bool(LINK.search(raw)):
            raise LookupError(f'The message "{key}" in {self.lang} and its link do not fit: "{place}".')
        linked = LINK.sub(lambda found: self._link(place, found[1]), str(escape(raw)))
        return Markup(NAMED.sub(lambda found: self._figure(found[1]), linked))  # noqa: S704 - escaped above

    def _words(self, key: str) -> str:
        """Return a message of the route, or one of the pages around it."""
        return self._of_route().get(key) or messages.catalogue(self.lang, "door")[key]

    def _of_route(self) -> dict[str, str]:
        return messages.catalogue(self.lang, "route")

    def way(self, target: str) -> str:
        """Return the address of a page of the site from this page."""
        return relative(self._page, target)

    def _link(self, place: str, words: str) -> str:
        return f'<a href="{escape(self.way(PLACES[place]))}">{words}</a>'

    def _figure(self, name: str) -> str:
        row = tables.read("calculator.route", "figures")[name]
        return self._fact(row["key"], store=row.get("store"))
