"""Account: one seller's files as they were handed in, and what is asked about every account alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calculator.dates import DateRange
from calculator.reports.written_day import EVERY_FILE, DateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file: its name, which decides nothing, and its bytes in pieces.

    Attributes:
        pieces: may be gone through twice; an `OSError` on the way says that it cannot be read.
    """

    name: str
    pieces: Iterable[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of a folder.

    Attributes:
        name: what the caller calls it; untrusted text.
        files: in any order.
        is_file: it is a single file of the folder and not a folder of its own.
    """

    name: str
    files: tuple[File, ...]
    is_file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked about every account.

    Attributes:
        lang: of the sentences about what could not be read.
        store: a store code; without one each account's store with most orders.
        window: whole days that beat every other way to know the window.
        dates: what comes first in dates that no file proves.
        every_store: whether each store of an account has a row of its own.
    """

    as_of: date
    lang: str = "en"
    store: str | None = None
    window: DateRange | None = None
    dates: DateOrder | None = None
    every_store: bool = False

    def stated(self, of_files: Mapping[str, DateOrder]) -> dict[str, DateOrder]:
        """Return the stated orders of dates by file; a case's own go before the one for all."""
        for_all = {EVERY_FILE: self.dates} if self.dates else {}
        return {**for_all, **of_files}
