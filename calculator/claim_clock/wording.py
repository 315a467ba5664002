"""Wording: a clock in the sentences of one language, as the page shows it.

Worse mistake: a line a frightened reader takes for more time than there is.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator import display
from calculator.claim_clock.a_to_z import SHOWN_AFTER
from calculator.claim_clock.changes import changes, shows
from calculator.claim_clock.clock import Clock, Doubt, Route, Situation, State
from calculator.claim_clock.store_time import end_of_beijing_day
from calculator.messages import counted, text
from calculator.policy import Policy, Unit
from calculator.templates.template import Template, template

_ENDING = (State.LAST_DAY, State.SOON, State.RUNNING)
_WITHOUT_CLOCK = (Route.NONE, Route.A_TO_Z_PENDING, Route.BUYERS_OWN_CHANGE)


def worded(clock: Clock, case: Situation, policy: Policy, lang: str) -> dict[str, Any]:
    """Return one clock as the plain value of the page's contract, in the language asked for."""
    route = clock.route.value
    return {
        "route": route,
        "title": text(lang, f"clock.title.{route}"),
        "state": clock.state.value,
        "rank": _rank(clock),
        "days_left": clock.days_left,
        "left": _left(clock, lang),
        "last_safe": _last_safe(clock, lang),
        "store_time": _store_time(clock, policy.store, lang),
        "last_day": _iso(clock.last_day),
        "last_safe_day": _iso(clock.last_safe_day),
        "why": _why(clock, policy, lang),
        "stake": _stake(clock, lang),
        "changes": changes(clock, lang),
        "shows": shows(clock, policy, lang),
        "evidence": [text(lang, f"clock.evidence.{one}") for one in clock.evidence],
        "where": None if clock.route is Route.NONE else text(lang, f"clock.where.{route}"),
        "note": _note(clock, policy, lang),
        "possible": text(lang, f"clock.possible.{route}") if clock.state is State.PASSED else None,
        "missing": clock.missing.value if clock.missing else None,
        "ask": text(lang, f"clock.ask.{route}") if clock.missing else None,
        "doubt": _doubt(clock, case, lang),
        "fact": clock.fact,
        "templates": [_offer(template(id_, lang)) for id_ in clock.templates],
    }


def _offer(found: Template) -> dict[str, str]:
    return {"template": found.id, "title": found.title, "when": found.when}


def _rank(clock: Clock) -> int:
    """Return the place among other clocks: what ends first, then what asks, then what has no days."""
    if clock.said_to_be and clock.state in _ENDING:
        return len(_ENDING)
    return (*_ENDING, None, State.NO_START, State.NONE, State.PASSED).index(clock.state)


def _left(clock: Clock, lang: str) -> str:
    if clock.route in _WITHOUT_CLOCK:
        return text(lang, f"clock.left.{clock.route}")
    if clock.days_left is None or clock.last_day is None:
        return text(lang, f"clock.left.{'no_start' if clock.missing else 'no_deadline'}")
    if clock.said_to_be:
        return _said_left(clock, clock.days_left, clock.last_day, lang)
    if clock.state is State.PASSED:
        return text(lang, "clock.left.passed", day=display.day(clock.last_day, lang))
    if clock.state is State.LAST_DAY:
        return text(lang, "clock.left.today" if clock.days_left == 0 else "clock.left.over")
    return counted(lang, "clock.left.days", clock.days_left)


def _said_left(clock: Clock, days_left: int, last_day: date, lang: str) -> str:
    """Tell a deadline of hearsay as hearsay, also when it is past."""
    if clock.state is State.PASSED:
        return text(lang, "clock.left.said_to_be.passed", day=display.day(last_day, lang))
    if clock.state is State.LAST_DAY:
        return text(lang, "clock.left.said_to_be.ending")
    return counted(lang, "clock.left.said_to_be", days_left)


def _last_safe(clock: Clock, lang: str) -> str | None:
    if clock.last_safe_day is None:
        return None
    certainty = "said_to_be" if clock.said_to_be else "certain"
    return text(lang, f"clock.last_safe.{certainty}", day=display.day(clock.last_safe_day, lang))


def _store_time(clock: Clock, store: str | None, lang: str) -> str | None:
    """Say what the end of the last safe day is in the store; nothing for a deadline of hearsay."""
    if clock.last_safe_day is None or store is None or clock.said_to_be:
        return None
    there = end_of_beijing_day(clock.last_safe_day, store, lang)
    if there is None:
        return None
    day = display.day(there.day, lang)
    return text(lang, "clock.store_time", city=there.city, clock=there.clock, day=day)


def _why(clock: Clock, policy: Policy, lang: str) -> str:
    shown_after = policy.value(SHOWN_AFTER) if clock.route is Route.A_TO_Z_PENDING else None
    return text(lang, f"clock.why.{clock.reason}", shown_after=shown_after)


def _stake(clock: Clock, lang: str) -> str | None:
    if not clock.stake:
        return None
    if clock.route is Route.CHARGEBACK_REPRESENTATION:
        return text(lang, "clock.stake.chargeback")
    return text(lang, f"clock.stake.{clock.stake[0] if len(clock.stake) == 1 else 'both'}")


def _note(clock: Clock, policy: Policy, lang: str) -> str | None:
    if clock.route in _WITHOUT_CLOCK:
        return None
    if clock.length is None:
        return text(lang, "clock.note.none")
    if clock.said_to_be:
        return text(lang, "clock.note.said_to_be", n=clock.length)
    if clock.first_day is None or clock.last_day is None:
        return text(lang, "clock.mail_wins")
    first, last = display.day(clock.first_day, lang), display.day(clock.last_day, lang)
    row = policy.row(clock.fact) if clock.fact else None
    if row is not None and row.unit is Unit.HOURS:
        return text(lang, "clock.note.hours", hours=row.value, first=first)
    return text(lang, "clock.note.counted", first=first, last=last, n=clock.length)


def _doubt(clock: Clock, case: Situation, lang: str) -> str | None:
    if clock.doubt is None or clock.first_day is None:
        return None
    first, as_of = display.day(clock.first_day, lang), display.day(clock.as_of, lang)
    is_early = clock.doubt is Doubt.BEFORE_ORDER
    order = display.day(case.order_date, lang) if is_early and case.order_date else ""
    return text(lang, f"clock.doubt.{clock.doubt}", first=first, as_of=as_of, order=order)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
