"""Template table: every text with blanks in one table, shelf by shelf, as the catalogue holds them."""

from __future__ import annotations

from calculator.docsite import blocks, catalogue, cause_pages, facts, letters, settings
from calculator.docsite.page_words import PageWords
from calculator.templates import template


def table(lang: str, way: str) -> str:
    """Return a table for each shelf: title, when it is used, until when, in which language it goes out."""
    say = PageWords("reference_words", lang)
    parts = []
    for shelf in catalogue.shelves():
        rows = [_row(id_, lang, way, say) for id_ in shelf.texts]
        parts += [
            f"## {shelf.title[lang]} {{: #{shelf.id} }}",
            blocks.render("template_table", lang, rows=rows, say=say),
        ]
    return "\n\n".join(parts)


def blocks_of_causes(lang: str, way: str) -> str:
    """Return how many blocks each cause has, each cause a link."""
    rows = [
        {
            "href": f"{way}{cause_pages.FOLDER}#{cause.replace('_', '-')}",
            "name": cause_pages.name_of(cause, lang),
            "number": len(held),
        }
        for cause, held in cause_pages.by_cause().items()
    ]
    return blocks.render("block_table", lang, rows=rows, say=PageWords("reference_words", lang))


def _row(id_: str, lang: str, way: str, say: PageWords) -> dict[str, str]:
    held = template(id_, lang)
    return {
        "href": way + letters.address(id_),
        "title": letters.title(id_, lang),
        "when": held.when,
        "until": facts.figure(held.deadline, lang, settings.as_of()) if held.deadline else "",
        "goes_out": say("goes_out_english" if held.is_english else "goes_out_either"),
    }
