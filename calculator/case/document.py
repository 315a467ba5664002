"""Case document: `odr-case/1` to a case. Missing keys mean empty, unknown keys are passed over.

What is wrong with the document itself is an error; what is wrong with a typed word is found
later, where the word is read, and shown beside its field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from calculator.case.model import Case, Dismissed, NamedFile, StatedFigure, TypedDefect
from calculator.case.versions import brought_up
from calculator.errors import RequestError
from calculator.json_text import parsed
from calculator.reports.edits import Edit

CASE = "odr-case/1"
_MOST_ROWS = 5_000
_LONGEST = 20_000
_DEEPEST = 100
_Form = TypeVar("_Form", StatedFigure, TypedDefect, Edit, NamedFile, Dismissed)


def read(value: Any) -> Case:
    """Return the case of a document, given as JSON text or as its plain value.

    Half a character (JSON may hold one) is shown as unreadable: no text can be written with it.

    Raises:
        RequestError: no case of an edition we know, or a value where another kind is needed.
    """
    document = _parsed(value) if isinstance(value, str) else value
    if not isinstance(document, Mapping):
        raise RequestError("bad_case", field="contract")
    document = brought_up(_whole(document))
    return Case(
        store=_value("store", document.get("store") or "", "store"),
        notice=_form(StatedFigure, document.get("notice") or {}, "notice"),
        odr_page=_form(StatedFigure, document.get("odr_page") or {}, "odr_page"),
        defects=tuple(
            _form(TypedDefect, {"id": f"d{n}", **row}, f"defects.{n}")
            for n, row in enumerate(_rows(document, "defects"), 1)
        ),
        edits=_forms(Edit, document, "edits"),
        files=_forms(NamedFile, document, "files"),
        dismissed=_forms(Dismissed, document, "dismissed"),
        appeal=_object(document, "appeal"),
        marks=_object(document, "marks"),
    )


def _parsed(text: str) -> Any:
    try:
        return parsed(text)
    except (ValueError, RecursionError) as broken:
        raise RequestError("bad_case", field="JSON") from broken


def _whole(value: Any, depth: int = 0) -> Any:
    """Return a plain value whose texts can all be written; what needs no mending comes back as it is.

    Raises:
        RequestError: nested deeper than any case.
    """
    if depth > _DEEPEST:
        raise RequestError("bad_case", field="JSON")
    if isinstance(value, str):
        return value if value.isascii() else _without_halves(value)
    if isinstance(value, Mapping):
        return {_whole(str(name)): _whole(held, depth + 1) for name, held in value.items()}
    return [_whole(held, depth + 1) for held in value] if isinstance(value, list) else value


def _without_halves(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _object(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return a part of the document that only the appeal reads, as it stands."""
    held = document.get(name)
    if held is None:
        return {}
    if not isinstance(held, Mapping):
        raise RequestError("bad_case", field=name)
    return held


def _rows(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = document.get(name)
    if rows is None:
        return []
    if not isinstance(rows, list) or len(rows) > _MOST_ROWS:
        raise RequestError("bad_case", field=name)
    if not all(isinstance(row, Mapping) for row in rows):
        raise RequestError("bad_case", field=name)
    return rows


def _forms(form: type[_Form], document: Mapping[str, Any], name: str) -> tuple[_Form, ...]:
    return tuple(_form(form, row, f"{name}.{n}") for n, row in enumerate(_rows(document, name), 1))


def _form(form: type[_Form], row: Any, place: str) -> _Form:
    """Return one form filled with the words of a row; numbers are taken as they would be typed."""
    if not isinstance(row, Mapping):
        raise RequestError("bad_case", field=place)
    known = {field.name for field in fields(form)}
    needed = {
        field.name for field in fields(form) if field.default is MISSING and field.default_factory is MISSING
    }
    given = {name: value for name, value in row.items() if name in known and value is not None}
    if not needed <= given.keys():
        raise RequestError("bad_case", field=place)
    return form(**{name: _value(name, value, f"{place}.{name}") for name, value in given.items()})


def _value(name: str, value: Any, place: str) -> Any:
    if name == "cells" and isinstance(value, Mapping):
        return {str(column): _value("cell", cell, place) for column, cell in value.items()}
    if name == "left_out" and isinstance(value, bool):
        return value
    if name == "line" and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    is_word = name not in ("cells", "left_out", "line") and isinstance(value, str | int)
    if not is_word or isinstance(value, bool) or len(str(value)) > _LONGEST:
        raise RequestError("bad_case", field=place)
    return str(value)
