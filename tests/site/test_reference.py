"""The shelf "Reference": what the core declares stands on the pages whole, or the site is not built."""

from __future__ import annotations

import argparse

import pytest
from markupsafe import Markup

from calculator import cli, messages
from calculator.docsite import command_pages, reference_tables, report_formats, settings
from calculator.policy import entries
from calculator.reports.reading import Kind

LANGUAGES = ("en", "zh-Hans")
COMMANDS = [name for name, _ in command_pages._subparsers()]


def test_every_span_of_time_of_the_policy_has_its_clock() -> None:
    held = reference_tables.clock_table()
    clocks = [one["key"] for group in held["groups"].values() for one in group["clocks"]]
    assert set(clocks) | set(held["no_clock"]) == {
        one.key for one in entries() if reference_tables.is_span(one)
    }
    assert all(one[part][lang] for group in held["groups"].values() for one in group["clocks"]
               for part in ("name", "from", "closes") for lang in LANGUAGES)  # fmt: skip


@pytest.mark.parametrize("lost", [["a", "b"], ["b", "c"], ["a", "a", "b", "c"]])
def test_a_clock_too_few_unknown_or_twice_stops_the_build(lost: list[str]) -> None:
    reference_tables.check(["a", "b", "c"], ["a", "b", "c"])
    with pytest.raises(LookupError):
        reference_tables.check(lost, ["a", "b", "c"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_of_the_sister_metrics_stands_on_the_page(lang: str) -> None:
    asked: dict[str, str] = {}

    def refer(key: str, said: str) -> Markup:
        asked[key] = said
        return Markup("[{}]").format(key)

    told = reference_tables.metrics(lang, settings.as_of(), refer)
    sisters = {one.key: one.statement[lang] for one in entries() if one.key.startswith("sister_metrics.")}
    assert asked == sisters and all(f"[{key}]" in told for key in sisters)
    assert "2.5" in told and ("India" in told or "IN" in told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_report_has_its_words_and_columns(lang: str) -> None:
    told = report_formats.formats(lang)
    for kind in set(Kind) - {Kind.UNKNOWN}:
        assert messages.text(lang, f"kinds.{kind.value}") in told
        assert all(f"<code>{one.name}</code>" in told for one in report_formats.table(kind))
    assert [one.name for one in report_formats.table(Kind.ORDER_COUNTS) if one.is_needed] == [
        "first_day", "last_day", "fulfillment", "orders"
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_runs_and_shows_what_it_wrote(name: str, lang: str) -> None:
    shown = next(one for one in command_pages.commands(lang) if one.name == name)
    arguments = shown.example.removeprefix(f"odr {name} ").removesuffix(" --lang zh-Hans")
    written, code = command_pages.run(name, arguments, lang)
    assert code == shown.code and written.strip()
    assert written.startswith("\n".join(shown.answer.splitlines()[:-1]))


def test_an_example_that_fails_stops_the_build() -> None:
    with pytest.raises(command_pages.ExampleFailed, match="exit code 1"):
        command_pages.run("assess", "nothing.txt --as-of 2026-11-22", "en")


def test_every_option_of_the_program_stands_on_its_page() -> None:
    for name, sub in command_pages._subparsers():
        shown = next(one for one in command_pages.commands("en") if one.name == name)
        for action in sub._actions:
            if not isinstance(action, argparse._HelpAction):
                mark = action.option_strings[0] if action.option_strings else str(action.metavar)
                assert any(option.written.startswith(mark) for option in shown.options), (name, mark)
    assert {"assess", "letter", "review"} <= {name for name, _ in command_pages._subparsers()}
    assert cli.DONE == 0


def test_a_sentence_of_the_parser_that_no_message_says_is_caught() -> None:
    assert command_pages.translated("print JSON instead of text", "zh-Hans") == "输出 JSON 而不是文字"
    with pytest.raises(LookupError):
        command_pages.translated("print nothing", "zh-Hans")
