"""Folder: a folder of accounts as it lies on the disk; what a computer adds by itself is passed over.

Every entry is an account, whatever its name: a folder with the files in it at any depth, or one file.
Nothing is opened here but names; bytes are read where the account is worked out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from calculator.accounts import Account, File
from calculator.accounts.errors import FolderError
from calculator.errors import RequestError

_CHUNK = 1024 * 1024
_OF_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


@dataclass(frozen=True, slots=True)
class OnDisk:
    """The bytes of a file, read piece by piece each time they are gone through."""

    path: Path

    def __iter__(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def entries(folder: Path) -> list[Path]:
    """Return what stands for an account each, in one order on every machine.

    Raises:
        FolderError, RequestError: the folder cannot be opened, or nothing is in it.
    """
    try:
        found = [path for path in folder.iterdir() if _is_of_people(path.name)]
    except OSError as unreadable:
        raise RequestError("file_not_readable", file=shown(folder)) from unreadable
    if not any(path.is_dir() or path.is_file() for path in found):
        raise FolderError("no_account", folder=shown(folder))
    return sorted(found, key=lambda path: os.fsencode(path.name))


def account(entry: Path) -> Account:
    """Return one account; its files are not read yet."""
    if entry.is_file():
        return Account(name=shown(entry), files=(_file(entry),), is_file=True)
    paths = sorted(_inside(entry), key=os.fsencode)
    return Account(name=shown(entry), files=tuple(_file(path) for path in paths))


def carried(entry: Path) -> Account:
    """Return one account with all its bytes, to be worked out where this disk is not.

    A file that cannot be read is carried as one that says so.
    """
    found = account(entry)
    files = tuple(File(name=file.name, pieces=_pieces(file)) for file in found.files)
    return Account(name=found.name, files=files, is_file=found.is_file)


def shown(path: Path) -> str:
    """Return the base name of a path as text that can be written."""
    return path.name.encode("utf-8", "replace").decode() or str(path)


@dataclass(frozen=True, slots=True)
class NotReadable:
    """The bytes of a file that could not be read."""

    def __iter__(self) -> Iterator[bytes]:
        raise OSError


def _pieces(file: File) -> tuple[bytes, ...] | NotReadable:
    try:
        return tuple(file.pieces)
    except OSError:
        return NotReadable()


def _file(path: Path) -> File:
    return File(name=shown(path), pieces=OnDisk(path) if path.is_file() else NotReadable())


def _inside(entry: Path) -> Iterator[Path]:
    """Yield every file of an account at any depth, and every folder that cannot be looked into.

    A link to a folder is not gone through, as it may lead back; it is told as not readable.
    """
    closed: list[Path] = []
    for top, folders, names in os.walk(entry, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if _is_of_people(name)]
        yield from (Path(top, name) for name in names if _is_of_people(name))
        yield from (path for path in (Path(top, name) for name in folders) if path.is_symlink())
    yield from closed


def _is_of_people(name: str) -> bool:
    """Return whether a name is not one that a computer adds by itself."""
    return name[:1] != "." and name[:2] != "~$" and name.casefold() not in _OF_SYSTEMS
