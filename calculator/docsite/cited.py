"""Cited words: a sentence of the ledgers with its figures and links put in.

`[[words|policy.key]]` becomes a fact with its card, `[[words|policy.key@US]]` the same for one
store, `[[words>guide/page.md#part]]` a link as seen from the page that shows the sentence.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from calculator.docsite.languages import relative
from calculator.docsite.route_words import Fact

MARK = re.compile(r"\[\[([^\[\]|>]+)([|>])([^\[\]]+)\]\]")


def keys(sentence: str) -> list[str]:
    """Return the policy keys a sentence rests on, in order.

    >>> keys("It is [[under {value}|order_defect_rate.target]]; [[more>start/a.md]].")
    ['order_defect_rate.target']
    """
    return [goal.partition("@")[0] for _, kind, goal in MARK.findall(sentence) if kind == "|"]


def address(page: str) -> str:
    """Return the address of a source page below the root of its language.

    >>> address("start/claim-clock.md"), address("understand/index.md#notice"), address("index.md")
    ('start/claim-clock/', 'understand/#notice', '')
    """
    path, mark, anchor = page.partition("#")
    path = path.removesuffix(".md")
    path = path.removesuffix("index") if path.endswith("index") else f"{path}/"
    return path + mark + anchor


def cited(sentence: str, fact: Fact, page_url: str) -> Markup:
    """Return a sentence as HTML with its facts and links."""
    parts, end = [], 0
    for found in MARK.finditer(sentence):
        words, kind, goal = found.groups()
        key, _, store = goal.partition("@")
        parts.append(escape(sentence[end : found.start()]))
        parts.append(
            Markup(fact(key, words, store or None))  # noqa: S704 - made by the fact's own block
            if kind == "|"
            else Markup('<a href="{}">{}</a>').format(relative(page_url, address(goal)), words)
        )
        end = found.end()
    return Markup().join([*parts, escape(sentence[end:])])
