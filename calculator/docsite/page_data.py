"""Page data: what the calculator page fetches beside its texts, before anybody has typed anything.

`python -m calculator.docsite.page_data FOLDER` writes `look-up.json`, `example.json` and, for the
appeal desk, `appeal-example.json` and the same with the invented seller's Chinese in Traditional characters.
`known-answers.json` is fetched by the press of a button alone.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from calculator.docsite import example_shop, known_answers, look_up, settings
from calculator.docsite.traditional_words import convert

FINISHED = settings.ROOT / "appeal_templates/examples/01_standard"
"""An invented case in which every question of the appeal desk is answered."""


def write(folder: Path) -> None:
    """Write every file, as small as JSON gets."""
    as_of = settings.as_of()
    for name, value in (
        ("look-up", look_up.table(as_of)),
        ("example", example_shop.bundle(as_of)),
        ("appeal-example", {"case": finished(), "files": []}),
        ("known-answers", known_answers.table()),
        ("appeal-example-zh-Hant", {"case": traditional(finished()), "files": []}),
    ):
        (folder / f"{name}.json").write_text(packed(value), encoding="utf-8")


def finished() -> dict[str, Any]:
    """Return the finished case as it stands on the day its letter is written."""
    case = json.loads((FINISHED / "case.json").read_text(encoding="utf-8"))
    about = tomllib.loads((FINISHED / "about.toml").read_text(encoding="utf-8"))
    return {**case, "as_of": about["written_on"].isoformat()}


def traditional(value: Any) -> Any:
    """Return a value with every text in Traditional Chinese; keys, codes and English stay.

    >>> traditional({"hour": "北京时间 17:00", "who": "packer", "looked_at": 126})
    {'hour': '北京時間 17:00', 'who': 'packer', 'looked_at': 126}
    """
    if isinstance(value, dict):
        return {key: traditional(held) for key, held in value.items()}
    if isinstance(value, list):
        return [traditional(held) for held in value]
    return convert(value) if isinstance(value, str) and not value.isascii() else value


def packed(value: dict[str, Any]) -> str:
    """Return JSON without a blank too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
