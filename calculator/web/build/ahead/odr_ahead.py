"""Ahead: what Python compiles from text at every start, compiled once by the build.

A dataclass writes its methods as text and has it compiled; a pattern is parsed by Python code. In a
browser both are slow, and both give the same result every time. So each archive carries a table,
`ahead.bin`: text -> compiled. What is not in a table is compiled as always.

Worse mistake: a method that is not what its text says. The key is therefore the whole text, and the
core's tests inside Pyodide compile every text of every table again and compare.

Without `from __future__`: text that is compiled here has to be read as `dataclasses` would read it.
"""

import _sre
import gc
import marshal
import zipimport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LIBRARY = "/lib/python314.zip"
TABLE = "ahead.bin"
texts: dict[str, bytes] = {}
patterns: dict[tuple[str | bytes, int], bytes] = {}
wholes: dict[str, bytes] = {}
HEAD = 30
"""So long is what stands before the name of a file in a ZIP; the lengths of name and extra field end it."""
_read_piece = zipimport._get_data


def begin() -> None:
    """Put the tables to use, before the first module that needs them; nothing is collected until `end`."""
    gc.disable()
    zipimport._get_module_code = _read_once(zipimport._get_module_code)
    zipimport._get_data = piece
    add(LIBRARY)
    import re

    re._compiler.compile = _pattern_from(re._compiler.compile)
    import dataclasses

    dataclasses.exec = run
    dataclasses.inspect = _Unsigned(dataclasses.inspect)


def add(archive: str) -> None:
    """Take in the table of an archive; one without a table only takes longer to import."""
    try:
        packed = zipimport.zipimporter(archive).get_data(f"{archive}/{TABLE}")
    except OSError:
        return
    more_texts, more_patterns = marshal.loads(packed)
    texts.update(more_texts)
    patterns.update(more_patterns)


def end() -> None:
    """What is loaded stays: looking through it again and again would make every slow answer slower."""
    zipimport._get_data = _read_piece
    wholes.clear()
    gc.freeze()
    gc.enable()


def piece(archive: str, entry: "tuple[Any, ...]") -> bytes:
    """Cut a stored file out of an archive read once, where Python would open the archive each time."""
    _, compression, size, _, begin, *_ = entry
    if archive not in wholes:
        with open(archive, "rb") as file:
            wholes[archive] = file.read()
    whole = wholes[archive]
    head = whole[begin : begin + HEAD]
    if compression != 0 or head[:4] != b"PK\3\4":
        return bytes(_read_piece(archive, entry))
    start = begin + HEAD + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    return whole[start : start + size]


def run(text: str, where: "dict[str, Any]", names: "dict[str, Any]") -> None:
    """Stand in for `exec` where a dataclass is made."""
    held = texts.get(text)
    exec(text if held is None else marshal.loads(held), where, names)


def _pattern_from(compiled: "Any") -> "Any":
    def pattern(text: "Any", flags: int = 0) -> "Any":
        held = patterns.get((text, flags)) if isinstance(text, (str, bytes)) else None
        return compiled(text, flags) if held is None else _sre.compile(text, *marshal.loads(held))

    return pattern


def _read_once(read: "Any") -> "Any":
    """An archive is asked for a module's code twice, for its name and to run it: read and unpack it once."""
    held: dict[tuple[str, str, str], Any] = {}

    def code_of(importer: "Any", name: str) -> "Any":
        key = importer.archive, importer.prefix, name
        if key in held:
            return held.pop(key)
        held.clear()
        held[key] = read(importer, name)
        return held[key]

    return code_of


class _Unsigned:
    """`inspect`, as `dataclasses` uses it, without the signature it would write into a missing docstring."""

    def __init__(self, inspect: "Any") -> None:
        self.unwrap = inspect.unwrap

    def signature(self, *_given: object, **_named: object) -> str:
        raise ValueError("No docstrings here.")
