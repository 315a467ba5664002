"""MkDocs hook: ties the pages to the messages, joins the stylesheets, gives each language its address.

MkDocs loads this file by its path; everything it does is one call into `calculator.docsite`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from calculator.docsite import (
    glossary,
    nav_names,
    rows,
    search_index,
    settings,
    styles,
    template_pages,
    typography,
)
from calculator.docsite.languages import language
from calculator.docsite.shell import Shell

ASKED: dict[str, list[str]] = {}
"""What a seller would type to come to a page, by the page's address."""


def on_config(config: Any) -> Any:
    """Give this language its address and the templates their menu."""
    config.site_url = settings.language_address(language(config.extra["lang"]).folder)
    return template_pages.with_menu(config)


def on_files(files: Any, config: Any) -> Any:
    """Replace the stylesheets by one file whose name carries its hash; add a page for each template."""
    return template_pages.add(styles.join(files, config), config)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001 - passed by name
    """Leave out the canonical link when nobody knows where the site will be; note what a page is asked."""
    ASKED[page.url] = page.meta.get("asked", [])
    if not settings.site_address():
        page.canonical_url = None
    return context


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - passed by name
    """Mark the terms, make wide tables readable on a phone, let Chinese headings break where people pause."""
    html = rows.labelled(html)
    if page.url.startswith(glossary.SHELVES):
        html = glossary.first_places(html, config.extra["lang"])
    return typography.phrased(html) if config.extra["lang"].startswith("zh") else html


def on_env(env: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes it by name
    """Give the templates their words."""
    env.globals["odr"] = Shell.of(config.extra["lang"], settings.as_of())
    return env


def on_post_page(output: str, page: Any, config: Any) -> str:  # noqa: ARG001 - passed by name
    """Give the parts of the menu their names."""
    return nav_names.named(output)


def on_post_build(config: Any) -> None:
    """Write the search index as our search reads it."""
    search_index.write(Path(config.site_dir), config.extra["lang"], ASKED)
