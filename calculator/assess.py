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

from calculator import defect_list, order_defect_rate, reconcile, reported, reporting_window, stores
from calculator.dates import DateRange
from calculator.defect_list import DefectList
from calculator.errors import AppealError, ReportError, RequestError
from calculator.order_defect_rate import OrderDefectRate, Verdict
from calculator.orders import Fulfillment
from calculator.policy import Policy, policy_on
from calculator.problems import Problem
from calculator.reconcile import Reconciliation
from calculator.reporting_window import ReportingWindow
from calculator.reports import Intake, Received
from calculator.reports.order_book import OrderBook, merged
from calculator.reports.reading import Exclusion, Kind, Reading
from calculator.store_orders import StoreOrders, ranking

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
    intake: Intake, as_of: date, *, store: str | None = None, window: DateRange | None = None
) -> Assessment:
    """Assess the files of an intake.

    Args:
        intake: closed files in any order.
        as_of: the day the rate is asked for.
        store: a store code; without one the store with most orders.
        window: whole days that beat every other way to know the window.

    Raises:
        ReportError: no file was usable.
        RequestError: no store has this code.
        PolicyNotKnown: the rules of that day are not known.
    """
    files = _usable(intake.received())
    book = merged([file.book for file in files if file.book], intake.vocabulary)
    chosen = choose_store(files, book, store)
    return _assess_store(files, book, as_of, chosen, window)


def assess_all(intake: Intake, as_of: date, *, window: DateRange | None = None) -> tuple[Assessment, ...]:
    """Assess every store that has orders, the one with most orders first."""
    files = _usable(intake.received())
    book = merged([file.book for file in files if file.book], intake.vocabulary)
    ranked: list[str | None] = [code for code, _ in ranking(book, stores.codes())]
    found = ranked or [choose_store(files, book, None)]
    return tuple(_assess_store(files, book, as_of, code, window) for code in found)


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
    received: Sequence[Received], book: OrderBook, as_of: date, store: str | None, chosen: DateRange | None
) -> Assessment:
    policy = policy_on(as_of, store)
    target = order_defect_rate.target_of(policy)
    orders = StoreOrders.of(store, book)
    files = _read(received, store)
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
    )


def _usable(received: Sequence[Received]) -> Sequence[Received]:
    """Return the files; raise when none of them is usable.

    Raises:
        ReportError: the only file's own error, or one that names them all.
    """
    errors = [file.error for file in received if file.error is not None]
    if not received:
        raise ReportError("no_file")
    if len(errors) < len(received):
        return received
    if len(errors) == 1:
        raise errors[0]
    raise NoUsableFile(errors)


class NoUsableFile(ReportError):
    """Several files, none usable; says why of each."""

    def __init__(self, errors: Sequence[AppealError]) -> None:
        super().__init__("no_usable_file", files=len(errors))
        self.errors = tuple(errors)

    def message(self, lang: str = "en") -> str:
        """Return one sentence for the whole and one per file."""
        return "\n".join([super().message(lang), *(error.message(lang) for error in self.errors)])


def _read(received: Sequence[Received], store: str | None) -> tuple[Reading, ...]:
    """Return the readings under names that are each used once."""
    taken: set[str] = set()
    readings = []
    for file in received:
        stem, dot, ending = file.name.rpartition(".")
        name, number = file.name, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}{dot}{ending}" if stem else f"{file.name}-{number}"
        taken.add(name)
        readings.append(file.read(name, store))
    return tuple(sorted(readings, key=lambda reading: (reading.kind, reading.file)))
