"""The request `letter_out`: one file of the letter, as bytes in text form.

`what` is a name of `calculator.letter_files.DOCUMENTS`, or `case.json` for the whole case with order ids
and mail addresses masked; `whole_ids` asks for whole order ids in the table of orders; everything else
is as in `desk`. The answer is `odr-file/1`: `file`, `media_type` and `base64`, and `text` where the file
is one.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.case import CASE, EMPTY, read
from calculator.case_file import masked_text
from calculator.errors import ReportError, RequestError
from calculator.json_text import pretty
from calculator.letter_files import LetterFile, letter_file
from calculator.requests import day
from calculator.take_along.naming import file_name

FILE, MASKED_CASE = "odr-file/1", "case.json"
_TEXT = ("text/", "application/json")


def answer(request: Mapping[str, Any], lang: str, assessed: Callable[[], Assessment]) -> str:
    """Return the file as JSON; without a figure or a file the letter stands all the same.

    Raises:
        RequestError: there is no such file, or a request that cannot be understood.
    """
    what, held = request.get("what"), request.get("case")
    if not isinstance(what, str):
        raise RequestError("bad_request", field="what")
    case = EMPTY if held is None else read(held)
    as_of = day(str(request.get("as_of")))
    if what == MASKED_CASE:
        return pretty(document(_masked_case(held, as_of)))
    try:
        assessment = assessed()
    except ReportError:
        assessment = None
    has_whole_ids = request.get("whole_ids") is True
    return pretty(document(letter_file(case, assessment, what, lang, as_of, has_whole_ids=has_whole_ids)))


def _masked_case(held: Any, as_of: date) -> LetterFile:
    """Return the case as it was given, everything this edition does not know included, but masked."""
    value = json.loads(held) if isinstance(held, str) else held
    whole = {"contract": CASE} if value is None else value
    data = masked_text(whole).encode()
    return LetterFile(file=file_name("case-masked", as_of, "json"), media_type="application/json", data=data)


def document(made: LetterFile) -> dict[str, Any]:
    """Return a file as a plain value."""
    value: dict[str, Any] = {
        "contract": FILE,
        "file": made.file,
        "media_type": made.media_type,
        "base64": binascii.b2a_base64(made.data, newline=False).decode(),
    }
    return value | ({"text": made.data.decode()} if made.media_type.startswith(_TEXT) else {})
