"""Runtime: the Python that the browser loads, cut to what we use and compiled ahead.

Takes the npm package of Pyodide, our wheel and the .xlsx reader; writes them below
`.build/assets/` with `runtime.json`, the list of what was written, its bytes and what they weigh
on the wire. The work is done once per content: nothing is rebuilt while the inputs are the same.

    python calculator/web/build/runtime.py --node BIN --wheel WHEEL --reader WHEEL --tools FOLDER
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
WEB = HERE.parent
AHEAD = HERE / "ahead"
PYODIDE = WEB / "node_modules" / "pyodide"
UNCHANGED = ("pyodide.asm.mjs", "pyodide.asm.wasm")
EPOCH = (2023, 11, 14, 22, 13, 20)
"""The one time stamp inside every archive, so that the same input gives the same bytes."""

KEPT_ANYWAY = frozenset({"_strptime", "calendar", "stringprep", "urllib", "urllib.parse"})
"""Loaded late or on failure only, so no list of imported modules shows them."""

NOT_ASKED = frozenset({"ssl"})
"""`asyncio` takes it up where it is there; nobody here connects to anything, and it is slow to load."""

CODECS = ("utf_", "ascii", "latin_1", "iso8859_", "cp125", "cp437", "cp932", "cp949", "cp950", "gb", "hz")
EAST_ASIAN = ("big5", "euc_", "shift_jis")
NEEDED_BY_PYTHON = ("unicode_", "raw_unicode_", "idna", "punycode", "aliases", "__init__")
"""Encodings a seller's file can be in, with their family; mainframe and old desktop ones stay out."""

DESK_ARCHIVE = "odr_desk.zip"

IN_THE_LIBRARY = ("odr_ahead.py", "sitecustomize.py")
"""What we add to the library: it puts the tables of what was compiled ahead to use."""

ONLY_NATIVE = (
    "calculator/__main__.py",
    "calculator/cli.py",
    "calculator/_tables/accounts.py",
    "calculator/_tables/native_",
    "calculator/accounts/",
    "calculator/command_line/",
    "calculator/explain/plain_recovery.py",
    "calculator/order_downloads.py",
    "calculator/policy/check",
    "calculator/policy/conflict.py",
    "calculator/policy/form.py",
    "calculator/policy/listing.py",
    "calculator/policy/row.py",
    "calculator/case_file/schema.py",
    "calculator/case_file/odr-case-1.schema.json",
)
"""The command line, the published schema, the strict reader of the rules: the browser never asks for them."""

DESK = (
    "calculator/browser/desk_request.py",
    "calculator/browser/known_answer_request.py",
    "calculator/browser/letter_out_request.py",
    "calculator/browser/review_request.py",
    "calculator/case/appeal",
    "calculator/case_file/",
    "calculator/causes/",
    "calculator/desk/",
    "calculator/letter/",
    "calculator/letter_files/",
    "calculator/plan_of_action/",
    "calculator/review/",
    "calculator/root_causes/",
    "calculator/rounds/",
    "calculator/route/",
    "calculator/_tables/desk_",
)
"""What only the appeal desk asks for: a pack of its own, which the calculator never fetches."""


