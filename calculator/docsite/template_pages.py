"""Template pages: a page and a line of the menu for every text with blanks, made while the site is built.

Whoever adds a text writes its words and names it in the catalogue; the pages follow in every
language. A page is one macro, so it is shown like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from posixpath import relpath
from typing import Any

from markupsafe import Markup

from calculator.docsite import catalogue, cause_pages, letters, settings, words
from calculator.docsite.languages import language
from calculator.templates import template

INDEX = "templates/index.md"
DESK = "appeal-desk"
READ_AGAIN_AFTER = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its source below the language's folder, its macro with what that takes, what comes next."""

    path: str
    macro: str
    about: str
    checked_on: date
    see: list[tuple[str, str]]


def pages(lang: str) -> list[Page]:
    """Return the page of every text and every block of a cause, in one language."""
    return [*(_of_text(id_, lang) for id_ in catalogue.everything()), *_of_blocks(lang)]


def add(files: Any, config: Any) -> Any:
    """Put the pages among the files of a site that has a catalogue."""
    from mkdocs.structure.files import File

    if files.get_file_from_path(INDEX) is None:
        return files
    lang = config.extra["lang"]
    for one in pages(lang):
        files.append(File.generated(config, one.path, content=source(one, lang)))
    return files


def source(page: Page, lang: str) -> str:
    """Return the Markdown of a page."""
    head = f"reviewed: {page.checked_on}\nreview_by: {page.checked_on + READ_AGAIN_AFTER}"
    name, id_ = page.macro, page.about
    links = "\n".join(f"- [{title}]({_way(page.path, goal)})" for goal, title in page.see)
    title = words.guide(lang, "letter.next")
    return (
        f'---\n{head}\n---\n# {{{{ {name}_title("{id_}") }}}}\n\n{{{{ {name}("{id_}") }}}}\n\n'
        f'<div class="odr-next" markdown>\n\n## {title} {{: #next }}\n\n{links}\n\n</div>\n'
    )


def with_menu(config: Any) -> Any:
    """Put the pages into the menu, below the page of the catalogue."""
    for entry in config.nav or ():
        for items in entry.values() if isinstance(entry, dict) else ():
            if isinstance(items, list) and INDEX in items:
                items.extend(menu(config.extra["lang"]))
    return config


def menu(lang: str) -> list[dict[str, Any]]:
    """Return the menu: what is sent, what is worked with; a folder a shelf."""
    parts = catalogue.table()["parts"]
    found: list[dict[str, Any]] = []
    for part, title in parts.items():
        shelves: list[dict[str, Any]] = [
            {one.title[lang]: [_path(id_) for id_ in one.texts]}
            for one in catalogue.shelves()
            if one.part == part
        ]
        found.append({title[lang]: [*([_causes(lang)] if part == "work" else ()), *shelves]})
    return found


def _causes(lang: str) -> dict[str, Any]:
    folders = [
        {cause_pages.name_of(cause, lang): [_path(one.page) for one in held]}
        for cause, held in cause_pages.by_cause().items()
    ]
    return {words.guide(lang, "catalogue.blocks"): [cause_pages.INDEX, *folders]}


def _of_text(id_: str, lang: str) -> Page:
    held = template(id_, lang)
    see = [(_goal(one), _title(one, lang)) for one in held.see]
    if id_.startswith("plans/"):
        see.insert(0, (cause_pages.INDEX, words.guide(lang, "catalogue.blocks_by_cause")))
    see = _with_index(see, lang)
    return Page(path=_path(id_), macro="letter", about=id_, checked_on=held.checked_on, see=see)


def _of_blocks(lang: str) -> list[Page]:
    see = _with_index([(cause_pages.INDEX, words.guide(lang, "catalogue.blocks_by_cause"))], lang)
    return [
        Page(path=_path(one), macro="cause_block", about=one, checked_on=held.checked_on, see=see)
        for one, held in ((found.page, found.block) for found in cause_pages.everything())
    ]


def _with_index(see: list[tuple[str, str]], lang: str) -> list[tuple[str, str]]:
    return [*see, (INDEX, words.guide(lang, "letter.all"))]


def _goal(name: str) -> str:
    """Return the source a text leads to: another text, or a page by its address."""
    if name in catalogue.everything():
        return _path(name)
    address, mark, anchor = name.partition("#")
    return f"{address.rstrip('/')}.md{mark}{anchor}"


def _title(name: str, lang: str) -> str:
    if name in catalogue.everything():
        return letters.title(name, lang)
    return str(catalogue.table()["pages"][name][lang])


def _path(id_: str) -> str:
    return letters.address(id_).removesuffix("/") + ".md"


def _way(start: str, goal: str) -> str:
    return relpath(goal, start.rpartition("/")[0])


def desk_note(lang: str, way: str) -> Markup:
    """Return the sentence that leads to the appeal desk, nothing where the site has none."""
    folder = language(lang).folder.rstrip("/") or "en"
    if not (settings.ROOT / "docs" / folder / f"{DESK}.md").exists():
        return Markup()
    before, _, rest = words.guide(lang, "letter.desk").partition("[")
    inside, _, after = rest.partition("]")
    return Markup('{}<a href="{}">{}</a>{}').format(before, f"{way}{DESK}/", inside, after)
