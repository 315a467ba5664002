"""Where each word of a letter comes from: an answer of the case, the assessment, or a frame of the tables.

The tables are read as files and the case as a document; nothing of the composer is asked.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import pytest

from calculator import display
from calculator.assess import Assessment
from calculator.letter import Letter
from calculator.reports.written_day import DateOrder
from calculator.reports.written_day import read as read_day

from .appeal_cases import letter, read, whole
from .appeal_made import made

pytestmark = pytest.mark.native
SEEDS = range(0, 120, 3)
LANGUAGES = ("en", "zh-Hans")
BEHIND = re.compile(r"(?: ?\(new\)|（新）)?(?: ?(?:\[\d+\])+)?$")


def strings(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for one in held.values():
            yield from strings(one)
    elif isinstance(held, list):
        for one in held:
            yield from strings(one)


def tables(package: str, *folder: str) -> Iterator[str]:
    """Every text of the TOML files of a folder."""
    for path in resources.files(package).joinpath(*folder).iterdir():
        if path.is_dir():
            yield from tables(package, *folder, path.name)
        elif path.name.endswith(".toml"):
            yield from strings(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def frame_words() -> frozenset[str]:
    """Every run of words between two slots of any frame, without case and blanks, and the endings of verbs."""
    texts = list(tables("appeal_templates", "causes"))
    for lang in LANGUAGES:
        for noun in ("letter", "plan_of_action", "root_causes"):
            path = resources.files("calculator.messages").joinpath(lang, f"{noun}.toml")
            texts += strings(tomllib.loads(path.read_text(encoding="utf-8")))
    for folder in ("trees", "find_out"):
        root = resources.files("calculator.root_causes")
        if folder == "trees":
            texts += tables("calculator.root_causes", "trees")
        else:
            texts += strings(tomllib.loads(root.joinpath("find_out.toml").read_text(encoding="utf-8")))
    pieces = {folded(piece) for text in texts for piece in re.split(r"\[\[\w+\]\]", text)}
    return frozenset(pieces | {"s", "es"})


def folded(words: str) -> str:
    return "".join(words.casefold().split())


@cache
def is_of_a_frame(words: str) -> bool:
    """Whether words are a run of a frame, with the numbers of papers and the mark of what is new behind them."""
    bare = BEHIND.sub("", re.sub(r"^\[\d+\] ", "", words))
    pieces = [piece for piece in re.split(r", |、", bare) if piece]
    questions = [
        re.sub(r"111-\d{7}-\d{7}|2026-10-\d\d|d\d+", "{order}", piece.strip("【】"))
        for piece in (bare, *pieces)
    ]
    known = frame_words()
    return (
        folded(bare) in known
        or all(folded(one) in known for one in questions[1:])
        or folded(questions[0]) in known
    )


def at(document: Any, path: str) -> str:
    """What stands in the case document at the path of a field."""
    for part in (part.replace("~1", ".").replace("~0", "~") for part in path.split(".")):
        if isinstance(document, list):
            document = next(row for row in document if row["id"] == part)
        else:
            document = document[part]
    return str(document)


def clean(words: str) -> str:
    bare = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(bare.replace("【", "[").replace("】", "]").split())


@cache
def said(raw: str) -> set[str]:
    """Every way an answer may stand in a letter."""
    words, plain = clean(raw), unicodedata.normalize("NFKC", clean(raw))
    found = {words, words.rstrip(" .;,:。；，：、")}
    found |= {one.casefold() for one in found}
    day = read_day(plain, DateOrder.YEAR)
    if day:
        found |= {f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day.year}年{day.month}月{day.day}日"}
        found |= {
            f"the order of {day.day} {MONTHS[day.month - 1]} {day.year}",
            f"{day.year}年{day.month}月{day.day}日的订单",
        }
    if plain.replace(",", "").isdigit():
        found.add(f"{int(plain.replace(',', '')):,}")
    roles = tomllib.loads(
        resources.files("appeal_templates").joinpath("roles.toml").read_text(encoding="utf-8")
    )
    if words in roles:
        found |= {roles[words]["en"], roles[words]["zh-Hans"]}
    return {folded(one) for one in found} | {folded(f"order {words}"), folded(f"订单{words}")}


MONTHS = "January February March April May June July August September October November December".split()


def is_of_the_seller(part: dict[str, Any], document: dict[str, Any], assessment: Assessment | None) -> bool:
    raw = at(document, part["field"])
    shown = folded(part["text"])
    return shown in said(raw) or (shown.endswith("…") and folded(clean(raw)).startswith(shown[:-1]))


def is_assessed(part: dict[str, Any], document: dict[str, Any], assessment: Assessment | None) -> bool:
    """A rate of counts that Amazon gave, or a figure, day or order of the assessment."""
    allowed = set()
    pairs = [
        (document[form].get("orders_with_defects", ""), document[form].get("orders", ""))
        for form in ("notice", "odr_page")
    ]
    for rate in assessment.rates.values() if assessment else ():
        marked, orders = rate.orders_with_defects, rate.orders
        allowed |= {display.count(one) for one in (marked.low, marked.high, orders.low, orders.high)}
        pairs += [(str(marked.low), str(orders.high)), (str(marked.high), str(max(orders.low, 1)))]
    for marked, orders in pairs:
        if marked.isdigit() and orders.isdigit() and int(orders):
            allowed.add(f"{int(marked) * 100 / int(orders):.3f}".rstrip("0").rstrip("."))
    if assessment:
        days = assessment.window.range
        allowed |= {str(assessment.store)}
        for day in (days.first_day, days.last_day):
            allowed |= {
                f"{day.day} {MONTHS[day.month - 1]} {day.year}",
                f"{day.year}年{day.month}月{day.day}日",
            }
    return all(piece in allowed for piece in re.sub(r" ?%", "", part["text"]).split("–"))


def check(document: dict[str, Any], one: Letter) -> None:
    assessment = read(document)[1]
    for sentence in one.value()["sentences"]:
        assert "".join(part["text"] for part in sentence["parts"]) == sentence["text"]
        sources = {part["from"] for part in sentence["parts"]}
        assert sentence["from"] in sources
        for part in sentence["parts"]:
            if part["from"] == "seller":
                assert is_of_the_seller(part, document, assessment), part
            elif part["from"] == "assessment":
                assert is_assessed(part, document, assessment), part
            else:
                assert is_of_a_frame(part["text"]), part


def check_text(one: Letter) -> None:
    """The text is its sentences and nothing else."""
    lines = [line.removeprefix("- ") for line in one.text.splitlines() if line]
    told = [sentence["text"] for sentence in one.value()["sentences"]]
    assert lines == ([one.first_line] if one.first_line else []) + told
    for box in (*one.boxes.values(), *(length["text"] for length in one.lengths.values())):
        assert {line.removeprefix("- ") for line in box.splitlines() if line} <= set(lines)


def test_each_part_of_the_whole_letter_is_traced() -> None:
    for language in ("en", "zh"):
        document = whole()
        document["appeal"]["language"] = language
        one = letter(document)
        assert one.ready
        check(document | {"odr_page": {}}, one) if language == "en" else None
        check_text(one)
        sources = [sentence["from"] for sentence in one.value()["sentences"] if sentence["kind"] != "heading"]
        assert sources.count("seller") >= 8


def test_each_part_of_a_random_letter_is_traced() -> None:
    for seed in SEEDS:
        document = made(seed)
        one = letter(document)
        check(document, one)
        check_text(one)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("defects", 0, "refunded_on"), "2026-11-19"),
        (("notice", "orders"), "127"),
        (("appeal", "causes", 0, "answers", "check"), "nothing of the kind"),
        (("appeal", "causes", 0, "actions", 0, "answers", "offers"), "32"),
    ],
)
def test_the_trace_catches_a_letter_of_another_case(path: tuple[Any, ...], value: str) -> None:
    document = whole()
    document["odr_page"] = {}
    one = letter(document)
    held: Any = document
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    with pytest.raises(AssertionError):
        check(document, one)


def test_the_trace_catches_words_of_no_frame() -> None:
    assert is_of_a_frame("The failed step lies in ")
    assert not is_of_a_frame("We take this very seriously.")
