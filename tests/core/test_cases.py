"""Every golden case: the core prints exactly the text beside the input."""

from __future__ import annotations

import json

import pytest

from .case import ARGUMENTS, Case, cases

ALL = cases()


def named(case: Case) -> str:
    return case.folder.name


def needs_reader(case: Case) -> bool:
    return any(path.suffix == ".xlsx" for path in case.files)


@pytest.fixture(params=ALL, ids=named)
def case(request: pytest.FixtureRequest) -> Case:
    if needs_reader(request.param):
        pytest.importorskip("python_calamine", reason="the reader of workbooks is an optional door")
    return request.param


def test_a_case_gives_exactly_its_golden_text(case: Case) -> None:
    assert case.answer() == case.expected


def test_the_order_of_files_and_the_size_of_chunks_change_nothing(case: Case) -> None:
    assert case.answer(backwards=True, chunk=97) == case.expected


@pytest.mark.parametrize("case", ALL, ids=named)
def test_a_case_says_what_it_shows_and_has_files_and_a_golden_text(case: Case) -> None:
    assert case.args["says"]
    assert case.args.keys() <= ARGUMENTS
    assert case.files or case.typed
    assert json.loads(case.expected.splitlines()[0] if case.args["all_stores"] else case.expected)


@pytest.mark.parametrize("case", ALL, ids=named)
def test_the_exit_code_belongs_to_the_text(case: Case) -> None:
    is_error = '"contract": "odr-error/1"' in case.expected
    assert bool(case.args["exit"]) == is_error


def test_there_are_cases() -> None:
    assert len(ALL) > 1
