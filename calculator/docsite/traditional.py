"""Traditional Chinese: every message and letter derived from the Simplified one, never written by hand.

`python -m calculator.docsite.traditional` rewrites `calculator/messages/zh-Hant/`, the folders named
`traditional` and the words of the policy. Whole files are converted: keys and placeholders are ASCII
and stay. The words are Taiwan's: `traditional_words` says how.
"""

from __future__ import annotations

import json
from pathlib import Path

from calculator import policy
from calculator.docsite.traditional_words import convert

MESSAGES = Path(__file__).parents[1] / "messages"
TEMPLATES = Path(__file__).parents[2] / "appeal_templates"
ROOT_CAUSES = Path(__file__).parents[1] / "root_causes"
FOLDERS = (
    (MESSAGES / "zh-Hans", MESSAGES / "zh-Hant"),
    (ROOT_CAUSES / "trees", ROOT_CAUSES / "traditional"),
)
"""Folders of Simplified words and the folders derived from them."""
FILES = ((ROOT_CAUSES / "find_out.toml", ROOT_CAUSES / "traditional" / "find_out.toml"),)
"""Single files and the ones derived from them."""
RULES = MESSAGES / "zh-Hant" / "rules.toml"
"""Statements, notes and names of stores, which the policy keeps in English and Simplified Chinese."""
SIMPLIFIED = "zh-Hans"
DERIVED_TEMPLATES = TEMPLATES / "traditional"
WITHOUT_DERIVED = {DERIVED_TEMPLATES.name, "examples"}
"""Folders of the templates that have no derived twin; every other file has one under the same path."""


def derived() -> dict[Path, str]:
    """Return, for each file that has to exist, its text."""
    found = [
        (path, target / path.name) for source, target in FOLDERS for path in sorted(source.glob("*.toml"))
    ]
    every = (*found, *FILES, *_templates())
    return {RULES: rules()} | {
        target: convert(source.read_text(encoding="utf-8"))
        for source, target in every
        if source.name != "order.toml"
    }


def rules() -> str:
    """Return the words of the policy as a file of messages: its files keep figures and sources too."""
    said = {f"statement.{one.key}": one.statement[SIMPLIFIED] for one in policy.entries()}
    said |= {
        f"note.{one.key}.{n}": row.note[SIMPLIFIED]
        for one in policy.entries()
        for n, row in enumerate(one.values)
        if row.note
    }
    said |= {f"store.{one.code}": one.name[SIMPLIFIED] for one in policy.stores()}
    lines = (f"{key} = {json.dumps(convert(words), ensure_ascii=False)}\n" for key, words in said.items())
    return "".join(lines)


def _templates() -> list[tuple[Path, Path]]:
    """Return every file of the templates with the one derived from it."""
    inside = [path.relative_to(TEMPLATES) for path in sorted(TEMPLATES.rglob("*.toml"))]
    return [
        (TEMPLATES / path, DERIVED_TEMPLATES / path)
        for path in inside
        if path.parts[0] not in WITHOUT_DERIVED
    ]


def write() -> None:
    """Write every derived file and remove those without a source."""
    texts = derived()
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in held() - texts.keys():
        path.unlink()


def held() -> set[Path]:
    """Return every derived file that is there."""
    in_folders = {path for _, target in FOLDERS for path in target.glob("*.toml")}
    return in_folders | set(DERIVED_TEMPLATES.rglob("*.toml"))


if __name__ == "__main__":
    write()
