"""Accounts: many sellers in one table, the one to look at first on top.

    account's bytes + what is asked → rows_of → Row    (pure: one process, or one machine, an account)
    rows → summary → CSV, JSON `odr-accounts/1`, page, text

Worse mistake: an account that looks fine because something of it could not be read.
"""

from calculator.accounts.account import Account, Asked, File
from calculator.accounts.row import Row, State
from calculator.accounts.rows import failed, rows_of
from calculator.accounts.summary import Summary, summary

__all__ = ["Account", "Asked", "File", "Row", "State", "Summary", "failed", "rows_of", "summary"]
