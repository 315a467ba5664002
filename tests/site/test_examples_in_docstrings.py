"""The examples in the docstrings of the documentation build are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import calculator.docsite

MODULES = sorted(
    one.name for one in pkgutil.iter_modules(calculator.docsite.__path__) if one.name != "wheel_hook"
)


def test_every_example_is_true() -> None:
    results = {
        name: doctest.testmod(importlib.import_module(f"calculator.docsite.{name}")) for name in MODULES
    }
    assert {name for name, result in results.items() if result.failed} == set()
    assert sum(result.attempted for result in results.values()) > 8
