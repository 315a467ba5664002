"""Processes: those that work accounts out, deaf to Ctrl-C, ended where the one that asked leaves early.

A terminal sends Ctrl-C to all of them at once; who typed it is answered by one.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context


@contextmanager
def processes(number: int) -> Iterator[Executor]:
    """Open fresh processes: none inherits what this one holds, the same on every system."""
    deaf = signal.SIGINT, signal.SIG_IGN
    fresh = get_context("spawn")
    with ProcessPoolExecutor(number, mp_context=fresh, initializer=signal.signal, initargs=deaf) as pool:
        try:
            yield pool
        except BaseException:
            for process in active_children():
                process.terminate()
            raise


@contextmanager
def unheard() -> Iterator[None]:
    """Let a Ctrl-C wait; a process begun meanwhile does not hear one before it knows to ignore it."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
