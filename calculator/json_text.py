"""JSON text: the one spelling of a value, for command line, worker and golden files.

Sorted keys, UTF-8, a final newline; over several lines two spaces.
"""

from __future__ import annotations

import json
from typing import Any


def pretty(value: Any) -> str:
    """Return the one spelling of a JSON value over several lines."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def line(value: Any) -> str:
    """Return the one spelling of a JSON value on one line."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False) + "\n"
