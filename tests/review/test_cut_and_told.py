"""How a letter is cut, quoted and told: a table of parts, quotation marks, the format that pipelines read."""

from __future__ import annotations

import pytest

from calculator.review.quotes import unquoted
from calculator.review.rules import RULES
from calculator.review.sarif import sarif
from calculator.review.sentences import Cutter, Part

TABLE = """Root cause | Actions taken | Preventive measures
Wrong tape. No check. | Closed 3 offers. | We weigh each parcel.
Late van. | Called it. | We ask daily.

Kind regards"""


def test_each_cell_of_a_table_is_an_item_of_its_columns_part() -> None:
    found = list(Cutter(TABLE, TABLE, "en").sentences())
    assert [(one.text, one.item, one.part, one.is_heading) for one in found] == [
        ("Root cause | Actions taken | Preventive measures", 0, Part.CAUSE, True),
        ("Wrong tape.", 1, Part.CAUSE, False),
        ("No check.", 1, Part.CAUSE, False),
        ("Closed 3 offers.", 2, Part.ACTIONS, False),
        ("We weigh each parcel.", 3, Part.PREVENTION, False),
        ("Late van.", 4, Part.CAUSE, False),
        ("Called it.", 5, Part.ACTIONS, False),
        ("We ask daily.", 6, Part.PREVENTION, False),
        ("Kind regards", 7, Part.CLOSING, True),
    ]
    assert all(TABLE[one.start : one.end] == one.text for one in found)


def test_a_row_with_another_number_of_cells_ends_the_table() -> None:
    words = TABLE.replace("Late van. | Called it. | We ask daily.", "Late van. | Called it.")
    found = list(Cutter(words, words, "en").sentences())
    assert [(one.text, one.item, one.part) for one in found[5:7]] == [
        ("Late van.", 3, Part.PREVENTION),
        ("| Called it.", 3, Part.PREVENTION),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('a "b c" d', "a       d"),
        ("a “b” „c“ „d” d", "a             d"),
        ("a 「b」『c』 «d» »e« d", "a" + " " * 16 + "d"),
        ("it's ours, isn't it", "it's ours, isn't it"),
        ('a "b\nc" d', 'a "b\nc" d'),
        ('a "" d', 'a "" d'),
        (f'"{"x" * 400}"', " " * 402),
        (f'"{"x" * 401}"', f'"{"x" * 401}"'),
        ("> he wrote\nwe wrote", " " * 10 + "\nwe wrote"),
        (" ＞ er\nwir > sie", " " * 5 + "\nwir > sie"),
    ],
)
def test_what_is_quoted_is_blanked_and_nothing_moves(text: str, left: str) -> None:
    assert unquoted(text) == left


def finding(rule: str, severity: str) -> dict[str, object]:
    return {
        "rule": rule,
        "severity": severity,
        "line": 3,
        "start": 20,
        "end": 25,
        "message": "What.",
        "fix": "How.",
    }


def test_a_review_in_the_format_of_pipelines() -> None:
    levels = {"blocker": "error", "major": "warning", "minor": "note", "info": "note"}
    told = sarif({"findings": [finding("S2", one) for one in levels]}, "letter.txt", "en")
    (run,) = told.pop("runs")
    assert told == {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "odr review"
    assert [one["id"] for one in driver["rules"]] == list(RULES)
    assert all(one["shortDescription"]["text"] for one in driver["rules"])
    assert [one["level"] for one in run["results"]] == list(levels.values())
    assert run["results"][0] == {
        "ruleId": "S2",
        "ruleIndex": list(RULES).index("S2"),
        "level": "error",
        "message": {"text": "What. How."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "letter.txt"},
                    "region": {"startLine": 3, "charOffset": 20, "charLength": 5},
                }
            }
        ],
    }
