"""What the core says about a shop's next ninety days and its removals, beside the recount."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from calculator import requests
from calculator.assess import assess
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery import recovery_of, removal_of
from calculator.reports import Intake
from calculator.workbook import sheets

from .document import to_bytes
from .markers import differences
from .recount_recovery import recovery
from .recount_removal import MOST_DEFECTS, counted_first, marked, smallest_set, smallest_sets
from .recount_routes import has_route
from .recount_sides import side
from .reports import arguments, documents
from .truth import FULFILLMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculator.assess import Assessment
    from calculator.recovery import Projection, Removal

    from .recount_sides import Side
    from .truth import Shop


def assessment(shop: Shop) -> Assessment:
    """The shop's files through the core; no workbooks, which take long and say the same."""
    intake = Intake(sheets)
    for number, document in enumerate(replace(one, sheet=False) for one in documents(shop)):
        intake.open(str(number), document.name)
        intake.feed(str(number), to_bytes(document))
        intake.close(str(number))
    window = arguments(shop)["window"]
    chosen = requests.window(window) if window else None
    return assess(intake, shop.as_of, store=shop.store, window=chosen)


def written(projection: Projection) -> dict[str, Any]:
    """A projection in the words of the assessment."""
    return {
        "days": [
            {"day": str(one.day), "orders": one.orders, "orders_with_defects": one.orders_with_defects}
            for one in projection.days
        ],
        "first_day_on_target": _day(projection.first_day_on_target),
        "stays_on_target_from": _day(projection.stays_on_target_from),
    }


def printed(shop: Shop) -> dict[str, Any]:
    """Both calendars of both fulfilments, as the core has them."""
    core = assessment(shop)
    return {kind: _calendars(core, kind) for kind in FULFILLMENTS}


def _calendars(core: Assessment, kind: str) -> dict[str, Any]:
    theirs = recovery_of(core, Fulfillment(kind))
    return {"no_new_orders": written(theirs.no_new_orders), "same_pace": written(theirs.same_pace)}


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def compare(shop: Shop) -> list[str]:
    """Every place where the core departs from the recount of the shop."""
    core = assessment(shop)
    found: list[str] = []
    for kind in FULFILLMENTS:
        own = side(shop, kind)
        found += differences(recovery(own), _calendars(core, kind), kind)
        if len(marked(own)) <= MOST_DEFECTS:
            found += removals(own, core, removal_of(core, Fulfillment(kind)), kind)
    return found


def removals(own: Side, core: Assessment, theirs: Removal, kind: str) -> Iterator[str]:
    """Differences of the two sets; which routes are open is read anew from the days of the defects.

    Core and recount call an order without an id by names of their own, so such sets are not compared.
    """
    if smallest_set(own) != theirs.smallest_set:
        yield f"{kind}.smallest_set: expected {smallest_set(own)}, got {theirs.smallest_set}"
    if any(line.order_id.startswith("blank ") for line in marked(own)):
        return
    blocked = without_route(core)
    best = counted_first(smallest_sets(own, [line for line in marked(own) if line.order_id not in blocked]))
    held = theirs.honest_set
    if best if held is None else set(held) not in best:
        yield f"{kind}.honest_set: expected one of {best!r}, got {held!r}"


def without_route(core: Assessment) -> set[str]:
    """Orders with a defect that no open route can take away."""
    return {
        defect.order_id
        for defect in core.defect_list.defects
        if defect.counts is not Counts.NOT_COUNTED and not has_route(defect, core.as_of)
    }
