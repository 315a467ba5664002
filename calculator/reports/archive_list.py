"""Archive list: how long the list at the end of a ZIP says it is, before anything reads it.

Python's own reader makes an object of every entry: a million empty ones take minutes of a phone and
half a gigabyte. What is looked at here are the few bytes that stand behind the list.

Source: PKWARE APPNOTE 6.3.10, sections 4.3.14 to 4.3.16.
"""

from __future__ import annotations

import zipfile
import zlib

from calculator.errors import ReportError

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError, ValueError)
"""What Python's reader of archives raises over bytes that are none, or none any more."""
MOST_FILES = 200
_LONGEST_ENTRY = 4096
_END, _END_LENGTH, _LONGEST_NOTE = b"PK\x05\x06", 22, 65535
_POINTER, _POINTER_LENGTH = b"PK\x06\x07", 20
_LARGE_END_LENGTH = 56


def refuse_endless(data: bytes, name: str) -> None:
    """Refuse an archive whose list is longer than any collection of reports has.

    Raises:
        ReportError: more entries than are opened at once, or a list that does not fit its own count.
    """
    entries, length = stated(data)
    if length <= MOST_FILES * _LONGEST_ENTRY:
        return
    if entries <= MOST_FILES:
        raise ReportError("broken_archive", file=name)
    raise ReportError("archive_too_full", file=name, files=entries, most=MOST_FILES)


def stated(data: bytes) -> tuple[int, int]:
    """Return number of entries and length of the list in bytes as the end of an archive states them.

    >>> stated(b"no archive"), stated(_END + bytes(4) + bytes([2, 0, 2, 0, 92]) + bytes(9))
    ((0, 0), (2, 92))
    """
    end = data.rfind(_END, max(0, len(data) - _END_LENGTH - _LONGEST_NOTE))
    if end < 0:
        return 0, 0
    pointer = end - _POINTER_LENGTH
    large = pointer - _LARGE_END_LENGTH
    if large >= 0 and data[pointer : pointer + len(_POINTER)] == _POINTER:
        return _number(data, large + 32, 8), _number(data, large + 40, 8)
    return _number(data, end + 10, 2), _number(data, end + 12, 4)


def _number(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")
