"""Words of the rules in a language; the Traditional ones are derived and kept with the messages."""

from __future__ import annotations

from collections.abc import Mapping

from calculator import messages

TRADITIONAL = "zh-Hant"
NOUN = "rules"


def statement(key: str, words: Mapping[str, str], lang: str) -> str:
    """Return what a rule says."""
    return words[lang] if lang in words else _derived(f"statement.{key}", lang) or words["en"]


def store(code: str, names: Mapping[str, str], lang: str) -> str:
    """Return how people of a language call a store."""
    return names[lang] if lang in names else _derived(f"store.{code}", lang) or names["en"]


def note(key: str, number: int, words: Mapping[str, str], lang: str) -> str | None:
    """Return the note of a rule's row, None where it has none; rows count from 0."""
    return words.get(lang) or _derived(f"note.{key}.{number}", lang) or words.get("en")


def _derived(key: str, lang: str) -> str | None:
    return messages.catalogue(TRADITIONAL, NOUN).get(key) if lang == TRADITIONAL else None
