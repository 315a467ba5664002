"""Target: one family under a coverage-guided fuzzer, in a process of its own.

    python -m tests.fuzz.target FAMILY SECONDS FOLDER

What breaks a promise is written to FOLDER, once for each place it broke at, and the search goes on. Without
atheris the golden files are mixed up by chance alone, which the last line says.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
import zlib
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None
else:
    with atheris.instrument_imports(include=["calculator"], enable_loader_override=False):
        import calculator.browser.bridge
        import calculator.candidates
        import calculator.reports.archive
        import calculator.reports.payments
        import calculator.reports.returns
        import calculator.reports.xml_report  # noqa: F401  # loaded here so that its branches are counted

from .families import FAMILIES, SPRINKLES, files, vocabulary
from .look import look

LARGEST = 2048


class Target:
    """What is called with every input; keeps those that break a promise."""

    def __init__(self, name: str, found: Path) -> None:
        self.is_packed, self.found = FAMILIES[name].is_packed, found
        self.broken: set[str] = set()

    def __call__(self, data: bytes) -> None:
        try:
            look(data, is_packed=self.is_packed, is_instrumented=atheris is not None)
        except Exception as fault:  # noqa: BLE001  # whatever it is, it is what we look for
            place = "".join(traceback.format_tb(fault.__traceback__)[-1:]) + type(fault).__name__
            if place not in self.broken:
                self.broken.add(place)
                self.found.mkdir(parents=True, exist_ok=True)
                (self.found / _name_of(data)).write_bytes(data)
                print(f"\nFOUND {_name_of(data)}\n{traceback.format_exc()}", file=sys.stderr, flush=True)


def main(name: str, seconds: int, folder: Path) -> None:
    """Search for so many seconds."""
    target = Target(name, folder / f"{name}-found")
    seeds = [data[:LARGEST] for data in files(name)]
    if atheris is None:
        by_chance(target, seeds, seconds)
        return
    known = folder / f"{name}-seeds"
    known.mkdir(parents=True, exist_ok=True)
    for data in seeds:
        (known / _name_of(data)).write_bytes(data)
    words = folder / f"{name}.dict"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in vocabulary(name)))
    flags = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-dict={words}", "-timeout=60"]
    atheris.Setup([sys.argv[0], str(known), *flags, "-print_final_stats=1", "-verbosity=1"], target)
    atheris.Fuzz()


def by_chance(target: Target, seeds: list[bytes], seconds: int) -> None:
    """Cut, join and sprinkle the golden files, led by nothing."""
    dice, ends, number = random.Random(seconds), time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        data = bytearray(dice.choice(seeds))
        for _ in range(dice.randrange(1, 8)):
            place, length = dice.randrange(len(data) + 1), dice.randrange(40)
            data[place : place + dice.choice((0, length))] = dice.choice(
                (dice.choice(SPRINKLES), b"", dice.choice(seeds)[place : place + length])
            )
        target(bytes(data))
        number += 1
    print(f"by chance alone\nstat::number_of_executed_units: {number}", file=sys.stderr)


def _name_of(data: bytes) -> str:
    return f"{zlib.crc32(data):08x}-{len(data)}"


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
