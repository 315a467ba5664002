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
    blocks = [_paragraphs(_course(block)) for block in explanation["recovery"]]
    if not blocks:
        return text(lang, "take_along.plain.no_orders") + "\n"
    return "\n\n".join([*blocks, text(lang, "take_along.plain.all_days")]) + "\n"


def plan_text(explanation: Block, lang: str) -> str:
    """Return what could honestly be removed, defect by defect."""
    plan = explanation["plan"]
    if plan is None or not plan["rows"]:
        return text(lang, "take_along.plain.no_defects") + "\n"
    clocks = {row["key"]: row["clocks"] for row in explanation["defects"]["rows"]}
    joint = ", " if lang == "en" else "，"
    head = _lines([plan["title"], plan["lead"], plan["parallel"], plan["honest"]])
    rows = [_lines(_planned(row, clocks.get(row["key"], ()), joint)) for row in plan["rows"]]
    return _paragraphs([head, *rows]) + "\n"


def _course(block: Block) -> Iterator[str]:
    earliest, carry, luck = block["earliest"], block["carry"], block["luck"]
    yield _lines([block["title"], block["subtitle"], block["lead"]])
    day = (earliest["day"],) if earliest["day"] else ()
    yield _lines([earliest["title"], *day, earliest["sentence"], earliest["about"], earliest["stays"]])
    yield _lines(f"- {step['day']}: {step['text']}" for step in block["steps"])
    yield _lines([carry["title"], *(f"- {one['text']}" for one in carry["sentences"])])
    yield _listed(carry["entering"])
    yield _listed(carry["watch"])
    yield _lines([luck["sentence"] if luck else None])
    yield _lines(f"- {source['text']}" for source in block["sources"])


def _listed(part: Block | None) -> str:
    if not part or not part["rows"]:
        return ""
    rows = (f"- {row['day']}: {row['text']}" for row in part["rows"])
    return _lines([part["title"], part.get("lead"), *rows])


def _planned(row: Block, clocks: Iterable[Block], joint: str) -> Iterator[str | None]:
    yield joint.join([row["order"], row["what"], row["order_day"], row["counts"]])
    yield from (_indented(row[name]) for name in ("alone", "shown_after", "no_route"))
    for clock in clocks:
        yield f"- {clock['title']}: {clock['left']}"
        yield from map(_indented, (clock["last_safe"], clock["store_time"], clock["where"]))


def _indented(words: str | None) -> str | None:
    return f"  {words}" if words else None


def _lines(lines: Iterable[str | None]) -> str:
    return "\n".join(filter(None, lines))


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts))
