"""Example pages: the annotated letters side by side, and their index as cards."""

from __future__ import annotations

from calculator.docsite import annotated, blocks, example_letters, marked_lines, review_pages
from calculator.docsite.annotated import Annotated
from calculator.messages import text

RULES_PAGE = "reference/review-rules/"


def title(name: str, lang: str) -> str:
    """Return the title of an example."""
    return str(example_letters.about(name)["title"][lang])


def index(lang: str) -> str:
    """Return a card for every example: what it shows, its counts, its causes."""
    cards = [
        {
            "name": name,
            "title": title(name, lang),
            "shows": example_letters.about(name)["shows"][lang],
            "kind": _kind(name),
            "rate": example_letters.rate(name, lang),
            "causes": [text(lang, f"causes.names.{one}") for one in example_letters.causes(name)],
            "store": example_letters.case(name)["store"],
        }
        for name in example_letters.names()
    ]
    return blocks.render("example_cards", lang, cards=cards, said=_said(lang))


def page(name: str, lang: str, to_root: str) -> str:
    """Return one example: its letters side by side, hits and facts beside each sentence.

    Raises:
        OutOfStep: the page says what the rules do not say.
    """
    about = example_letters.about(name)
    shown = f"{about['shows'][lang]} {review_pages.said(lang, 'invented')}\n{{: .lead }}"
    answer = example_letters.answer(name)
    sides = [("answer", _plain(answer))] if answer else _letters(name, lang)
    parts = [_side(key, held, name, lang, to_root) for key, held in sides]
    both = "odr-sides odr-sides--two" if len(sides) > 1 else "odr-sides"
    return "\n\n".join([shown, f'<div class="{both}" markdown>', *parts, "</div>"])


def _letters(name: str, lang: str) -> list[tuple[str, Annotated]]:
    good = annotated.better(name, lang)
    if example_letters.before(name) is None:
        return [("letter", good)]
    return [("before", annotated.spoiled(name, lang)), ("after", good)]


def _side(key: str, held: Annotated, name: str, lang: str, to_root: str) -> str:
    heading = f"## {review_pages.said(lang, key)} {{: #{key} }}"
    block = blocks.render(
        "annotated",
        lang,
        held=held,
        said=_said(lang),
        spoken=example_letters.language(name),
        rules=f"{to_root}{RULES_PAGE}",
        shows_facts=key in ("after", "letter"),
    )
    return f'<div class="odr-sides__side" markdown>\n\n{heading}\n\n{block}\n\n</div>'


def _plain(words: str) -> Annotated:
    rows = tuple(
        annotated.Row(kind="item" if is_item else "paragraph", words=marked_lines.marked(line, 0, ()))
        for _, line, is_item in marked_lines.lines(words)
    )
    return Annotated(rows=rows, missing=(), notes={})


def _kind(name: str) -> str:
    about = example_letters.about(name)
    is_pair = example_letters.before(name) is not None and about["kind"] == "good"
    return "pair" if is_pair else str(about["kind"])


def _said(lang: str) -> review_pages.Said:
    return review_pages.Said(lang)
