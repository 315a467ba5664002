"""The request `desk`: everything the appeal desk shows of a case.

`first` is the number of defects before the first one shown; see `facts.more` of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calculator.assess import Assessment
from calculator.case import EMPTY, read
from calculator.desk import view
from calculator.errors import ReportError, RequestError
from calculator.json_text import line
from calculator.requests import day


def answer(request: Mapping[str, Any], lang: str, assessed: Callable[[], Assessment]) -> str:
    """Return the desk as JSON, `odr-desk/1`; without a figure or a file it stands all the same.

    Raises:
        RequestError: a request that cannot be understood.
    """
    held = request.get("case")
    case = EMPTY if held is None else read(held)
    assessment = _if_any(assessed)
    first = request.get("first")
    as_of = day(str(request.get("as_of")))
    return line(view(case, assessment, lang, as_of, first=first if isinstance(first, int) else 0))


def _if_any(assessed: Callable[[], Assessment]) -> Assessment | None:
    """Return the assessment, None where there is nothing to assess or the store's field needs a look."""
    try:
        return assessed()
    except ReportError:
        return None
    except RequestError as wrong:
        if wrong.code != "unknown_store":
            raise
        return None
