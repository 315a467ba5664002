"""What runs inside Pyodide: every module of ours on the trimmed library, then the core's tests.

The tests themselves need more of the standard library than the browser loads, so after the first
check the stock library stands in for what is missing, and an import by our own code that only the
stock library can answer fails the run: it would fail in the seller's browser.
"""

import builtins
import importlib
import sys
import zipfile

ARCHIVES = ("/lib/odr_handbook.whl", "/lib/odr_desk.zip")
TRIMMED = "/lib/python314.zip"
STOCK = "/stock/python_stdlib.zip"


def run(arguments):
    """Return the exit code: pytest's own, or 1 where nothing ran or our code left the library."""
    print(f"{import_everything()} modules of ours imported on the trimmed library")
    sys.path.append("/in-pyodide")
    missing = watch_imports()
    stand_in()
    import pytest

    ran, part, rest = Ran(), *Part.of(arguments)
    code = int(pytest.main(rest or ["tests/core", "-m", "not native"], plugins=[ran, part]))
    if missing:
        print(f"Our own code asked for modules the browser does not have: {', '.join(sorted(missing))}")
        return 1
    if not ran.passed:
        print("No test was executed inside Pyodide.")
        return 1
    return code


def import_everything():
    """Import every module of both packs with nothing but the trimmed library behind it."""
    names = [
        name.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__")
        for archive in ARCHIVES
        for name in zipfile.ZipFile(archive).namelist()
        if name.endswith(".pyc")
    ]
    ours = [name for name in names if not name.endswith("__main__")]
    for name in ours:
        importlib.import_module(name)
    return len(ours)


def stand_in():
    """Let the stock library answer for what the trimmed one lacks, submodules of loaded packages too."""
    sys.path.insert(0, STOCK)
    for module in list(sys.modules.values()):
        where = list(getattr(module, "__path__", ()))
        if any(path.startswith(TRIMMED) for path in where):
            module.__path__ = [*where, *(path.replace(TRIMMED, STOCK) for path in where)]


def watch_imports():
    """Return the set that fills with modules our code imports and the trimmed library lacks."""
    have = {
        name.removesuffix(".pyc").removesuffix("/__init__") for name in zipfile.ZipFile(TRIMMED).namelist()
    }
    missing = set()
    plain = builtins.__import__

    def watched(name, *where, **named):
        module = plain(name, *where, **named)
        importer = str((where[0] if where and where[0] else {}).get("__name__", ""))
        if importer.startswith("calculator"):
            loaded = sys.modules.get(name)  # a relative name is ours and never in the library
            from_stock = str(getattr(loaded, "__file__", "")).startswith(STOCK)
            if from_stock and name.replace(".", "/") not in have:
                missing.add(name)
        return module

    builtins.__import__ = watched
    return missing


class Part:
    """Every so-manieth file with tests, so that several runs share them."""

    def __init__(self, number, parts):
        self.number, self.parts = number, parts

    @classmethod
    def of(cls, arguments):
        """Return the part that a first argument like `part=2/3` asks for, all without one, and what follows."""
        if not arguments or not arguments[0].startswith("part="):
            return cls(1, 1), arguments
        number, parts = arguments[0].removeprefix("part=").split("/")
        return cls(int(number), int(parts)), arguments[1:]

    def pytest_ignore_collect(self, collection_path):
        """Leave out the files of the other parts."""
        files = sorted(collection_path.parent.glob("test_*.py"))
        mine = collection_path not in files or files.index(collection_path) % self.parts == self.number - 1
        return None if mine else True


class Ran:
    """Counts the tests that were really executed."""

    def __init__(self):
        self.passed = 0

    def pytest_runtest_logreport(self, report):
        self.passed += report.when == "call" and report.passed
