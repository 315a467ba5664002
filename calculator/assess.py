"""Assess: the whole line from files to an explained order defect rate, on one screen.

    readings → store → orders → window → defects → rates

The core is told everything: the files through an `Intake`, the day as `as_of`. It knows no
clock, no folder and no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calculator import (
    defect_list,
    order_defect_rate,
    reconcile,
    reported,
    reporting_window,
    sitting,
    stores,
)
from calculator.case import EMPTY, Case
from calculator.case.figures import Figure, figures
from calculator.dates import DateRange
from calculator.defect_list import DefectList
from calculator.errors import RequestError
from calculator.order_defect_rate import OrderDefectRate, Verdict
from calculator.orders import Fulfillment
from calculator.policy import Policy, policy_on
from calculator.problems import Problem
from calculator.reconcile import Reconciliation
from calculator.reporting_window import ReportingWindow
from calculator.reports import Intake, Received
from calculator.reports.order_book import OrderBook, merged
from calculator.reports.reading import Exclusion, Hint, Kind, Reading, Returned
from calculator.store_orders import StoreOrders, ranking

if TYPE_CHECKING:
    from calculator.candidates import Candidate

Rates = Mapping[Fulfillment, OrderDefectRate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """The verdicts of a window that ends one day off."""

    last_day: date
    verdicts: Mapping[Fulfillment, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything there is to say about one store on one day.

    Attributes:
        store: code, None where neither a file nor the caller names one.
        other_stores: code and number of orders, most first.
        orders_read: distinct orders per fulfilment, inside the window or not.
        typed, stated: orders and orders with defects that the seller typed off Amazon's page.
        orders: of the assessed store, for whatever is to be counted in other windows.
        is_covered: whether a file or a typed count gives the orders of a fulfilment.
        stated_figures: what Amazon stated, as typed.
        candidates: orders that may have a claim or chargeback; none of them counts.
    """

    as_of: date
    policy: Policy
    store: str | None
    other_stores: tuple[tuple[str, int], ...]
    files: tuple[Reading, ...]
    orders_read: Mapping[Fulfillment, int]
    window: ReportingWindow
    sensitivity: tuple[Sensitivity, ...]
    rates: Rates
    defect_list: DefectList
    reconciliations: tuple[Reconciliation, ...]
    typed: Mapping[Fulfillment, int]
    stated: Mapping[Fulfillment, int]
    is_covered: Mapping[Fulfillment, bool]
    orders: StoreOrders
    case: Case = EMPTY
    stated_figures: tuple[Figure, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what needs a look in all files, by file and line."""
        return tuple(
            sorted((p for file in self.files for p in file.problems), key=lambda problem: problem.place)
        )

    @property
    def excluded(self) -> tuple[tuple[Exclusion, int], ...]:
        """Return the reasons and numbers of excluded rows over all files."""
        total: Counter[Exclusion] = Counter()
        for file in self.files:
            total.update(file.excluded)
        return tuple(sorted((reason, rows) for reason, rows in total.items() if rows))


def assess(
    intake: Intake,
    as_of: date,
    *,
    store: str | None = None,
    window: DateRange | None = None,
    case: Case = EMPTY,
) -> Assessment:
    """Assess the files of an intake and what was typed beside them.

    Args:
        intake: closed files in any order.
        as_of: the day the rate is asked for.
        store: a store code; without one the store with most orders.
        window: whole days that beat every other way to know the window.
        case: the forms of the page and the corrections of rows.

    Raises:
        ReportError: no file was usable and nothing was typed.
        RequestError: no store has this code.
        PolicyNotKnown: the rules of that day are not known.
    """
    files = sitting.files(intake, case)
    book = merged([file.book for file in files if file.book], intake.vocabulary)
    chosen = choose_store(files, book, store or case.store or None)
    return _assess_store(files, book, as_of, chosen, window, case)


def assess_all(intake: Intake, as_of: date, *, window: DateRange | None = None) -> tuple[Assessment, ...]:
    """Assess every store that has orders, the one with most orders first."""
    files = sitting.files(intake)
    book = merged([file.book for file in files if file.book], intake.vocabulary)
    ranked: list[str | None] = [code for code, _ in ranking(book, stores.codes())]
    found = ranked or [choose_store(files, book, None)]
    return tuple(_assess_store(files, book, as_of, code, window, EMPTY) for code in found)


def choose_store(files: Sequence[Received], book: OrderBook, wish: str | None) -> str | None:
    """Return the store to assess.

    Raises:
        RequestError: no store has the wished code.
    """
    if wish is not None:
        code = stores.of_code(wish)
        if code is None:
            raise RequestError("unknown_store", store=wish, stores=" ".join(stores.codes()))
        return code
    ranked = ranking(book, stores.codes())
    if ranked:
        return ranked[0][0]
    return reported.largest_store(
        [f.reading for f in files if f.reading and f.kind is Kind.SELLER_PERFORMANCE]
    )


def _assess_store(
    received: Sequence[Received],
    book: OrderBook,
    as_of: date,
    store: str | None,
    chosen: DateRange | None,
    case: Case,
) -> Assessment:
    policy = policy_on(as_of, store)
    target = order_defect_rate.target_of(policy)
    orders = StoreOrders.of(store, book)
    files = tuple(sorted((f.read(f.name, store) for f in received), key=lambda r: (r.kind, r.file)))
    typed = reported.typed_counts(files, orders)
    amazon = reported.of_store(files, store)
    window = reporting_window.choose(as_of, policy, reported=amazon.window, typed=typed, chosen=chosen)
    window = reporting_window.with_gaps(window, [file.span for file in files if file.span])
    defects = defect_list.gather(files, orders, policy)

    def rates(days: DateRange) -> Rates:
        return {
            who: order_defect_rate.measure(orders, defects.defects, days, who, target) for who in Fulfillment
        }

    measured = rates(window.range)
    return Assessment(
        as_of=as_of,
        policy=policy,
        store=store,
        other_stores=tuple(item for item in ranking(book, stores.codes()) if item[0] != store),
        files=files,
        orders_read={who: orders.read(who) for who in Fulfillment},
        window=window,
        sensitivity=tuple(
            Sensitivity(
                last_day=days.last_day, verdicts={who: rate.verdict for who, rate in rates(days).items()}
            )
            for days in (window.range.shifted(-1), window.range.shifted(1))
        ),
        rates=measured,
        defect_list=defects,
        reconciliations=reconcile.compare(amazon.rates, measured, window.range),
        typed=dict(orders.typed),
        stated=dict(orders.stated),
        is_covered={who: orders.is_covered(who) or who in orders.typed for who in Fulfillment},
        orders=orders,
        case=case,
        stated_figures=figures(case),
        candidates=_candidates(files, orders, defects, window.range, case),
    )


def _candidates(
    files: Sequence[Reading], orders: StoreOrders, defects: DefectList, days: DateRange, case: Case
) -> tuple[Candidate, ...]:
    """Return what may be a claim or chargeback; what finds them is loaded with the first such file."""
    if not any(isinstance(record, Hint | Returned) for file in files for record in file.records):
        return ()
    from calculator import candidates

    dismissed = [(one.order_id, one.type) for one in case.dismissed]
    return candidates.gather(files, orders, defects, days, dismissed)
