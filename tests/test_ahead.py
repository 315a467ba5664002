"""What the build compiles ahead: a table answers for exactly its text, everything else is compiled as always."""

from __future__ import annotations

import dataclasses
import gc
import marshal
import re
import sys
import zipfile
import zipimport
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from calculator.docsite import settings

AHEAD = settings.ROOT / "calculator/web/build/ahead"


def loaded(name: str) -> Any:
    """One of the modules beside the build script, fresh; they belong to no package."""
    spec = util.spec_from_file_location(name, AHEAD / f"{name}.py")
    assert spec and spec.loader
    module: ModuleType = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ahead() -> Any:
    return loaded("odr_ahead")


def test_a_text_in_the_table_is_not_compiled_again(ahead: Any) -> None:
    ahead.texts["x = 1"] = marshal.dumps(compile("x = 2", "<string>", "exec"))
    names: dict[str, int] = {}
    ahead.run("x = 1", {}, names)
    assert names == {"x": 2}


def test_a_text_that_differs_by_a_blank_is_compiled(ahead: Any) -> None:
    ahead.texts["x = 1"] = marshal.dumps(compile("x = 2", "<string>", "exec"))
    names: dict[str, int] = {}
    ahead.run("x =  1", {}, names)
    assert names == {"x": 1}


def test_a_pattern_is_known_by_its_kind_and_its_flags(ahead: Any) -> None:
    record = loaded("record").Recorder()
    record.begin()
    try:
        record.pattern("(?P<day>[a-c]+)-x", re.IGNORECASE)
    finally:
        record.end()
    _, patterns = marshal.loads(record.taken())
    ahead.patterns.update(patterns)

    def unwanted(text: object, flags: int) -> str:
        return f"compiled {text!r} {int(flags)}"

    pattern = ahead._pattern_from(unwanted)
    made = pattern("(?P<day>[a-c]+)-x", 2)
    plain = re.compile("(?P<day>[a-c]+)-x", re.IGNORECASE)
    assert (made.flags, made.groupindex, made.groups) == (plain.flags, plain.groupindex, plain.groups)
    assert made.fullmatch("aBC-X")["day"] == "aBC"
    assert made.fullmatch("d-x") is None
    assert pattern(b"(?P<day>[a-c]+)-x", 2) == "compiled b'(?P<day>[a-c]+)-x' 2"
    assert pattern("(?P<day>[a-c]+)-x", 0) == "compiled '(?P<day>[a-c]+)-x' 0"


def test_a_dataclass_from_the_table_is_the_same_class(ahead: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def made() -> Any:
        fields = [("name", str), ("days", list[int], dataclasses.field(default_factory=list))]
        return dataclasses.make_dataclass("Case", fields, frozen=True, slots=True, kw_only=True)

    record = loaded("record").Recorder()
    record.begin()
    try:
        made()
    finally:
        record.end()
    texts, _ = marshal.loads(record.taken())
    ahead.texts.update(texts)
    asked: list[str] = []

    def watched(text: str, where: dict[str, Any], names: dict[str, Any]) -> None:
        asked.append(text)
        ahead.run(text, where, names)

    monkeypatch.setattr(dataclasses, "exec", watched, raising=False)
    case = made()
    assert asked
    assert set(asked) <= set(texts)
    assert repr(case(name="a", days=[1])).endswith("Case(name='a', days=[1])")
    assert case(name="a") == case(name="a", days=[])
    with pytest.raises(dataclasses.FrozenInstanceError):
        case(name="a").name = "b"
    with pytest.raises(TypeError, match="name"):
        case()


def test_a_module_is_read_once_for_its_name_and_its_code(
    ahead: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "some.zip"
    with zipfile.ZipFile(archive, "w") as some:
        some.writestr("read_once_first.py", "HERE = 1\n")
        some.writestr("read_once_second.py", "HERE = 2\n")
    read: list[str] = []

    def reading(importer: Any, name: str) -> Any:
        read.append(name)
        return plain(importer, name)

    plain = zipimport._get_module_code  # type: ignore[attr-defined]  # what the module itself calls
    monkeypatch.setattr(zipimport, "_get_module_code", ahead._read_once(reading))
    monkeypatch.syspath_prepend(str(archive))
    first, second = (__import__(f"read_once_{name}") for name in ("first", "second"))
    assert (first.HERE, second.HERE) == (1, 2)
    assert read == ["read_once_first", "read_once_second"]
    for name in ("read_once_first", "read_once_second"):
        del sys.modules[name]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_file_is_cut_out_of_its_archive_as_python_reads_it(
    ahead: Any, tmp_path: Path, compression: int
) -> None:
    archive = str(tmp_path / "some.zip")
    with zipfile.ZipFile(archive, "w", compression) as some:
        for name in ("a.bin", "folder/b.bin", "empty.bin"):
            some.writestr(name, b"" if name == "empty.bin" else name.encode() * 900)
    entries = zipimport._read_directory(archive)  # type: ignore[attr-defined]  # what an importer reads
    names = [name for name in entries if name.endswith(".bin")]
    assert len(names) == 3
    for name in names:
        assert ahead.piece(archive, entries[name]) == zipimport._get_data(archive, entries[name])  # type: ignore[attr-defined]
    assert list(ahead.wholes) == [archive]


def test_an_archive_without_a_table_is_taken_as_it_is(ahead: Any, tmp_path: Path) -> None:
    archive = tmp_path / "plain.zip"
    with zipfile.ZipFile(archive, "w") as plain:
        plain.writestr("some.py", "")
    ahead.add(str(archive))
    assert (ahead.texts, ahead.patterns) == ({}, {})


def test_memory_is_tidied_again_once_everything_is_loaded(ahead: Any) -> None:
    ahead.wholes["some.zip"] = b"PK"
    gc.disable()
    try:
        ahead.end()
        assert gc.isenabled()
        assert ahead.wholes == {}
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()
