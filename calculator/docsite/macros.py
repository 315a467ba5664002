"""Macros: the names that pages may use. Each is one call into the build or the core.

| in a page | gives |
|---|---|
| `fact("order_defect_rate.target", "under {value}")` | the figure, linked to its card, with its grade |
| `fact("appeals.funds.days", store="US")` | the same where a figure holds only in one store |
| `plain("order_defect_rate.target")` | the figure alone, for headings |
| `counting("a_to_z_claim")` | which outcomes count |
| `all_facts()`, `all_sources()`, `all_stores()` | the generated pages |
| `case_fields("appeal.rounds")`, `case_schema()` | fields of a part of the case file, its schema's address |
| `example("rate")`, `fraction()` | the worked example, computed by the core |
| `calculator()`, `appeal_desk()`, `known_answers()`, `letter_check()` | the page's element and script |
| `copy("id", "what")` | a button that copies the element with that id, `what` for those who hear it |
| `letter(id)`, `letter_title(id)`, `letters("a_to_z_appeal")` | a text, its title, a list of texts |
| `cause_block(page)`, `cause_block_title(page)`, `cause_blocks()` | a block of a cause, its title, all |
| `shelves("send")`, `texts_by_notice()`, `texts_by_cause()` | the catalogue of the texts |
| `cause_count("right")`, `cause_languages(…)` and others | how often the causes were found |
| `course()`, `scene("union")` | the guide's examples, computed and drawn by the core |
| `route_questions()` and others | the first door: see `calculator.docsite.door` |
| `coming("later.rate")`, `ways()` and others | how the number moves: see `calculator.docsite.handbook` |
| `own(…)`, `term(…)` and others | see `calculator.docsite.page_parts` |
| `tested_engines()`, `tested_changes()` | other browsers, changed code: as the last long run kept it |
| `myths("window")`, `seeds("esg")` and others | the ledgers: see `calculator.docsite.ledger` |
| `way("about/method/")` | the address of another page as seen from this one |
"""

from __future__ import annotations

from typing import Any

from calculator.docsite import (
    blocks,
    case_fields,
    catalogue,
    cause_figures,
    cause_pages,
    course,
    door,
    element,
    example,
    example_pages,
    facts,
    handbook,
    ledger,
    letters,
    page_parts,
    reference_macros,
    review_pages,
    scenes,
    settings,
    tables,
    template_pages,
    tested,
    typography,
    words,
)
from calculator.docsite.languages import relative


def define_env(env: Any) -> None:
    """Register every macro for one language."""
    lang: str = env.conf["extra"]["lang"]
    as_of = settings.as_of()

    def fact(key: str, template: str | None = None, store: str | None = None) -> str:
        env.variables["facts_used"].append(key)
        return facts.reference(key, lang, as_of, template, store)

    def counting(defect_type: str) -> str:
        env.variables["facts_used"].extend(tables.counting_keys(defect_type))
        return tables.counting(defect_type, lang, as_of)

    def letter(id_: str) -> str:
        env.variables["facts_used"].extend(letters.facts_of(id_))
        env.variables["page"].meta["description"] = letters.description(id_, lang)
        note = template_pages.desk_note(lang, way("")) if id_.startswith("plans/") else ""
        return letters.page(id_, lang, note)

    def cause_block(page: str) -> str:
        env.variables["facts_used"].extend(cause_pages.facts_of(page))
        env.variables["page"].meta["description"] = cause_pages.description(page, lang)
        return cause_pages.page(page, lang)

    def review_rules() -> str:
        env.variables["facts_used"].extend(review_pages.facts_of_rules())
        return review_pages.rules(lang)

    def way(target: str) -> str:
        return relative(env.variables["page"].url, target)

    def copy(target: str, what: str = "", label: str = "copy.copy") -> str:
        return blocks.render("copy", lang, target=target, what=what, label=words.text(lang, label))

    registered = {
        "copy": copy,
        "fact": fact,
        "counting": counting,
        "way": way,
        "letter": letter,
        "letter_title": lambda id_: letters.title(id_, lang),
        "letters": lambda start: letters.listed(start, lang, way("")),
        "cause_block": cause_block,
        "cause_block_title": lambda page: cause_pages.title(page, lang),
        "cause_blocks": lambda: cause_pages.listed(lang, way("")),
        "shelves": lambda part: catalogue.all_shelves(lang, way(""), part),
        "texts_by_notice": lambda: catalogue.by_notice(lang, way("")),
        "texts_by_cause": lambda: catalogue.by_cause(lang, way("")),
        "plain": lambda key: facts.figure(key, lang, as_of),
        "all_facts": lambda: tables.all_facts(lang),
        "all_sources": lambda: tables.all_sources(lang),
        "all_stores": lambda: tables.all_stores(lang),
        "case_fields": lambda part="": case_fields.table(part, lang),
        "case_schema": lambda: case_fields.address(lang, env.variables["page"].url),
        "review_rules": review_rules,
        "review_first": lambda: review_pages.first_counts(lang),
        "review_figures": lambda group: review_pages.self_test(lang, group),
        "appeal_example": lambda name: example_pages.page(name, lang, way("")),
        "appeal_examples": lambda: example_pages.index(lang),
        "appeal_example_title": lambda name: example_pages.title(name, lang),
        "example": lambda name: typography.unbroken(example.part(name, lang, as_of)),
        "course": lambda: course.block(lang, as_of),
        "scene": lambda name: scenes.block(name, lang, as_of),
        "fraction": lambda: example.fraction(lang, as_of),
        "appeal_desk": lambda: element.appeal_desk(lang, env.variables["page"].url),
        "calculator": lambda: element.calculator(lang, env.variables["page"].url),
        "known_answers": lambda: element.known_answers(lang, env.variables["page"].url),
        "letter_check": lambda: element.letter_check(lang, env.variables["page"].url),
        "tested_engines": lambda: tested.engines(lang),
        "tested_engines_day": lambda: tested.engines_day(lang),
        "tested_changes": lambda: tested.changes(lang),
        "tested_changes_least": tested.changes_least,
        "cause_count": cause_figures.count,
        "cause_languages": lambda *head: cause_figures.by_language(head),
        "cause_table": lambda *head: cause_figures.by_cause(head, lang),
        "cause_confusion": lambda first: cause_figures.confusion(first, lang),
    }
    registered |= door.macros(env, lang, fact) | handbook.macros(env, lang, fact)
    registered |= page_parts.macros(env, lang, fact) | reference_macros.macros(env, lang, fact)
    registered |= ledger.macros(env, lang, fact)
    for name, function in registered.items():
        env.macro(function, name)


def on_pre_page_macros(env: Any) -> None:
    """Look at the page before its macros are filled."""
    page_parts.open_page(env)


def on_post_page_macros(env: Any) -> None:
    """Finish the page: the way on, the cards of the facts it uses."""
    page_parts.close_page(env, env.conf["extra"]["lang"])
