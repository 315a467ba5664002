"""Command line: `odr assess`, `odr identify`, `odr policy`.

The only place that opens files and asks the clock. Exit codes: 0 done, 1 no file was usable,
2 wrong usage; problems in rows never change them.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from calculator import case, requests, workbook
from calculator.assess import assess, assess_all
from calculator.case import EMPTY, Case
from calculator.encode import assessment_json, assessment_value, error_json
from calculator.errors import AppealError, ReportError, RequestError
from calculator.explain import explanation, identification
from calculator.explain.plain_text import as_text
from calculator.json_text import line, pretty
from calculator.messages import LANGUAGES, text
from calculator.policy import PolicyNotKnown
from calculator.policy.listing import listing
from calculator.reports import Intake

DONE, NO_FILE_USABLE, WRONG_USAGE = 0, 1, 2
_CHUNK = 4 * 1024 * 1024
_Value = TypeVar("_Value")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")
    options = _parser().parse_args(argv)
    if not getattr(options, "files", True) and not getattr(options, "case", None):
        options.refuse(text("en", "cli.no_file"))
    try:
        sys.stdout.write(options.command(options))
    except AppealError as error:
        if options.json:
            sys.stdout.write(error_json(error, options.lang))
        else:
            sys.stderr.write(error.message(options.lang) + "\n")
        return WRONG_USAGE if isinstance(error, RequestError | PolicyNotKnown) else NO_FILE_USABLE
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="odr", description=text("en", "cli.description"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=LANGUAGES, default="en", help=text("en", "cli.lang"))
    common.add_argument("--json", action="store_true", help=text("en", "cli.json"))
    common.add_argument("--as-of", type=_read(requests.day), metavar="DAY", help=text("en", "cli.as_of"))
    files = argparse.ArgumentParser(add_help=False)
    files.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text("en", "cli.files"))
    for name, command, parents in (
        ("assess", _assess, [common, files]),
        ("identify", _identify, [common, files]),
        ("policy", _policy, [common]),
    ):
        sub = commands.add_parser(name, parents=parents, help=text("en", f"cli.{name}"))
        sub.set_defaults(command=command, refuse=sub.error)
        if name == "assess":
            sub.add_argument("--store", help=text("en", "cli.store"))
            sub.add_argument(
                "--window", type=_read(requests.window), metavar="FIRST..LAST", help=text("en", "cli.window")
            )
            sub.add_argument("--case", type=Path, metavar="CASE", help=text("en", "cli.case"))
            sub.add_argument("--all-stores", action="store_true", help=text("en", "cli.all_stores"))
        if name == "policy":
            sub.add_argument("key", nargs="?", metavar="KEY", help=text("en", "cli.key"))
    return parser


def _read(reader: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """Return a reader whose complaint argparse shows as wrong usage."""

    def read(value: str) -> _Value:
        try:
            return reader(value)
        except RequestError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return read


def _as_of(options: argparse.Namespace) -> date:
    """Return the day asked for, else today in UTC: the only clock of the project."""
    return options.as_of or datetime.now(UTC).date()


def _assess(options: argparse.Namespace) -> str:
    intake = _taken(options.files)
    if options.all_stores:
        found = assess_all(intake, _as_of(options), window=options.window)
        if options.json:
            return "".join(line(assessment_value(one, options.lang)) for one in found)
        return "\n".join(as_text(explanation(one, options.lang), options.lang) for one in found)
    assessment = assess(
        intake, _as_of(options), store=options.store, window=options.window, case=_case(options.case)
    )
    if options.json:
        return assessment_json(assessment, options.lang)
    return as_text(explanation(assessment, options.lang), options.lang)


def _case(path: Path | None) -> Case:
    """Return the typed case of a case file, an empty one without a file."""
    if path is None:
        return EMPTY
    try:
        return case.read(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as unreadable:
        raise RequestError("bad_case", field=path.name) from unreadable


def _identify(options: argparse.Namespace) -> str:
    lines = identification(_taken(options.files), options.lang)
    if options.json:
        return pretty({"contract": "odr-identification/1", "files": lines})
    return "".join(
        f"{item['file']}: {item['title']} ({item['summary']})\n"
        + "".join(f"  {note}\n" for note in item["notes"])
        for item in lines
    )


def _policy(options: argparse.Namespace) -> str:
    return listing(options.key, _as_of(options), options.lang, as_json=options.json)


def _taken(paths: Sequence[Path]) -> Intake:
    """Return the files taken in; one that cannot be opened is kept as unusable."""
    gc.disable()  # one command, one process: nothing is worth collecting before it ends
    intake = Intake(workbook.sheets)
    for number, path in enumerate(paths):
        file_id, name = str(number), path.name.encode("utf-8", "replace").decode()
        try:
            with path.open("rb") as file:
                intake.open(file_id, name)
                while chunk := file.read(_CHUNK):
                    intake.feed(file_id, chunk)
            intake.close(file_id)
        except OSError:
            intake.refuse(file_id, name, ReportError("file_not_readable", file=name))
    return intake
