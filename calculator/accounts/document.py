"""Document: the contract `odr-accounts/1`. Counts are integers, days ISO; no rate is stored as a number."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator.accounts.row import Row, Side
from calculator.accounts.summary import Summary
from calculator.json_text import pretty
from calculator.order_defect_rate import Band

ACCOUNTS = "odr-accounts/1"


def accounts_json(found: Summary) -> str:
    """Return the summary as JSON."""
    return pretty(accounts_value(found))


def accounts_value(found: Summary) -> dict[str, Any]:
    """Return the plain value of the contract `odr-accounts/1`."""
    return {
        "contract": ACCOUNTS,
        "rules": found.rules,
        "as_of": found.as_of.isoformat(),
        "states": {state.value: number for state, number in found.counts.items()},
        "accounts": [_row(row, found.as_of) for row in found.rows],
    }


def _row(row: Row, as_of: date) -> dict[str, Any]:
    deadline, trouble, window = row.deadline, row.trouble, row.window
    return {
        "account": row.account,
        "state": row.state.value,
        "reasons": [reason.value for reason in row.reasons],
        "store": row.store,
        "other_stores": [{"store": store, "orders": number} for store, number in row.other_stores],
        "reporting_window": {
            "first_day": window.first_day.isoformat(),
            "last_day": window.last_day.isoformat(),
            "basis": row.basis.value if row.basis else None,
            "days_missing": row.days_missing,
        }
        if window
        else None,
        "order_defect_rate": {side.fulfillment.value: _side(side, as_of) for side in row.sides},
        "next_change": _day(row.next_change, as_of),
        "first_day_on_target": _day(row.under_from, as_of),
        "first_deadline": {
            **(_day(deadline.day, as_of) or {}),
            "route": deadline.route.value,
            "said_to_be": deadline.said_to_be,
        }
        if deadline
        else None,
        "deadlines_without_day": row.deadlines_without_day,
        "files": row.files,
        "files_not_used": list(row.not_used),
        "problems": row.problems,
        "error": {"code": trouble.code, "message": trouble.message} if trouble else None,
    }


def _side(side: Side, as_of: date) -> dict[str, Any]:
    return {
        "orders": _band(side.orders),
        "orders_with_defects": _band(side.orders_with_defects),
        "verdict": side.verdict.value,
        "next_change": _day(side.next_change, as_of),
        "first_day_on_target": _day(side.under_from, as_of),
        "first_day_off_target": _day(side.over_from, as_of),
    }


def _band(band: Band) -> dict[str, int]:
    return {"low": band.low, "high": band.high}


def _day(day: date | None, as_of: date) -> dict[str, Any] | None:
    """Return a day and how many days away it is."""
    return {"day": day.isoformat(), "in_days": (day - as_of).days} if day else None
