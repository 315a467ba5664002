"""The published schema of a case stands on the site as the core gives it."""

from __future__ import annotations

from pathlib import Path

from calculator.case_file.schema import SCHEMA_FILE, schema_text


def test_the_site_holds_the_schema_as_it_is(site: Path) -> None:
    assert (site / "schemas" / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
