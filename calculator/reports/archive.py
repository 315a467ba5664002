"""Archive: the files inside a .zip, one after the other, never all of them unpacked at once.

An .xlsx is a ZIP too; what it holds tells the two apart, not the name. An archive inside an archive
is left closed.

Worse mistake: a file of the archive passed over in silence. Each is read, or refused by its name.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from calculator.errors import ReportError
from calculator.reports.archive_list import DAMAGE, MOST_FILES, refuse_endless
from calculator.reports.unpack import Measure

_WORKBOOK = "[Content_Types].xml"
_PIECE = 1024 * 1024
_LOCKED = 1
_WAYS_TO_PACK = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def is_workbook(data: bytes, name: str) -> bool:
    """Return whether the bytes of a ZIP are a workbook; one that cannot be opened is what its name says.

    Raises:
        ReportError: a workbook that would grow beyond what a table does, an archive with an endless list.
    """
    refuse_endless(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            if _WORKBOOK not in whole.namelist():
                return False
            Measure(name, len(data)).refuse(sum(info.file_size for info in whole.infolist()))
            return True
    except DAMAGE:
        return not name.lower().endswith(".zip")


def members(data: bytes, name: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield name and content of every file in an archive; each content is to be read before the next.

    Raises:
        ReportError: damaged, locked, empty, or no collection of reports.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            held = [info for info in whole.infolist() if _is_file(info.filename)]
            if not held:
                raise ReportError("empty_archive", file=name)
            if len(held) > MOST_FILES:
                raise ReportError("archive_too_full", file=name, files=len(held), most=MOST_FILES)
            if any(info.flag_bits & _LOCKED for info in held):
                raise ReportError("archive_locked", file=name)
            if any(info.compress_type not in _WAYS_TO_PACK for info in held):
                raise ReportError("not_a_report_archive", file=name)
            measure = Measure(name, len(data))
            for info in held:
                yield info.filename, _content(whole, info, measure)
    except DAMAGE as broken:
        raise ReportError("broken_archive", file=name) from broken


def _content(whole: zipfile.ZipFile, info: zipfile.ZipInfo, measure: Measure) -> Iterator[bytes]:
    try:
        with whole.open(info) as file:
            while piece := file.read(_PIECE):
                yield measure.add(piece)
    except DAMAGE as broken:
        raise ReportError("broken_archive", file=measure.file) from broken


def _is_file(path: str) -> bool:
    """Return whether an entry is a file of the seller's, and none that a computer adds by itself."""
    return not path.endswith("/") and not path.startswith("__MACOSX/") and path.rpartition("/")[2][:1] != "."
