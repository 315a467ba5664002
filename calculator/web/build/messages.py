"""Messages: write the shell's texts of every language as one JSON file for the bundle.

A key of `shell` stands alone, any other begins with the name of its file.

python calculator/web/build/messages.py > .build/messages.json
"""

from __future__ import annotations

import json
import sys

from calculator.messages import LANGUAGES, catalogue

BESIDE = ("case_file", "choices")


def main() -> None:
    """Print language, key and text."""
    texts = {language: shown(language) for language in LANGUAGES}
    json.dump(texts, sys.stdout, ensure_ascii=False, sort_keys=True)


def shown(language: str) -> dict[str, str]:
    """Return every text that the page itself says."""
    others = {f"{noun}.{key}": text for noun in BESIDE for key, text in catalogue(language, noun).items()}
    return {**catalogue(language, "shell"), **others}


if __name__ == "__main__":
    main()
