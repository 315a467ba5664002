"""SARIF: a review in the static analysis format that editors and pipelines read (OASIS SARIF 2.1.0)."""

from __future__ import annotations

from typing import Any

from calculator.messages import text
from calculator.review.rules import RULES

_LEVELS = {"blocker": "error", "major": "warning", "minor": "note", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(document: dict[str, Any], file: str, lang: str) -> dict[str, Any]:
    """Return a review document as one run of SARIF; places are characters from 0."""
    rules = [{"id": rule, "shortDescription": {"text": text(lang, f"review.names.{rule}")}} for rule in RULES]
    driver = {"name": "odr review", "rules": rules}
    results = [_result(one, file) for one in document["findings"]]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _result(one: dict[str, Any], file: str) -> dict[str, Any]:
    region = {
        "startLine": one["line"],
        "charOffset": one["start"],
        "charLength": one["end"] - one["start"],
    }
    return {
        "ruleId": one["rule"],
        "ruleIndex": list(RULES).index(one["rule"]),
        "level": _LEVELS[one["severity"]],
        "message": {"text": f"{one['message']} {one['fix']}"},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": file}, "region": region}},
        ],
    }
