"""Command line: `odr` with `assess`, `recovery`, `removal`, `identify`, `causes`, `letter` and others.

Exit codes: 0 done, 1 no file was usable, 2 wrong usage, 130 stopped with Ctrl-C; problems in rows
never change them, nor does an account of a folder that cannot be read, as long as one can.
`review` judges: 0 nothing found at the level asked for, 1 something, 2 wrong usage or no letter to read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from calculator import requests
from calculator.command_line import answers, confirmed, judged
from calculator.encode import error_json
from calculator.errors import AppealError, RequestError
from calculator.messages import LANGUAGES, text
from calculator.policy import PolicyNotKnown
from calculator.reports.written_day import DateOrder

DONE, NO_FILE_USABLE, WRONG_USAGE, STOPPED = 0, 1, 2, 130
_HELP = {"causes": "causes.help", "letter": "letter.help", "review": "review.help"}
_Value = TypeVar("_Value")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")
    options = parser().parse_args(argv)
    _check(options)
    try:
        answer = options.command(options)
    except KeyboardInterrupt:
        sys.stderr.write(("\n" if sys.stderr.isatty() else "") + text(options.lang, "cli.stopped") + "\n")
        return STOPPED
    except AppealError as error:
        if options.json:
            sys.stdout.write(error_json(error, options.lang))
        else:
            sys.stderr.write(error.message(options.lang) + "\n")
        is_usage = isinstance(error, RequestError | PolicyNotKnown) or options.command is judged.review
        return WRONG_USAGE if is_usage else NO_FILE_USABLE
    told, code = (answer.text, int(answer.fails)) if isinstance(answer, judged.Judged) else (answer, DONE)
    sys.stdout.write(told)
    return code


def _check(options: argparse.Namespace) -> None:
    """Refuse what the arguments allow one by one and not together."""
    if getattr(options, "files", None) == [] and not getattr(options, "case", None):
        options.refuse(text("en", "cli.no_file"))
    ending = getattr(options, "ending", None)
    options.json = getattr(options, "json", ending == "json")
    if ending in ("ics", "csv") and options.all_stores and options.command is not answers.assess:
        options.refuse(text("en", "cli.one_store"))
    if getattr(options, "confirm", None) and options.all_stores:
        options.refuse(text("en", "cli.confirm_one_store"))


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; the reference page is made from it."""
    whole = argparse.ArgumentParser(prog="odr", description=text("en", "cli.description"))
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    as_json, asked = [_json(), _common()], [_common(), _files(), _assessed()]
    for name, command, parents in (
        ("assess", answers.assess, [_common(), _files("files_or_folder"), _assessed(), _folder()]),
        ("recovery", answers.recovery, [*asked, _endings("json", "ics", "csv")]),
        ("removal", answers.removal, [*asked, _endings("json", "csv")]),
        ("identify", answers.identify, [*as_json, _files()]),
        ("causes", answers.causes, as_json),
        ("letter", answers.letter, as_json),
        ("review", judged.review, as_json),
        ("policy", answers.policy, as_json),
    ):
        sub = commands.add_parser(name, parents=parents, help=text("en", _HELP.get(name, f"cli.{name}")))
        sub.set_defaults(command=command, refuse=sub.error)
        if name == "causes":
            sub.add_argument("file", type=Path, metavar="FILE", help=text("en", "causes.file"))
        if name == "letter":
            _letter(sub)
        if name == "review":
            _review(sub)
        if name == "policy":
            sub.add_argument("key", nargs="?", metavar="KEY", help=text("en", "cli.key"))
    return whole


def _letter(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("case", type=Path, metavar="CASE", help=text("en", "letter.file"))
    sub.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text("en", "cli.files"))
    sub.add_argument("--store", help=text("en", "cli.store"))
    sub.add_argument("--out", type=Path, metavar="FOLDER", help=text("en", "letter.out"))


def _review(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("letter", type=Path, metavar="LETTER", help=text("en", "review.file"))
    sub.add_argument("--issues", metavar="A,B", help=text("en", "review.issues"))
    sub.add_argument("--case", type=Path, metavar="CASE", help=text("en", "cli.case"))
    sub.add_argument("--previous", type=Path, metavar="LETTER", help=text("en", "review.previous"))
    sub.add_argument("--all", action="store_true", help=text("en", "review.all"))
    levels = list(judged.FAIL_ON)
    sub.add_argument("--fail-on", choices=levels, default=levels[0], help=text("en", "review.fail_on"))
    sub.add_argument("--sarif", action="store_true", help=text("en", "review.sarif"))
    sub.set_defaults(files=(), store=None)


def _common() -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("--lang", choices=LANGUAGES, default="en", help=text("en", "cli.lang"))
    group.add_argument("--as-of", type=_read(requests.day), metavar="DAY", help=text("en", "cli.as_of"))
    return group


def _json() -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("--json", action="store_true", help=text("en", "cli.json"))
    return group


def _files(said: str = "files") -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text("en", f"cli.{said}"))
    orders = "|".join(DateOrder)
    group.add_argument(
        "--dates", type=_read(requests.date_order), metavar=orders, help=text("en", "cli.dates")
    )
    return group


def _assessed() -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("--store", help=text("en", "cli.store"))
    window = text("en", "cli.window")
    group.add_argument("--window", type=_read(requests.window), metavar="FIRST..LAST", help=window)
    group.add_argument("--case", type=Path, metavar="CASE", help=text("en", "cli.case"))
    group.add_argument(
        "--confirm",
        type=_read(confirmed.answer),
        action="append",
        metavar="ORDER=OUTCOME",
        help=text("en", "cli.confirm"),
    )
    group.add_argument("--all-stores", action="store_true", help=text("en", "cli.all_stores"))
    return group


def _folder() -> argparse.ArgumentParser:
    """Return what asks for the table of a folder of accounts; `--json` is of one account as well."""
    group = _endings("json", "csv", "html")
    group.add_argument("--out", type=Path, metavar="FOLDER", help=text("en", "cli.out"))
    group.add_argument("--jobs", type=_read(jobs), metavar="N", help=text("en", "cli.jobs"))
    group.add_argument("--dask", metavar="ADDRESS", help=text("en", "cli.dask"))
    return group


def _endings(*endings: str) -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    one = group.add_mutually_exclusive_group()
    for ending in endings:
        help_ = text("en", f"cli.{ending}")
        one.add_argument(f"--{ending}", dest="ending", action="store_const", const=ending, help=help_)
    return group


def _read(reader: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """Return a reader whose complaint argparse shows as wrong usage."""

    def read(value: str) -> _Value:
        try:
            return reader(value)
        except RequestError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return read


def jobs(value: str) -> int:
    """Return how many accounts are worked on at a time.

    Raises:
        FolderError: no whole number from 1.
    """
    from calculator.accounts.errors import FolderError

    if not (value.isascii() and value.isdigit() and 0 < int(value[:4]) < 1000):
        raise FolderError("bad_jobs", value=value)
    return int(value)
