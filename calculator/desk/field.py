"""Field: one thing the seller answers, with the place of the answer, its words and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from calculator import tables
from calculator.desk import doubt
from calculator.desk.held import Held
from calculator.desk.pasted import TEXT, Pasted, read
from calculator.messages import catalogue
from calculator.plan_of_action.model import Sentence

Field = dict[str, Any]
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every part of the desk is told.

    Attributes:
        held: the case as typed.
        lang: of the reader.
        as_of: today.
        told: what the letter says of a field, by its path.
        wanted: paths the letter lacks an answer at.
        sentences: the sentence of each line of the plan, by the line's name.
    """

    held: Held
    lang: str
    as_of: date
    told: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()
    sentences: Mapping[str, Sentence] = field(default_factory=dict)

    @property
    def sent(self) -> str:
        """Return the language of the letter, empty while it is not chosen."""
        chosen = self.held.words("appeal.language")
        return chosen if chosen in ("en", "zh") else ""

    @property
    def pasted(self) -> Pasted | None:
        """Return what the pasted notice says, None where there is none."""
        return read(self.held.words(TEXT), self.as_of)

    def field(
        self,
        name: str,
        path: str = "",
        *,
        options: Options | None = None,
        needed: bool | None = None,
        in_letter: bool = False,
        **words: object,
    ) -> Field:
        """Return a field out of `fields.toml`.

        Args:
            name: of the field there.
            path: where its row stands; empty for a field with a whole path of its own.
            options: of a choice whose options are not in the table.
            needed: whether a letter needs it, None for what the table says.
            in_letter: whether the words stand in the letter.
            words: fill the blanks of the label.
        """
        row = _table()[name]
        own = row.get("path", "")
        said = catalogue(self.lang, "desk")
        texts = {part: said.get(f"field.{name}.{part}") for part in ("label", "why", "hint", "example")}
        if options is None and "options" in row:
            options = [(one, said[f"option.{name}.{one or 'empty'}"]) for one in row["options"]]
        return self.asked(
            ".".join(filter(None, (path, own))),
            row["kind"],
            {part: one.format_map(words) if one else None for part, one in texts.items()},
            options=options,
            needed=row.get("is_needed", False) if needed is None else needed,
            in_letter=in_letter,
        )

    def asked(
        self,
        path: str,
        kind: str,
        texts: Mapping[str, str | None],
        *,
        options: Options | None = None,
        needed: bool = False,
        in_letter: bool = False,
    ) -> Field:
        """Return a field for any path; `texts` holds label, why, hint and example."""
        value = self.held.words(path)
        sent, told = self.sent if in_letter else "", self.told.get(path, {})
        return {
            "path": path,
            "kind": kind,
            "label": texts.get("label") or "",
            "why": texts.get("why"),
            "hint": texts.get("hint"),
            "example": texts.get("example"),
            "value": value,
            "most": doubt.MOST.get(kind),
            "problem": doubt.problem(kind, value, self.lang, self.as_of, sent=sent)
            or doubt.choice(kind, value, options, self.lang)
            or (_problem(told) if told.get("blocks") else None),
            "options": [{"id": id_, "text": words} for id_, words in options] if options else None,
            "needed": needed or path in self.wanted,
            "note": told["message"] if told and not told["blocks"] else None,
            "reading": None,
        }


def _problem(told: Mapping[str, Any]) -> doubt.Problem:
    return {"code": told["code"], "text": told["message"], "offer": told["offer"]}


def is_open(field: Field) -> bool:
    """Return whether a needed answer is missing, or an answer cannot stand as it is."""
    return bool(field["problem"]) or (field["needed"] and not field["value"].strip())


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tables.read("calculator.desk", "fields")
