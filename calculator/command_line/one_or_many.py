"""One or many: whether `odr assess` was given the files of one account or a folder of accounts.

Apart from what works a folder out, which is loaded with the first one.
"""

from __future__ import annotations

from argparse import Namespace

_ONLY = ("out", "jobs", "dask")


def is_folder(options: Namespace) -> bool:
    """Return whether one folder was named instead of files.

    Raises:
        FolderError: options for a folder stand beside files.
    """
    if any(path.is_dir() for path in options.files):
        if len(options.files) > 1:
            _refuse("one_folder")
        return True
    found = [name for name in _ONLY if getattr(options, name)]
    found += [options.ending] if options.ending in ("csv", "html") else []
    if found:
        _refuse("of_a_folder", option=f"--{found[0]}")
    return False


def _refuse(code: str, **values: str) -> None:
    from calculator.accounts.errors import FolderError

    raise FolderError(code, **values)
