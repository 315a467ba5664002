"""Not a report: what a file is that holds no table, told by its first bytes.

A photo renamed `.txt`, a PDF, the sign-in page saved instead of the report.

Worse mistake: showing bytes as columns. A worried person cannot do anything with them.
"""

from __future__ import annotations

from calculator.errors import ReportError
from calculator.reports import encoding

_MARKS = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "old_workbook"),
    (b"PK\x03\x04", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
_WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body")
_PHOTO_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif", b"ftypheif")
_BITMAP = b"BM"
_SAMPLE = 2000
_MOST_CONTROL = 20


def refuse_unless_table(file: str, head: bytes) -> None:
    """Raise when the first bytes of a file say that it holds no table.

    Raises:
        ReportError: empty, a picture, a PDF, a workbook, an archive, a web page, binary.
    """
    stripped = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not stripped.strip(b"\x00\xff\xfe"):
        raise ReportError("empty_file", file=file)
    what = kind_of(stripped)
    if what:
        raise ReportError(f"not_a_report_{what}", file=file)


def kind_of(head: bytes) -> str | None:
    """Return what a file is by its first bytes, None for what may be a table.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"Order ID,Order Date")
    ('pdf', None)
    """
    for mark, what in _MARKS:
        if head.startswith(mark):
            return what
    if head[4:12] in _PHOTO_BRANDS or (head.startswith(_BITMAP) and b"\x00" in head[:_SAMPLE]):
        return "picture"
    if head[:20].lower().startswith(_WEB_PAGE):
        return "web_page"
    if head.startswith(b"<?xml"):
        return "web_page" if b"<html" in head[:_SAMPLE].lower() else "xml"
    return "binary" if _is_binary(head[:_SAMPLE]) else None


def is_xml(head: bytes) -> bool:
    """Return whether a file is XML and no web page.

    >>> is_xml(b"<?xml version='1.0'?><AmazonEnvelope>"), is_xml(b"<!DOCTYPE html><p>")
    (True, False)
    """
    begin = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    return begin.startswith(b"<") and kind_of(begin) in (None, "xml")


def _is_binary(sample: bytes) -> bool:
    control = sum(byte < 9 or 13 < byte < 27 for byte in sample)
    return control * _MOST_CONTROL > len(sample) and not encoding.is_utf16(sample)
