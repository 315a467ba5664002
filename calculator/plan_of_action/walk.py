"""Walk: how far the root-cause questions of a row have come, and which block that chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from calculator.case.appeal import CauseRow
from calculator.messages import LANGUAGES, text
from calculator.plan_of_action.blocks import Block, block_of, own_block
from calculator.root_causes import Leaf, LeafKind, Question, RootCauseError, at
from calculator.root_causes.load import find_out


class Found(StrEnum):
    """What the questions have found."""

    FAILURE = "failure"
    OPEN = "open"
    UNKNOWN = "unknown_yet"
    FACTS_ONLY = "facts_only"
    NOTHING_TO_ADMIT = "nothing_to_admit"
    PROFESSIONAL = "get_a_professional"

    @property
    def is_blank(self) -> bool:
        """Return whether no own failure is to be written, and none is missing."""
        return self in (Found.FACTS_ONLY, Found.NOTHING_TO_ADMIT, Found.PROFESSIONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where the questions of one row stand.

    Attributes:
        question: what is asked next, by language; of an unknown step how to find it out.
        failure: the failed step, empty while it is not known.
        block: its texts, None while no step is known.
    """

    found: Found
    question: Mapping[str, str]
    failure: str = ""
    block: Block | None = None


def walked(row: CauseRow) -> Walk:
    """Return where a row's questions stand; a path that cannot be is one not begun."""
    is_its_own = bool(row.path) and row.path[0] == row.cause
    try:
        step = at(row.path if is_its_own else (row.cause,))
    except RootCauseError:
        try:
            step = at((row.cause,))
        except RootCauseError:
            return Walk(found=Found.OPEN, question=_in_all("plan_of_action.ask.cause"))
    return _asked(step) if isinstance(step, Question) else _ended(step)


def _asked(step: Question) -> Walk:
    return Walk(found=Found.OPEN, question=step.ask.words, failure="")


def _ended(leaf: Leaf) -> Walk:
    if leaf.kind is LeafKind.PROCESS_FAILURE:
        block = block_of(leaf.failure) or own_block()
        return Walk(found=Found.FAILURE, question={}, failure=leaf.failure, block=block)
    if leaf.kind is LeafKind.UNKNOWN_YET:
        return Walk(found=Found.UNKNOWN, question=_to_find_out(leaf))
    return Walk(found=Found(str(leaf.kind)), question=_in_all(f"root_causes.leaf.{leaf.kind}"))


def _to_find_out(leaf: Leaf) -> dict[str, str]:
    """Return where to look for the step that is not known yet."""
    return {
        lang: " ".join(
            (
                text(lang, "plan_of_action.ask.not_known"),
                *(find_out()[id_].words[lang] for id_ in leaf.find_out),
            )
        )
        for lang in LANGUAGES
    }


def _in_all(key: str) -> dict[str, str]:
    return {lang: text(lang, key) for lang in LANGUAGES}
