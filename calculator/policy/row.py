"""One row of a rule, read strictly: value, status, days, stores, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator.policy.form import is_number, is_value
from calculator.policy.model import Condition, Grade, Status, Unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from calculator.policy.form import Place, Table

ROW = (
    "value",
    "status",
    "chosen",
    "unit",
    "condition",
    "in_force_from",
    "seen_on",
    "used_from",
    "until",
    "stores",
    "sources",
    "grade",
    "checked_on",
    "review_by",
    "note",
)
PLAIN_FACTS = "facts.toml"


def check_row(
    place: Place, row: Table, head: Table, sources: Collection[str], stores: Collection[str]
) -> None:
    """Refuse a row that could be misread; see the messages under `policy.file` for each reason."""
    place.only(row, ROW)
    _check_value(place, row)
    _check_days(place, row)
    _check_review(place, {**head, **row})
    _check_stores(place, row, stores)
    _check_sources(place, row, sources)
    if "note" in row:
        place.words(row, "note")


def _check_value(place: Place, row: Table) -> None:
    status = place.word(row, "status", Status) if "status" in row else Status.KNOWN
    grade = place.word(row, "grade", Grade)
    if (grade is Grade.NOT_FOUND) != (status is Status.NOT_PUBLISHED):
        raise place.error("grade_not_found", status=status.value, grade=grade.value)
    if status is Status.NOT_PUBLISHED and "value" in row:
        raise place.error("value_not_published")
    plain = place.file == PLAIN_FACTS and status is Status.KNOWN
    if status is not Status.NOT_PUBLISHED and "value" not in row and not plain:
        raise place.error("missing_value")
    if "value" in row and not is_value(row["value"]):
        raise place.wrong("value", row["value"], "true or false, a number, a word, or a list of one of these")
    if is_number(row.get("value")) and "unit" not in row:
        raise place.error("missing_unit", allowed=", ".join(Unit))
    if "unit" in row:
        place.word(row, "unit", Unit)
    if "condition" in row:
        place.word(row, "condition", Condition)
    if "chosen" in row:
        place.typed(row, "chosen", bool, "true or false")
        if status is not Status.IN_CONFLICT:
            raise place.error("chosen_without_conflict")


def _check_days(place: Place, row: Table) -> None:
    for name in ("in_force_from", "seen_on", "used_from", "until"):
        if name in row:
            place.day(row, name)
    if "in_force_from" in row and "seen_on" in row:
        raise place.error("two_starts")
    start = row.get("in_force_from", row.get("seen_on"))
    if start is None:
        raise place.error("missing_start")
    if "used_from" in row:
        if "seen_on" not in row or row["used_from"] >= start:
            raise place.error("used_from_late", used_from=row["used_from"], seen_on=row.get("seen_on", "-"))
        start = row["used_from"]
    if "until" in row and row["until"] < start:
        raise place.error("until_before_start", until=row["until"], start=start)


def _check_review(place: Place, row: Table) -> None:
    for name in ("checked_on", "review_by"):
        if name not in row:
            raise place.error("missing_check", missing=name)
        place.day(row, name)
    if row["review_by"] <= row["checked_on"]:
        raise place.error("review_before_check", review_by=row["review_by"], checked_on=row["checked_on"])


def _check_stores(place: Place, row: Table, stores: Collection[str]) -> None:
    if place.need(row, "stores") == "all":
        return
    found = place.texts(row, "stores")
    if not found:
        raise place.wrong("stores", row["stores"], '"all" or a list of store codes')
    place.unique(found)
    for code in found:
        if code not in stores:
            raise place.error("unknown_store", found=code)


def _check_sources(place: Place, row: Table, sources: Collection[str]) -> None:
    if not row.get("sources"):
        raise place.error("missing_sources")
    found = place.texts(row, "sources")
    place.unique(found)
    for id_ in found:
        if id_ not in sources:
            raise place.error("unknown_source", found=id_)
