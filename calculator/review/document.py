"""Document: a review in the contract `odr-review/1`."""

from __future__ import annotations

from typing import Any

from calculator.messages import text
from calculator.review import findings_of, weight
from calculator.review.coverage import sources_of
from calculator.review.letter import Letter
from calculator.review.look import Look
from calculator.review.model import Asked, Finding, Severity
from calculator.review.rules import RULES
from calculator.review.sentences import Part
from calculator.review.telling import telling
from calculator.review.topics import TYPES, answers, issues_in

CONTRACT = "odr-review/1"
_EXCERPT = 120
MOST_OTHERS = 3
"""Findings told after the blockers before the reader asks for more."""
_PARTS = (Part.CAUSE, Part.ACTIONS, Part.PREVENTION)


def review_value(look: Look, findings: tuple[Finding, ...], lang: str) -> dict[str, Any]:
    """Return the plain value of a review in the words of the reader's language.

    Returns:
        Places are characters of the letter, from 0, the end behind the last; lines count from 1. Of two
        letters the one with the smaller `order` stands first: what weighs against it, less one for each
        sentence that tells the work.
    """
    return {
        "contract": CONTRACT,
        "language": look.letter.lang,
        "ready": not any(one.severity is Severity.BLOCKER for one in findings),
        "verdict": _verdict(findings, lang),
        "weight": weight(findings),
        "order": weight(findings) - telling(look),
        "counts": {one.value: sum(found.severity is one for found in findings) for one in Severity},
        "shown_first": shown_first(findings),
        "findings": [_finding(one, look, lang) for one in findings],
        "grid": [_row(issue, look) for issue in issues_of(look)],
        "completeness": completeness(look, findings),
    }


def shown_first(findings: tuple[Finding, ...]) -> list[int]:
    """Return which findings are told unasked: every blocker, then at most three."""
    blockers = sum(one.severity is Severity.BLOCKER for one in findings)
    return list(range(min(len(findings), blockers + MOST_OTHERS)))


def _verdict(findings: tuple[Finding, ...], lang: str) -> str:
    """Return what the review comes to in one sentence; never a chance."""
    blockers = sum(one.severity is Severity.BLOCKER for one in findings)
    if blockers:
        return text(lang, "review.blocked", blockers=blockers)
    others = sum(one.severity is not Severity.INFO for one in findings)
    return text(lang, "review.nothing_blocks", others=others) if others else text(lang, "review.ready")


def _finding(one: Finding, look: Look, lang: str) -> dict[str, Any]:
    key = f"review.{one.rule}.{one.kind}"
    values = {name: _worded(name, value, lang) for name, value in one.values}
    return {
        "rule": one.rule,
        "kind": one.kind,
        "severity": one.severity.value,
        "severity_name": text(lang, f"review.severity.{one.severity}"),
        "is_missing": one.start == one.end,
        "start": one.start,
        "end": one.end,
        "line": look.text.count("\n", 0, one.start) + 1,
        "excerpt": look.text[one.start : one.end][:_EXCERPT],
        "name": text(lang, f"review.names.{one.rule}"),
        "message": text(lang, f"{key}.message", **values),
        "fix": text(lang, f"{key}.fix", **values),
        "source": sources_of(one.rule),
    }


def _worded(name: str, value: str, lang: str) -> str:
    if name == "part" and not value.isdigit():
        return text(lang, f"review.parts.{value}")
    return issue_name(value, lang) if name == "issue" else value


def issue_name(issue: str, lang: str) -> str:
    """Return the name of a cause or of a type of defect."""
    return text(lang, f"letter.type.{issue}" if issue in TYPES else f"causes.names.{issue}")


def issues_of(look: Look) -> tuple[str, ...]:
    """Return the issues of the grid: those of the notice, else those the causes speak of."""
    return look.asked.issues or issues_in(look, Part.CAUSE)


def _row(issue: str, look: Look) -> dict[str, Any]:
    cells = {part.value: bool(look.parts[part]) and answers(look, issue, part) for part in _PARTS}
    return {"issue": issue, **cells, "evidence": look.marks.has("attached")}


def completeness(look: Look, findings: tuple[Finding, ...]) -> dict[str, int]:
    """Return how many of the rules that bear on this letter found nothing; never a chance."""
    applicable = [rule for rule in RULES if _bears(rule, look.asked)]
    broken = {one.rule for one in findings if one.severity is not Severity.INFO}
    return {"met": sum(rule not in broken for rule in applicable), "applicable": len(applicable)}


def _bears(rule: str, asked: Asked) -> bool:
    if rule == "F6":
        return asked.previous is not None
    if rule == "S3":
        return bool(asked.issues)
    return True


def review_document(letter: str, asked: Asked, lang: str, letter_lang: str | None = None) -> dict[str, Any]:
    """Return the review of a letter as the plain value of `odr-review/1`."""
    look = Look(Letter(letter, letter_lang), asked)
    return review_value(look, findings_of(look), lang)
