"""Versions: a case file of an older edition, brought up step by step; of a newer one, refused in words.

Keys may be added to `odr-case/1`, and missing keys mean empty, so most changes need no step. A step is
added when a key changes its meaning, together with a file of the old edition that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calculator.errors import RequestError

Document = Mapping[str, Any]
Step = Callable[[Document], Document]

NAME, LATEST = "odr-case/", 1
STEPS: Mapping[int, Step] = {}
"""By the edition a step starts from; it returns the document of the next one. None was ever needed."""


def brought_up(document: Document, steps: Mapping[int, Step] = STEPS, latest: int = LATEST) -> Document:
    """Return a document as the latest edition writes it.

    Raises:
        RequestError: it is no case, of an edition we never wrote, or of one newer than this.
    """
    edition = _edition(document)
    if edition > latest:
        raise RequestError("newer_case", contract=f"{NAME}{edition}", latest=f"{NAME}{latest}")
    while edition < latest:
        if edition not in steps:
            raise RequestError("bad_case", field="contract")
        edition += 1
        document = {**steps[edition - 1](document), "contract": f"{NAME}{edition}"}
    return document


def _edition(document: Document) -> int:
    contract = document.get("contract")
    number = contract.removeprefix(NAME) if isinstance(contract, str) and contract.startswith(NAME) else ""
    if not (number.isascii() and number.isdigit() and len(number) <= 4):
        raise RequestError("bad_case", field="contract")
    return int(number)
