"""Handed in: an account's files taken in, the case file among them told by its contract.

Worse mistake: a report of nobody knows whom, taken for a whole account. A single file counts as an
account only where it holds one: a case, or an archive of reports.
"""

from __future__ import annotations

from itertools import chain

from calculator import case, requests, workbook
from calculator.accounts.account import Account, Asked, File
from calculator.accounts.errors import AccountError
from calculator.case import EMPTY, Case
from calculator.errors import ReportError
from calculator.json_text import parsed
from calculator.reports import Intake, archive
from calculator.reports.held_file import ZIP

_CASE = "odr-case/"
_LARGEST_CASE = 16 * 1024 * 1024
_BLANK = b"\xef\xbb\xbf \t\r\n"


def taken(account: Account, asked: Asked) -> tuple[Intake, Case]:
    """Return the files of an account in an intake, and its case.

    Raises:
        AccountError: no file, two cases, or a single file that is no account.
        RequestError: the case is damaged or of a newer edition.
    """
    if not account.files:
        raise AccountError("no_files")
    texts = {file.name: text for file in account.files if (text := _case_text(file)) is not None}
    files = [file for file in account.files if file.name not in texts]
    if len(texts) > 1:
        raise AccountError("two_cases", file=sorted(texts)[0], other=sorted(texts)[1])
    if account.is_file and files and not _is_archive(files[0]):
        raise AccountError("not_in_an_account", file=files[0].name)
    typed = case.read(next(iter(texts.values()))) if texts else EMPTY
    return _intake(files, asked, typed), typed


def _intake(files: list[File], asked: Asked, typed: Case) -> Intake:
    orders = {one.file: requests.date_order(one.dates or None) for one in typed.files}
    stated = asked.stated({name: order for name, order in orders.items() if order})
    intake = Intake(workbook.sheets)
    for number, file in enumerate(files):
        file_id = str(number)
        try:
            intake.open(file_id, file.name, stated)
            for piece in file.pieces:
                intake.feed(file_id, piece)
            intake.close(file_id)
        except OSError:
            intake.refuse(file_id, file.name, ReportError("file_not_readable", file=file.name))
    return intake


def _case_text(file: File) -> str | None:
    """Return the text of a case file, None where it is anything else."""
    try:
        pieces = iter(file.pieces)
        first = next(pieces, b"")
        if not first.lstrip(_BLANK).startswith(b"{"):
            return None
        held = bytearray()
        for piece in chain([first], pieces):
            held += piece
            if len(held) > _LARGEST_CASE:
                return None
        text = held.decode("utf-8-sig")
        document = parsed(text)
    except (OSError, ValueError, RecursionError):
        return None
    contract = document.get("contract") if isinstance(document, dict) else None
    return text if isinstance(contract, str) and contract.startswith(_CASE) else None


def _is_archive(file: File) -> bool:
    """Return whether a file packs reports; a workbook is packed too and is one report."""
    try:
        first = next(iter(file.pieces), b"")
        return first.startswith(ZIP) and not archive.is_workbook(b"".join(file.pieces), file.name)
    except (OSError, ReportError):
        return False
