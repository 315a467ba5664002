"""Open points: what a step still lacks, each as a sentence with the place where it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from calculator.desk.cause_rows import PATH as CAUSES
from calculator.desk.field import Field, is_open
from calculator.desk.routing import PATH as ROUTE
from calculator.messages import text
from calculator.root_causes import LeafKind

Point = dict[str, str]
Value = Mapping[str, Any]


def of_steps(value: Value, lang: str) -> dict[str, list[Point]]:
    """Return the open points of each step, in the order in which they are asked; a place once."""
    found = {
        "notice": _notice(value["notice"]),
        "facts": [*_facts(value["facts"], lang), *_no_order(value, lang), *_not_shown(value)],
        "causes": [*_no_order(value, lang), *_causes(value)],
        "grid": [*_no_order(value, lang), *_grid(value)],
        "letter": _letter(value) or _not_ready(value, lang),
    }
    return {step: list({one["path"]: one for one in reversed(list(points))}.values())[::-1]
            for step, points in found.items()}  # fmt: skip


def _notice(block: Value) -> Iterator[Point]:
    if block["route"]["open"]:
        yield _point(ROUTE, block["route"]["open"]["title"])
    yield from _fields([*block["fields"], block["language"]["field"]])


def _facts(block: Value, lang: str) -> Iterator[Point]:
    if block["figure"] is None:
        yield _point("odr_page.orders", text(lang, "desk.open.figure"))
    yield from _fields(block["fields"])
    for one in block["defects"]:
        yield from _fields(one["fields"], one["title"])


def _no_order(value: Value, lang: str) -> Iterator[Point]:
    """Yield that there is no order yet: without one no cause and no grid is finished."""
    if not value["facts"]["defects"]:
        yield _point("defects", text(lang, "desk.open.defects"))


def _not_shown(value: Value) -> Iterator[Point]:
    """Yield what the letter lacks of defects that are not on this page of the list."""
    for one in value["letter"]["missing"]:
        if one["field"].startswith(("defects.", "marks.")):
            yield _point(one["field"], one["question"])


def _causes(value: Value) -> Iterator[Point]:
    for one in value["present"]:
        if one["row"] is None and one["note"] is None:
            yield _point(f"{CAUSES}.{one['id']}", one["title"])
    for row in (one for one in value["causes"] if one["in_letter"]):
        if row["walk"]["open"] or row["walk"]["kind"] == LeafKind.UNKNOWN_YET:
            yield _point(f"{CAUSES}.{row['id']}.path", row["walk"]["text"], row["title"])
        yield from _fields((one["typed"] for one in row["walk"]["given"] if one["typed"]), row["title"])
        yield from _rows(row)


def _rows(row: Value) -> Iterator[Point]:
    for frame in row["root_cause"]["frames"]:
        yield from _fields(frame["fields"], row["title"])
    for part in ("actions", "prevention"):
        for one in row[part]["rows"]:
            if one["states"] and not one["state"]:
                yield _point(f"{CAUSES}.{row['id']}.{part}.{one['id']}.state", one["question"], row["title"])
            yield from _fields(one["fields"], row["title"])
    for one in row["evidence"]["rows"]:
        yield from _fields(one["fields"], row["title"])


def _grid(value: Value) -> Iterator[Point]:
    begun = {row["id"] for row in value["causes"]}
    for row in value["grid"]:
        if row["cause"] not in begun and any(one["state"] == "missing" for one in row["cells"].values()):
            yield _point(f"{CAUSES}.{row['cause']}", row["title"])
            continue
        for cell in row["cells"].values():
            if cell["state"] == "missing":
                yield _point(
                    cell["field"] or f"{CAUSES}.{row['cause']}", cell["ask"] or row["title"], row["title"]
                )
    for one in value["orphans"]:
        if one["blocks"]:
            yield _point(one["field"], one["message"])


def _letter(value: Value) -> list[Point]:
    return list(_of_letter(value))


def _not_ready(value: Value, lang: str) -> list[Point]:
    return [] if value["letter"]["ready"] else [_point("appeal", text(lang, "desk.open.letter"))]


def _of_letter(value: Value) -> Iterator[Point]:
    letter = value["letter"]
    yield from (_point(one["field"], one["question"]) for one in letter["missing"])
    yield from (_point(one["field"], one["message"]) for one in letter["problems"] if one["blocks"])
    for row in value["rounds"]["rows"]:
        yield from _fields(row["fields"], row["title"])
    beside = value["rounds"]["compare"]
    if beside and not beside["ok"]:
        yield from (_point(f"{CAUSES}:{one['cell']}", one["message"]) for one in beside["missing"])
        yield _point("appeal.rounds", beside["text"])


def _fields(fields: Iterable[Field], about: str = "") -> Iterator[Point]:
    for one in fields:
        if is_open(one):
            said = one["problem"]["text"] if one["problem"] else one["label"]
            yield _point(one["path"], said, about if not one["problem"] else one["label"])


def _point(path: str, said: str, about: str = "") -> Point:
    return {"path": path, "text": said, "about": about}
