"""Account pages: the example of a folder of accounts, worked out while the page is made.

Worse mistake: a table on the page that the program does not print. It is the program's own text.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from calculator import tables
from calculator.accounts import Asked, Row, State, Summary, rows_of, summary
from calculator.accounts.document import accounts_value
from calculator.accounts.plain import accounts_text
from calculator.accounts.wording import means
from calculator.command_line import folder
from calculator.docsite import blocks
from calculator.docsite.page_words import PageWords
from calculator.messages import text


def example(lang: str) -> str:
    """Return the files of the example, the command and what it prints."""
    held = _example()
    shown = " ".join(["odr assess", held["arguments"], *([] if lang == "en" else ["--lang", lang])])
    told = accounts_text(found(lang), lang).rstrip()
    return blocks.render("accounts", lang, files=list(held["files"]), example=shown, answer=told)


def states(lang: str) -> str:
    """Return what each state of an account means, the worst first."""
    say = PageWords("reference_words", lang)
    every = summary((Row(account="", state=state) for state in State), _example()["as_of"])
    said = means(every, lang)
    rows = [(state.value, text(lang, f"accounts.state.{state}"), said[state.value]) for state in State]
    return blocks.render("account_states", lang, rows=rows, say=say)


def document() -> dict[str, Any]:
    """Return the example as the contract has it."""
    return accounts_value(found("en"))


@cache
def found(lang: str) -> Summary:
    """Return the summary of the example."""
    held = _example()
    with tempfile.TemporaryDirectory() as name:
        for path, words in held["files"].items():
            Path(name, path).parent.mkdir(exist_ok=True)
            Path(name, path).write_text(words.lstrip(), encoding="utf-8")
        asked = Asked(as_of=held["as_of"], lang=lang)
        accounts = map(folder.account, folder.entries(Path(name)))
        return summary((row for one in accounts for row in rows_of(one, asked)), asked.as_of)


def _example() -> dict[str, Any]:
    held: dict[str, Any] = tables.read("calculator.docsite", "command_examples")["accounts"]
    return held