def main() -> None:
    """Build everything that is not up to date."""
    options = arguments()
    work = options.build / "runtime"
    done = work / "runtime.json"
    key = fingerprint(
        [
            options.wheel,
            options.reader,
            *HERE.glob("*.mjs"),
            *AHEAD.glob("*.py"),
            Path(__file__),
            WEB / "package-lock.json",
        ]
    )
    if done.exists() and json.loads(done.read_text())["key"] == key:
        return
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    compiled = compile_all(options, work)
    version = json.loads((PYODIDE / "package.json").read_text())["version"]
    files = publish(compiled, options.build / "assets", f"pyodide/{version}")
    done.write_text(
        json.dumps({"key": key, "pyodide": version, "files": files}, indent=1, sort_keys=True) + "\n"
    )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("node", "wheel", "reader", "tools", "build"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


def fingerprint(paths: list[Path]) -> str:
    """Return one hash over names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def compile_all(options: argparse.Namespace, work: Path) -> Path:
    """Return a folder with the trimmed library and our wheel, byte-compiled, the reader and its lock."""
    folder = work / "compiled"
    folder.mkdir()
    whole = folder / options.wheel.name
    in_the_browser(options.wheel, whole)
    shutil.copy(options.reader, folder)
    (folder / "pyodide-lock.json").write_text(json.dumps(lock(options.reader), sort_keys=True))
    needed = node(options, "needed.mjs", folder.resolve(), options.wheel.name).split()
    (work / "needed.txt").write_text("\n".join(needed) + "\n")
    split(whole, folder / DESK_ARCHIVE)
    trim(
        PYODIDE / "python_stdlib.zip",
        folder / "python_stdlib.zip",
        (frozenset(needed) | KEPT_ANYWAY) - NOT_ASKED,
    )
    node(
        options,
        "pycompile.mjs",
        folder.resolve(),
        options.tools.resolve(),
        "python_stdlib.zip",
        options.wheel.name,
        DESK_ARCHIVE,
    )
    (compiled,) = folder.glob("odr_handbook-*.whl")
    node(options, "ahead.mjs", folder.resolve(), compiled.name, DESK_ARCHIVE)
    return folder


def node(options: argparse.Namespace, script: str, *args: object) -> str:
    """Run one of the scripts beside this file and return what it printed."""
    command = [str(options.node / "node"), str(HERE / script), *map(str, args)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)  # noqa: S603
    return done.stdout


def in_the_browser(wheel: Path, copy: Path) -> None:
    """Copy our wheel without what only runs natively."""
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if not name.startswith(ONLY_NATIVE):
                target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED, 9)


def split(wheel: Path, desk: Path) -> None:
    """Take what only the desk asks for out of the wheel, into an archive of its own."""
    whole = wheel.read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as source,
        zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as core,
        zipfile.ZipFile(desk, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in source.namelist():
            target = other if name.startswith(DESK) else core
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED, 9)


def trim(stock: Path, trimmed: Path, needed: frozenset[str]) -> None:
    """Copy the modules that are needed, and the codecs, out of the stock library."""
    with zipfile.ZipFile(stock) as source, zipfile.ZipFile(trimmed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            if name.endswith("/") or not is_needed(name, needed):
                continue
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED, 9)
        for name in IN_THE_LIBRARY:
            target.writestr(zipfile.ZipInfo(name, EPOCH), (AHEAD / name).read_bytes())


def is_needed(name: str, needed: frozenset[str]) -> bool:
    """Say whether one file of the library stays."""
    module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    kept = (*CODECS, *EAST_ASIAN, *NEEDED_BY_PYTHON)
    return module in needed or name.startswith(tuple(f"encodings/{codec}" for codec in kept))


def lock(reader: Path) -> dict[str, object]:
    """Return the stock lock with one package only: the .xlsx reader, whose tag pyodide-lock does not know."""
    name, version, _ = reader.name.split("-", 2)
    entry = {
        "name": name.replace("_", "-"),
        "version": version,
        "file_name": reader.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(reader.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": [name],
        "depends": [],
        "unvendored_tests": False,
    }
    stock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    return {"info": stock["info"], "packages": {entry["name"]: entry}}


def publish(compiled: Path, assets: Path, runtime: str) -> dict[str, dict[str, object]]:
    """Copy the result below `assets` under names that change with the content."""
    shutil.rmtree(assets / "pyodide", ignore_errors=True)
    for folder in (assets / runtime, assets / "odr"):
        folder.mkdir(parents=True, exist_ok=True)
    files = {name: placed(PYODIDE / name, assets, f"{runtime}/{name}") for name in UNCHANGED}
    (wheel,) = compiled.glob("odr_handbook-*.whl")
    packs = {"library": compiled / "python_stdlib.zip", "core": wheel, "desk": compiled / DESK_ARCHIVE}
    for logical, archive in packs.items():
        table = (compiled / f"{logical}.ahead").read_bytes()
        packed = packed_whole(archive, compiled / f"{archive.stem}.bin", {"ahead.bin": table})
        stem = archive.name.partition("-")[0].removesuffix(".zip")
        files[logical] = {
            **placed(packed, assets, f"odr/{stem}-{short(packed)}.bin"),
            "packed": True,
        }
    (reader,) = compiled.glob("python_calamine-*.whl")
    name, version, rest = reader.name.split("-", 2)
    files["reader"] = placed(reader, assets, f"odr/{name}-{version}-1{short(reader)}-{rest}")
    locked = compiled / "pyodide-lock.json"
    locked.write_text(locked.read_text().replace(reader.name, Path(str(files["reader"]["path"])).name))
    files["lock"] = placed(locked, assets, f"odr/pyodide-lock-{short(locked)}.json")
    return files


def packed_whole(archive: Path, packed: Path, more: dict[str, bytes]) -> Path:
    """Pack an archive and more as one piece, not file by file: a tenth to a sixth less on the wire.

    Not named `.gz`, as some servers would then have the browser unpack it on the way.
    """
    plain = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            if ".dist-info/" not in name:
                target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name))
        for name, content in more.items():
            target.writestr(zipfile.ZipInfo(name, EPOCH), content)
    packed.write_bytes(gzip.compress(plain.getvalue(), 9, mtime=0))
    return packed


def placed(source: Path, assets: Path, path: str) -> dict[str, object]:
    """Copy one file and say what it weighs, plain and as a server would send it."""
    shutil.copyfile(source, assets / path)
    content = source.read_bytes()
    packed = len(gzip.compress(content, 9, mtime=0))
    return {"path": path, "bytes": len(content), "gzip": min(packed, len(content))}


def short(path: Path) -> str:
    """Return the first letters of a content's hash, as used in names."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


if __name__ == "__main__":
    main()
