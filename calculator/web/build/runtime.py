"""Runtime: the Python that the browser loads, cut to what we use and compiled ahead.

Takes the npm package of Pyodide, our wheel and the .xlsx reader; writes them below
`.build/assets/` with `runtime.json`, the list of what was written, its bytes and what they weigh
on the wire. The work is done once per content: nothing is rebuilt while the inputs are the same.

    python -m calculator.web.build.runtime --node BIN --wheel WHEEL --reader WHEEL --tools FOLDER
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from calculator.web.build.archives import in_the_browser, packed_whole, split, trim
from calculator.web.build.contents import KEPT_ANYWAY, NOT_ASKED

HERE = Path(__file__).parent
WEB = HERE.parent
AHEAD = HERE / "ahead"
PYODIDE = WEB / "node_modules" / "pyodide"
UNCHANGED = ("pyodide.asm.mjs", "pyodide.asm.wasm")

DESK_ARCHIVE = "odr_desk.zip"


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
            *HERE.glob("*.py"),
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
        AHEAD,
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
