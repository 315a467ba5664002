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
    "letter_check",
    "letter_view",
    "pasting",
    "result_page",
    "row_review",
    "typed_case",
)
BEFORE_THE_CORE = {
    "causes": re.compile(r"names\.\w+"),
    "desk": re.compile(r"step\.\w+\.title"),
}
"""What the pages say of these before their core has come; everything else comes with the core."""


def shown(language: str) -> dict[str, str]:
    """Return every text the page's shell may say in a language."""
    texts = dict(catalogue(language, "shell"))
    for noun in BESIDE:
        texts |= {f"{noun}.{key}": words for key, words in catalogue(language, noun).items()}
    for noun, wanted in BEFORE_THE_CORE.items():
        found = catalogue(language, noun).items()
        texts |= {f"{noun}.{key}": words for key, words in found if wanted.fullmatch(key)}
    return texts | {f"store.{code}": stores.name_of(code, language) for code in stores.codes()}


def main() -> None:
    """Print language, key and text."""
    json.dump({language: shown(language) for language in LANGUAGES}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
