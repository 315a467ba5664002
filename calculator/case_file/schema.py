"""Schema: the published JSON Schema (draft 2020-12) of a case file.

It stands beside this module as it is published; the two readers of a case refuse what it refuses.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

SCHEMA_FILE = "odr-case-1.schema.json"


def schema_text() -> str:
    """Return the schema as it is published."""
    return resources.files("calculator.case_file").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return the schema as a plain value."""
    return dict(json.loads(schema_text()))
