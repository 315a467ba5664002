"""Rules: which complaint comes first when a comment holds several; one small function a rule.

Each rule changes the weights of what was found. They run in the order of `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculator.causes.model import Cause

FAULTS = (Cause.WRONG, Cause.DAMAGED, Cause.MISSING, Cause.COUNTERFEIT)
SURE, HINT = 3, 1


@dataclass(slots=True, kw_only=True)
class Found:
    """The weight of each cause, where it was first said, and the flags that were raised."""

    weight: dict[Cause, int]
    first: dict[Cause, int]
    flags: frozenset[str]

    def sure(self, *causes: Cause) -> bool:
        """Return whether one of these causes was said outright."""
        return any(self.weight.get(cause, 0) >= SURE for cause in causes)

    def drop(self, *causes: Cause) -> None:
        """Forget these causes."""
        for cause in causes:
            self.weight.pop(cause, None)

    def lead(self, cause: Cause) -> None:
        """Put a cause first."""
        self.weight[cause] = max(self.weight.values(), default=0) + 2


def seller_ended_the_order(found: Found) -> None:
    """The seller ended the order, even after a long wait."""
    if found.sure(Cause.CANCELLED):
        found.drop(Cause.LATE, Cause.NOT_RECEIVED)
        found.lead(Cause.CANCELLED)


def empty_box(found: Found) -> None:
    """An empty box brought nothing; what was missing comes second."""
    if "empty_box" in found.flags:
        found.weight[Cause.NOT_RECEIVED] = max(found.weight.values(), default=0) + SURE
        found.first.setdefault(Cause.NOT_RECEIVED, 0)
        found.drop(Cause.LATE)


def partly_here(found: Found) -> None:
    """One parcel of several came: the rest is missing, or late when it followed."""
    if "partly" not in found.flags:
        return
    rest = Cause.LATE if "rest_came" in found.flags else Cause.MISSING
    found.drop(Cause.NOT_RECEIVED, Cause.MISSING if rest is Cause.LATE else Cause.LATE)
    found.first.setdefault(rest, 0)
    found.lead(rest)


def came_after_all(found: Found) -> None:
    """A parcel that came in the end was late, not lost."""
    if "came" in found.flags and found.weight.get(Cause.LATE):
        found.drop(Cause.NOT_RECEIVED)


def wait_without_end(found: Found) -> None:
    """A wait that ends in non-arrival is no late delivery."""
    if found.weight.get(Cause.NOT_RECEIVED, 0) > HINT:
        found.drop(Cause.LATE)


def counterfeit_first(found: Found) -> None:
    """A fake is the complaint, also with a wish for the money back."""
    if found.sure(Cause.COUNTERFEIT):
        found.lead(Cause.COUNTERFEIT)


def goods_are_history(found: Found) -> None:
    """Goods that went back leave the money as the complaint."""
    if "went_back" in found.flags and found.weight.get(Cause.REFUND, 0) > HINT:
        found.lead(Cause.REFUND)


def fault_before_return(found: Found) -> None:
    """A fault comes before the refused or costly return of the same goods."""
    faults = [cause for cause in FAULTS if found.sure(cause)]
    if not faults or "went_back" in found.flags or Cause.REFUND not in found.weight:
        return
    least = max(found.weight[cause] for cause in faults)
    found.weight[Cause.REFUND] = min(found.weight[Cause.REFUND], max(least - 1, HINT))


def lost_before_answer(found: Found) -> None:
    """A parcel that never came is the complaint before silence and before the money."""
    if found.sure(Cause.NOT_RECEIVED) and "went_back" not in found.flags:
        most = found.weight[Cause.NOT_RECEIVED]
        for other in (Cause.SERVICE, Cause.REFUND, Cause.OPINION):
            if other in found.weight and "dwells" not in found.flags:
                found.weight[other] = min(found.weight[other], most)


RULES: tuple[Callable[[Found], None], ...] = (
    seller_ended_the_order,
    partly_here,
    empty_box,
    came_after_all,
    wait_without_end,
    goods_are_history,
    fault_before_return,
    lost_before_answer,
    counterfeit_first,
)


def ranked(found: Found) -> list[Cause]:
    """Return the causes after all rules: by weight, then by place; hints only alone."""
    for rule in RULES:
        rule(found)
    order = sorted(found.weight, key=lambda cause: (-found.weight[cause], found.first[cause]))
    outright = [cause for cause in order if found.weight[cause] > HINT]
    return outright or order[:1]
