"""Messages: write the shell's texts of every language as one JSON file for the bundle.

A key of `shell` stands alone, any other begins with the name of its file; the stores stand below
`store`. The order is that of the files: choices on the page follow it.

python calculator/web/build/messages.py > .build/messages.json
"""

from __future__ import annotations

import json
import re
import sys

from calculator import stores
from calculator.messages import LANGUAGES, catalogue

BESIDE = (
    "appeal_page",
    "case_file",
    "choices",
    "keeping",
    "letter_view",
    "pasting",
    "result_page",
    "row_review",
    "typed_case",
)
STEP_TITLE = re.compile(r"step\.\w+\.title")
"""What the appeal desk says before its core has come; everything else comes with the core."""


def shown(language: str) -> dict[str, str]:
    """Return every text the page's shell may say in a language."""
    texts = dict(catalogue(language, "shell"))
    for noun in BESIDE:
        texts |= {f"{noun}.{key}": words for key, words in catalogue(language, noun).items()}
    titles = catalogue(language, "desk").items()
    texts |= {f"desk.{key}": words for key, words in titles if STEP_TITLE.fullmatch(key)}
    return texts | {f"store.{code}": stores.name_of(code, language) for code in stores.codes()}


def main() -> None:
    """Print language, key and text."""
    json.dump({language: shown(language) for language in LANGUAGES}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
