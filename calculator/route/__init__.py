"""Route: from a notice to what it asks for, in five questions at most.

Questions, answers and outcomes are data (`questions.toml`, `outcomes.toml`); their words are
messages (`door.toml`). The walker asks nothing twice and keeps nothing.

>>> walk({"off": "mfn", "metric": "late_shipment"}).outcome
'late_shipment'
>>> walk({"off": "mfn", "metric": "order_defect_rate"}).question
'button'

A whole notice is read by `read_notice(text, as_of)`; `route_json(answers, lang, as_of, found)` gives the
question open now or the outcome with deadline, language, steps and sources as plain values,
`odr-route/1` (see `encode`). Both are loaded when first asked for.

Worse mistake: sending a seller with another notice through advice about this rate. Whatever the
route does not know for certain ends in an outcome that says how to find out.
"""

from __future__ import annotations

from calculator.route.load import RouteError, outcomes, questions, steps
from calculator.route.model import Answer, Kind, Outcome, Question, Walk
from calculator.route.walker import every_walk, walk

__all__ = [
    "Answer",
    "Kind",
    "Outcome",
    "Question",
    "RouteError",
    "Walk",
    "every_walk",
    "outcomes",
    "questions",
    "steps",
    "walk",
]
