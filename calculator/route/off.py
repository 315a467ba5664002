"""Off: what a notice says is switched off, and the answers that follow from others.

Worse mistake: settling a contradiction by taste. A notice that says two things leaves the question open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calculator.route.found import Contradiction, Evidence
from calculator.route.hits import says

_STATES = ("mfn", "account", "nothing")
_ABOUT_PAPERS = ("authenticity", "serious", "identity", "related_account")
_NEEDS_STATE = ("order_defect_rate", "")


def answer(found: Sequence[Evidence], metric: str) -> tuple[str, tuple[Contradiction, ...]]:
    """Return what is off, or the contradiction that leaves it open."""
    said = says(found)
    states = [one for one in _STATES if one in said]
    if len(states) > 1:
        return "", (Contradiction(topic="off", evidence=tuple(hit for hit in found if hit.says in states)),)
    if states:
        return states[0], ()
    if "listing" in said:
        return _listing(found, metric)
    return ("nothing" if "threat" in said else ""), ()


def completed(answers: dict[str, str]) -> dict[str, str]:
    """Return answers with "unknown" for what is off where the outcome does not depend on it."""
    is_settled = answers.get("button") in ("quiz", "questionnaire")
    needs = answers.get("metric", "") in _NEEDS_STATE and not is_settled
    if "off" in answers or "metric" not in answers or needs:
        return answers
    return {"off": "unknown", **answers}


def _listing(found: Sequence[Evidence], metric: str) -> tuple[str, tuple[Contradiction, ...]]:
    """Return that one product is off, unless the reason is another matter or the whole of the orders."""
    if metric in _ABOUT_PAPERS:
        return "", ()
    if metric == "order_defect_rate":
        clash = tuple(hit for hit in found if hit.says == "listing")
        return "", (Contradiction(topic="off", evidence=clash),)
    return "listing", ()


def is_strong(found: Mapping[str, Sequence[Evidence]]) -> bool:
    """Return whether a text says that something is off or at risk, not only what might come."""
    return bool({*_STATES, "listing"} & set(says(found["off"])))
