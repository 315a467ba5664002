"""Random shops as golden cases: `python -m tests.reference.shop_cases NUMBER FOLDER`.

Each shop's files, arguments and the text `odr assess --json` gives natively, so that the
runtime the browser loads can be held against the very same bytes.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.core.case import Case

from .reports import write_case


def main(number: int, folder: Path) -> None:
    """Write `number` cases afresh, one folder a seed."""
    shutil.rmtree(folder, ignore_errors=True)
    for seed in range(number):
        home = folder / f"{seed:05}"
        home.mkdir(parents=True)
        for path in write_case(seed, home):
            path.rename(home / path.name)
        (home / "input").rmdir()
        (home / "expected.json").write_bytes(Case(home).answer().encode("utf-8"))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
