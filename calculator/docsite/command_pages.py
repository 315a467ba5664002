"""Command pages: every command of `odr` with its options, and an example run while the page is made.

Worse mistake: an option on the page that the program does not have. All of it comes from the parser
the program itself uses, and an example that fails stops the build.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculator import cli, messages, tables
from calculator.docsite import account_pages, blocks, example_letters
from calculator.docsite.page_words import PageWords

NOUNS = ("cli", "causes", "letter", "review")
"""The messages the parser takes its help from."""
MOST_LINES = 16
GOOD = {"review": 1}
"""Exit codes of examples that are meant to end with something found."""


class ExampleFailed(Exception):
    """An example of the page does not run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One argument as the parser holds it: how it is written, what it says."""

    written: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: its line of usage, its arguments, its example with the answer and exit code."""

    name: str
    said: str
    usage: str
    options: tuple[Option, ...]
    example: str
    answer: str
    code: int


def page(lang: str) -> str:
    """Return every command under a heading of its own."""
    say = PageWords("reference_words", lang)
    parts = []
    for one in commands(lang):
        parts += [f"## odr {one.name} {{: #{one.name} }}", blocks.render("command", lang, one=one, say=say)]
    return "\n\n".join(parts)


def example_files() -> str:
    """Return the small files of the examples as they are written, for a page."""
    files: dict[str, str] = tables.read("calculator.docsite", "command_examples")["files"]
    return blocks.render("command_files", "en", files=files)


@cache
def commands(lang: str) -> tuple[Command, ...]:
    """Return every command of the program.

    Raises:
        KeyError: a command has no example.
        ExampleFailed: one ends with an error.
    """
    held = tables.read("calculator.docsite", "command_examples")["commands"]
    return tuple(_command(name, sub, held[name], lang) for name, sub in _subparsers())


def run(name: str, arguments: str, lang: str) -> tuple[str, int]:
    """Run an example in a folder with its files and return what it writes and its exit code.

    Raises:
        ExampleFailed: it ends otherwise than the page is to show.
    """
    out, errors = io.StringIO(), io.StringIO()
    with _folder(), redirect_stdout(out), redirect_stderr(errors):
        code = cli.main([name, *arguments.split(), *_language(lang)])
    if code != GOOD.get(name, cli.DONE):
        raise ExampleFailed(f"odr {name} {arguments}: exit code {code}. {errors.getvalue()}")
    return out.getvalue(), code


def _command(name: str, sub: argparse.ArgumentParser, arguments: str, lang: str) -> Command:
    answer, code = run(name, arguments, lang)
    lines = answer.rstrip().splitlines()
    shown = [*lines[:MOST_LINES], "…"] if len(lines) > MOST_LINES else lines
    said = next(one for one in _help_of_commands() if one.dest == name).help or ""
    return Command(
        name=name,
        said=translated(said, lang),
        usage=" ".join(sub.format_usage().split()).removeprefix("usage: "),
        options=tuple(
            Option(written=_written(one), said=translated(one.help or "", lang)) for one in _own(sub)
        ),
        example=" ".join(["odr", name, arguments, *_language(lang)]),
        answer="\n".join(shown),
        code=code,
    )


def exit_codes(lang: str) -> str:
    """Return what each exit code means."""
    say = PageWords("reference_words", lang)
    codes = {
        cli.DONE: "done",
        cli.NO_FILE_USABLE: "no_file_usable",
        cli.WRONG_USAGE: "wrong_usage",
        cli.STOPPED: "stopped",
    }
    rows = [(code, say(f"exit_{name}")) for code, name in codes.items()]
    return blocks.render("exit_codes", lang, rows=rows, say=say)


def contracts(lang: str) -> str:
    """Return what each command prints as JSON: the name of its contract and its outermost keys."""
    rows = []
    for name, arguments in tables.read("calculator.docsite", "command_examples")["commands"].items():
        document = json.loads(run(name, f"{arguments} --json", "en")[0])
        rows.append(
            {"at": name, "name": name, "contract": document.pop("contract"), "keys": sorted(document)}
        )
    of_folder = account_pages.document()
    rows.append(
        {
            "at": "accounts",
            "name": "assess FOLDER",
            "contract": of_folder.pop("contract"),
            "keys": sorted(of_folder),
        }
    )
    return blocks.render("contracts", lang, rows=rows, say=PageWords("reference_words", lang))


def translated(said: str, lang: str) -> str:
    """Return the help of an argument in a language; the parser itself speaks English.

    Raises:
        LookupError: no message says this.
    """
    for noun in NOUNS:
        for key, value in messages.catalogue("en", noun).items():
            if value == said:
                return messages.text(lang, f"{noun}.{key}")
    raise LookupError(f'No message of the command line says "{said}".')


def _subparsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in cli.parser()._actions:  # noqa: SLF001 - argparse has no other way to list them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from action.choices.items()


def _help_of_commands() -> list[argparse.Action]:
    found = [one for one in cli.parser()._actions if isinstance(one, argparse._SubParsersAction)]  # noqa: SLF001
    return list(found[0]._choices_actions)  # noqa: SLF001


def _own(sub: argparse.ArgumentParser) -> list[argparse.Action]:
    return [one for one in sub._actions if not isinstance(one, argparse._HelpAction)]  # noqa: SLF001


def _written(one: argparse.Action) -> str:
    name = ", ".join(one.option_strings) or str(one.metavar)
    if one.option_strings and one.nargs != 0:
        choices = "|".join(str(choice) for choice in one.choices or ())
        name += f" {choices or one.metavar or one.dest.upper()}"
    return name


def _language(lang: str) -> list[str]:
    return [] if lang == "en" else ["--lang", lang]


@contextmanager
def _folder() -> Iterator[None]:
    """Work in a folder that holds the files of the examples."""
    held = tables.read("calculator.docsite", "command_examples")
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        for file, words in held["files"].items():
            Path(name, file).write_text(words.lstrip(), encoding="utf-8")
        for file, source in held["copies"].items():
            Path(name, file).write_bytes((example_letters.FOLDER / source).read_bytes())
        os.chdir(name)
        try:
            yield
        finally:
            os.chdir(before)
