"""Errors: whole-file or whole-request trouble, told as a letter to a worried person.

Every error carries a code and the values that were known when it happened. Its sentence is
looked up in `messages/<lang>/errors.toml`, so the same error speaks every language. Trouble
in a single row is never an error: it is a `Problem` in the result.
"""

from __future__ import annotations

from calculator.messages import text


class AppealError(Exception):
    """Root of every error a caller may show to the seller.

    Attributes:
        code: stable word, also the message key in `errors.toml`.
        values: what was known, by placeholder name.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def message(self, lang: str = "en") -> str:
        """Return the sentence for the seller: what, where, why it matters, what to do."""
        return text(lang, f"errors.{self.code}", **self.values)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.message()


class ReportError(AppealError):
    """A file cannot be used at all; `values["file"]` names it."""


class RequestError(AppealError):
    """A request (command line or browser) asks for something that does not exist."""
