"""Encode: an assessment as JSON, the one codec for command line, worker and golden files.

Sorted keys, UTF-8, two spaces, a final newline; dates are ISO. Keys may be added, none is
ever renamed. Sentences are in the language asked for; everything else is the same in all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from calculator.assess import Assessment
from calculator.case.figures import Figure
from calculator.dates import DateRange
from calculator.defects import Defect, DefectType
from calculator.errors import AppealError
from calculator.json_text import pretty
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict
from calculator.orders import Fulfillment
from calculator.problems import Problem
from calculator.reasons import reason_of
from calculator.reconcile import Reconciliation
from calculator.recovery.document import recovery_value, removal_value
from calculator.recovery.routes import routes_of
from calculator.reporting_window import ReportingWindow
from calculator.reports.reading import Reading

if TYPE_CHECKING:
    from calculator.candidates import Candidate

ASSESSMENT = "odr-assessment/1"
ERROR = "odr-error/1"
_COMPONENTS = {
    DefectType.NEGATIVE_FEEDBACK: "negative_feedback",
    DefectType.A_TO_Z_CLAIM: "a_to_z_claims",
    DefectType.CHARGEBACK: "chargebacks",
}


def assessment_json(assessment: Assessment, lang: str) -> str:
    """Return an assessment in the contract `odr-assessment/1`."""
    return pretty(assessment_value(assessment, lang))


def error_json(error: AppealError, lang: str) -> str:
    """Return an error in the contract `odr-error/1`."""
    return pretty({"contract": ERROR, "code": error.code, "message": error.message(lang)})


def assessment_value(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the plain value of the contract `odr-assessment/1`."""
    return {
        "contract": ASSESSMENT,
        "rules": assessment.policy.rules,
        "as_of": assessment.as_of.isoformat(),
        "store": assessment.store,
        "other_stores": [{"store": store, "orders": number} for store, number in assessment.other_stores],
        "files": [_file(file, lang) for file in assessment.files],
        "orders_read": {who.value: number for who, number in assessment.orders_read.items()},
        "reporting_window": _window(assessment.window),
        "window_sensitivity": [
            {"last_day": step.last_day.isoformat(), **{who.value: str(v) for who, v in step.verdicts.items()}}
            for step in assessment.sensitivity
        ],
        "order_defect_rate": {who.value: _rate(rate) for who, rate in assessment.rates.items()},
        "defects": [_defect(defect, assessment, lang) for defect in assessment.defect_list.defects],
        "candidates": [_candidate(candidate) for candidate in assessment.candidates],
        "unmatched": list(assessment.defect_list.unmatched),
        "excluded": [{"reason": reason.value, "rows": rows} for reason, rows in assessment.excluded],
        "problems": [_problem(problem, lang) for problem in assessment.problems],
        "recovery": recovery_value(assessment),
        "removal": removal_value(assessment),
        "figures": _figures(assessment),
        "reconciliation": [_reconciliation(item, lang) for item in assessment.reconciliations],
    }


def _file(reading: Reading, lang: str) -> dict[str, Any]:
    return {
        "file": reading.file,
        "kind": reading.kind.value,
        "rows": reading.rows,
        "used": reading.used,
        "notes": sorted(note.message(lang) for note in reading.notes),
    }


def _window(window: ReportingWindow) -> dict[str, Any]:
    return {
        **_range(window.range),
        "days": window.range.days,
        "basis": window.basis.value,
        "lag": window.lag,
        "gaps": [_range(gap) for gap in window.gaps],
    }


def _range(days: DateRange) -> dict[str, str]:
    return {"first_day": days.first_day.isoformat(), "last_day": days.last_day.isoformat()}


def _rate(rate: OrderDefectRate) -> dict[str, Any]:
    return {
        "orders": _band(rate.orders),
        "orders_with_defects": _band(rate.orders_with_defects),
        **{name: rate.components[type_] for type_, name in _COMPONENTS.items()},
        "verdict": rate.verdict.value,
        "orders_needed": rate.orders_needed,
    }


