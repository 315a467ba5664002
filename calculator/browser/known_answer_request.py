"""The request `known_answer`: the digest of what another request is answered with, and who answered.

`question` is any other request of the bridge. Python itself takes the digest: a page from an address
without a certificate is given no other way to do so by its browser.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from calculator.assess import Assessment
from calculator.browser import bridge
from calculator.errors import RequestError
from calculator.json_text import pretty
from calculator.policy import load

try:  # hashlib is not among what the browser loads
    from _sha2 import sha256  # type: ignore[import-not-found]  # Python 3.12 and newer
except ImportError:
    from hashlib import sha256

KNOWN_ANSWER = "odr-known-answer/1"
_DIGITS = 32


def answer(request: Mapping[str, Any], _lang: str, _assessed: Callable[[], Assessment]) -> str:
    """Return the digest as JSON, with the version of Python and of the rules.

    Raises:
        RequestError: there is no question, or it is one of this kind again.
    """
    question = request.get("question")
    if not isinstance(question, dict) or question.get("type") == "known_answer":
        raise RequestError("bad_request", field="question")
    return pretty(
        {
            "contract": KNOWN_ANSWER,
            "digest": digest(bridge.handle(json.dumps(question))),
            "python": ".".join(map(str, sys.version_info[:3])),
            "rules": load.edition(),
        }
    )


def digest(text: str) -> str:
    """Return the digest that stands for a text.

    >>> digest("")
    'e3b0c44298fc1c149afbf4c8996fb924'
    """
    return str(sha256(text.encode()).hexdigest())[:_DIGITS]
