"""Sitting: the files and forms of one sitting, the corrected ones corrected, each under its own name.

Worse mistake: a file passed over in silence. Where none is usable, every one says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from calculator.case import EMPTY, Case, typed_rows
from calculator.errors import AppealError, ReportError
from calculator.reports import Intake, Received


def files(intake: Intake, case: Case = EMPTY) -> list[Received]:
    """Return the files of an intake and the forms of a case.

    Raises:
        ReportError: none is usable and nothing was typed.
    """
    return _named(_usable((*intake.received(), *typed_rows.received(case))), case)


def _usable(received: Sequence[Received]) -> Sequence[Received]:
    """Return the files; raise when none of them is usable.

    Raises:
        ReportError: the only file's own error, or one that names them all.
    """
    errors = [file.error for file in received if file.error is not None]
    if not received:
        raise ReportError("no_file")
    if len(errors) < len(received):
        return received
    if len(errors) == 1:
        raise errors[0]
    raise NoUsableFile(errors)


class NoUsableFile(ReportError):
    """Several files, none usable; says why of each."""

    def __init__(self, errors: Sequence[AppealError]) -> None:
        super().__init__("no_usable_file", files=len(errors))
        self.errors = tuple(errors)

    def message(self, lang: str = "en") -> str:
        """Return one sentence for the whole and one per file."""
        return "\n".join([super().message(lang), *(error.message(lang) for error in self.errors)])


def _named(received: Sequence[Received], case: Case) -> list[Received]:
    """Return the files under names that are each used once, with the seller's corrections."""
    taken: set[str] = set()
    named = []
    for file in received:
        stem, dot, ending = file.name.rpartition(".")
        name, number = file.name, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}{dot}{ending}" if stem else f"{file.name}-{number}"
        taken.add(name)
        own = [edit for edit in case.edits if edit.file == name]
        named.append(replace(file, name=name).edited(own))
    return named