def _band(band: Band) -> dict[str, int]:
    return {"low": band.low, "high": band.high}


def _defect(defect: Defect, assessment: Assessment, lang: str) -> dict[str, Any]:
    day, window = defect.order_date, assessment.window
    in_window = day is not None and day in window.range
    leaves = window.leaves_on(day) if day else None
    enters = window.enters_on(day) if day and not in_window else None
    return {
        "order_id": defect.order_id,
        "type": defect.type.value,
        "outcome": defect.outcome,
        "counts": defect.counts.value,
        "reason": reason_of(defect, lang),
        "rule": defect.rule,
        "order_date": day.isoformat() if day else None,
        "fulfillment": defect.fulfillment.value if defect.fulfillment else None,
        "in_window": in_window,
        "enters_window_on": enters.isoformat() if enters and enters > assessment.as_of else None,
        "leaves_window_on": leaves.isoformat() if leaves else None,
        "routes": routes_of(defect, assessment),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    days = {"event_date": candidate.event_date, "order_date": candidate.order_date}
    return {
        "order_id": candidate.order_id,
        "type": candidate.type.value,
        "evidence": candidate.evidence,
        "file": candidate.file,
        "line": candidate.line,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "fulfillment": candidate.fulfillment.value if candidate.fulfillment else None,
        "return_reasons": list(candidate.reasons),
        "may_matter": candidate.may_matter,
    }


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message(lang),
    }


def _figures(assessment: Assessment) -> list[dict[str, Any]]:
    """Return what Amazon stated and reported, then ours, each with its window."""
    stated = [_stated_figure(figure) for figure in assessment.stated_figures]
    reported: list[dict[str, Any]] = [
        {
            "source": "report",
            "day": None,
            "first_day": item.reported.first_day.isoformat() if item.reported.first_day else None,
            "last_day": item.reported.last_day.isoformat() if item.reported.last_day else None,
            "fulfillment": item.fulfillment.value,
            "orders": item.reported.orders,
            "orders_with_defects": item.reported.orders_with_defects,
        }
        for item in assessment.reconciliations
    ]
    return [
        *stated,
        *reported,
        *(
            {
                "source": "files",
                "day": assessment.as_of.isoformat(),
                **_range(assessment.window.range),
                "fulfillment": who.value,
                "orders": rate.orders.high,
                "orders_with_defects": rate.orders_with_defects.high,
            }
            for who, rate in _measured(assessment.rates).items()
        ),
    ]


def _stated_figure(figure: Figure) -> dict[str, Any]:
    days = figure.days
    return {
        "source": figure.source,
        "day": figure.day.isoformat() if figure.day else None,
        "first_day": days.first_day.isoformat() if days else None,
        "last_day": days.last_day.isoformat() if days else None,
        "fulfillment": figure.fulfillment.value,
        "orders": figure.orders,
        "orders_with_defects": figure.orders_with_defects,
    }


def _measured(rates: Mapping[Fulfillment, OrderDefectRate]) -> dict[Fulfillment, OrderDefectRate]:
    return {who: rate for who, rate in rates.items() if rate.verdict is not Verdict.NO_ORDERS}


def _reconciliation(item: Reconciliation, lang: str) -> dict[str, Any]:
    return {
        "fulfillment": item.fulfillment.value,
        "orders": item.reported.orders,
        "orders_with_defects": item.reported.orders_with_defects,
        "negative_feedback": item.reported.negative_feedback,
        "a_to_z_claims": item.reported.a_to_z_claims,
        "chargebacks": item.reported.chargebacks,
        "stated_rate": item.reported.stated_rate,
        "findings": [
            {"finding": finding.value, "message": message}
            for finding, message in zip(item.findings, item.sentences(lang), strict=True)
        ],
    }
