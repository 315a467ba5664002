"""Crowd: many accounts beside each other, on the processors of this machine or on a Dask cluster.

Both are an executor of the standard library's kind that calls one pure function an account. An account
that ends its process, or an error nobody thought of, costs that account's row and no other.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path

from calculator.accounts import Account, Asked, Row, rows_of
from calculator.accounts.errors import FolderError
from calculator.accounts.rows import ended
from calculator.command_line import folder
from calculator.command_line.processes import processes, unheard

LOCAL = "local"
_AHEAD = 4
_PATIENCE = "10s"
_LARGEST_TASK = 1 << 62

Rows = tuple[Row, ...]
Done = Iterator[Rows]


def of_folder(entry: Path, asked: Asked) -> Rows:
    """Return the rows of an account of this machine's disk; runs in a process of its own."""
    return rows_of(folder.account(entry), asked)


def beside_each_other(
    found: Sequence[Path], asked: Asked, jobs: int | None, work: Callable[[Path, Asked], Rows] = of_folder
) -> Done:
    """Yield the rows of each account as they are done, several accounts at a time.

    A process that was ended takes the others of its pool along: those are worked out again, each alone.
    """
    number = max(1, min(jobs or processors(), len(found)))
    lost: list[Path] = []
    with processes(number) as pool:
        for entry, future in _done(pool, work, found, asked, number):
            trouble = future.exception()
            if isinstance(trouble, BrokenProcessPool):
                lost.append(entry)
            else:
                yield _rows(entry, future, asked)
    for entry in lost:
        with processes(1) as pool:
            for _, future in _done(pool, work, [entry], asked, 1):
                yield _rows(entry, future, asked)


def on_dask(found: Sequence[Path], asked: Asked, address: str, jobs: int | None) -> Done:
    """Yield the rows of each account, worked out by the workers of a Dask cluster.

    The bytes are read here and sent along, so that workers need no disk in common with this machine.

    Raises:
        FolderError: Dask is not installed, or no scheduler answers.
    """
    with _dask(address, jobs) as (pool, number):
        for entry, future in _done(pool, rows_of, found, asked, number, folder.carried):
            yield _rows(entry, future, asked)


def processors() -> int:
    """Return how many processors this process may use."""
    own = getattr(os, "sched_getaffinity", None)
    return len(own(0)) if own else os.cpu_count() or 1


def _rows(entry: Path, future: Future[Rows], asked: Asked) -> Rows:
    trouble = future.exception()
    if trouble is None:
        return future.result()
    return (ended(folder.shown(entry), type(trouble).__name__, asked.lang),)


def _done(
    pool: Executor,
    work: Callable[..., Rows],
    found: Sequence[Path],
    asked: Asked,
    number: int,
    prepared: Callable[[Path], Path | Account] = Path,
) -> Iterator[tuple[Path, Future[Rows]]]:
    """Yield what is done; only a few accounts more than are worked on are waiting at any time."""
    waiting: dict[Future[Rows], Path] = {}
    for entry in found:
        waiting[_submitted(pool, work, prepared(entry), asked)] = entry
        while len(waiting) >= number * _AHEAD:
            yield from _finished(waiting)
    while waiting:
        yield from _finished(waiting)


def _submitted(pool: Executor, work: Callable[..., Rows], what: Path | Account, asked: Asked) -> Future[Rows]:
    try:
        with unheard():
            return pool.submit(work, what, asked)
    except BrokenProcessPool as broken:
        future: Future[Rows] = Future()
        future.set_exception(broken)
        return future


def _finished(waiting: dict[Future[Rows], Path]) -> Iterator[tuple[Path, Future[Rows]]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future


def _dask(address: str, jobs: int | None) -> AbstractContextManager[tuple[Executor, int]]:
    try:
        distributed, dask = import_module("distributed"), import_module("dask")
    except ImportError as missing:
        raise FolderError("dask_missing") from missing

    @contextmanager
    def opened() -> Iterator[tuple[Executor, int]]:
        own = {
            "n_workers": jobs or processors(),
            "threads_per_worker": 1,
            "dashboard_address": None,
            "silence_logs": logging.ERROR,
        }
        where = own if address == LOCAL else {"address": address, "timeout": _PATIENCE}
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGEST_TASK}):
            try:
                client = distributed.Client(**where)
            except (OSError, ValueError) as silent:
                raise FolderError("dask_unreachable", address=address) from silent
            with client:
                number = sum(client.nthreads().values()) or 1
                yield client.get_executor(pure=False), number

    return opened()
