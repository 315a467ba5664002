"""Report formats: every kind of file that is read, as its reader declares it."""

from __future__ import annotations

from dataclasses import dataclass

from calculator import messages
from calculator.docsite import blocks
from calculator.docsite.page_words import PageWords
from calculator.reports import columns
from calculator.reports.identify import NEEDED
from calculator.reports.reading import Kind

NOUN, CONTAINERS = "report_formats", "containers"
PARTS = ("where", "gives", "forms", "quirks")
FIRST = (
    Kind.ALL_ORDERS,
    Kind.SELLER_FEEDBACK,
    Kind.ORDER_DEFECTS,
    Kind.SELLER_PERFORMANCE,
    Kind.DEFECTS,
    Kind.ORDER_COUNTS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name here, the header words it is known by, whether a file must have it."""

    name: str
    known: tuple[str, ...]
    is_needed: bool


def shown() -> tuple[Kind, ...]:
    """Return the kinds in the order of the page: what the rate is made of first, then what helps."""
    return (*FIRST, *sorted(set(Kind) - {*FIRST, Kind.UNKNOWN}))


def formats(lang: str) -> str:
    """Return every kind under a heading of its own: where it is, what it gives, forms, quirks, columns.

    Raises:
        KeyError: a kind has no words.
    """
    parts = []
    for kind in shown():
        name = messages.text(lang, f"kinds.{kind.value}")
        parts += [f"## {name} {{: #{kind.value.replace('_', '-')} }}", _block(kind.value, lang)]
        found = table(kind)
        if found:
            parts.append(_columns(found, lang))
    title = PageWords("reference_words", lang)("containers")
    return "\n\n".join([*parts, f"## {title} {{: #containers }}", _block(CONTAINERS, lang)])


def table(kind: Kind) -> tuple[Column, ...]:
    """Return the columns a kind is read by, none where its file is no table."""
    try:
        known = columns.words(kind.value)
    except KeyError:
        return ()
    needed = NEEDED.get(kind, ())
    return tuple(
        Column(name=columns.written(kind.value, one), known=names, is_needed=one in needed)
        for one, names in known.items()
    )


def _block(id_: str, lang: str) -> str:
    held = messages.catalogue(lang, NOUN)
    rows = {part: held[f"{id_}.{part}"] for part in PARTS if f"{id_}.{part}" in held}
    return blocks.render("report_format", lang, rows=rows, say=PageWords("reference_words", lang))


def _columns(found: tuple[Column, ...], lang: str) -> str:
    return blocks.render("report_columns", lang, columns=found, say=PageWords("reference_words", lang))
