"""The published schema of a case: every case of ours is valid, and it refuses what the readers refuse."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from calculator.case import Dismissed, NamedFile, StatedFigure, TypedDefect, read
from calculator.case.appeal import CauseRow, Mark, Measure, Notice, Proof, Round, appeal_of
from calculator.case_file.schema import schema, schema_text
from calculator.docsite import case_fields, settings
from calculator.errors import RequestError
from calculator.reports.edits import Edit

HERE = Path(__file__).parent
CASES = sorted(
    [
        *HERE.glob("cases/*/case.json"),
        *HERE.glob("browser/*case.json"),
        *settings.ROOT.glob("appeal_templates/examples/**/case.json"),
    ]
)
REFUSED = "a_damaged_case_is_refused"
VALID = Draft202012Validator(schema())
PERSON = re.compile(r"name|address|mail|phone|street|city|postcode|recipient|buyer(?!s$)", re.IGNORECASE)

WHOLE: dict[str, Any] = {
    "contract": "odr-case/1",
    "store": "US",
    "as_of": "2026-11-22",
    "window": "",
    "notice": {"day": "2026-11-22", "fulfillment": "mfn", "orders": 126, "orders_with_defects": "2"},
    "odr_page": {"first_day": "2026-09-09", "last_day": "2026-11-07", "orders": "126"},
    "defects": [{"id": "d1", "order_id": "111-0000001-0000001", "type": "a_to_z_claim", "disputed": "yes"}],
    "edits": [{"file": "orders.txt", "line": 7, "cells": {"quantity": "1"}, "left_out": True}],
    "files": [{"file": "orders.txt", "kind": "all_orders", "dates": "day_first"}],
    "dismissed": [{"order_id": "111-0000003-0000003", "type": "chargeback"}],
    "blanks": {"d1": {"delivery_date": "2026-10-12"}},
    "marks": {"111-0000001-0000002/claim": {"cause": "not_received", "refunded_by": "amazon"}},
    "appeal": {
        "language": "zh",
        "voice": "we",
        "letter_day": "2026-11-24",
        "notice": {"text": "您好", "path": ["mfn"], "deadline": "2026-12-09"},
        "causes": [
            {
                "id": "c1",
                "cause": "not_received",
                "path": ["not_received", "carrier"],
                "typed": {"own": "words"},
                "answers": {"what": "31 offers"},
                "readings": {"what": "31 个商品"},
                "left_out": ["since"],
                "actions": [
                    {
                        "id": "a1",
                        "frame": "own",
                        "state": "done",
                        "answers": {"on": "2026-11-22"},
                        "readings": {},
                    }
                ],
                "prevention": [{"id": "p1", "frame": "own", "answers": {}, "readings": {}}],
                "evidence": [{"id": "e1", "file": "bills.pdf", "shows": "a1", "what": "scans"}],
            }
        ],
        "rounds": [
            {
                "id": "r1",
                "sent_on": "2026-11-24",
                "text": "…",
                "figure": {"orders": "126"},
                "reply_on": "",
                "reply": "",
            }
        ],
    },
}
ONLY_THE_PAGES = ("as_of", "window", "blanks")
EMPTY_IS_EMPTY = ("store", "notice", "odr_page")
"""Where the reader takes any empty value for empty, and the schema only the right ones."""

OTHERS: list[Any] = [
    None,
    True,
    1.5,
    10**13,
    "x" * 20_001,
    "x" * 200_001,
    [],
    [[]],
    {},
    {"a": []},
    [None],
    "x",
    3,
    -(10**13),
]


def refused(document: Any) -> bool:
    try:
        appeal_of(read(copy.deepcopy(document)))
    except RequestError:
        return True
    return False


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a document that is not the page's own."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inner:
        if path or key not in (*ONLY_THE_PAGES, "contract"):
            yield from places(held, (*path, key))


def with_value(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(WHOLE)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


def properties(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, held in part.items():
            if key == "properties":
                yield from held
            yield from properties(held)


def test_the_schema_is_one_and_is_kept_as_it_is_published() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema_text() == json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_case_of_ours_is_valid(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    assert VALID.is_valid(document) == (path.parent.name != REFUSED)
    assert refused(document) == (path.parent.name == REFUSED)


def test_a_whole_case_is_valid_and_so_is_an_empty_one() -> None:
    VALID.validate(WHOLE)
    VALID.validate({"contract": "odr-case/1"})
    VALID.validate({**WHOLE, "of_a_later_edition": 1})
    for other in ({}, {"contract": "odr-case/2"}, [], "odr-case/1"):
        assert not VALID.is_valid(other)


def test_readers_and_schema_refuse_the_same() -> None:
    told = []
    for path in places(WHOLE):
        for value in OTHERS:
            is_empty = path[0] in EMPTY_IS_EMPTY and len(path) == 1 and not value
            changed = with_value(path, value)
            if not is_empty and VALID.is_valid(changed) == refused(changed):
                told.append((path, str(value)[:20], refused(changed)))
    assert told == []


def described(part: Any) -> Iterator[tuple[str, Any]]:
    for key, held in part.get("properties", {}).items():
        yield key, held
        yield from described(held)
        yield from described(held.get("items", {}))
        extra = held.get("additionalProperties")
        yield from described(extra if isinstance(extra, dict) else {})


def test_every_field_of_the_model_is_described_and_no_other() -> None:
    names = {name for name, _ in described(schema())}
    held = {
        one.name
        for kind in (
            StatedFigure,
            TypedDefect,
            Edit,
            NamedFile,
            Dismissed,
            CauseRow,
            Mark,
            Measure,
            Notice,
            Proof,
            Round,
        )
        for one in fields(kind)
    }
    top = {
        "contract",
        "store",
        "notice",
        "odr_page",
        "defects",
        "edits",
        "files",
        "dismissed",
        "marks",
        "appeal",
        "causes",
        "rounds",
    }
    assert names == held | top | {"language", "voice", "letter_day", *ONLY_THE_PAGES}
    assert [name for name, one in described(schema()) if not one.get("description", "").endswith(".")] == []


def test_there_is_no_place_for_anyone_but_the_seller() -> None:
    assert [name for name in properties(schema()) if PERSON.search(name)] == []
    assert PERSON.search("buyer_name") and PERSON.search("shipping_address")


def test_every_sentence_of_the_schema_has_its_chinese_and_no_other() -> None:
    assert list(case_fields.chinese()) == list(case_fields.sentences())
    assert case_fields.meaning("Order id.", "en") == "Order id."
    with pytest.raises(KeyError):
        case_fields.meaning("Order id.", "zh-Hans")


def test_a_part_of_the_case_is_found_by_its_path() -> None:
    assert "shows" in case_fields.part("appeal.causes.evidence")["properties"]
    assert "refunded_by" in case_fields.table("marks", "zh-Hans")
    with pytest.raises(LookupError):
        case_fields.part("appeal.buyer")
