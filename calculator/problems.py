"""Problems and notes: what we met in the rows, kept and shown, never dropped.

A `Problem` is one row (or one whole file beside usable ones) that could not be taken as it
stands. A `Note` says something about a file that is odd but harmless. Both carry a code and
values; their sentence lives in `messages/<lang>/problems.toml` and `notes.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from calculator.messages import text

_LOOKED_AT = 4_000
Values = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that needs a look.

    Attributes:
        file: base name of the file.
        line: first line of the row, counted from 1; None when it is not about a line.
        column: name of the column as the file has it, or None.
        code: stable word, also the message key.
        values: what was known, by placeholder name; `original` holds the cell as it stood.
        is_about_file: the whole file could not be used, its sentence is the error's.
    """

    file: str
    line: int | None = None
    column: str | None = None
    code: str
    values: Values = ()
    is_about_file: bool = False

    def message(self, lang: str) -> str:
        """Return the sentence in `lang`: what, why it matters, what to do."""
        noun = "errors" if self.is_about_file else "problems"
        values = dict(self.values)
        if values.get("original") == "":
            values["original"] = text(lang, "problems.empty_cell")
        return text(lang, f"{noun}.{self.code}", **values)

    @property
    def original(self) -> str:
        """Return the cell as the file has it, or an empty text."""
        return str(dict(self.values).get("original", ""))

    @property
    def place(self) -> tuple[str, int, str, str, str]:
        """Return the sort key: file, line, column, code, values."""
        return self.file, self.line or 0, self.column or "", self.code, repr(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something odd but harmless about one file."""

    code: str
    values: Values = ()

    def message(self, lang: str) -> str:
        """Return the sentence in `lang`."""
        return text(lang, f"notes.{self.code}", **dict(self.values))


def shown(cell: str, limit: int = 60) -> str:
    """Return untrusted cell text for a message: one line, control characters off, not endless."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in cell[:_LOOKED_AT]).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
