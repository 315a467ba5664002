"""Document: the causes of many comments in the contract `odr-causes/1`, or told to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from calculator.causes.model import Causes
from calculator.causes.reading import causes_of
from calculator.messages import text

CONTRACT = "odr-causes/1"


def causes_document(comments: Iterable[str]) -> dict[str, Any]:
    """Return one answer a comment, in order, rows counted from 1."""
    answers = [causes_value(row, causes_of(one)) for row, one in enumerate(comments, 1)]
    return {"contract": CONTRACT, "comments": answers}


def causes_value(row: int, causes: Causes) -> dict[str, Any]:
    """Return the plain value of one answer."""
    return {
        "row": row,
        "primary": str(causes.primary),
        "secondary": [str(cause) for cause in causes.secondary],
        "evidence": [
            {
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "cause": str(one.cause),
                "signal": one.signal,
            }
            for one in causes.evidence
        ],
    }


def causes_text(document: dict[str, Any], lang: str) -> str:
    """Return the causes for people: how often each comes first, then row by row with the words for it."""
    rows = document["comments"]
    most = Counter(row["primary"] for row in rows).most_common()
    counts = [text(lang, "causes.count", cause=cause_name(cause, lang), n=n) for cause, n in most]
    return "".join(f"{line}\n" for line in [*counts, "", *(_told(row, lang) for row in rows)])


def cause_name(cause: str, lang: str) -> str:
    """Return a cause in the reader's words."""
    return text(lang, f"causes.names.{cause}")


def _told(row: dict[str, Any], lang: str) -> str:
    named = text(lang, "causes.row", row=row["row"], cause=cause_name(row["primary"], lang))
    also = [cause_name(cause, lang) for cause in row["secondary"]]
    words = [text(lang, "causes.quoted", words=one["text"]) for one in row["evidence"]]
    also_told = text(lang, "causes.also", causes=text(lang, "causes.and").join(also)) if also else ""
    return named + also_told + (text(lang, "causes.shown", words=" ".join(words)) if words else "")
