"""Record: every text that importing our modules has compiled, and every pattern, as tables for `odr_ahead`.

Runs inside Pyodide during the build, so that what is compiled is for exactly the Python that will load it.
"""

import _sre
import dataclasses
import importlib
import marshal
import pathlib
import re
import sys
import types
import zipfile
from typing import Any


class Recorder:
    """Compiles as Python does and keeps what came out."""

    def __init__(self) -> None:
        self.texts: dict[str, bytes] = {}
        self.patterns: dict[tuple[str | bytes, int], bytes] = {}
        self._last: tuple[Any, ...] = ()

    def begin(self) -> None:
        """Record from here on."""
        self._plain = re._compiler.compile
        caught = {**vars(_sre), "compile": self._caught}
        re._compiler._sre = types.SimpleNamespace(**caught)
        re._compiler.compile = self.pattern
        dataclasses.exec = self.run

    def end(self) -> None:
        """Leave Python as it was found."""
        re._compiler._sre, re._compiler.compile = _sre, self._plain
        del dataclasses.exec

    def taken(self) -> bytes:
        """Return the table so far, and begin another."""
        table = marshal.dumps((self.texts, self.patterns))
        self.texts, self.patterns = {}, {}
        return table

    def run(self, text: str, where: dict[str, Any], names: dict[str, Any]) -> None:
        """Stand in for `exec` where a dataclass is made."""
        code = compile(text, "<string>", "exec", dont_inherit=True)
        self.texts[text] = marshal.dumps(code)
        exec(code, where, names)

    def pattern(self, text: Any, flags: int = 0) -> Any:
        """Stand in for what compiles a pattern."""
        made = self._plain(text, flags)
        if isinstance(text, (str, bytes)):
            self.patterns[text, int(flags)] = marshal.dumps(self._last)
        return made

    def _caught(self, text: Any, flags: int, code: Any, groups: int, names: Any, places: Any) -> Any:
        self._last = int(flags), [int(one) for one in code], groups, dict(names), tuple(places)
        return _sre.compile(text, flags, code, groups, names, places)


def modules(archive: str) -> list[str]:
    """Return the names of an archive's modules, in its order."""
    names = [name for name in zipfile.ZipFile(archive).namelist() if name.endswith(".pyc")]
    return [name.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__") for name in names]


def write(folder: str, core: str, desk: str) -> None:
    """Write the tables of library, core and desk beside the archives."""
    for name, table in tables(f"{folder}/{core}", f"{folder}/{desk}").items():
        pathlib.Path(f"{folder}/{name}.ahead").write_bytes(table)


def tables(core: str, desk: str) -> dict[str, bytes]:
    """Return the tables of library, core and desk."""
    bootstrapped = list(re._cache2) + list(re._cache)
    recorder = Recorder()
    recorder.begin()
    for _, text, flags in dict.fromkeys(bootstrapped):
        re._compiler.compile(text, flags)
    for module in _with_dataclasses():
        importlib.reload(module)
    library = recorder.taken()
    sys.path.append(core)
    of_core = _imported(recorder, core)
    importlib.import_module("calculator.browser.packs").add(desk)
    return {"library": library, "core": of_core, "desk": _imported(recorder, desk)}


def _with_dataclasses() -> list[types.ModuleType]:
    """Return the modules of the library that made a dataclass when they were loaded."""
    loaded = [module for module in sys.modules.values() if isinstance(module, types.ModuleType)]
    named = {one.__module__ for module in loaded for one in vars(module).values() if _is_made(one)}
    return [sys.modules[name] for name in sorted(named)]


def _is_made(one: object) -> bool:
    return isinstance(one, type) and dataclasses.is_dataclass(one)


def _imported(recorder: Recorder, archive: str) -> bytes:
    for name in modules(archive):
        importlib.import_module(name)
    return recorder.taken()
