"""Families: the readers by report, each with the golden files it begins from and the words it may put together."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculator.reports import Intake, Kind
from calculator.reports.columns import words
from calculator.workbook import sheets
from tests.core.case import cases

if TYPE_CHECKING:
    from collections.abc import Iterator

_XML, _PACKED = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<"), (b"PK", b"\x1f\x8b")
_LARGEST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports whose readers belong together; `is_packed` where what is made up is packed before it is read."""

    kinds: tuple[Kind, ...] = ()
    begins: tuple[bytes, ...] = ()
    is_packed: bool = False


FAMILIES = {
    "orders": Family(kinds=(Kind.ALL_ORDERS,)),
    "feedback": Family(kinds=(Kind.SELLER_FEEDBACK,)),
    "downloads": Family(kinds=(Kind.ORDER_DEFECTS,)),
    "typed": Family(kinds=(Kind.DEFECTS, Kind.ORDER_COUNTS)),
    "performance": Family(kinds=(Kind.SELLER_PERFORMANCE,)),
    "returns": Family(kinds=(Kind.MFN_RETURNS, Kind.FBA_RETURNS)),
    "payments": Family(kinds=(Kind.PAYMENTS, Kind.SETTLEMENT)),
    "xml": Family(begins=_XML),
    "packed": Family(begins=_PACKED),
    "members": Family(kinds=(Kind.ALL_ORDERS, Kind.SELLER_FEEDBACK), is_packed=True),
    "strangers": Family(kinds=(Kind.UNKNOWN,)),
}


def files(name: str) -> Iterator[bytes]:
    """Yield the golden files of a family."""
    family = FAMILIES[name]
    for data in sorted({path.read_bytes() for case in cases() for path in case.files}):
        if len(data) > _LARGEST:
            continue
        if data.startswith(family.begins) or (kind_of(data) in family.kinds and not data.startswith(_PACKED)):
            yield data
            if family.begins == _PACKED and not data.startswith(_PACKED):
                yield gzip.compress(data, mtime=0)


def kind_of(data: bytes) -> Kind:
    """Return what the core takes a file for."""
    intake = Intake(sheets)
    intake.open("1", "file")
    intake.feed("1", data)
    intake.close("1")
    return intake.received()[0].kind


def vocabulary(name: str) -> list[bytes]:
    """Return what a family's files are made of: names of columns and what has been trouble before."""
    kinds = [kind for kind in FAMILIES[name].kinds if kind not in (Kind.UNKNOWN, Kind.SELLER_PERFORMANCE)]
    columns = [word.encode() for kind in kinds for known in words(kind).values() for word in known]
    return sorted({*columns, *SPRINKLES})


SPRINKLES = (
    b"\t", b",", b";", b"\n", b"\r", b"\r\n", b'"', b'""', b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
    b"=1+1", b"@SUM(A1)", b"<script>", b"{file}", b"%s", b"{", b"}", b"[", b"]", b"null", b"NaN", b"1e999", b"-1",
    b"9999-12-31", b"0001-01-01", b"2026-13-45", b"2024-02-29", b"29.02.2023", b"13/12/26", b"12/13/26", b"31/12/1969",
    b"2026-10-03T10:00:00+00:00", b"9999-12-31T23:59:59-14:00", b"0001-01-01T00:00:00+14:00", b"2026-10-03T24:00:00Z",
    b"111-0000001-0000001", b"D01-0000001-0000001", b"Shipped", b"Cancelled", b"Pending", b"Merchant", b"Amazon",
    b"Amazon.com", b"Amazon.co.uk", b"Non-Amazon US", b"granted", b"a_to_z_claim", b"chargeback", b"negative_feedback",
    b"mfn", b"afn", b"Yes", b"No", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xed\xa0\xbd", b"\xc2\x85", b"\x1c", b"\x1f\x8b",
    b"PK\x03\x04", b"<!DOCTYPE", b"<Order>", b"</Order>", b"&amp;", b"&#0;", b"<![CDATA[", b"\xd9\xa3", b"\xef\xbc\x93",
)  # fmt: skip
