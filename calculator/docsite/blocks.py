"""Blocks: the small pieces of HTML that macros put into a page, kept as templates beside this file.

Templates escape what they are given and fail on a name they do not know.
"""

from __future__ import annotations

from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from calculator.docsite import words


@cache
def _environment() -> Environment:
    loader = PackageLoader("calculator.docsite", "blocks")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def render(name: str, lang: str, **values: object) -> str:
    """Return the block `name` in `lang`, as HTML without blank lines (Markdown would end it there)."""
    template = _environment().get_template(f"{name}.html")
    html = template.render(
        lang=lang,
        text=partial(words.text, lang),
        guide=partial(words.guide, lang),
        lines=lines,
        day=partial(words.day, lang),
        letters=words.LETTERS,
        **values,
    )
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def lines(words_: str) -> Markup:
    r"""Return words whose line ends survive where a page is put together line by line.

    >>> lines("a\n- b")
    Markup('a&#10;- b')
    """
    return Markup("&#10;").join(escape(line) for line in words_.split("\n"))
