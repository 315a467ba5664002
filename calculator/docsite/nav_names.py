"""Names of the menu's parts: a shelf whose name is a link leaves its label empty, and its list nameless.

The theme names each list of the menu by a label. Where the shelf has a landing page, the name stands
in the link and the label holds an arrow alone; the list then gets the name its own title shows.
"""

from __future__ import annotations

import re

_LIST = re.compile(
    r'(<nav class="md-nav" data-md-level="\d+") aria-labelledby="(?P<label>\w+)"'
    r'(?P<rest>[^>]*>\s*<label class="md-nav__title" for="\w+">\s*<span class="md-nav__icon md-icon"></span>)'
    r"(?P<title>[^<]*)</label>"
)


def named(html: str) -> str:
    """Return the page with each list of the menu named by its title.

    >>> page = '<nav class="md-nav" data-md-level="2" aria-labelledby="a">'
    >>> page += '<label class="md-nav__title" for="b">'
    >>> page += '<span class="md-nav__icon md-icon"></span> Guide </label>'
    >>> named(page).startswith('<nav class="md-nav" data-md-level="2" aria-label="Guide">')
    True
    """
    return _LIST.sub(_by_title, html)


def _by_title(found: re.Match[str]) -> str:
    title = " ".join(found["title"].split())
    return f'{found[1]} aria-label="{title}"{found["rest"]}{found["title"]}</label>'
