"""Target: one family under a coverage-guided fuzzer, in a process of its own.

    python -m tests.fuzz.target FAMILY SECONDS FOLDER

What breaks a promise is written to FOLDER, once for each place it broke at, and the search goes on.
"""

from __future__ import annotations

import sys
import traceback
import zlib
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["calculator"], enable_loader_override=False):
    import calculator.browser.bridge
    import calculator.candidates
    import calculator.reports.archive
    import calculator.reports.payments
    import calculator.reports.returns
    import calculator.reports.xml_report  # noqa: F401  # loaded here so that its branches are counted

from .families import FAMILIES, files, vocabulary
from .look import look

LARGEST = 2048


def main(name: str, seconds: str, folder: Path) -> None:
    """Search for so many seconds."""
    seeds, found = folder / f"{name}-seeds", folder / f"{name}-found"
    for made in (seeds, found):
        made.mkdir(parents=True, exist_ok=True)
    for data in files(name):
        (seeds / name_of(data)).write_bytes(data[:LARGEST])
    words = folder / f"{name}.dict"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in vocabulary(name)))
    broken: set[str] = set()

    def once(data: bytes) -> None:
        try:
            look(data, is_packed=FAMILIES[name].is_packed, is_instrumented=True)
        except Exception as fault:  # noqa: BLE001  # whatever it is, it is what we look for
            place = "".join(traceback.format_tb(fault.__traceback__)[-1:]) + type(fault).__name__
            if place not in broken:
                broken.add(place)
                kept = found / name_of(data)
                kept.write_bytes(data)
                print(f"FOUND {kept}\n{traceback.format_exc()}", file=sys.stderr, flush=True)

    flags = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-dict={words}", "-timeout=60"]
    atheris.Setup([sys.argv[0], str(seeds), *flags, "-print_final_stats=1", "-verbosity=1"], once)
    atheris.Fuzz()


def name_of(data: bytes) -> str:
    """Return a name for a file of these bytes."""
    return f"{zlib.crc32(data):08x}-{len(data)}"


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
