"""Notice: a pasted text, read as the answers it gives to the five questions.

    read_notice(text, as_of)

What the text says is taken; what it leaves open stays a question. A text that is no notice about the
account is named for what it is, and gets no outcome.

Worse mistake: an outcome for a notice that said something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from calculator.errors import RequestError
from calculator.route import metric, off
from calculator.route.due import due
from calculator.route.found import Contradiction, Due, Evidence, Found
from calculator.route.hits import hits, says
from calculator.route.instead import instead
from calculator.route.load import questions
from calculator.route.pattern import TOPICS
from calculator.route.skeleton import Skeleton, skeleton
from calculator.route.unread import unread
from calculator.route.walker import walk

MOST_CHARACTERS = 200_000
STORE_LANGUAGES = ("ja", "de", "fr", "es", "it")


def read_notice(text: str, as_of: date) -> Found:
    """Return what a notice says.

    Raises:
        RequestError: the text is longer than a notice can be.
    """
    if len(text) > MOST_CHARACTERS:
        raise RequestError("paste_too_long", limit=f"{MOST_CHARACTERS:,}")
    folded = skeleton(text)
    found = {topic: hits(folded, topic) for topic in TOPICS}
    what = instead(found, text)
    kept = (*found["off"], *found["metric"], *found["button"], *_named(found["language"]), *found["asks"])
    if what:
        shown = (*(hit for hit in found["instead"] if hit.says == what), *kept)
        return Found(outcome=None, answers={}, instead=what, evidence=shown, unknown=_open({}))
    return _read(folded, found, kept, as_of)


def _read(
    text: Skeleton, found: Mapping[str, Sequence[Evidence]], kept: tuple[Evidence, ...], as_of: date
) -> Found:
    last = due(text, as_of)
    settled, also = metric.answer(text, found, as_of)
    state, clashes = off.answer(found["off"], settled)
    button, more = _button(found["button"])
    tongue, languages, others = _language(found["language"])
    said = {"off": state, "metric": settled, "button": button, "language": tongue}
    said["deadline"] = _deadline(last, as_of)
    answers = off.completed({topic: one for topic, one in said.items() if one})
    return Found(
        outcome=walk(answers).outcome or None,
        answers=answers,
        also=also,
        evidence=kept,
        contradictions=(*clashes, *more, *others),
        due=last,
        languages=languages,
        asks=says(found["asks"]),
        unknown=_open(answers),
        unread=unread(text, (*kept, *found["instead"]), last),
    )


def _named(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(hit for hit in found if hit.says != "named")


def _open(answers: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one.id for one in questions() if one.id not in answers)


def _button(found: Sequence[Evidence]) -> tuple[str, tuple[Contradiction, ...]]:
    """Return how the answer is given: the form that was named most exactly."""
    said = set(says(found))
    if "none" in said and len(said) > 1:
        return "", (Contradiction(topic="button", evidence=tuple(found)),)
    order = ("quiz", "questionnaire", "appeal", "none")
    return next((one for one in order if one in said), ""), ()


def _language(found: Sequence[Evidence]) -> tuple[str, tuple[str, ...], tuple[Contradiction, ...]]:
    """Return the answer about the language and the languages an answer may have."""
    said = says(_named(found))
    if not said:
        return ("" if found else "none"), (), ()
    if "zh" in said and len(said) == 1:
        return "chinese", ("en", "zh"), ()
    if len(said) == 1:
        return ("english" if said[0] == "en" else "store"), said, ()
    return "", (), (Contradiction(topic="language", evidence=_named(found)),)


def _deadline(last: Due | None, as_of: date) -> str:
    if last is None:
        return ""
    if last.is_over(as_of):
        return "passed"
    return "period" if last.number else "date"
