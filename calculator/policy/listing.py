"""Listing: the rules as `odr policy` prints them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from calculator.errors import RequestError
from calculator.policy import DatedValue, Entry, entries, policy_on, sources, words


def listing(key: str | None, day: date, lang: str, *, as_json: bool) -> str:
    """Return all rules, or the one called `key`, as text or as JSON.

    Raises:
        RequestError: no rule has this name.
    """
    found = [entry for entry in entries() if key is None or entry.key == key]
    if not found:
        raise RequestError("unknown_rule", key=key)
    if not as_json:
        return "\n".join(_text(entry, lang, whole=key is not None) for entry in found) + "\n"
    value = {
        "contract": "odr-policy/1",
        "rules": policy_on(day).rules,
        "as_of": day.isoformat(),
        "entries": [_value(entry, lang) for entry in found],
    }
    return json.dumps(value, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def _text(entry: Entry, lang: str, *, whole: bool) -> str:
    head = f"{entry.key}\n  {words.statement(entry.key, entry.statement, lang)}"
    return head if not whole else "\n".join([head, *(f"  {_row_text(row)}" for row in entry.values)])


def _row_text(row: DatedValue) -> str:
    titles = "; ".join(sources()[source].title for source in row.sources)
    value = row.status.value if row.value is None else row.value
    unit = f" {row.unit.value}" if row.unit else ""
    return f"{value}{unit} [{row.grade.value}, {row.known_from}, {row.checked_on}] {titles}"


def _value(entry: Entry, lang: str) -> dict[str, Any]:
    return {
        "key": entry.key,
        "statement": words.statement(entry.key, entry.statement, lang),
        "values": [
            {**_row(row), "note": words.note(entry.key, n, row.note, lang)}
            for n, row in enumerate(entry.values)
        ],
    }


def _row(row: DatedValue) -> dict[str, Any]:
    return {
        "value": _plain(row.value),
        "status": row.status.value,
        "unit": row.unit.value if row.unit else None,
        "condition": row.condition.value if row.condition else None,
        "in_force_from": row.in_force_from.isoformat() if row.in_force_from else None,
        "seen_on": row.seen_on.isoformat() if row.seen_on else None,
        "until": row.until.isoformat() if row.until else None,
        "stores": list(row.stores) or "all",
        "sources": list(row.sources),
        "grade": row.grade.value,
        "checked_on": row.checked_on.isoformat(),
        "review_by": row.review_by.isoformat(),
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it: decimals as text, so that none is rounded."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int) else str(value)
