"""The request `letter`: one text about one defect of the case or of the files.

`defect` is the key of a row as the explanation gives it; without it every fact stays a blank.
`blanks` holds what the seller typed into the blanks, `send_in` is `en` or `zh`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calculator.assess import Assessment
from calculator.case import EMPTY, Case, read
from calculator.errors import RequestError
from calculator.explain.defects import key_of
from calculator.policy import policy_on
from calculator.requests import day
from calculator.stores import of_code
from calculator.templates import facts_of, out_of_a_file, single_letter_json, typed
from calculator.templates.facts import Known

_LONGEST = 20_000


def answer(request: Mapping[str, Any], lang: str, assessed: Callable[[], Assessment]) -> str:
    """Return the letter as JSON; `assessed` is asked only for a row of a file.

    Raises:
        RequestError: no such text, no such defect, or a request that cannot be understood.
    """
    held = request.get("case")
    case = EMPTY if held is None else read(held)
    store, as_of = request.get("store"), day(str(request.get("as_of")))
    return single_letter_json(
        str(request.get("template")),
        lang,
        facts_of(_known(request.get("defect"), case, assessed)),
        blanks=_blanks(request.get("blanks")),
        send_in=request.get("send_in"),
        policy=policy_on(as_of, of_code(store) if isinstance(store, str) else None),
        as_of=as_of,
    )


def _known(key: object, case: Case, assessed: Callable[[], Assessment]) -> Known | None:
    if key in (None, ""):
        return None
    found = typed(case, str(key))
    if found is not None:
        return found
    assessment = assessed()
    for defect in assessment.defect_list.defects:
        if key_of(defect, assessment) == key:
            return out_of_a_file(defect)
    raise RequestError("unknown_defect", defect=key)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _blanks(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(_is_words(one) for one in value.values()):
        raise RequestError("bad_request", field="blanks")
    return {str(name): words for name, words in value.items()}
