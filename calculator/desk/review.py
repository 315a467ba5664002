"""Review: every answer that was given, with the step it belongs to and the field that changes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from calculator import display
from calculator.desk.field import Field
from calculator.orders import ORDER_ID

Row = dict[str, Any]
_SHOWN = 160


def rows(value: dict[str, Any]) -> list[Row]:
    """Return the answers of a whole desk in the order they are asked."""
    found = (*_notice(value["notice"]), *_facts(value["facts"]), *_causes(value["causes"]), *_letter(value))
    return list(_once(found))


def _once(found: Iterable[Row]) -> Iterator[Row]:
    """Yield each typed answer where it stands first; questions of a way share one place and all stay."""
    seen = set()
    for one in found:
        is_way = one["field"].endswith((".path", ".left_out"))
        if is_way or one["field"] not in seen:
            seen.add(one["field"])
            yield one


def _notice(block: dict[str, Any]) -> Iterator[Row]:
    for one in block["route"]["given"]:
        yield _row("notice", None, one["title"], one["answer_text"], "appeal.notice.path")
    yield from _answered(
        "notice", None, [block["paste"]["field"], *block["fields"], block["language"]["field"]]
    )


def _facts(block: dict[str, Any]) -> Iterator[Row]:
    yield from _answered("facts", None, block["fields"])
    for one in block["defects"]:
        yield from _answered("facts", one["title"], one["fields"])


def _causes(blocks: list[dict[str, Any]]) -> Iterator[Row]:
    for one in blocks:
        for given in one["walk"]["given"]:
            where = f"appeal.causes.{one['id']}.path"
            yield _row("causes", one["title"], given["text"], given["answer_text"], where)
            if given["typed"]:
                yield from _answered("causes", one["title"], [given["typed"]])
        for part in ("root_cause", "actions", "prevention", "evidence"):
            for row in one[part].get("frames", one[part].get("rows", ())):
                yield from _chosen(one, part, row)
                yield from _answered("causes", one["title"], row["fields"])


def _chosen(cause: dict[str, Any], part: str, row: Row) -> Iterator[Row]:
    """Yield what was chosen of a row as a whole: done, planned or not, left out."""
    where = f"appeal.causes.{cause['id']}"
    for state in row.get("states", ()):
        if state["chosen"]:
            field = f"{where}.{part}.{row['id']}.state"
            yield _row("causes", cause["title"], row["question"], state["text"], field)
    if row.get("left_out"):
        yield _row("causes", cause["title"], row["question"], row["left_out_text"], f"{where}.left_out")


def _row(step: str, about: str | None, question: str, answer: str, field: str) -> Row:
    return {
        "step": step,
        "about": about,
        "question": question,
        "answer": answer,
        "field": field,
        "problem": None,
    }


def _letter(value: dict[str, Any]) -> Iterator[Row]:
    yield from _answered("letter", None, value["letter_fields"])
    for one in value["rounds"]["rows"]:
        yield from _answered("letter", one["title"], one["fields"])


def _answered(step: str, about: str | None, fields: list[Field]) -> Iterator[Row]:
    for one in fields:
        if one["value"].strip():
            yield {
                "step": step,
                "about": about,
                "question": one["label"],
                "answer": _shown(one),
                "field": one["path"],
                "problem": one["problem"]["text"] if one["problem"] else None,
            }


def _shown(field: Field) -> str:
    for option in field["options"] or ():
        if option["id"] == field["value"]:
            return str(option["text"])
    words = field["value"].strip()
    if ORDER_ID.fullmatch(words):
        return display.masked(words)
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
