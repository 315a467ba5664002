"""Plain recovery: the coming days and the plan of an explanation as lines of text, for the command line.

Order ids are masked as everywhere else; what is too long for lines is named with the way to have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from calculator.messages import text

Block = Mapping[str, Any]


def recovery_text(explanation: Block, lang: str) -> str:
    """Return how the number moves, one part for each fulfilment."""
    blocks = [_paragraphs(_course(block, lang)) for block in explanation["recovery"]]
    if not blocks:
        return text(lang, "take_along.plain.no_orders") + "\n"
    return "\n\n".join([*blocks, text(lang, "take_along.plain.all_days")]) + "\n"


def plan_text(explanation: Block, lang: str) -> str:
    """Return what could honestly be removed, defect by defect."""
    plan = explanation["plan"]
    if plan is None:
        return text(lang, "take_along.plain.no_defects") + "\n"
    clocks = {row["key"]: row["clocks"] for row in explanation["defects"]["rows"]}
    head = _lines([plan["title"], plan["parallel"], plan["honest"], plan["others"]])
    rows = [_lines(_planned(row, clocks.get(row["key"], ()), lang)) for row in plan["rows"]]
    return _paragraphs([head, *rows]) + "\n"


def _course(block: Block, lang: str) -> Iterator[str]:
    earliest, carry, luck = block["earliest"], block["carry"], block["luck"]
    told = (earliest[name] for name in ("title", "day", "sentence", "wait", "about", "stays"))
    yield _lines([block["title"], block["subtitle"], block["lead"]])
    yield _lines(told)
    yield _lines(_dated(block["steps"], lang))
    yield _lines([carry["title"], *(f"- {one['text']}" for one in carry["sentences"])])
    yield _listed(carry["entering"], lang)
    yield _listed(carry["watch"], lang)
    yield _lines([luck["sentence"] if luck else None])
    yield _lines(f"- {one['text']}" for one in (*block["notes"], *block["sources"]))


def _listed(part: Block | None, lang: str) -> str:
    if not part or not part["rows"]:
        return ""
    return _lines([part["title"], part.get("lead"), *_dated(part["rows"], lang)])


def _dated(rows: Iterable[Block], lang: str) -> Iterator[str]:
    colon = ": " if lang == "en" else "："
    return (f"- {row['day']}{colon}{row['text']}" for row in rows)


def _planned(row: Block, clocks: Iterable[Block], lang: str) -> Iterator[str | None]:
    joint, colon = (", ", ": ") if lang == "en" else ("，", "：")
    yield joint.join([row["order"], row["what"], row["order_day"], row["counts"]])
    yield from (_indented(row[name]) for name in ("alone", "shown_after", "no_route"))
    for clock in clocks:
        yield f"- {clock['title']}{colon}{clock['left']}"
        yield from map(_indented, (clock["last_safe"], clock["store_time"], clock["where"]))


def _indented(words: str | None) -> str | None:
    return f"  {words}" if words else None


def _lines(lines: Iterable[str | None]) -> str:
    return "\n".join(filter(None, lines))


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts))
