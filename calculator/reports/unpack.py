"""Unpack: what came packed with gzip, as the interface for programs hands reports out, piece by piece.

Worse mistake: a small file that fills the memory. What grows without measure is refused on the way.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from calculator.errors import ReportError

MAGIC = b"\x1f\x8b"
_GZIP = 31
_PIECE = 1024 * 1024
_FREE = 32 * 1024 * 1024
_GROWTH = 250
_PARTS, _LEAST_A_PART = 1_000, 100


class Measure:
    """Counts what comes out of a packed file and refuses what no report would be."""

    def __init__(self, file: str, packed: int = 0) -> None:
        self.file, self.packed, self.plain = file, packed, 0

    def add(self, piece: bytes) -> bytes:
        """Count a piece and return it.

        Raises:
            ReportError: it has grown beyond what a table does.
        """
        self.refuse(len(piece))
        return piece

    def refuse(self, size: int) -> None:
        """Count what comes out.

        Raises:
            ReportError: it has grown beyond what a table does.
        """
        self.plain += size
        if self.plain > _FREE and self.plain > self.packed * _GROWTH:
            raise ReportError("unpacks_too_large", file=self.file)


class Gzip:
    """One file packed with gzip while its bytes arrive; several packed parts in a row are one file."""

    def __init__(self, file: str) -> None:
        self._measure = Measure(file)
        self._part, self._parts = zlib.decompressobj(_GZIP), 1

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes unpack to.

        Raises:
            ReportError: damaged, or it grows without measure.
        """
        self._measure.packed += len(data)
        while data:
            if self._part.eof:
                if not data.startswith(MAGIC):
                    return
                self._part, self._parts = zlib.decompressobj(_GZIP), self._parts + 1
                self._refuse_crumbs()
            try:
                piece = self._part.decompress(data, _PIECE)
            except zlib.error as broken:
                raise ReportError("broken_archive", file=self._measure.file) from broken
            yield self._measure.add(piece)
            data = self._part.unused_data if self._part.eof else self._part.unconsumed_tail

    def _refuse_crumbs(self) -> None:
        """Raise where a file is packed in more parts than there is anything to pack."""
        if self._parts > _PARTS and self._measure.plain < self._parts * _LEAST_A_PART:
            raise ReportError("broken_archive", file=self._measure.file)

    def finish(self) -> None:
        """Raise where the end is missing.

        Raises:
            ReportError: cut short.
        """
        if not self._part.eof:
            raise ReportError("broken_archive", file=self._measure.file)
