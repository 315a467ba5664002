"""Known answers: every golden case as files and questions, with the digest of the answer each one has.

The page of this name puts them to the program on the reader's own device. An answer is known twice: it
is the committed text of its case, and the core says it here; where the two differ the build stops.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from calculator.browser import bridge
from calculator.browser.known_answer_request import digest
from tests.core.case import Case, cases


class Differs(Exception):
    """The core does not say what a golden case says."""


def table() -> dict[str, Any]:
    """Return every case by name."""
    return {"answers": [entry(case) for case in cases()]}


def entry(case: Case) -> dict[str, Any]:
    """Return one case: its files, its questions, the digests of their answers.

    Raises:
        Differs: the core says something else than the case.
    """
    given = [(path.name, path.read_bytes()) for path in case.files]
    questions = [question(case, store) for store in _stores(case)]
    answers = _answers(given, questions)
    if not _is_expected(case, answers):
        raise Differs(case.folder.name)
    return {
        "name": case.folder.name,
        "files": [as_text(name, data) for name, data in given],
        "asks": [
            {"question": asked, "digest": digest(text)}
            for asked, text in zip(questions, answers, strict=True)
        ],
    }


def _stores(case: Case) -> list[str | None]:
    """Return the stores that are asked about: a browser asks about one at a time."""
    if not case.args["all_stores"]:
        return [case.args["store"]]
    return [json.loads(one)["store"] for one in case.expected.splitlines()]


def question(case: Case, store: str | None) -> dict[str, Any]:
    """Return what is asked of the bridge about one store of a case."""
    given = {key: case.args[key] for key in ("as_of", "window", "lang")}
    return {"type": "assess", "store": store, "case": case.typed, **given}


def as_text(name: str, data: bytes) -> dict[str, str]:
    r"""Return a file as JSON can hold it: as its words where it is text.

    >>> as_text("a.txt", b"a"), as_text("b.txt", b"\xff")
    ({'name': 'a.txt', 'text': 'a'}, {'name': 'b.txt', 'base64': '/w=='})
    """
    try:
        return {"name": name, "text": data.decode()}
    except UnicodeDecodeError:
        return {"name": name, "base64": base64.b64encode(data).decode()}


def _answers(given: list[tuple[str, bytes]], questions: list[dict[str, Any]]) -> list[str]:
    """Return what the bridge says, the files given to it as the worker does."""
    for number, (name, data) in enumerate(given):
        bridge.handle(json.dumps({"type": "open", "file_id": f"f{number}", "name": name}))
        bridge.feed(f"f{number}", data)
        bridge.handle(json.dumps({"type": "close", "file_id": f"f{number}"}))
    answers = [bridge.handle(json.dumps(one)) for one in questions]
    bridge.handle(json.dumps({"type": "wipe"}))
    return answers


def _is_expected(case: Case, answers: list[str]) -> bool:
    if case.args["all_stores"]:
        return [json.loads(case.told(one)) for one in answers] == [
            json.loads(one) for one in case.expected.splitlines()
        ]
    return [case.told(one) for one in answers] == [case.expected]
