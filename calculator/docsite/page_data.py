"""Page data: what the calculator page fetches beside its texts, before anybody has typed anything.

`python -m calculator.docsite.page_data FOLDER` writes `look-up.json` and `example.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from calculator.docsite import example_shop, look_up, settings


def write(folder: Path) -> None:
    """Write both files, as small as JSON gets."""
    as_of = settings.as_of()
    for name, value in (("look-up", look_up.table(as_of)), ("example", example_shop.bundle(as_of))):
        (folder / f"{name}.json").write_text(packed(value), encoding="utf-8")


def packed(value: dict[str, Any]) -> str:
    """Return JSON without a blank too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
