"""Desk: everything the appeal desk shows, as one plain value (contract `odr-desk/1`).

The page computes nothing: it shows fields and carries out buttons, which name the place in the case
and the value to put there (see `calculator.desk.path`). Five steps - notice, facts, causes, grid,
letter - of which any can be opened at any time; no answer is lost by changing an earlier one.

Worse mistake: a fact put into a seller's mouth. The desk asks, and offers only the seller's own words
back, read more exactly.
"""

from __future__ import annotations

from calculator.desk.view import DESK, view

__all__ = ["DESK", "view"]
