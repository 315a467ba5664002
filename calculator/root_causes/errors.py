"""Errors of the root-cause questions: a cause or an answer that does not exist."""

from __future__ import annotations

from calculator.errors import RequestError
from calculator.messages import text

_SHOWN = 50


class RootCauseError(RequestError):
    """A path that no tree holds; the sentences are in `root_causes.toml`."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, **{name: _short(value, name) for name, value in values.items()})

    def message(self, lang: str = "en") -> str:
        """Return the sentence: what we met, what is kept, what to do next."""
        return text(lang, f"root_causes.error.{self.code}", **self.values)


class TreeError(ValueError):
    """A table of the questions breaks the form; seen by the person who edits it, never by a seller."""


def _short(value: str, name: str) -> str:
    """Return a foreign word cut to one readable line; our own list of what is known stays whole."""
    return value if name == "known" or len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
