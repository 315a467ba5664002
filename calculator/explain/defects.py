"""Defects: the order-by-order table, each row with its place, its choices and its clocks."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.claim_clock import worded
from calculator.defects import Defect
from calculator.messages import catalogue, counted, text
from calculator.reasons import reason_of
from calculator.recovery import routes
from calculator.recovery.plan import is_planned

MOST_ROWS = 1_000
_COLUMNS = ("order_id", "order_date", "what", "counts", "reason", "leaves")


def table(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the order-by-order table."""
    labels = {"order_id": "order"}
    listed = assessment.defect_list.defects
    shown = listed if len(listed) <= MOST_ROWS else _first(assessment)
    return {
        "title": text(lang, "explain.defects.title"),
        "empty": text(lang, "explain.defects.empty"),
        "columns": [
            {"key": key, "label": text(lang, f"explain.defects.{labels.get(key, key)}")} for key in _COLUMNS
        ],
        "rows": [_row(defect, assessment, lang) for defect in shown],
        "more": _more(len(shown), len(listed), lang),
    }


def rows(assessment: Assessment, lang: str) -> list[dict[str, Any]]:
    """Return a row for every defect, however many there are."""
    return [_row(defect, assessment, lang) for defect in assessment.defect_list.defects]


def _first(assessment: Assessment) -> tuple[Defect, ...]:
    """Return the defects that have room: those of the plan, the latest orders first, before all others."""
    listed = assessment.defect_list.defects
    first = sorted(range(len(listed)), key=lambda place: (not is_planned(listed[place], assessment), -place))
    return tuple(listed[place] for place in sorted(first[:MOST_ROWS]))


def _more(shown: int, listed: int, lang: str) -> str | None:
    """Return how many defects have no row here; they are counted all the same."""
    if shown == listed:
        return None
    numbers = {"shown": display.count(shown), "all": display.count(listed)}
    return text(lang, "explain.defects.more", **numbers)


def label_of(defect: Defect, lang: str) -> str:
    """Return what the order is called where its id is not to be read: masked, or by its day."""
    if defect.is_nameless:
        letter = defect.order_id.rpartition(" ")[2]
        return text(lang, "explain.defects.nameless", letter=letter)
    return display.masked(defect.order_id)


def key_of(defect: Defect, assessment: Assessment) -> str:
    """Return the name of a row of the table: the form's own, or file, line and type."""
    if defect.is_typed:
        return assessment.case.defects[defect.line - 1].id
    return f"{defect.file}:{defect.line}:{defect.type}"


def _row(defect: Defect, assessment: Assessment, lang: str) -> dict[str, Any]:
    day, window = defect.order_date, assessment.window.range
    in_window = day is not None and day in window
    state = defect.counts.value if in_window or _may_be_in(defect) else "not_counted"
    return {
        "order_id": defect.order_id,
        "order_id_masked": label_of(defect, lang),
        "order_date": display.day(day, lang) if day else text(lang, "explain.defects.no_date"),
        "what": what(defect, lang),
        "counts": text(lang, f"explain.defects.{counts_word(defect, in_window=in_window)}"),
        "counts_state": "undecided" if _may_be_in(defect) else state,
        "reason": reason_of(defect, lang),
        "leaves": _leaves(defect, assessment, lang),
        "in_window": in_window,
        "fulfillment": defect.fulfillment.value if defect.fulfillment else None,
        "key": key_of(defect, assessment),
        "typed": key_of(defect, assessment) if defect.is_typed else None,
        "file": None if defect.is_typed else defect.file,
        "line": None if defect.is_typed else defect.line,
        "type": defect.type.value,
        "outcome": defect.outcome,
        "edited": defect.is_edited,
        "decided_on": defect.decided_on.isoformat() if defect.decided_on else None,
        "outcomes": outcomes(defect.type, lang),
        "clocks": clocks(defect, assessment, lang),
    }


def clocks(defect: Defect, assessment: Assessment, lang: str) -> list[dict[str, Any]]:
    """Return the honest routes of a defect, each with its days left and what it needs."""
    situation, policy = routes.situation_of(defect), assessment.policy
    return [worded(clock, situation, policy, lang) for clock in routes.clocks(defect, assessment)]


def outcomes(type_: str, lang: str) -> list[dict[str, str]]:
    """Return the outcomes a seller may choose for a defect type, in the order they are shown."""
    prefix = f"outcome.{type_}."
    found = catalogue(lang, "choices").items()
    return [
        {"value": key.removeprefix(prefix), "label": label} for key, label in found if key.startswith(prefix)
    ]


def _may_be_in(defect: Defect) -> bool:
    return defect.is_typed and defect.order_date is None and defect.counts.value != "not_counted"


def counts_word(defect: Defect, *, in_window: bool) -> str:
    """Return the word that tells whether a defect counts where its order stands."""
    if in_window:
        return defect.counts.value
    if _may_be_in(defect):
        return "no_day"
    return "outside" if defect.counts.value != "not_counted" else "not_counted"


def what(defect: Defect, lang: str) -> str:
    """Return what happened, such as `A-to-z claim` or `Feedback, 1 star`."""
    if defect.stars is not None:
        return text(lang, "explain.defects.stars", stars=counted(lang, "explain.defects.star", defect.stars))
    return text(lang, f"explain.defects.{defect.type}")


def _leaves(defect: Defect, assessment: Assessment, lang: str) -> str:
    day, window = defect.order_date, assessment.window
    if day is None:
        return text(lang, "explain.defects.no_date")
    enters, left = window.enters_on(day), window.leaves_on(day)
    if enters is None or left is None:
        return text(lang, "explain.defects.no_date")
    if day > window.range.last_day:
        return text(lang, "explain.defects.not_yet", day=display.day(enters, lang))
    leaves = display.day(left, lang)
    return text(lang, "explain.defects.left", day=leaves) if day < window.range.first_day else leaves
