"""Words: how the pages write a day, a value and a grade, in each language.

Only typography happens here. Every word comes from the messages, every value from the policy.

Worse mistake: a page that says "1 %" where the policy says something else. There is no default.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from calculator import display, messages
from calculator.policy import Condition, DatedValue, Grade, Status, Unit

LETTERS = {
    Grade.OFFICIAL: "A",
    Grade.SECONDARY: "B",
    Grade.SINGLE: "C",
    Grade.NOT_FOUND: "N",
    Grade.OURS: "O",
}
BARS = {Grade.OFFICIAL: 3, Grade.SECONDARY: 2, Grade.SINGLE: 1, Grade.NOT_FOUND: 0, Grade.OURS: 0}


def text(lang: str, key: str, /, **values: object) -> str:
    """Return one message of the site, such as `footer.independent`."""
    return messages.text(lang, f"site.{key}", **values)


def guide(lang: str, key: str, /, **values: object) -> str:
    """Return one message of the guide's examples and templates, such as `scene.rate`."""
    return messages.text(lang, f"guide.{key}", **values)


def day(lang: str, when: date) -> str:
    """Return a day as people write it: 22 Nov 2026, 2026年11月22日."""
    return display.day(when, lang)


def percent(lang: str, fraction: Decimal) -> str:
    """Return a fraction of 1 as a percentage, exactly, without a digit more than it has.

    Units: fraction of 1.
    """
    return display.percent_sign(f"{(fraction * 100).normalize():f}", lang)


def value(lang: str, row: DatedValue) -> str:
    """Return the value of a policy row with its unit, or the words for "not published".

    Raises:
        LookupError: the value is a word or a truth, which only a sentence can say.
    """
    if row.status is Status.NOT_PUBLISHED or row.value is None:
        return text(lang, "value.not_published")
    if isinstance(row.value, bool | str) or row.unit is None:
        raise LookupError(f"The value {row.value!r} has no figure to print; say it in words.")
    if isinstance(row.value, tuple):
        return _several(lang, row, row.unit, row.value)
    return quantity(lang, row.value, row.unit)


def _several(lang: str, row: DatedValue, unit: Unit, amounts: tuple[int | Decimal | str, ...]) -> str:
    """Return the ends of a span, or figures that hold side by side.

    Raises:
        LookupError: there are more figures than a phrase can tell apart.
    """
    if len(amounts) == 1:
        return quantity(lang, amounts[0], unit)
    if len(amounts) != 2:
        raise LookupError(f"The value {amounts!r} needs a sentence of its own.")
    kind = "range" if row.condition is Condition.BETWEEN else "either" if unit is Unit.STARS else "both"
    first = percent(lang, Decimal(amounts[0])) if unit.value.startswith("fraction") else number(amounts[0])
    return text(lang, f"value.{kind}", first=first, last=quantity(lang, amounts[1], unit))


def quantity(lang: str, amount: int | Decimal | str, unit: Unit) -> str:
    """Return an amount with its unit: 60 days, 1 %, 2 stars."""
    if unit.value.startswith("fraction") and isinstance(amount, Decimal | int):
        return percent(lang, Decimal(amount))
    form = "one" if amount == 1 else "other"
    return text(lang, f"unit.{unit.value}.{form}", n=number(amount))


def number(amount: int | Decimal | str) -> str:
    """Return a bare number as both languages write it."""
    return display.count(amount) if isinstance(amount, int) else str(amount)


def grade(lang: str, which: Grade) -> str:
    """Return what a grade means, in words."""
    return text(lang, f"grade.{which.value}")


def stores(lang: str, row: DatedValue) -> str:
    """Return where a row holds: every store, or their codes."""
    return text(lang, "stores.all") if not row.stores else text(lang, "stores.joint").join(row.stores)


def megabytes(lang: str, size: int) -> str:
    """Return a size as people read it: 15.8 MB.

    Units: size in bytes.
    """
    return text(lang, "offline.megabytes", n=f"{size / 1_000_000:.1f}")
