"""The request `understand`: a pasted page or notice, read row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calculator.assess import Assessment
from calculator.errors import RequestError
from calculator.paste import understand, understanding_json
from calculator.requests import day
from calculator.stores import of_code


def answer(request: Mapping[str, Any], lang: str, _assessed: Callable[[], Assessment]) -> str:
    """Return what was understood as JSON, `odr-paste/1`.

    Raises:
        RequestError: a request that cannot be understood.
    """
    text, as_of, store = request.get("text"), request.get("as_of"), request.get("store")
    if not isinstance(text, str):
        raise RequestError("bad_request", field="text")
    if not isinstance(as_of, str):
        raise RequestError("bad_request", field="as_of")
    code = of_code(store) if isinstance(store, str) else None
    return understanding_json(understand(text, day(as_of), code), lang)
