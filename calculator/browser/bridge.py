"""Bridge: the two functions the worker may call, JSON text and bytes across, no objects.

    handle(request_json) -> response_json
    feed(file_id, data)

Requests carry a `type`: `open`, `close`, `drop`, `wipe`, `identify`, `assess`, `explain`, `desk`,
`known_answer`, `letter`, `letter_out`, `review`, `rows`, `take_along`, `understand`. Our own errors come
back as `odr-error/1`; anything else is a bug and is left to surface as one. `assess` answers with exactly
the text of `odr assess --json`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from calculator import case, requests, workbook
from calculator.assess import Assessment, assess
from calculator.case import EMPTY
from calculator.encode import assessment_json, error_json
from calculator.errors import AppealError, RequestError
from calculator.explain import explanation_json, identification
from calculator.json_text import parsed, pretty
from calculator.messages import LANGUAGES
from calculator.reports import Intake

_intake = Intake(workbook.sheets)
Request = dict[str, Any]


def handle(request_json: str) -> str:
    """Answer one request; see the module for its types."""
    lang = "en"
    try:
        request = _parsed(request_json)
        lang = _language(request)
        return _answer_of(request.get("type"))(request, lang)
    except AppealError as error:
        return error_json(error, lang)


def feed(file_id: str, data: Any) -> None:
    """Give the next bytes of an open file; `data` is bytes or a JavaScript byte array."""
    _intake.feed(file_id, data.to_bytes() if hasattr(data, "to_bytes") else bytes(data))


def _answer_of(kind: object) -> Callable[[Request, str], str]:
    """Return what answers a type of request.

    Raises:
        RequestError: no such type.
    """
    if kind in _ON_DEMAND:
        answer = import_module(_ON_DEMAND[str(kind)]).answer
        return lambda request, lang: answer(request, lang, lambda: _assessed(request))
    if not isinstance(kind, str) or kind not in _ANSWERS:
        raise RequestError("bad_request", field="type")
    return _ANSWERS[kind]


def _parsed(request_json: str) -> Request:
    try:
        request = parsed(request_json)
    except ValueError as broken:
        raise RequestError("bad_request", field="JSON") from broken
    if not isinstance(request, dict):
        raise RequestError("bad_request", field="JSON")
    return request


def _language(request: Request) -> str:
    lang = request.get("lang", "en")
    if lang not in LANGUAGES:
        raise RequestError("unknown_language", value=lang)
    return str(lang)


def _field(request: Request, name: str) -> str:
    value = request.get(name)
    if not isinstance(value, str):
        raise RequestError("bad_request", field=name)
    return value


def _open(request: Request, _lang: str) -> str:
    stated = request.get("dates")
    orders = (
        {name: order for name, value in stated.items() if (order := requests.date_order(value))}
        if isinstance(stated, dict)
        else requests.date_order(stated)
    )
    _intake.open(_field(request, "file_id"), _field(request, "name"), orders)
    return pretty({"opened": request["file_id"]})


def _close(request: Request, _lang: str) -> str:
    _intake.close(_field(request, "file_id"))
    return pretty({"closed": request["file_id"]})


def _drop(request: Request, _lang: str) -> str:
    _intake.drop(_field(request, "file_id"))
    return pretty({"dropped": request["file_id"]})


def _wipe(_request: Request, _lang: str) -> str:
    _intake.wipe()
    return pretty({"wiped": True})


def _assessed(request: Request) -> Assessment:
    as_of = requests.day(_field(request, "as_of"))
    store, window, typed = request.get("store"), request.get("window"), request.get("case")
    return assess(
        _intake,
        as_of,
        store=store if isinstance(store, str) else None,
        window=requests.window(window) if isinstance(window, str) else None,
        case=EMPTY if typed is None else case.read(typed),
    )


def _assess(request: Request, lang: str) -> str:
    return assessment_json(_assessed(request), lang)


def _explain(request: Request, lang: str) -> str:
    all_days = request.get("all_days", True) is not False
    return explanation_json(_assessed(request), lang, _supposed(request), all_days=all_days)


def _supposed(request: Request) -> dict[str, str]:
    """Return the outcomes the seller asks "what if" about, by key of the defect's row."""
    supposed = request.get("supposed") or {}
    if not isinstance(supposed, dict) or not all(isinstance(value, str) for value in supposed.values()):
        raise RequestError("bad_request", field="supposed")
    return supposed


def _identify(_request: Request, lang: str) -> str:
    return pretty({"files": identification(_intake, lang)})


_ANSWERS: dict[str, Callable[[Request, str], str]] = {
    "open": _open,
    "close": _close,
    "drop": _drop,
    "wipe": _wipe,
    "identify": _identify,
    "assess": _assess,
    "explain": _explain,
}
_ON_DEMAND = {
    "desk": "calculator.browser.desk_request",
    "known_answer": "calculator.browser.known_answer_request",
    "letter": "calculator.browser.letter_request",
    "letter_out": "calculator.browser.letter_out_request",
    "review": "calculator.browser.review_request",
    "rows": "calculator.browser.rows_request",
    "take_along": "calculator.browser.take_along_request",
    "understand": "calculator.browser.paste_request",
}
"""Modules that answer what is asked late or never; the first answer must not wait for them to load."""
