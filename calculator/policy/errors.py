"""Policy errors: a rule file that cannot be trusted, a rule asked for a day nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator.errors import AppealError
from calculator.messages import text

if TYPE_CHECKING:
    from datetime import date


class PolicyError(AppealError):
    """Root of everything that can go wrong with the rules; its sentences are in `policy.toml`.

    The code is the message key, unless a class names a shorter, stable word.
    """

    sentence: str | None = None

    def message(self, lang: str = "en") -> str:
        """Return the sentence: what, where, why it matters, what to do."""
        return text(lang, f"policy.{self.sentence or self.code}", **self.values)


class PolicyFileError(PolicyError):
    """A rule file breaks the form; seen by the person who edits it, never by a seller.

    Attributes:
        file: name of the file, with its ending.
        key: dotted path inside the file, as far as it is known.
    """

    def __init__(self, file: str, key: str, code: str, **values: object) -> None:
        super().__init__(f"file.{code}", file=file, key=key, **values)
        self.file = file
        self.key = key


class PolicyNotKnown(PolicyError):
    """No row of a rule covers the day and the store that were asked for.

    Attributes:
        key: name of the rule, such as `order_defect_rate.target`.
        day: the day that was asked for.
        store: code of the store, or None.
    """

    def __init__(self, key: str, day: date, store: str | None, known_from: date | None) -> None:
        self.sentence = "errors.not_known" if known_from else "errors.not_known_here"
        super().__init__(
            "policy_not_known", key=key, day=day, store=store or "-", known_from=known_from or "-"
        )
        self.key = key
        self.day = day
        self.store = store


class UnknownRule(PolicyError):
    """No rule has this name."""

    def __init__(self, key: str) -> None:
        super().__init__("errors.unknown_rule", key=key)
        self.key = key


class UnknownStore(PolicyError):
    """No store has this code or alias."""

    def __init__(self, store: str, known: tuple[str, ...]) -> None:
        super().__init__("errors.unknown_store", store=store, known=", ".join(known))
        self.store = store
