"""Errors: what is wrong with an account, or with how a folder of them was asked for.

Their sentences stand with the table's, so that no browser loads them.
"""

from __future__ import annotations

from calculator.errors import ReportError, RequestError
from calculator.messages import text


class AccountError(ReportError):
    """An account cannot be used at all."""

    def message(self, lang: str = "en") -> str:
        """Return the sentence for the reader of the table."""
        return text(lang, f"accounts.error.{self.code}", **self.values)


class FolderError(RequestError):
    """A folder of accounts was asked for in a way that cannot be answered."""

    def message(self, lang: str = "en") -> str:
        """Return the sentence for the caller."""
        return text(lang, f"accounts.error.{self.code}", **self.values)
