"""XML rows: the XML forms of three reports, each record as the row its flat file would hold.

The parser sees the bytes as they come and keeps one record at a time. Definitions inside the file
(a DOCTYPE, and with it every entity) are refused before one is read, so nothing can grow.
Elements are known by their local names, whatever their prefix or order.

Worse mistake: half a file taken for a whole one. What is cut short is refused with the line.
"""

from __future__ import annotations

import pyexpat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from calculator import tables
from calculator.errors import ReportError
from calculator.problems import shown
from calculator.reports.flat_file import Row
from calculator.reports.reading import Kind

_DEEPEST = 40
_LONGEST_CELL = 10_000
_LONGEST_TAG = 1024 * 1024
_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One report's XML: what it is, and the names of its cells by their path below the record."""

    kind: Kind
    cells: Mapping[str, str]


@cache
def forms() -> dict[str, Form]:
    """Return the forms by the local name of their record, as `xml_forms.toml` declares them."""
    return {
        record: Form(kind=Kind(form["kind"]), cells=form["cells"])
        for record, form in tables.read("calculator.reports", "xml_forms").items()
    }


TakeRow = Callable[[Form, Row], None]


@dataclass(slots=True)
class _Record:
    """One record on its way: what its cells say so far, and which of them are closed."""

    form: Form
    cells: dict[str, str] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)


class XmlRows:
    """Hands over one row a record, in the order of the file; a row's line is its number, the header's is 1.

    The lines of the file itself tell nothing: all of it may stand on one.

    Args:
        file: for messages.
        take: is given every row and the form it belongs to.
        is_utf8: the bytes were decoded before, whatever the file says of itself.
    """

    def __init__(self, file: str, take: TakeRow, *, is_utf8: bool) -> None:
        self._file, self._take_row = file, take
        self._forms = forms()
        self._parser = pyexpat.ParserCreate("utf-8" if is_utf8 else None)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse_definitions
        self._path: list[str] = []
        self._record: _Record | None = None
        self._fed, self._number, self._depth = 0, 1, 0
        self._root = ""
        self._is_known = False

    def feed(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            ReportError: no XML, or XML with definitions of its own.
        """
        for start in range(0, len(data), _PIECE):
            self._parse(data[start : start + _PIECE])

    def finish(self) -> None:
        """Raise where the file ended too early or holds no record we know.

        Raises:
            ReportError: cut short, or another kind of XML.
        """
        self._parse(b"", is_last=True)
        if not self._is_known:
            raise ReportError("not_a_report_xml", file=self._file, root=shown(self._root))

    def _parse(self, data: bytes, *, is_last: bool = False) -> None:
        self._fed += len(data)
        try:
            self._parser.Parse(data, is_last)
        except (pyexpat.ExpatError, ValueError, LookupError) as broken:
            raise self._broken() from broken
        if not is_last and self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise self._broken()

    def _broken(self) -> ReportError:
        return ReportError("broken_xml", file=self._file, line=self._parser.CurrentLineNumber)

    def _refuse_definitions(self, *_: object) -> None:
        raise ReportError("xml_with_definitions", file=self._file)

    def _start(self, name: str, _attributes: object) -> None:
        local = name.rpartition(":")[2].casefold()
        self._root = self._root or name
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._broken()
        if self._record is not None:
            self._path.append(local)
        elif local in self._forms:
            self._record = _Record(self._forms[local])

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._record is None:
            return
        if self._path:
            if self._record.cells.get(path := "/".join(self._path), "").strip():
                self._record.closed.add(path)
            self._path.pop()
            return
        record, self._record = self._record, None
        if record.cells:
            self._is_known = True
            cells = tuple(record.cells.get(path, "").strip() for path in record.form.cells)
            self._number += 1
            self._take_row(record.form, Row(line=self._number, cells=cells))

    def _text(self, text: str) -> None:
        """Keep the text of a cell; a path that comes twice keeps what it said first."""
        if self._record is None:
            return
        path = "/".join(self._path)
        if path not in self._record.form.cells or path in self._record.closed:
            return
        held = self._record.cells.get(path, "")
        if len(held) < _LONGEST_CELL:
            self._record.cells[path] = held + text[:_LONGEST_CELL]
