"""What runs inside Pyodide: every module of ours on the trimmed library, then the core's tests.

The tests themselves need more of the standard library than the browser loads, so after the first
check the stock library stands in for what is missing, and an import by our own code that only the
stock library can answer fails the run: it would fail in the seller's browser.
"""

import builtins
import importlib
import marshal
import re
import sys
import zipfile

ARCHIVES = ("/lib/odr_handbook.whl", "/lib/odr_desk.zip")
TRIMMED = "/lib/python314.zip"
STOCK = "/stock/python_stdlib.zip"


def run(arguments):
    """Return the exit code: pytest's own, or 1 where nothing ran or our code left the library."""
    ahead = Ahead()
    print(f"{import_everything()} modules of ours imported on the trimmed library")
    print(f"{ahead.ends()} texts and patterns as the build compiled them")
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


class Ahead:
    """What the build compiled: used by every import of ours, and what this Python makes of the same text."""

    def __init__(self):
        import dataclasses

        self.compiler, self.plain, self.missed = dataclasses, dataclasses.exec, []
        dataclasses.exec = self.run

    def run(self, text, where, names):
        """Stand in for what makes a dataclass, and note a text that no table holds."""
        import odr_ahead

        self.missed += [] if text in odr_ahead.texts else [f"{where['__name__']}: {text[:80]}"]
        self.plain(text, where, names)

    def ends(self):
        """Return how much the tables hold; all of it was compared."""
        import odr_ahead

        self.compiler.exec = self.plain
        assert not self.missed, self.missed
        for text, held in odr_ahead.texts.items():
            assert same(marshal.loads(held), compile(text, "<string>", "exec", dont_inherit=True)), text
        for (text, flags), held in odr_ahead.patterns.items():
            parsed = re._parser.parse(text, flags)
            kept, code, groups, names, _ = marshal.loads(held)
            fresh = [int(one) for one in re._compiler._code(parsed, flags)]
            assert (kept, code, groups) == (flags | parsed.state.flags, fresh, parsed.state.groups - 1), text
            assert names == parsed.state.groupdict, text
        assert len(odr_ahead.texts) > 100 and len(odr_ahead.patterns) > 50
        odr_ahead.end()
        return len(odr_ahead.texts) + len(odr_ahead.patterns)


def same(held, fresh):
    """Say whether two pieces of code do the same; where in a line something stands is not kept."""
    parts = (
        "co_code",
        "co_names",
        "co_varnames",
        "co_freevars",
        "co_cellvars",
        "co_flags",
        "co_exceptiontable",
    )
    one, other = held.co_consts, fresh.co_consts
    return (
        all(
            getattr(held, part) == getattr(fresh, part)
            for part in (*parts, "co_argcount", "co_kwonlyargcount")
        )
        and len(one) == len(other)
        and all(same(a, b) if hasattr(a, "co_code") else a == b for a, b in zip(one, other, strict=True))
    )


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
