"""The walker: a path in, the question open there or the leaf out. It keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.root_causes.errors import RootCauseError
from calculator.root_causes.load import CAUSES, END, tree
from calculator.root_causes.model import (
    DISPUTED,
    ENDS,
    UNKNOWN,
    Answer,
    Ask,
    Leaf,
    LeafKind,
    Path,
    Question,
    Tree,
)

_LEAF = "leaf"


def start(cause: str, *, disputed: bool = False) -> Question | Leaf:
    """Return the first question of a cause, or the leaf of one where nothing is to be admitted.

    Args:
        cause: A cause id.
        disputed: The seller disputes the defect; then no question is asked.

    Raises:
        RootCauseError: there is no such cause.
    """
    return at((cause, DISPUTED) if disputed else (cause,))


def answer(path: Path, choice: str) -> Question | Leaf:
    """Return what follows when `choice` answers the question open at the end of `path`.

    Raises:
        RootCauseError: see `at`.
    """
    return at((*path, choice))


def at(path: Path) -> Question | Leaf:
    """Return the question or leaf at the end of a path: a cause id, then answer ids.

    Raises:
        RootCauseError: no such cause or answer, or answers after the end.
    """
    if not path or path[0] not in CAUSES:
        code = "unknown_cause" if path else "empty_path"
        raise RootCauseError(code, cause=path[0] if path else "", known=", ".join(CAUSES))
    return walk(tree(path[0]), tree(END), path)


def walk(one: Tree, end: Tree, path: Path) -> Question | Leaf:
    """Return the question or leaf at the end of a path through this tree and these last questions.

    Raises:
        RootCauseError: no such answer, or answers after the end.
    """
    disputed = path[1:2] == (DISPUTED,)
    choices = path[2:] if disputed else path[1:]
    if disputed or not one.first:
        kind = LeafKind.FACTS_ONLY if disputed else LeafKind.NOTHING_TO_ADMIT
        return _ended(_leaf(one, path, kind), choices)
    ask, failure = one.asks[one.first], ""
    given: list[tuple[Ask, Answer]] = []
    for number, choice in enumerate(choices, 1):
        taken = _chosen(ask, choice)
        given.append((ask, taken))
        here, rest = path[: len(path) - len(choices) + number], choices[number:]
        if taken.goes in ENDS:
            return _ended(_leaf(one, here, ENDS[taken.goes], given), rest)
        if taken.goes == _LEAF:
            return _ended(_leaf(one, here, LeafKind.PROCESS_FAILURE, given, failure), rest)
        if taken.goes in one.failures:
            failure, ask = taken.goes, end.asks[end.first]
        else:
            ask = (end if failure else one).asks[taken.goes]
    return Question(path=path, ask=ask, failure=_named(one, failure))


def every_leaf(cause: str) -> Iterator[Leaf]:
    """Yield the leaf of every path of one cause, in the order the answers are shown."""
    open_: list[Path] = [(cause,)]
    while open_:
        found = at(open_.pop())
        if isinstance(found, Leaf):
            yield found
        else:
            open_.extend((*found.path, one.id) for one in reversed(found.ask.answers))


def _chosen(ask: Ask, choice: str) -> Answer:
    for one in ask.answers:
        if one.id == choice:
            return one
    known = ", ".join(one.id for one in ask.answers)
    raise RootCauseError("unknown_answer", question=ask.id, choice=choice, known=known)


def _ended(leaf: Leaf, rest: Path) -> Leaf:
    if rest:
        raise RootCauseError("path_has_ended", choice=rest[0])
    return leaf


def _leaf(
    one: Tree, path: Path, kind: LeafKind, given: list[tuple[Ask, Answer]] | None = None, failure: str = ""
) -> Leaf:
    """Return a leaf: what to find out for each "not yet" on the way, else what to gather."""
    given = given or []
    open_ = [name for ask, taken in given if taken.id == UNKNOWN for name in ask.find_out]
    is_found = kind is LeafKind.PROCESS_FAILURE
    return Leaf(
        path=path,
        kind=kind,
        failure=_named(one, failure),
        caution=one.failures[failure].caution if failure else "",
        find_out=tuple(dict.fromkeys(open_ if open_ or is_found else one.gather)),
        typed=tuple((ask.id, taken.takes) for ask, taken in given if taken.takes),
    )


def _named(one: Tree, failure: str) -> str:
    return f"{one.cause}/{failure}" if failure else ""
