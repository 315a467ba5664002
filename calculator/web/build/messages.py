"""Messages: write the shell's texts of every language as one JSON file for the bundle.

python calculator/web/build/messages.py > .build/messages.json
"""

from __future__ import annotations

import json
import sys

from calculator.messages import LANGUAGES, catalogue


def main() -> None:
    """Print language, key and text; a language without the file is left out."""
    texts = {}
    for language in LANGUAGES:
        try:
            texts[language] = catalogue(language, "shell")
        except FileNotFoundError:
            continue
    json.dump(texts, sys.stdout, ensure_ascii=False, sort_keys=True)


if __name__ == "__main__":
    main()
