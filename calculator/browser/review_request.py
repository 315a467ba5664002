"""The request `review`: what a letter lacks or risks, with a case or without one.

`text` is the letter. Beside it may stand `kind` (`plan`, `claim_appeal`), `issues` (cause ids the notice
names), `previous` (the letter before) and `case`, which is then read with its files as in `desk`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from re import compile as pattern
from typing import Any

from calculator.assess import Assessment
from calculator.case import read
from calculator.errors import ReportError, RequestError
from calculator.json_text import line
from calculator.requests import day
from calculator.review.case import asked_of, issues_named
from calculator.review.document import review_document
from calculator.review.model import Asked

_HALF = pattern("[\ud800-\udfff]")
"""Half a character, which a page may hold and no answer can carry."""


def answer(request: Mapping[str, Any], lang: str, assessed: Callable[[], Assessment]) -> str:
    """Return the review as JSON, `odr-review/1`.

    Raises:
        RequestError: a request that cannot be understood.
    """
    asked = _asked(request, assessed)
    return line(review_document(_words(request, "text"), asked, lang))


def _asked(request: Mapping[str, Any], assessed: Callable[[], Assessment]) -> Asked:
    asked = _of_case(request, assessed)
    issues = issues_named(_words(request, "issues"))
    return replace(
        asked,
        issues=issues or asked.issues,
        previous=_words(request, "previous") or asked.previous,
        is_claim_appeal=request.get("kind") == "claim_appeal",
    )


def _of_case(request: Mapping[str, Any], assessed: Callable[[], Assessment]) -> Asked:
    """Return what the case tells; where nothing can be assessed its own figures stand all the same."""
    held = request.get("case")
    if held is None:
        return Asked()
    try:
        assessment = assessed()
    except ReportError:
        assessment = None
    return asked_of(read(held), assessment, day(_words(request, "as_of")))


def _words(request: Mapping[str, Any], name: str) -> str:
    """Return the words of a field, none where it is missing.

    Raises:
        RequestError: something else stands there.
    """
    value = request.get(name) or ""
    if not isinstance(value, str):
        raise RequestError("bad_request", field=name)
    return _HALF.sub("\ufffd", value)
