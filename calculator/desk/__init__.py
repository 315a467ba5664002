"""Desk: everything the appeal desk shows, as one plain value (contract `odr-desk/1`).

The page computes nothing: it shows fields and carries out buttons, which name the place in the case
and the value to put there (see `calculator.desk.path`). Five steps - notice, facts, causes, grid,
letter - of which any can be opened at any time; no answer is lost by changing an earlier one.

`view(case, assessment, lang, as_of)` has the keys: `steps` (each with why, time, state, what is open
and where), `notice` (fields, paste, route, language, deadline), `facts` (figure, fields, defects),
`present` (causes of the defects) and `beside` (rows that may stand beside a dispute), each with the
button that begins a row, `causes` (walk, block, frames, actions, prevention, evidence), `grid` and
`orphans`, `letter` (`odr-letter/1`), `letter_fields`, `rounds`, `exports` and `review` (every answer).

A field is `path, kind, label, why, hint, example, value, most, problem, note, options, needed, reading`:
`problem` (code, text, offer) keeps the letter from being ready, `note` does not; `reading` is the
field for the same words in the other language. A button is `label, set, add, remove`, carried out in
this order.

Worse mistake: a fact put into a seller's mouth. The desk asks, and offers only the seller's own words
back, read more exactly.
"""

from __future__ import annotations

from calculator.desk.view import DESK, view

__all__ = ["DESK", "view"]
