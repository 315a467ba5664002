"""Page data: what the calculator page fetches beside its texts, before anybody has typed anything.

`python -m calculator.docsite.page_data FOLDER` writes `look-up.json`, `example.json` and, for the
appeal desk, `appeal-example.json`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from calculator.docsite import example_shop, look_up, settings

FINISHED = settings.ROOT / "appeal_templates/examples/01_standard"
"""An invented case in which every question of the appeal desk is answered."""


def write(folder: Path) -> None:
    """Write every file, as small as JSON gets."""
    as_of = settings.as_of()
    for name, value in (
        ("look-up", look_up.table(as_of)),
        ("example", example_shop.bundle(as_of)),
        ("appeal-example", {"case": finished(), "files": []}),
    ):
        (folder / f"{name}.json").write_text(packed(value), encoding="utf-8")


def finished() -> dict[str, Any]:
    """Return the finished case as it stands on the day its letter is written."""
    case = json.loads((FINISHED / "case.json").read_text(encoding="utf-8"))
    about = tomllib.loads((FINISHED / "about.toml").read_text(encoding="utf-8"))
    return {**case, "as_of": about["written_on"].isoformat()}


def packed(value: dict[str, Any]) -> str:
    """Return JSON without a blank too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
