"""Packs: a second archive of the core beside the first, so that a page fetches only what it asks for.

The calculator loads the core alone; the appeal desk adds the modules and tables that only it needs.
They are parts of the same packages, so each package is told of its second folder.

Worse mistake: a module in neither archive. The build splits one wheel in two and leaves nothing over.
"""

from __future__ import annotations

from importlib import import_module

SHARED = ("calculator", "calculator.browser", "calculator.case", "calculator._tables")
"""The packages that have modules in both archives."""


def add(archive: str) -> None:
    """Let the modules of an archive be imported; adding it again changes nothing."""
    for name in SHARED:
        folders = import_module(name).__path__
        folder = f"{archive}/{name.replace('.', '/')}"
        if folder not in folders:
            folders.append(folder)
