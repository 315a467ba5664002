"""Tables: pages and parts of pages that are nothing but the policy data, shown.

Worse mistake: a table that forgets a row. Each takes everything the policy holds and sorts nothing out.
"""

from __future__ import annotations

from datetime import date

from calculator.docsite import blocks, facts, words
from calculator.policy import Entry, Source, SourceKind, entries, entry, policy_on, sources, stores


def counting(defect_type: str, lang: str, as_of: date) -> str:
    """Return the table "outcome, does it count" of one defect type.

    Raises:
        LookupError: the policy names no outcome of this type.
    """
    rows = [_counting_row(entry(key), lang, as_of) for key in counting_keys(defect_type)]
    return blocks.render("counting", lang, rows=rows)


def counting_keys(defect_type: str) -> list[str]:
    """Return the policy keys of every outcome of one defect type.

    Raises:
        LookupError: the policy names none.
    """
    prefix = f"counted_defects.{defect_type}."
    found = [one.key for one in entries() if one.key.startswith(prefix)]
    if not found:
        raise LookupError(f'The policy names no outcome of "{defect_type}".')
    return found


def _counting_row(one: Entry, lang: str, as_of: date) -> dict[str, str]:
    row = policy_on(as_of).row(one.key)
    return {
        "key": one.key,
        "statement": one.statement[lang],
        "state": str(row.value),
        "letter": words.LETTERS[row.grade],
        "note": row.note.get(lang, ""),
    }


def all_facts(lang: str) -> str:
    """Return every fact card, grouped by noun, under Markdown headings."""
    parts: list[str] = []
    for noun, keys in facts.grouped(entries()).items():
        parts.append(f"## {words.text(lang, f'group.{noun}')} {{: #{noun} }}")
        parts.append('<div class="odr-facts">')
        parts.extend(facts.card(key, lang, local=False) for key in keys)
        parts.append("</div>")
    return "\n\n".join(parts)


def all_sources(lang: str) -> str:
    """Return every source, grouped by kind, each with the facts that cite it."""
    cited = _citations()
    kinds: dict[str, list[Source]] = {}
    for source in sources().values():
        kinds.setdefault(source.kind.value, []).append(source)
    parts: list[str] = []
    for kind in sorted(kinds, key=[kind.value for kind in SourceKind].index):
        parts.append(f"## {words.text(lang, f'source_kind.{kind}')} {{: #{kind} }}")
        ordered = sorted(kinds[kind], key=lambda one: (one.publisher, one.title))
        parts.append(blocks.render("sources", lang, found=ordered, cited=cited))
    return "\n\n".join(parts)


def all_stores(lang: str) -> str:
    """Return the stores the calculator knows, in one line."""
    joint = words.text(lang, "stores.joint")
    return joint.join(f"{one.name[lang]} ({one.code})" for one in stores())


def _citations() -> dict[str, list[str]]:
    """Return for each source the keys of the facts that rest on it."""
    found: dict[str, list[str]] = {id_: [] for id_ in sources()}
    for one in entries():
        for id_ in dict.fromkeys(id_ for row in one.values for id_ in row.sources):
            found[id_].append(one.key)
    return found
