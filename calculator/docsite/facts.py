"""Facts on pages: a figure with its grade in a sentence, and the card that says where it is from.

A sentence never carries a typed figure. It asks for a policy key and gets the value that the core
itself uses on the day of the build, linked to a card at the foot of the same page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from calculator.docsite import blocks, words
from calculator.policy import DatedValue, Entry, Grade, Source, entry, policy_on, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One row of a card, in words."""

    row: DatedValue
    value: str
    grade: Grade
    bars: tuple[bool, ...]
    grade_words: str
    since: str
    stores: str
    sources: tuple[Source, ...]
    note: str
    chosen: bool


def figure(key: str, lang: str, as_of: date) -> str:
    """Return the value of a policy key as words, as it holds everywhere on `as_of`."""
    return words.value(lang, policy_on(as_of).row(key))


def reference(key: str, lang: str, as_of: date, template: str | None, store: str | None = None) -> str:
    """Return a figure as a link to its card, with the grade's letter raised behind it.

    Args:
        key: The policy key.
        lang: Language of the page.
        as_of: Day of the build.
        template: Words around the figure, with `{value}` where it stands; None for the bare figure.
        store: The store the sentence is about; None where the rule holds everywhere.

    Raises:
        PolicyNotKnown: the figure holds only in some stores and the page names none.
    """
    shows_figure = template is None or "{value}" in template
    row = policy_on(as_of, store).row(key) if shows_figure or store else held_somewhere(key, as_of)
    shown = words.value(lang, row) if shows_figure else ""
    said = shown if template is None else template.replace("{value}", shown)
    first = sources()[row.sources[0]].title if row.sources else ""
    hint = words.text(
        lang,
        "fact.hint",
        grade=words.grade(lang, row.grade),
        day=words.day(lang, row.checked_on),
        source=first,
    )
    return blocks.render("reference", lang, key=key, said=said, hint=hint, letter=words.LETTERS[row.grade])


def held_somewhere(key: str, as_of: date) -> DatedValue:
    """Return the row a sentence without a figure leans on, even if it holds only in some stores."""
    for row in entry(key).values:
        if row.covers(as_of) and row.chosen:
            return row
    return policy_on(as_of).row(key)


def card(key: str, lang: str, *, local: bool, facts_page: str = "") -> str:
    """Return one fact card as HTML, with every row, those of other days too.

    Args:
        key: The policy key.
        lang: Language of the page.
        local: Whether the card stands at the foot of a page that uses the fact.
        facts_page: Where the page of all facts is, for a local card.
    """
    one = entry(key)
    rows = tuple(_card_row(row, lang) for row in one.values)
    return blocks.render(
        "factcard", lang, entry=one, rows=rows, local=local, facts_page=facts_page, open=False
    )


def cards_of_page(keys: Iterable[str], lang: str, facts_page: str) -> str:
    """Return the section "figures on this page" with one card for each key, in order of first use."""
    cards = [Markup(card(key, lang, local=True, facts_page=facts_page)) for key in dict.fromkeys(keys)]  # noqa: S704
    return blocks.render("used", lang, cards=cards)


def grouped(all_entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Return the keys of all facts by noun, in file order."""
    groups: dict[str, list[str]] = {}
    for one in all_entries:
        groups.setdefault(one.key.partition(".")[0], []).append(one.key)
    return groups


def _card_row(row: DatedValue, lang: str) -> CardRow:
    known = sources()
    bars = words.BARS[row.grade]
    return CardRow(
        row=row,
        value=_value_or_blank(row, lang),
        grade=row.grade,
        bars=tuple(place < bars for place in range(3)),
        grade_words=words.grade(lang, row.grade),
        since=_since(row, lang),
        stores=words.stores(lang, row),
        sources=tuple(known[id_] for id_ in row.sources),
        note=row.note.get(lang, ""),
        chosen=row.chosen,
    )


def _value_or_blank(row: DatedValue, lang: str) -> str:
    """Return the figure of a row; a word or a truth is already said by the statement or the note."""
    try:
        return words.value(lang, row)
    except LookupError:
        return ""


def _since(row: DatedValue, lang: str) -> str:
    key = "fact.in_force_from" if row.in_force_from else "fact.seen_on"
    since = words.text(lang, key, day=words.day(lang, row.known_from))
    return (
        since if row.until is None else since + words.text(lang, "fact.until", day=words.day(lang, row.until))
    )
