"""Verdict: how many changes of a target were noticed, and which were not."""

from __future__ import annotations

from dataclasses import dataclass

from .run import NO_TEST, NOT_NOTICED, change_of, codes_of
from .targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One target.

    Attributes:
        there: all changes there are.
        tried: those that were tried, without those that change nothing.
        noticed: those that made a test fail.
        same: tried ones that change nothing, by the table.
        missed: what each change did that nobody noticed.
    """

    name: str
    there: int
    tried: int
    noticed: int
    same: int
    missed: tuple[str, ...]

    @property
    def percent(self) -> float:
        """Return the share that was noticed; no changes are no success."""
        return 100 * self.noticed / self.tried if self.tried else 0.0


def verdict_of(target: Target) -> Verdict:
    """Return what the tests of a target noticed."""
    there, codes = codes_of(target)
    silent = [name for name, code in codes.items() if code in (NOT_NOTICED, NO_TEST)]
    changes = {name: change_of(target, name) for name in silent}
    same = {name for name, (line, _) in changes.items() if _is_same(target, name, line)}
    return Verdict(
        name=target.name,
        there=there,
        tried=len(codes) - len(same),
        noticed=len(codes) - len(silent),
        same=len(same),
        missed=tuple(shown for name, (_, shown) in changes.items() if name not in same),
    )


def _is_same(target: Target, name: str, line: str) -> bool:
    function = name.rpartition("__mutmut_")[0]
    return any(one.line == line and function.endswith(one.function) for one in target.same)
