"""Progress: how many accounts are done, on one line that is written over, for somebody who watches.

Written to a terminal only: a log, a pipe and a test see nothing of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from calculator import display
from calculator.messages import text

_CELLS = 30
_EVERY = 0.1
_Item = TypeVar("_Item")


def watched(items: Iterable[_Item], number: int, lang: str) -> Iterator[_Item]:
    """Yield the items while a bar on a terminal shows how many of `number` have come."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = last = time.monotonic()
    for done, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if done == number or now - last >= _EVERY:
            last = now
            sys.stderr.write(f"\r{bar(done, number, now - began, lang)}\x1b[K")
            sys.stderr.flush()
    sys.stderr.write("\n")


def bar(done: int, number: int, seconds: float, lang: str) -> str:
    """Return the line: a bar, how many of how many, and how long it still takes at this pace."""
    full = _CELLS * done // number
    left = int(seconds * (number - done) / done)
    told = text(lang, "cli.progress", done=display.count(done), number=display.count(number), left=left)
    return f"[{'#' * full}{'.' * (_CELLS - full)}] {told}"
