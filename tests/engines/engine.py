"""Engine: what the tests ask of a browser, whatever remote control it has."""

from __future__ import annotations

import json
import os
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TAB, ENTER = "\ue004", "\ue007"
PATIENCE = 120.0


class Missing(Exception):
    """A browser that is not on this machine; the words say what would bring it."""


class Engine(ABC):
    """One browser with one page."""

    name: str
    version: str

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to an address and wait until it is loaded."""

    @abstractmethod
    def evaluate(self, script: str) -> str:
        """Run the body of an async function; return the text it returns."""

    @abstractmethod
    def keys(self, text: str) -> None:
        """Press keys, one after the other, where the focus is."""

    @abstractmethod
    def choose(self, selector: str, files: Sequence[Path]) -> None:
        """Give files to a field for files."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def run(self, function: str, *given: Any) -> Any:
        """Run a function of the page's language with plain values; return a plain value."""
        words = ", ".join(json.dumps(one) for one in given)
        return json.loads(self.evaluate(f"return JSON.stringify((await ({function})({words})) ?? null);"))

    def until(self, function: str, *given: Any, seconds: float = PATIENCE) -> Any:
        """Ask again until the answer is something; return it."""
        ends = time.monotonic() + seconds
        while not (found := self.run(function, *given)):
            if time.monotonic() > ends:
                raise AssertionError(f"after {seconds:.0f} s still not: {function}")
            time.sleep(0.1)
        return found

    def reach(self, selector: str, most: int = 120) -> None:
        """Press Tab until an element has the focus."""
        for _ in range(most):
            if self.run("(one) => document.activeElement?.matches(one) ?? false", selector):
                return
            self.keys(TAB)
        raise AssertionError(f"the keyboard does not reach {selector}")


def program(variable: str, *names: str) -> str:
    """Return where a program is: named by a variable, else by its own name.

    Raises:
        Missing: there is none.
    """
    for name in (os.environ.get(variable, ""), *names):
        if found := shutil.which(name) if name else None:
            return found
    raise Missing(f"{names[0]} is not here")
