"""Asks: what the paste leaves open, as a question with the likely answers.

An ask names a field of the case and holds no words; `wording` speaks them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calculator.problems import Values


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value the case would take, and how to say it (a message, a day, or itself)."""

    value: str
    message: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about one field of a row or a figure; without choices the answer is typed."""

    field: str
    question: str
    values: Values = ()
    choices: tuple[Choice, ...] = ()


def of_days(field: str, question: str, days: Iterable[date], **values: object) -> Ask:
    """Return an ask whose choices are days."""
    choices = tuple(Choice(day.isoformat(), day=day) for day in dict.fromkeys(days))
    return Ask(field, question, tuple(sorted(values.items())), choices)


def of_texts(field: str, question: str, texts: Iterable[str], **values: object) -> Ask:
    """Return an ask whose choices are shown as they are."""
    return Ask(field, question, tuple(sorted(values.items())), tuple(map(Choice, dict.fromkeys(texts))))


def of_names(field: str, question: str, group: str, names: Iterable[str], **values: object) -> Ask:
    """Return an ask whose choices are names with a message of their own, `paste.<group>.<name>`."""
    choices = tuple(Choice(name, message=f"{group}.{name}") for name in dict.fromkeys(names))
    return Ask(field, question, tuple(sorted(values.items())), choices)
