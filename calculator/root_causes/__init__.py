"""Root causes: from what the buyer saw to the failed step, in at most six questions.

A path is a cause id and then answer ids. What the seller types (a day, own words) is kept by the
caller beside the path and never read here. A process failure is named `<cause>/<step>`; these names
are stable and are the folders of `appeal_templates/causes/`.

>>> start("not_received").ask.id
'by'
>>> answer(("not_received", "carrier", "no_line"), "not_packed").failure
'not_received/confirmed_before_hand_over'
>>> start("not_received", disputed=True).kind.value
'facts_only'

`as_json(step, lang)` gives the contract `odr-root-cause/1`. Always: `contract`, `is` (question or
leaf), `cause`, `path` (what to send back, with the next answer added), `failure` (null, or `id` and
`should`: what should have happened; null in own words), `text`, `find_out` (rows of `id`,
`fulfillment` mfn, afn or both, and `text`).
A question has also `question` (its id), `why` (why it is asked), `answers` (rows of `id`, `text` and
`takes`: null, "day" or "words"). A leaf has also `kind` (process_failure, unknown_yet, facts_only,
nothing_to_admit, get_a_professional), `caution` (null or a warning to be shown) and `typed` (rows of
`question` and `takes`: what the seller typed on the way).

Worse mistake: leading a seller to admit what is disputed, or to write what only we suggested.
"""

from __future__ import annotations

from calculator.root_causes.encode import as_json
from calculator.root_causes.errors import RootCauseError
from calculator.root_causes.load import CAUSES, failures
from calculator.root_causes.model import Leaf, LeafKind, Question
from calculator.root_causes.walker import answer, at, every_leaf, start

__all__ = [
    "CAUSES",
    "Leaf",
    "LeafKind",
    "Question",
    "RootCauseError",
    "answer",
    "as_json",
    "at",
    "every_leaf",
    "failures",
    "start",
]
