"""Exports: the files a letter can be taken along as, with the words on their buttons."""

from __future__ import annotations

from typing import Any

from calculator.desk.field import Desk
from calculator.letter_files import DOCUMENTS
from calculator.messages import text
from calculator.take_along.naming import file_name


def block(desk: Desk) -> list[dict[str, Any]]:
    """Return what the request `letter_out` can be asked for."""
    return [
        {"what": what, "file": _file(what, desk), "label": text(desk.lang, f"desk.export.{_key(what)}")}
        for what in DOCUMENTS
    ]


def _file(what: str, desk: Desk) -> str:
    subject, _, ending = what.partition(".")
    return file_name(subject, desk.as_of, ending)


def _key(what: str) -> str:
    return what.replace(".", "_")
