"""Instead: what a text is where it is no notice about the account.

Worse mistake: reading a swindler's letter, or a mail about one order, as a notice to be answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calculator.route import off
from calculator.route.expressions import expression
from calculator.route.found import Evidence
from calculator.route.hits import says

_ALWAYS = ("suspicious", "marketing", "reinstated")
_WEAK = ("claim_mail", "chargeback_mail", "feedback_mail", "buyer_mail", "help_page", "digest")
"""Kinds that hold whatever else is said, and those that any word about the account's state beats."""


def instead(found: Mapping[str, Sequence[Evidence]], text: str) -> str:
    """Return what the text is, or "" for a notice or something unknown."""
    said = says(found["instead"])
    if false_hosts(text):
        return "suspicious"
    for one in _ALWAYS:
        if one in said:
            return one
    if off.is_strong(found):
        return ""
    return next((one for one in _WEAK if one in said), "")


def false_hosts(text: str) -> tuple[str, ...]:
    """Return hosts that look like Amazon's and are not.

    >>> false_hosts("https://sellercentral.amazon.com/x http://amaz0n-appeal.example/y")
    ('amaz0n-appeal.example',)
    """
    hosts = (a or b for a, b in expression("host").findall(text))
    names = (host.lower().strip(".") for host in hosts)
    return tuple(dict.fromkeys(name for name in names if _is_false(name)))


def _is_false(host: str) -> bool:
    return bool(expression("like_amazon").search(host)) and not expression("amazon").search(host)
