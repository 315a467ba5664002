"""The request `take_along`: one file of the assessment, for a calendar, a spreadsheet or a script.

`what` is a name of `calculator.take_along.DOCUMENTS`; everything else is as in `explain`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calculator.assess import Assessment
from calculator.errors import RequestError
from calculator.json_text import pretty
from calculator.take_along import take_along

TAKEN_ALONG = "odr-take-along/1"


def answer(request: Mapping[str, Any], lang: str, assessed: Callable[[], Assessment]) -> str:
    """Return the file as JSON: its name, its kind, its whole text.

    Raises:
        RequestError: there is no such file.
    """
    what = request.get("what")
    if not isinstance(what, str):
        raise RequestError("bad_request", field="what")
    taken = take_along(assessed(), what, lang)
    return pretty(
        {"contract": TAKEN_ALONG, "file": taken.file, "media_type": taken.media_type, "text": taken.text}
    )
