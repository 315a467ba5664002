"""Page parts: what a page gets around its own words - the guard before, the way on and the cards after.

| in a page | gives |
|---|---|
| `own("ten minutes", "our advice")` | a figure that is ours, with the reason, which is not shown |
| `quoted("200 orders", "who says it")` | a figure that somebody else claims |
| `in_weeks("order_defect_rate.window_lag")` | days of a card in whole weeks, linked to the card |
| `term("lag")`, `term("lag", "the delay")` | a word with its sentence of the glossary |
| `all_terms()` | the whole glossary |
| `kept()`, `zip_edition()` | what stays on this device, and where the site is as one file |
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from calculator.docsite import (
    blocks,
    card_state,
    facts,
    glossary,
    next_steps,
    settings,
    typed_figures,
    typography,
    words,
    zip_edition,
)
from calculator.docsite.languages import relative
from calculator.docsite.route_words import Fact
from calculator.policy import Unit, policy_on

FACTS_PAGE = "reference/facts/"


def macros(env: Any, lang: str, fact: Fact) -> dict[str, Callable[..., str]]:
    """Return these macros for one language."""

    def term(id_: str, said: str = "") -> str:
        one = glossary.named(id_)
        env.variables["terms_used"].append(id_)
        return glossary.marked(one, lang, said or one.name[lang], 100 + len(env.variables["terms_used"]))

    return {
        "own": typed_figures.own,
        "quoted": typed_figures.own,
        "in_weeks": lambda key: fact(key, in_weeks(key, lang, settings.as_of())),
        "term": term,
        "kept": lambda: blocks.render("kept", lang),
        "zip_edition": lambda: zip_edition.MARK,
        "all_terms": lambda: glossary.listed(lang, relative(env.variables["page"].url, "")),
    }


def in_weeks(key: str, lang: str, as_of: date) -> str:
    """Return the days of a card as whole weeks in words.

    Raises:
        LookupError: the card does not hold days, or more weeks than there are words for.
    """
    row = policy_on(as_of).row(key)
    if row.unit is not Unit.DAYS or not isinstance(row.value, int):
        raise LookupError(f"{key} holds no days that could be said in weeks.")
    weeks = (2 * row.value + 7) // 14
    return words.text(lang, "value.weeks", n=words.text(lang, f"value.number.{weeks}"))


def open_page(env: Any) -> None:
    """Stop at typed figures; fill the macros of the description; start the lists of what the page uses."""
    file = env.page.file
    typed_figures.check(file.content_string, file.src_uri)
    env.variables["facts_used"], env.variables["terms_used"] = [], []
    meta = env.variables["page"].meta
    if "{{" in str(meta.get("description", "")):
        meta["description"] = _rendered(env, meta["description"])


def close_page(env: Any, lang: str) -> None:
    """Put the way on and the cards of the facts used below the page; join Chinese lines."""
    page, docs = env.variables["page"], Path(env.conf["docs_dir"])
    env.markdown = typography.joined(env.markdown) if lang.startswith("zh") else env.markdown
    keys = list(dict.fromkeys(env.variables["facts_used"]))
    page.meta["cards"] = card_state.of(keys)
    if next_steps.BY_HAND not in env.markdown:
        env.markdown += next_steps.block(
            page.file.src_uri, page.meta, docs, lang, lambda text: _rendered(env, text)
        )
    if keys:
        env.markdown += _cards(keys, lang, relative(page.url, FACTS_PAGE))


def _cards(keys: list[str], lang: str, way: str) -> str:
    title, lead = words.text(lang, "fact.used_title"), words.text(lang, "fact.used_lead")
    live, cards = card_state.live(keys, lang), facts.cards_of_page(keys, lang, way)
    return f"\n\n## {title} {{: #figures data-search-exclude }}\n\n{lead}\n\n{live}\n\n{cards}\n"


def _rendered(env: Any, text: str) -> str:
    """Fill the macros of a title or a description."""
    return str(env.env.from_string(text).render(**env.variables))
