"""Paste samples: texts sellers might paste and what a careful human would say is certain in them.

How an expectation is written stands in `paste_samples/README.md`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "paste_samples"
MEETS = "right", "asked"
NAMING = "order_id", "type", "source", "fulfillment"
CONTROL = "asks_any", "optional"
Row = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """One text and what is expected of it.

    Attributes:
        open: in which way the reader falls short of it so far, in words; empty where it does not.
    """

    name: str
    as_of: str
    store: str | None
    text: str
    expect: Row
    open: str = ""


@dataclass(frozen=True)
class Finding:
    """One stated field held against the answer: right, asked, asked_needlessly, missed or wrong."""

    place: str
    verdict: str
    said: str

    def __str__(self) -> str:
        return f"{self.verdict}: {self.place}: {self.said}"


def samples() -> list[Sample]:
    """Return every sample, by file and place in it."""
    return [
        Sample(
            one["name"],
            one["as_of"],
            one["store"],
            "\n".join(one["text"]),
            one["expect"],
            one.get("open", ""),
        )
        for path in sorted(FOLDER.glob("*.json"))
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]


def held(expect: Row, answer: Row) -> list[Finding]:
    """Return a finding for each stated field of one sample."""
    kinds = expect["kind"]["any"] if isinstance(expect["kind"], dict) else [expect["kind"]]
    verdict = "right" if answer["kind"] in kinds else "wrong"
    found = [Finding("kind", verdict, f"{answer['kind']!r}, expected {kinds}")]
    for part in ("figures", "defects"):
        found += _rows(part, expect[part], list(answer[part]), alone=expect.get("nothing_else", False))
    everything = _folded(json.dumps(answer, ensure_ascii=False))
    found += [
        Finding("kept", "missed", f"{words!r} is nowhere in the answer")
        for words in expect.get("kept", [])
        if _folded(words) not in everything
    ]
    return found


def _rows(part: str, expected: list[Row], actual: list[Row], *, alone: bool) -> Iterator[Finding]:
    left = list(actual)
    for number, row in enumerate(expected):
        place = f"{part}[{number}]"
        partner = _partner(row, left)
        if partner is None:
            if not row.get("optional"):
                yield Finding(place, "missed", f"no row for {_short(row)}")
            continue
        left.remove(partner)
        for field in row:
            if field not in CONTROL:
                yield _field(f"{place}.{field}", field, row[field], partner)
        yield from _any_ask(place, row.get("asks_any"), partner)
    if alone:
        yield from (Finding(part, "wrong", f"a row nobody wrote: {_short(row)}") for row in left)


def _partner(row: Row, left: list[Row]) -> Row | None:
    """Return the row that fits best, never one that is certain to speak of another order."""
    ranked = sorted(left, key=lambda other: -_likeness(row, other))
    return next(
        (
            one
            for one in ranked
            if (not row.get("optional") or _likeness(row, one) > 0) and not _elsewhere(row, one)
        ),
        None,
    )


def _elsewhere(wanted: Row, row: Row) -> bool:
    named, found = wanted.get("order_id"), row.get("order_id")
    return isinstance(named, str) and not _empty(found) and _folded(found) != _folded(named)


def _field(place: str, field: str, wanted: Any, row: Row) -> Finding:
    value, asked = row.get(field), field in _asks(row)
    said = f"{value!r}{', asked' if asked else ''}, expected {json.dumps(wanted, ensure_ascii=False)}"
    if _meets(wanted, value, asked=asked):
        return Finding(place, "asked" if asked and _empty(value) else "right", said)
    if not _empty(value):
        return Finding(place, "wrong", said)
    return Finding(place, "asked_needlessly" if asked else "missed", said)


def _meets(wanted: Any, value: Any, *, asked: bool) -> bool:
    if wanted is None:
        return _empty(value)
    if not isinstance(wanted, dict):
        return not _empty(value) and _folded(value) == _folded(wanted)
    if "ask" in wanted:
        return _empty(value) and asked
    if "value_or_ask" in wanted:
        return (_empty(value) and asked) or _meets(wanted["value_or_ask"], value, asked=asked)
    if "any" in wanted:
        return any(_meets(one, value, asked=asked) for one in wanted["any"])
    text = _folded(value or "")
    return all(_folded(one) in text for one in wanted["has"]) and not any(
        _folded(one) in text for one in wanted.get("lacks", [])
    )


def _any_ask(place: str, fields: list[str] | None, row: Row) -> Iterator[Finding]:
    if fields:
        verdict = "asked" if set(fields) & _asks(row) else "wrong"
        yield Finding(place, verdict, f"asks {sorted(_asks(row))}, expected one of {fields}")


def _likeness(wanted: Row, row: Row) -> int:
    """Return how well two rows fit: names weigh most, every other stated field a little."""
    points = 0
    for field in wanted.keys() - set(CONTROL):
        meets = _meets(wanted[field], row.get(field), asked=field in _asks(row))
        if field in NAMING:
            certain = not _empty(row.get(field))
            points += (8 if certain else 2) if meets else (-8 if certain and wanted.get("optional") else 0)
        else:
            points += meets
    return points


def _asks(row: Row) -> set[str]:
    return {ask["field"].rsplit(".", 1)[-1] for ask in row.get("asks", [])}


def _empty(value: Any) -> bool:
    return value is None or value == ""


def _folded(value: Any) -> str:
    return "".join(unicodedata.normalize("NFKC", str(value)).split())


def _short(row: Row) -> str:
    return json.dumps(
        {key: value for key, value in row.items() if key not in ("asks", "raw")}, ensure_ascii=False
    )
