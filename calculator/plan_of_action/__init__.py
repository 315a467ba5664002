"""Plan of action: the grid of causes, what failed, what was done, what prevents it, and the proofs.

Each cause present in the seller's defects is a row; a disputed defect enters none. A cell holds what
the seller answered and nothing else: what is missing is asked for, what belongs to no cause is named.

Worse mistake: a filled cell that nobody filled.
"""

from __future__ import annotations

from calculator.plan_of_action.grid import grid

__all__ = ["grid"]
