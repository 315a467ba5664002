"""Words of a notice: what was read, as sentences and plain values beside the places they come from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from calculator import display, messages
from calculator.messages import text
from calculator.route.figures import filled
from calculator.route.found import Contradiction, Due, Evidence, Found
from calculator.route.model import Outcome

_OWN = ("passed", "period", "date", "none", "unknown")


def notice(found: Found, outcome: str, lang: str) -> dict[str, Any]:
    """Return what was read in the notice."""
    return {
        "summary": _summary(found, outcome, lang),
        "instead": _instead(found.instead, lang),
        "evidence": [_evidence(hit, lang) for hit in found.evidence],
        "contradictions": [_clash(one, lang) for one in found.contradictions],
        "also": [_also(one, lang) for one in found.also],
        "unknown": [{"question": one, "title": _title(one, lang)} for one in found.unknown],
        "unread": [
            {"start": one.start, "end": one.end, "text": one.text, "why": text(lang, "notice.read.unread")}
            for one in found.unread
        ],
    }


def deadline(
    found: Found | None, answer: str, outcome: Outcome | None, lang: str, as_of: date
) -> dict[str, Any]:
    """Return the deadline: the notice's where it names one, else what the policy says of the outcome.

    `source` is "notice", "policy", or null while the outcome is open; the day in the own mail wins.
    """
    last = found.due if found else None
    note = text(lang, f"route.note.deadline.{answer}") if answer in _OWN else None
    plain: dict[str, Any] = {"day": None, "days": [], "period": None, "mail_day": None, "is_over": False}
    if last:
        shown = _due(last, lang, as_of)
        return {**plain, **shown, "note": note, "source": "notice", "facts": []}
    if outcome is None:
        return {**plain, "text": None, "quote": None, "note": note, "source": None, "facts": []}
    words = filled(messages.catalogue(lang, "route")[f"deadline.{outcome.deadline}"], lang, as_of)
    facts = [key for key in outcome.facts if "hours" in key or "days" in key]
    return {**plain, "text": words, "quote": None, "note": note, "source": "policy", "facts": facts}


def asks(found: Found | None, lang: str) -> list[dict[str, Any]]:
    """Return what the notice asks for."""
    return [{"id": one, "text": text(lang, f"notice.asks.{one}")} for one in (found.asks if found else ())]


def language(found: Found | None, answer: str, lang: str) -> dict[str, Any]:
    """Return the languages an answer may have, with the note for them; empty where nothing is said."""
    accepts = list(found.languages) if found and found.languages else _accepted(answer)
    note = text(lang, f"route.note.language.{answer}") if answer else None
    return {"accepts": accepts, "text": _accepting(accepts, answer, lang), "note": note}


def _accepted(answer: str) -> list[str]:
    return {"chinese": ["en", "zh"], "english": ["en"]}.get(answer, [])


def _accepting(accepts: list[str], answer: str, lang: str) -> str | None:
    if accepts == ["en", "zh"]:
        return text(lang, "notice.language.both")
    if accepts == ["en"]:
        return text(lang, "notice.language.english")
    if accepts:
        return text(lang, "notice.language.store", language=text(lang, f"notice.language_name.{accepts[0]}"))
    return text(lang, "notice.language.silent") if answer == "none" else None


def _due(last: Due, lang: str, as_of: date) -> dict[str, Any]:
    length = text(lang, f"notice.length.{last.unit}", n=last.number) if last.number else ""
    day = display.day(last.day, lang) if last.day else ""
    days = text(lang, "notice.due.or").join(display.day(one, lang) for one in last.days)
    key = "open_day" if days else "counted" if last.is_counted else "day" if last.day else "period"
    if last.is_over(as_of):
        key, day = "over", day or days
    said = [text(lang, f"notice.due.{key}", day=day, days=days, length=length)]
    if last.others:
        said.append(text(lang, "notice.due.others"))
    return {
        "day": last.day.isoformat() if last.day else None,
        "days": [one.isoformat() for one in last.days],
        "period": {"number": last.number, "unit": last.unit} if last.number else None,
        "mail_day": last.mail_day.isoformat() if last.mail_day else None,
        "is_over": last.is_over(as_of),
        "quote": {"start": last.start, "end": last.end, "text": last.text},
        "text": (" " if lang == "en" else "").join(said),
    }


def _summary(found: Found, outcome: str, lang: str) -> str:
    if found.instead:
        return text(lang, f"notice.instead.{found.instead}.title")
    if not found.answers:
        return text(lang, "notice.read.nothing")
    if outcome:
        return text(lang, "notice.read.outcome", title=text(lang, f"route.outcome.{outcome}.title"))
    open_ = text(lang, "notice.quote.joint").join(
        text(lang, "notice.quote.mark", words=_title(one, lang)) for one in found.unknown
    )
    return text(lang, "notice.read.open", questions=open_)


def _instead(kind: str, lang: str) -> dict[str, Any] | None:
    if not kind:
        return None
    words = {name: text(lang, f"notice.instead.{kind}.{name}") for name in ("title", "what")}
    return {"id": kind, "title": words["title"], "text": words["what"]}


def _evidence(hit: Evidence, lang: str) -> dict[str, Any]:
    return {
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "topic": hit.topic,
        "says": hit.says,
        "means": messages.catalogue(lang, "route").get(f"answer.{hit.topic}.{hit.says}"),
    }


def _clash(one: Contradiction, lang: str) -> dict[str, Any]:
    return {
        "question": one.topic,
        "title": _title(one.topic, lang),
        "text": text(lang, "notice.read.clash"),
        "says": list(_quotes(one.evidence, lang)),
    }


def _quotes(evidence: Iterable[Evidence], lang: str) -> Iterable[dict[str, Any]]:
    return (_evidence(hit, lang) for hit in evidence)


def _also(id_: str, lang: str) -> dict[str, Any]:
    reason = text(lang, f"route.answer.metric.{id_}")
    return {"metric": id_, "text": text(lang, "notice.read.also", reason=reason)}


def _title(question: str, lang: str) -> str:
    return text(lang, f"route.question.{question}.title")
