"""What a letter never says, looked for in its text alone, over random cases: nothing of the composer's own notes is used.

Never a deed the seller did not attest, a figure that is neither Amazon's nor the assessment's, a blank
in a letter that is called ready, or anything of a defect the seller disputes.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

import pytest

from calculator.assess import Assessment
from calculator.letter import Letter, figure
from calculator.plan_of_action import blocks as library
from calculator.plan_of_action import rows
from calculator.reports.written_day import DateOrder
from calculator.reports.written_day import read as read_day

from .appeal_cases import AS_OF, letter, read, whole
from .appeal_made import made

SEEDS = range(200)
EVERY = 1 if os.environ.get("ODR_SHOPS") else 20
LONG = pytest.param(range(200, 12_000, EVERY), marks=pytest.mark.long, id="many")
ORDER = re.compile(r"\d{3}-\d{7}-\d{7}")
REFUNDS = {
    "amazon": re.compile(
        "Refund for .+: (?:Amazon refunded the buyer|the buyer got the money back)|的退款：(?:亚马逊|买家)已于"
    ),
    "seller": re.compile("Refund for .+: (?:we|I) refunded the buyer|的退款：我们?已于"),
}


def texts(one: Letter) -> list[str]:
    """Every text a seller could copy."""
    return [one.text, *one.boxes.values(), *(length["text"] for length in one.lengths.values())]


def deeds() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """For each action frame the sentence that tells it as done, in either language, with anything in its slots."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for block in (*library.blocks(), library.own_block()):
        for frame in block.of("action"):
            for words in (frame.words["en"], frame.words["zh-Hans"]):
                pieces = re.split(r"\[\[\w+\]\]", words.casefold())
                told = re.compile(" ?.+? ?".join(map(re.escape, pieces)))
                found.setdefault(frame.id, []).append((max(pieces, key=len).strip(), told))
    return found


DEEDS = deeds()


def is_past(typed: str) -> bool:
    day = read_day(unicodedata.normalize("NFKC", typed).strip(), DateOrder.YEAR)
    return day is not None and day <= AS_OF


def is_attested(action: dict[str, Any]) -> bool:
    """The seller's word, a day that has come, a person and a proof."""
    answers = action["answers"]
    visible = [re.sub(r"[\W_]", "", answers.get(name, "")) for name in ("who", "proof")]
    return action["state"] == "done" and is_past(answers.get("on", "")) and all(visible)


@cache
def told_by(line: str) -> tuple[str, ...]:
    """The frames that a line may be, told as done."""
    line = line.casefold()
    return tuple(
        id_ for id_, both in DEEDS.items() if any(words in line and told.search(line) for words, told in both)
    )


def frames(action: dict[str, Any]) -> str:
    return "own_action" if action["frame"] == "own" else action["frame"]


def undisputed(document: dict[str, Any]) -> set[str]:
    return {one["cause"] for one in document["defects"] if one["disputed"] != "yes"}


def disputed(document: dict[str, Any]) -> set[str]:
    return {one["cause"] for one in document["defects"] if one["disputed"] == "yes"}


def check_deeds(document: dict[str, Any], one: Letter) -> None:
    actions = [action for row in document["appeal"]["causes"] for action in row["actions"]]
    attested = Counter(frames(action) for action in actions if is_attested(action))
    for text in texts(one):
        told = Counter(told_by(line) for line in text.splitlines())
        for ids, number in told.items():
            assert not ids or number <= sum(attested[id_] for id_ in ids), (ids, text)


def check_refunds(document: dict[str, Any], one: Letter) -> None:
    marks = [
        defect
        for defect in document["defects"]
        if defect["disputed"] != "yes" and is_past(defect["refunded_on"])
    ]
    for text in texts(one):
        for by, words in REFUNDS.items():
            held = sum(mark["refunded_by"] == by for mark in marks)
            assert len(words.findall(text)) <= held
        told = [line for line in text.splitlines() if any(words.search(line) for words in REFUNDS.values())]
        orders = [found for line in told for found in ORDER.findall(line)]
        assert max(Counter(orders).values(), default=0) <= 1, "an order is refunded once"


def numbers(words: str) -> Iterator[str]:
    """Numbers of a text, written days first taken apart; a thousands comma is none."""
    yield from re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", words))


