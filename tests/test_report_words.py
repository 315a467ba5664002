"""The words of every report for the reference page; the wheel does not hold them, so this runs natively."""

from __future__ import annotations

import pytest

from calculator.messages import LANGUAGES, catalogue, text
from calculator.reports import archive
from calculator.reports.reading import Kind

KINDS = [kind for kind in Kind if kind is not Kind.UNKNOWN]
PARTS = ("where", "gives", "forms", "quirks")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_a_name_and_its_words(lang: str) -> None:
    said = catalogue(lang, "report_formats")
    assert {key.partition(".")[0] for key in said} == {*KINDS, "containers"}
    assert all(said[f"{kind}.{part}"] for kind in (*KINDS, "containers") for part in PARTS)
    assert len({text(lang, f"kinds.{kind}") for kind in Kind}) == len(Kind)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_of_files_in_an_archive_is_the_readers_own(lang: str) -> None:
    assert str(archive.MOST_FILES) in text(lang, "report_formats.containers.forms")
