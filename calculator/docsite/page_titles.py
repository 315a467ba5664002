"""Page titles: what a page, or a part of one, is called in a language, for links made from data."""

from __future__ import annotations

import re
from functools import cache

from calculator.docsite import example_pages, facts, myths, settings
from calculator.docsite.languages import language
from calculator.messages import text

HEADING = re.compile(r"^#+ (?P<words>.+?)(?: \{:.*?#(?P<id>[\w-]+).*\})?$", re.MULTILINE)
PLAIN = re.compile(r"\{\{ plain\(\"([\w.]+)\"\) \}\}")
MACRO = re.compile(r"\s*\{\{.*?\}\}\s*")
RULES = "reference/review-rules.md"
LEDGER = "understand/myths.md"


def title(page: str, lang: str) -> str:
    """Return the title of `start/claim-clock.md`, or of the part `start/claim-clock.md#days`.

    Raises:
        LookupError: there is no such page or no such part.
    """
    path, _, part = page.partition("#")
    if path == RULES and part:
        return f"{part.upper()} {text(lang, f'review.names.{part.upper()}')}"
    if path.startswith("appeals/") and not path.endswith("index.md"):
        return example_pages.title(path.removeprefix("appeals/").removesuffix(".md"), lang)
    if path == LEDGER and part in (claims := {one.id: myths.judged(one, lang) for one in myths.myths()}):
        return claims[part]
    words = _heading(path, part, lang)
    figured = PLAIN.sub(lambda found: facts.figure(found[1], lang, settings.as_of()), words)
    return MACRO.sub(" ", figured).strip()


def _heading(path: str, part: str, lang: str) -> str:
    for words, id_ in _headings(path, lang):
        if not part or id_ == part:
            return words
    raise LookupError(f'The page "{path}" has no part "{part}".')


@cache
def _headings(path: str, lang: str) -> tuple[tuple[str, str], ...]:
    folder = language(lang).folder or "en/"
    file = settings.ROOT / "docs" / folder / path
    if not file.is_file():
        raise LookupError(f'There is no page "{path}" in {folder}')
    source = file.read_text(encoding="utf-8")
    return tuple((found["words"], found["id"] or "") for found in HEADING.finditer(source))