def allowed_numbers(document: dict[str, Any], assessment: Assessment | None) -> set[str]:
    """All that was typed, as typed and as days, the rate of Amazon's counts, and the assessment's figures."""
    typed = unicodedata.normalize("NFKC", json.dumps(document, ensure_ascii=False))
    found = set(numbers(typed))
    for words in re.findall(r'"([^"]{6,24})"', typed):
        day = read_day(words.strip(), DateOrder.YEAR)
        if day:
            found |= {str(day.year), str(day.month), str(day.day)}
    found |= {str(int(number)) for number in found if number.isdigit()}
    pairs = [
        (document[form]["orders_with_defects"], document[form]["orders"]) for form in ("notice", "odr_page")
    ]
    if assessment:
        for rate in assessment.rates.values():
            for marked in (rate.orders_with_defects.low, rate.orders_with_defects.high):
                for orders in (rate.orders.low, rate.orders.high):
                    pairs.append((str(marked), str(orders)))
                    found |= {str(marked), str(orders)}
        for day in (assessment.window.range.first_day, assessment.window.range.last_day):
            found |= {str(day.year), str(day.month), str(day.day)}
    for marked, orders in pairs:
        if marked.isdigit() and orders.isdigit() and int(orders):
            rate = f"{int(marked) * 100 / int(orders):.3f}".rstrip("0").rstrip(".")
            found.add(rate)
    return found


def check_figures(document: dict[str, Any], one: Letter) -> None:
    allowed = allowed_numbers(document, read(document)[1])
    for text in texts(one):
        bare = re.sub(r"\[\d{1,2}\]", "", ORDER.sub("", text))
        if "x" * 300 in bare:
            bare = bare.replace("x" * 300, "")
        assert set(numbers(bare)) - allowed == set(), text
    told = re.search(r"\((\S+) of (\S+) ", one.text)
    notice = document["notice"]
    if (
        told
        and notice["orders"].isdigit()
        and int(notice["orders"])
        and notice["orders_with_defects"].isdigit()
    ):
        assert [part.replace(",", "") for part in told.groups()] == [
            notice["orders_with_defects"],
            notice["orders"],
        ]


def check_ready(one: Letter) -> None:
    for text in texts(one):
        first = text.splitlines()[0] if text else ""
        if one.ready:
            assert "【" not in text and "】" not in text
            assert "not ready to send" not in text.casefold() and "还不能发送" not in text
        else:
            assert "NOT READY TO SEND" in first and "还不能发送" in first
    assert one.ready == (one.first_line is None)
    assert not (one.ready and one.missing)


def check_disputed(document: dict[str, Any], one: Letter) -> None:
    """A disputed order is named in the sentence of its appeal alone; its cause's row says nothing."""
    ids = {d["order_id"] for d in document["defects"] if d["disputed"] == "yes"}
    ids -= {d["order_id"] for d in document["defects"] if d["disputed"] != "yes"}
    rows = document["appeal"]["causes"]
    for text in texts(one):
        for line in text.splitlines():
            if any(id_ and id_ in line for id_ in ids):
                assert "was appealed on" in line or "申诉" in line
        for number, row in enumerate(rows, 1):
            only = row["cause"] in disputed(document) - undisputed(document)
            if only and "not_answered" not in row["path"]:
                assert not re.search(rf"row{number}(root|act|rule|paper)", text), (row["cause"], text)


def check_form(one: Letter) -> None:
    for text in texts(one):
        assert all(letter.isprintable() or letter == "\n" for letter in text)
        assert max(map(len, text.splitlines()), default=0) < 6_000
    assert json.dumps(one.value(), ensure_ascii=False).encode("utf-8", "surrogatepass")


def check_all(document: dict[str, Any]) -> None:
    one = letter(document)
    check_deeds(document, one)
    check_refunds(document, one)
    check_figures(document, one)
    check_ready(one)
    check_disputed(document, one)
    check_form(one)


@pytest.mark.parametrize("seeds", [pytest.param(SEEDS, id="some"), LONG])
def test_random_cases_never_yield_what_a_letter_must_never_say(seeds: range) -> None:
    for seed in seeds:
        check_all(made(seed))


