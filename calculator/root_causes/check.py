"""The strict reader of the root-cause questions: every doubt refused with a sentence that says where.

Run by the tests over every file of the package, and over broken tables.

Worse mistake: a question that puts an excuse into a frightened seller's mouth, or one without a way
to say "I do not know yet".
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from calculator import tables
from calculator.root_causes.errors import TreeError
from calculator.root_causes.load import CAUSES, END, PACKAGE, build
from calculator.root_causes.model import ENDS, IN_OWN_WORDS, OWN, UNKNOWN, Tree

WRITTEN = ("en", "zh-Hans")
TREE_KEYS = {"gather", "ask", "failure", "nothing_to_admit"}
FULFILLMENTS = {"mfn", "afn", "both"}
CAUTIONS = {"early_confirmation", "authenticity", "conduct", "pay_once"}
LONGEST = 6
"""Questions on one path; as many answers a question may have."""
_LEAF, _FEWEST = "leaf", 3


def check_package() -> None:
    """Read every file of the package strictly.

    Raises:
        TreeError: the first thing that is wrong.
    """
    places = tables.read(PACKAGE, "find_out")
    check_places(places)
    end = tables.read(PACKAGE, f"trees/{END}")
    check_table(END, end, places)
    used = _named_places(end)
    for cause in CAUSES:
        table = tables.read(PACKAGE, f"trees/{cause}")
        check_table(cause, table, places, len(end["ask"]))
        used |= _named_places(table)
    for id_ in sorted(places.keys() - used):
        raise TreeError(f'find_out.toml: no question names "{id_}".')


def check_places(table: dict[str, Any]) -> None:
    """Refuse a way to find out without a fulfilment or without words in both languages."""
    for id_, row in table.items():
        where = f"find_out.toml, {id_}"
        if row.get("for") not in FULFILLMENTS:
            raise TreeError(f'{where}: "for" is not one of {", ".join(sorted(FULFILLMENTS))}.')
        _check_words(where, row, {"for"})


def check_table(cause: str, table: dict[str, Any], places: dict[str, Any], last: int = 0) -> None:
    """Refuse a tree that leaves a doubt; `last` is how many questions follow a process failure."""
    where = f"{cause}.toml"
    if set(table) - TREE_KEYS:
        raise TreeError(f"{where}: unknown keys {', '.join(sorted(set(table) - TREE_KEYS))}.")
    if cause != END and not (table.get("gather") or table.get("nothing_to_admit")):
        raise TreeError(f"{where}: nothing to gather is named.")
    for id_ in (*table.get("gather", ()), *table.get("nothing_to_admit", ())):
        _check_place(where, id_, places)
    for id_, row in table.get("failure", {}).items():
        _check_words(f"{where}, failure {id_}", row, {"caution"})
        if row.get("caution", "pay_once") not in CAUTIONS:
            raise TreeError(f'{where}, failure {id_}: unknown caution "{row["caution"]}".')
    for id_, row in table.get("ask", {}).items():
        _check_ask(f"{where}, ask {id_}", row, places)
    check_ways(build(cause, table), last)


def check_ways(tree: Tree, last: int) -> None:
    """Refuse an answer that leads nowhere or in a circle, a step nobody reaches, a long path."""
    reached: set[str] = {IN_OWN_WORDS, tree.first}
    known = {*tree.asks, *tree.failures, *ENDS} | ({_LEAF} if tree.cause == END else set())
    twice = [*tree.asks, *tree.failures, *ENDS, _LEAF]
    if len(known | {_LEAF}) < len(twice):
        raise TreeError(f"{tree.cause}: a question, a process failure and an end share a name.")
    for one in tree.asks.values():
        for answer in one.answers:
            if answer.goes not in known:
                raise TreeError(
                    f'{tree.cause}: {one.id}.{answer.id} leads to "{answer.goes}", which is not there.'
                )
            reached.add(answer.goes)
    if tree.first and _depth(tree, tree.first, ()) + last > LONGEST:
        raise TreeError(f"{tree.cause}: a path asks more than {LONGEST} questions.")
    for id_ in (*tree.asks, *tree.failures):
        if id_ not in reached:
            raise TreeError(f'{tree.cause}: no answer leads to "{id_}".')


def _depth(tree: Tree, id_: str, above: tuple[str, ...]) -> int:
    if id_ in above:
        raise TreeError(f"{tree.cause}: a circle through {' > '.join((*above, id_))}.")
    nexts = {one.goes for one in tree.asks[id_].answers} & tree.asks.keys()
    return 1 + max((_depth(tree, one, (*above, id_)) for one in nexts), default=0)


def _check_ask(where: str, row: dict[str, Any], places: dict[str, Any]) -> None:
    _check_words(where, row, {"find_out", "answers"})
    answers = list(row.get("answers", {}))
    if answers[-2:] != [UNKNOWN, OWN]:
        raise TreeError(f'{where}: the last two answers are not "{UNKNOWN}" and "{OWN}".')
    if not _FEWEST <= len(answers) <= LONGEST:
        raise TreeError(f"{where}: {len(answers)} answers.")
    for id_, one in row["answers"].items():
        if id_ in (UNKNOWN, OWN):
            if set(one) != {"goes"}:
                raise TreeError(f"{where}, {id_}: its words are a message, not written here.")
        else:
            _check_words(f"{where}, {id_}", one, {"goes", "takes"})
    _check_find_out(where, row.get("find_out", ()), places)


def _check_find_out(where: str, ids: Collection[str], places: dict[str, Any]) -> None:
    for id_ in ids:
        _check_place(where, id_, places)
    told = {places[id_]["for"] for id_ in ids}
    if "afn" not in told or not told & {"mfn", "both"}:
        raise TreeError(f"{where}: how to find out is not told for both mfn and afn.")


def _check_place(where: str, id_: str, places: dict[str, Any]) -> None:
    if id_ not in places:
        raise TreeError(f'{where}: find_out.toml has no "{id_}".')


def _check_words(where: str, row: dict[str, Any], others: Collection[str]) -> None:
    for lang in WRITTEN:
        if not isinstance(row.get(lang), str) or not row[lang].strip():
            raise TreeError(f"{where}: no words in {lang}.")
        found = [word for word in tables.read(PACKAGE, "words")[lang] if word in row[lang].lower()]
        if found:
            raise TreeError(f'{where}: the word "{found[0]}" promises, excuses or accuses.')
    if set(row) - {*WRITTEN, *others}:
        raise TreeError(f"{where}: unknown keys {', '.join(sorted(set(row) - {*WRITTEN, *others}))}.")


def _named_places(table: dict[str, Any]) -> set[str]:
    asked = {id_ for row in table.get("ask", {}).values() for id_ in row["find_out"]}
    return asked | {*table.get("gather", ()), *table.get("nothing_to_admit", ())}
