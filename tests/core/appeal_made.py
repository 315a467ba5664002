"""Made appeals: random cases for the fuzz of the letter, from an empty one to a whole one, hostile words among them.

Everything a letter could wrongly say is marked: each answer of each row carries a word of its own,
so that a test finds it by reading the text alone.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from calculator.plan_of_action.blocks import Frame, Slot, blocks, own_block, roles
from calculator.root_causes import CAUSES, every_leaf

HOSTILE = (
    "", " ", "\n", "a\nNOT READY TO SEND\nb", "【blank】", "[[on]]", "[[we]] {0} %s", "\u202eevil\u2066", "\x00\x1b[31m",
    "<script>alert(1)</script>", "x" * 900, "\ud83d\ude00 ok", "| a | b |", "- item", "已经全部完成", "还不能发送", "我们保证",
    "=SUM(A1)", "\u200b", "….。", "\U000e0041", "e\u0301",
)  # fmt: skip
DAYS = ("2026-11-01", "2026/11/20", "22 November 2026", "2026年11月24日", "2026-11-24")
NO_DAYS = ("2026-11-25", "2027-01-01", "soon", "2026-14-10", "31", "", "0001-01-01", "9999-12-31", "11/12")
COUNTS, NO_COUNTS = ("3", "31", "１２", "1,204"), ("many", "12.5", "-3", "", "9" * 40)
KINDS = ("a_to_z_claim", "negative_feedback", "chargeback")


@cache
def walks(cause: str) -> dict[str, tuple[str, ...]]:
    """One walk of a cause for each way it can end, by what it finds."""
    return {leaf.failure or str(leaf.kind): leaf.path for leaf in every_leaf(cause)}


def made(seed: int) -> dict[str, Any]:
    """A case by its seed; the higher the care, the fewer answers are missing or hostile."""
    random = Random(seed)
    care = random.choice((0.3, 0.8, 0.97, 1.0, 1.0))
    able = [
        cause for cause in CAUSES if care < 1 or any(one.cause == cause and one.frames for one in blocks())
    ]
    causes = random.sample(able, min(len(able), random.randint(1, 3)))
    return {
        "contract": "odr-case/1",
        "store": random.choice(("US", "", "DE")),
        "notice": _figure(random, care),
        "odr_page": _figure(random, 0.5 if random.random() < 0.3 else 0.0),
        "defects": [_defect(random, number, causes, care) for number in range(1, random.randint(1, 5) + 1)],
        "appeal": {
            "language": random.choice(("", "en", "en", "zh")),
            "voice": random.choice(("", "we", "i")),
            "letter_day": _one(random, care, ("", "2026-11-24", "2026-11-26"), ("2026-11-10", "soon")),
            "causes": [
                _row(random, number, cause, care)
                for number, cause in enumerate(_rows(random, causes, care), 1)
            ],
            "rounds": _rounds(random, care),
        },
    }


def _rows(random: Random, causes: list[str], care: float) -> list[str]:
    return causes + random.sample(CAUSES, 0 if care == 1 else random.choice((0, 0, 1)))


def _figure(random: Random, care: float) -> dict[str, str]:
    orders = random.randint(1, 2_000)
    return {
        "day": _one(random, care, DAYS, NO_DAYS),
        "fulfillment": random.choice(("", "mfn", "afn")),
        "orders": str(orders) if random.random() < care else random.choice(("", "0", "x", "12.5")),
        "orders_with_defects": str(random.randint(0, orders)) if random.random() < care else "",
    }


def _defect(random: Random, number: int, causes: list[str], care: float) -> dict[str, str]:
    by = (
        random.choice(("amazon", "seller", "nobody"))
        if random.random() < care
        else random.choice(("", "not_known"))
    )
    return {
        "id": f"d{number}",
        "order_id": f"111-{number:07}-{random.randint(0, 10**7 - 1):07}" if random.random() < care else "",
        "order_date": _one(random, care, ("2026-10-06", "2026-10-14"), ("", "soon")),
        "type": random.choice(KINDS),
        "outcome": random.choice(("granted", "kept", "service", "open", "")),
        "cause": random.choice(causes) if random.random() < care else "",
        "disputed": random.choice(("", "", "", "yes")),
        "appealed_on": _one(random, 0.7, DAYS, NO_DAYS),
        "refunded_by": by,
        "refunded_on": _one(random, care, DAYS, NO_DAYS),
    }


def _row(random: Random, number: int, cause: str, care: float) -> dict[str, Any]:
    path = random.choice(list(walks(cause).values()))
    block = random.choice([one for one in blocks() if one.cause == cause] or [own_block()])
    for one in blocks():
        if one.cause == cause and random.random() < care:
            ends = [
                walks(cause)[f"{cause}/{step}"] for step in one.failures if f"{cause}/{step}" in walks(cause)
            ]
            if ends:
                block, path = one, random.choice(ends)
                break
    own = own_block()
    root = block.of("root_cause") or own.of("root_cause")
    mark = f"row{number}"
    row: dict[str, Any] = {
        "id": f"c{number}",
        "cause": cause,
        "path": list(path) if random.random() < care else [cause, "nonsense"],
        "typed": {"since": _one(random, care, DAYS, NO_DAYS)},
        "answers": _answers(random, [slot for frame in root for slot in frame.slots], f"{mark}root", care),
        "left_out": random.sample(
            [frame.id for frame in root], random.choice((0, 0, 1)) if root and care < 1 else 0
        ),
        "actions": [_action(random, number, at, block, care) for at in range(random.randint(care == 1, 3))],
        "prevention": [_rule(random, number, at, block, care) for at in range(random.randint(care == 1, 2))],
    }
    row["evidence"] = [
        {
            "id": f"e{at}",
            "file": _one(random, care, (f"{mark}paper{at}.pdf",), HOSTILE),
            "shows": random.choice(("root_cause", "a0", "p0", "zz")),
        }
        for at in range(random.randint(0, 2))
    ]
    return row


def _action(random: Random, number: int, at: int, block: Any, care: float) -> dict[str, Any]:
    frame = random.choice(block.of("action") or own_block().of("action"))
    name = "own" if own_block().frame(frame.id) else frame.id
    answers = _answers(random, [*frame.slots, *frame.planned_slots], f"row{number}act{at}", care)
    if care < 1 and random.random() < 0.4:
        answers[random.choice(("on", "who", "proof"))] = random.choice(("", " ", "….。"))
    return {
        "id": f"a{at}",
        "frame": name if random.random() < care else random.choice(("own", "nonsense")),
        "state": _one(
            random,
            care,
            ("done", "done", "done", "planned") if at else ("done",),
            ("not_yet", "", "DONE", "planned"),
        ),
        "answers": answers,
    }


def _rule(random: Random, number: int, at: int, block: Any, care: float) -> dict[str, Any]:
    frame: Frame = random.choice(block.of("prevention") or own_block().of("prevention"))
    name = "own" if own_block().frame(frame.id) else frame.id
    return {
        "id": f"p{at}",
        "frame": name,
        "answers": _answers(random, list(frame.slots), f"row{number}rule{at}", care),
    }


def _answers(random: Random, slots: list[Slot], mark: str, care: float) -> dict[str, str]:
    return {slot.name: _answer(random, slot, f"{mark}{slot.name}", care) for slot in slots}


def _answer(random: Random, slot: Slot, mark: str, care: float) -> str:
    if slot.kind in ("day", "past_day"):
        return _one(random, care, DAYS[:4] if slot.name != "by" else ("2026-11-28",), NO_DAYS)
    if slot.kind == "count":
        return _one(random, care, COUNTS, NO_COUNTS)
    if slot.kind == "who":
        return _one(random, care, (*roles(), "night shift packer"), HOSTILE)
    words = f"{mark.replace('_', '')} words"
    return (
        words if random.random() < care else random.choice(HOSTILE) + (mark if random.random() < 0.5 else "")
    )


def _rounds(random: Random, care: float) -> list[dict[str, Any]]:
    if random.random() < 0.7:
        return []
    reply = random.choice(
        ("Please provide greater detail on the steps to prevent it and the root cause.", "", "\x00")
    )
    return [
        {
            "id": "r1",
            "sent_on": _one(random, care, DAYS, NO_DAYS),
            "text": "We closed offers.",
            "reply": reply,
            "reply_on": "2026-11-23",
        }
    ]


def _one(random: Random, care: float, good: tuple[str, ...], bad: tuple[str, ...]) -> str:
    return random.choice(good if random.random() < care else bad)
