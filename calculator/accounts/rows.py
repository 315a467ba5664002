"""Rows: from the bytes of one account to its rows; pure, so that any process or machine may do it."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.accounts.account import Account, Asked
from calculator.accounts.errors import AccountError
from calculator.accounts.handed_in import taken
from calculator.accounts.row import Row, State, Trouble
from calculator.accounts.sides import first_deadline, recoveries, sides, without_day
from calculator.accounts.standing import standing
from calculator.assess import Assessment, assess
from calculator.errors import AppealError


def rows_of(account: Account, asked: Asked) -> tuple[Row, ...]:
    """Return the row of an account, or one for each of its stores.

    What cannot be used is a row that says why, never an error.

    Args:
        account: its files, in any order.
        asked: the same for every account.

    Units: orders and days.
    """
    try:
        return tuple(_row(account, found) for found in _assessments(account, asked))
    except AppealError as error:
        return (failed(account.name, error, asked.lang),)


def failed(name: str, error: AppealError, lang: str) -> Row:
    """Return the row of an account of which nothing could be used."""
    trouble = Trouble(code=error.code, message=error.message(lang))
    return Row(account=name, state=State.UNREADABLE, trouble=trouble)


def ended(name: str, what: str, lang: str) -> Row:
    """Return the row of an account that ended the program itself; `what` names how."""
    return failed(name, AccountError("program_ended", what=what), lang)


def _assessments(account: Account, asked: Asked) -> Iterator[Assessment]:
    intake, case = taken(account, asked)
    first = assess(intake, asked.as_of, store=asked.store, window=asked.window, case=case)
    yield first
    for code, _ in first.other_stores if asked.every_store else ():
        yield assess(intake, asked.as_of, store=code, window=asked.window)


def _row(account: Account, found: Assessment) -> Row:
    coming = recoveries(found)
    state, reasons = standing(found, coming)
    return Row(
        account=account.name,
        state=state,
        reasons=reasons,
        store=found.store,
        other_stores=found.other_stores,
        window=found.window.range,
        basis=found.window.basis,
        days_missing=sum(gap.days for gap in found.window.gaps),
        sides=sides(found, coming),
        deadline=first_deadline(found),
        deadlines_without_day=without_day(found),
        files=len(found.files),
        not_used=tuple(problem.file for problem in found.problems if problem.is_about_file),
        problems=len(found.problems),
    )
