"""Messages: write the shell's texts of every language as one JSON file for the bundle.

A key of `shell` stands alone, any other begins with the name of its file; the stores stand below
`store`. The order is that of the files: choices on the page follow it.

python calculator/web/build/messages.py > .build/messages.json
"""

from __future__ import annotations

import json
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


def shown(language: str) -> dict[str, str]:
    """Return every text the page's shell may say in a language."""
    texts = dict(catalogue(language, "shell"))
    for noun in BESIDE:
        texts |= {f"{noun}.{key}": words for key, words in catalogue(language, noun).items()}
    return texts | {f"store.{code}": stores.name_of(code, language) for code in stores.codes()}


def main() -> None:
    """Print language, key and text."""
    json.dump({language: shown(language) for language in LANGUAGES}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
