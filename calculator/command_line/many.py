"""Many: `odr assess FOLDER`, a table of the accounts in it, for people, spreadsheets and programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from itertools import chain
from types import MappingProxyType

from calculator import stores
from calculator.accounts import Asked, Summary, summary
from calculator.accounts.document import accounts_json
from calculator.accounts.errors import FolderError
from calculator.accounts.page import accounts_html
from calculator.accounts.plain import accounts_text
from calculator.accounts.table import accounts_csv
from calculator.command_line import crowd, folder, given
from calculator.command_line.judged import Judged
from calculator.command_line.progress import watched
from calculator.errors import RequestError

_ALONE = ("case", "confirm")
WRITTEN: MappingProxyType[str, Callable[[Summary, str], str]] = MappingProxyType(
    {"json": lambda found, _lang: accounts_json(found), "csv": accounts_csv, "html": accounts_html}
)


def accounts(options: Namespace) -> Judged:
    """Return the summary of a folder; it fails where nothing of any account could be used.

    Raises:
        FolderError, RequestError: no account, an option of one account, a folder that takes no file.
        PolicyNotKnown: the rules of that day are not known.
    """
    asked = _asked(options)
    entries = folder.entries(options.files[0])
    _check(asked, options)
    if options.dask:
        done = crowd.on_dask(entries, asked, options.dask, options.jobs)
    else:
        done = crowd.beside_each_other(entries, asked, options.jobs)
    rows = chain.from_iterable(watched(done, len(entries), options.lang))
    found = summary(rows, asked.as_of)
    for ending, written in WRITTEN.items() if options.out else ():
        given.write(options.out / f"accounts.{ending}", written(found, options.lang).encode())
    told = WRITTEN[options.ending] if options.ending else accounts_text
    return Judged(told(found, options.lang), found.is_unreadable)


def _check(asked: Asked, options: Namespace) -> None:
    """Raise now what would be raised after all the work: a day without rules, a folder that takes no file."""
    summary((), asked.as_of)
    if options.out:
        given.folder(options.out)


def _asked(options: Namespace) -> Asked:
    for name in _ALONE:
        if getattr(options, name):
            raise FolderError("of_one_account", option=f"--{name}")
    if options.store and stores.of_code(options.store) is None:
        raise RequestError("unknown_store", store=options.store, stores=" ".join(stores.codes()))
    return Asked(
        as_of=given.as_of(options),
        lang=options.lang,
        store=options.store,
        window=options.window,
        dates=options.dates,
        every_store=options.all_stores,
    )