def test_the_random_cases_hold_everything_the_checks_are_about() -> None:
    """Otherwise the property above would be green by never meeting what it forbids."""
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        document = made(seed)
        one = letter(document)
        actions = [action for row in document["appeal"]["causes"] for action in row["actions"]]
        seen["ready"] += one.ready
        seen["chinese"] += one.language == "zh-Hans"
        seen["deed"] += any(map(told_by, one.text.splitlines()))
        seen["claimed, not attested"] += any(a["state"] == "done" and not is_attested(a) for a in actions)
        seen["pending"] += "was appealed on" in one.text or "申诉" in one.text
        seen["dispute only"] += bool(disputed(document) - undisputed(document) - {""})
        seen["refund"] += "refunded the buyer" in one.text
        seen["figure"] += " of " in one.text
        seen["blank"] += "【" in one.text
    assert all(number >= 5 for number in seen.values()) and len(seen) == 9, seen


@pytest.mark.parametrize(
    ("check", "spoil"),
    [
        (check_deeds, lambda d: d["appeal"]["causes"][0]["actions"][0].update(state="planned")),
        (check_deeds, lambda d: d["appeal"]["causes"][0]["actions"][0]["answers"].update(on="2026-12-01")),
        (check_deeds, lambda d: d["appeal"]["causes"][0]["actions"][0]["answers"].update(proof=" ")),
        (check_figures, lambda d: d["notice"].update(orders="127")),
        (check_refunds, lambda d: d["defects"][0].update(refunded_by="nobody")),
        (check_disputed, lambda d: [one.update(disputed="yes") for one in d["defects"]]),
    ],
)
def test_each_check_catches_a_letter_that_says_more_than_its_case(check: Any, spoil: Any) -> None:
    """The letter of the whole case, held against a case that no longer bears it out."""
    document = whole()
    for one in document["defects"]:
        one.setdefault("disputed", "")
    document["appeal"]["causes"][0]["answers"]["check"] = "row1root comparison"
    document.setdefault("odr_page", {"orders": "", "orders_with_defects": ""})
    honest = letter(document)
    check(document, honest)
    spoil(document)
    with pytest.raises(AssertionError):
        check(document, honest)


def test_the_check_of_blanks_catches_a_blank_called_ready() -> None:
    with pytest.raises(AssertionError):
        check_ready(replace(letter(whole()), text="On 【day】, offers were closed.\n"))


@pytest.mark.native
def test_frames_are_read_from_the_tables_themselves() -> None:
    """The words looked for are those of the files, not of a reader that could drop one."""
    folder = resources.files("appeal_templates") / "causes"
    held = set()
    for path in folder.iterdir():
        if path.is_dir():
            for file in path.iterdir():
                rows = tomllib.loads(file.read_text(encoding="utf-8")).get("frames", [])
                held |= {row["id"] for row in rows if row["part"] == "action"}
    assert held <= DEEDS.keys()


def forgets_the_proof(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("calculator.plan_of_action.measures._ATTESTED", ("on", "who"))


def tells_plans_as_deeds(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("calculator.plan_of_action.measures.PLANNED", "done")
    patch.setattr("calculator.plan_of_action.measures.DONE", "planned")


def admits_what_is_disputed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("calculator.plan_of_action.rows._belongs", lambda *_: rows.Belongs.TO_DEFECTS)


def counts_one_order_more(patch: pytest.MonkeyPatch) -> None:
    honest = figure.quoted

    def quoted(*given: Any) -> figure.Quoted | None:
        found = honest(*given)
        return replace(found, orders=found.orders + 1) if found else None

    patch.setattr("calculator.letter.figure.quoted", quoted)


def forgets_the_blanks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("calculator.letter.document.Letter.__init__", _ready(Letter.__init__))


def _ready(honest: Any) -> Any:
    def made_ready(self: Letter, **given: Any) -> None:
        honest(self, **{**given, "ready": True, "first_line": None})

    return made_ready


@pytest.mark.parametrize(
    "forget",
    [
        forgets_the_proof,
        tells_plans_as_deeds,
        admits_what_is_disputed,
        counts_one_order_more,
        forgets_the_blanks,
    ],
)
def test_a_composer_that_forgets_one_rule_is_caught_by_the_random_cases(
    forget: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget(monkeypatch)
    with pytest.raises(AssertionError):
        deque(map(check_all, map(made, SEEDS)), maxlen=0)
