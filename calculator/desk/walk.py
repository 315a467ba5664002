"""Walk: the root-cause questions of one cause as they were answered, each of them still to be changed.

An answer changed later keeps the answers behind it to questions that are still asked; what was typed
beside an answer stays in the case by its question, whatever the path.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from calculator import root_causes
from calculator.case.appeal import CauseRow
from calculator.desk.button import setting
from calculator.desk.field import Desk
from calculator.messages import text
from calculator.root_causes import Leaf, Question, RootCauseError

Path = tuple[str, ...]
_FITS = {"day": "typed_day", "words": "typed_words"}


def block(row: CauseRow, desk: Desk, where: str) -> dict[str, Any]:
    """Return the walk of a cause row: what is open or found, and the answers so far.

    Args:
        row: of the case.
        desk: the case, language and day.
        where: path of the row.
    """
    path = valid(row)
    step = at(path)
    value = root_causes.as_json(step, desk.lang)
    if isinstance(step, Question):
        value["answers"] = [_offered(one, step, (), where) for one in value["answers"]]
    return {
        **value,
        "open": isinstance(step, Question),
        "given": [_given(number, path, desk, where) for number in range(len(path) - 1)],
        "again": setting(text(desk.lang, "desk.walk.again"), f"{where}.path", [path[0]]),
    }


def valid(row: CauseRow) -> Path:
    """Return the path of a row as far as its cause and answers exist; its own cause goes first."""
    cause = row.cause if row.cause in root_causes.CAUSES else root_causes.CAUSES[-1]
    path: Path = (cause,)
    for answer in row.path[1:] if row.path[:1] == (cause,) else ():
        try:
            path = at((*path, answer)).path
        except RootCauseError:
            break
    return path


def leaf_of(row: CauseRow) -> Leaf | None:
    """Return the leaf a row's walk has reached, None while a question is open."""
    step = at(valid(row))
    return step if isinstance(step, Leaf) else None


@lru_cache(maxsize=4096)
def at(path: Path) -> Question | Leaf:
    """Return the question or leaf at the end of a path.

    Raises:
        RootCauseError: there is no such path.
    """
    return root_causes.at(path)


def _given(number: int, path: Path, desk: Desk, where: str) -> dict[str, Any]:
    asked = at(path[: number + 1])
    value = root_causes.as_json(asked, desk.lang)
    chosen = path[number + 1]
    answers = [_offered(one, asked, path[number + 1 :], where) for one in value["answers"]]
    taken = next(one for one in answers if one["id"] == chosen)
    kind = _FITS.get(taken["takes"])
    return {
        "question": value["question"],
        "text": value["text"],
        "why": value["why"],
        "answer": chosen,
        "answer_text": taken["text"],
        "answers": [{**one, "chosen": one["id"] == chosen} for one in answers],
        "find_out": value["find_out"] if chosen == "unknown" else [],
        "typed": _typed(kind, f"{where}.typed.{value['question']}", desk) if kind else None,
    }


def _typed(kind: str, path: str, desk: Desk) -> dict[str, Any]:
    return desk.field(kind, path)


def _offered(one: dict[str, Any], asked: Any, behind: Iterable[str], where: str) -> dict[str, Any]:
    path = _changed(asked.path, one["id"], tuple(behind))
    return {**one, "do": setting(one["text"], f"{where}.path", list(path))}


def _changed(before: Path, answer: str, behind: Path) -> Path:
    """Return the path with one answer changed and the later answers that still answer something."""
    kept = _by_question(before, behind)
    path = (*before, answer)
    while isinstance(step := at(path), Question) and step.ask.id in kept:
        choice = kept[step.ask.id]
        if choice not in {one.id for one in step.ask.answers}:
            break
        path = (*path, choice)
    return path


def _by_question(before: Path, behind: Path) -> dict[str, str]:
    found = {}
    for number, choice in enumerate(behind):
        asked = at((*before, *behind[:number]))
        if isinstance(asked, Question):
            found[asked.ask.id] = choice
    return found
