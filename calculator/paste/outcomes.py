"""Outcomes: what the words of a row say became of it, in the names of the counting rules.

One word that settles it is taken. Several that go together make one outcome (granted and not
counted); several that do not, or words that settle nothing ("closed", "refunded"), are asked
about with the likely answers first.

Worse mistake: taking a defect as harmless, or an order as marked, on a word that means both.
"""

from __future__ import annotations

from collections.abc import Iterable

from calculator.defects import DefectType
from calculator.paste import asks
from calculator.paste.asks import Ask

CLAIM = (
    "granted", "seller_refunded_after_claim", "cancelled_by_seller", "denied", "withdrawn", "amazon_funded",
    "granted_not_counted", "refused_or_returned", "cancelled_by_buyer", "mark_removed", "appeal_money_only",
    "appealed", "open",
)  # fmt: skip
CHARGEBACK = ("service", "fraud", "unknown")
FEEDBACK = ("kept", "removed", "struck_through")
_ALL = {
    DefectType.A_TO_Z_CLAIM: CLAIM,
    DefectType.CHARGEBACK: CHARGEBACK,
    DefectType.NEGATIVE_FEEDBACK: FEEDBACK,
}
_TOGETHER = {
    frozenset({"granted", "not_counted"}): "granted_not_counted",
    frozenset({"granted", "amazon_funded"}): "amazon_funded",
    frozenset({"granted", "appealed"}): "appealed",
    frozenset({"granted", "mark_removed"}): "mark_removed",
    frozenset({"granted", "refused_or_returned", "not_counted"}): "refused_or_returned",
    frozenset({"denied", "not_counted"}): "denied",
    frozenset({"withdrawn", "not_counted"}): "withdrawn",
    frozenset({"amazon_funded", "not_counted"}): "amazon_funded",
    frozenset({"granted", "amazon_funded", "not_counted"}): "amazon_funded",
    frozenset({"granted", "counted"}): "granted",
    frozenset({"seller_refunded", "counted"}): "seller_refunded_after_claim",
}
_LIKELY = {
    "seller_refunded": ("seller_refunded_after_claim", "granted", "denied"),
    "refunded": ("granted", "seller_refunded_after_claim", "amazon_funded"),
    "closed": ("granted", "denied", "withdrawn", "seller_refunded_after_claim"),
    "appeal_option": ("granted", "amazon_funded"),
    "appeal_won": ("mark_removed", "appeal_money_only"),
    "appeal_lost": ("granted", "denied"),
    "cancelled": ("withdrawn", "cancelled_by_seller", "cancelled_by_buyer"),
    "protected": ("amazon_funded", "granted"),
    "not_counted": ("granted_not_counted", "denied", "withdrawn", "amazon_funded", "refused_or_returned"),
    "refused_or_returned": ("refused_or_returned", "granted", "open"),
    "removal": ("kept", "removed", "struck_through"),
}
_ASKED = "ask_"


def of(type_: DefectType, named: Iterable[str], *, is_certain: bool) -> tuple[str | None, Ask | None]:
    """Return the outcome the words of a row settle, or the question they leave."""
    names = frozenset(name.removeprefix(_ASKED) for name in named)
    settled = _TOGETHER.get(names) or (next(iter(names)) if len(names) == 1 else None)
    if is_certain and settled in _ALL[type_] and settled not in _LIKELY:
        return settled, None
    return None, question(type_, names)


def question(type_: DefectType, names: Iterable[str] = ()) -> Ask:
    """Return the question about an outcome: what the words allow first, every other outcome after."""
    likely: list[str] = []
    for name in sorted(names):
        likely += _LIKELY.get(name, (name,))
    every = _ALL[type_]
    ordered = [*(name for name in likely if name in every), *every]
    return asks.of_names("outcome", f"outcome_{type_.value}", f"outcome.{type_.value}", ordered)
