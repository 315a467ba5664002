"""Review: what a letter lacks or risks, said before Amazon says it.

Each rule is one criterion of what separates a good appeal from a bad one; its id (S1 … F7) is the
criterion's. A rule shows the words it is about, why they matter and how to mend them: first do it,
then write it. Nothing here is a chance of success; nobody outside Amazon can know one.

Source: appeals.plan_of_action
Worse mistake: a frightened seller who writes what was not done, because a rule asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.review.letter import Letter
from calculator.review.look import Look
from calculator.review.model import Asked, Finding, Severity
from calculator.review.rules import RULES
from calculator.review.whole import disputes_rate

__all__ = ["Asked", "Finding", "Letter", "Severity", "findings_of", "review", "weight"]

_ORDER = list(Severity)
OF_A_PLAN = frozenset((*(f"S{number}" for number in range(1, 12)), "T7", "F4"))
"""Rules that ask for the parts of a plan; the appeal of one claim has none."""
EVERY_KIND = frozenset(("H5", "F6"))
"""Rules whose findings of one paragraph say different things."""
OF_OWN_FAULT = frozenset(("S2", "T7"))
"""Rules that ask whose failure it was."""


HARMFUL = frozenset(("T1", "T3", "T5", "H5", "H8", "F7", "F6"))
"""Rules whose findings turn a reader away, or the reader against the seller, whatever else is good."""
HARM = 16
"""What each of these rules adds."""
_WEIGHS = (Severity.BLOCKER, Severity.MAJOR)


def review(text: str, asked: Asked | None = None, lang: str | None = None) -> tuple[Finding, ...]:
    """Return what the rules find in a letter, what weighs most first.

    Args:
        text: as it would be sent; only the first 100,000 characters are read.
        asked: what is known beside it: issues of the notice, figures, the letter before.
        lang: of the letter, where somebody knows better than its words.
    """
    return findings_of(Look(Letter(text, lang), asked or Asked()))


def findings_of(look: Look) -> tuple[Finding, ...]:
    """Return what the rules find at a look, what weighs most first."""
    asked_of_it = [rule for name, rule in RULES.items() if _bears(name, look)]
    found = {finding for rule in asked_of_it for finding in _once(look, rule(look))}
    order = list(RULES)
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.severity), order.index(one.rule), one.start))
    )


def _bears(rule: str, look: Look) -> bool:
    """Return whether a rule is asked of a letter: no guilt is pressed where the decision is disputed."""
    if look.asked.is_claim_appeal:
        return rule not in OF_A_PLAN or (rule == "S1" and disputes_rate(look))
    return not (look.asked.is_all_disputed and rule in OF_OWN_FAULT)


def weight(findings: tuple[Finding, ...]) -> int:
    """Return the sum that letters are ranked by: blocker 8, major 3, minor 1, a harmful rule 16 more."""
    harm = {one.rule for one in findings if one.rule in HARMFUL and one.severity in _WEIGHS}
    return sum(one.severity.weight for one in findings) + HARM * len(harm)


def _once(look: Look, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield at most one finding of a rule for each paragraph, the heaviest; of contradictions every kind."""
    held: dict[tuple[int, str], Finding] = {}
    for one in findings:
        place = look.letter.item_at(one.start), one.kind if one.rule in EVERY_KIND else ""
        if place not in held or _ORDER.index(one.severity) < _ORDER.index(held[place].severity):
            held[place] = one
    yield from held.values()
