"""Languages of the site: which folder each has, how it is called, and the way from one to another.

A page has the same address in every language below its language's folder, so a switch between
languages always leads to the same page. All ways are relative: the site works below any path.
"""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import relpath


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language: its tag, its folder below the site's root ("" for the first), its own name, short too."""

    tag: str
    folder: str
    name: str
    short: str


ENGLISH = Language(tag="en", folder="", name="English", short="EN")
SIMPLIFIED = Language(tag="zh-Hans", folder="zh/", name="简体中文", short="简体")
TRADITIONAL = Language(tag="zh-Hant", folder="zh-hant/", name="繁體中文", short="繁體")
LANGUAGES = (ENGLISH, SIMPLIFIED, TRADITIONAL)
WRITTEN = (ENGLISH, SIMPLIFIED)
"""The languages pages are written in; the third is derived from the second."""


def language(tag: str) -> Language:
    """Return the language with this tag.

    Raises:
        LookupError: the site is not written in it.
    """
    for one in LANGUAGES:
        if one.tag == tag:
            return one
    raise LookupError(f'The site has no language "{tag}". Known: {", ".join(one.tag for one in LANGUAGES)}.')


def way_between(start: Language, goal: Language, page_url: str) -> str:
    """Return the address of a page in `goal`, relative to the root of `start`.

    >>> way_between(ENGLISH, SIMPLIFIED, "start/first-hour/")
    'zh/start/first-hour/'
    >>> way_between(SIMPLIFIED, ENGLISH, "start/first-hour/")
    '../start/first-hour/'
    """
    return way_to_root(start.folder) + goal.folder + page_url


def way_to_root(url: str) -> str:
    """Return the way from a page (or folder) address up to the root it hangs under.

    >>> way_to_root("about/method/"), way_to_root("")
    ('../../', '')
    """
    return "../" * url.count("/")


def relative(page_url: str, target: str) -> str:
    """Return the address of `target` as seen from a page, both below one root.

    >>> relative("about/method/", "reference/facts/#grades")
    '../../reference/facts/#grades'
    """
    address, mark, anchor = target.partition("#")
    way = relpath(address or ".", page_url or ".")
    return way + ("/" if not address or address.endswith("/") else "") + mark + anchor
