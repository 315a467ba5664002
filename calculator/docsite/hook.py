"""MkDocs hook: ties the pages to the messages, joins the stylesheets, gives each language its address.

MkDocs loads this file by its path; everything it does is one call into `calculator.docsite`.
"""

from __future__ import annotations

import logging
from typing import Any

from calculator.docsite import rows, settings, styles, template_pages, typography
from calculator.docsite.languages import language
from calculator.docsite.shell import Shell


def on_config(config: Any) -> Any:
    """Give this language its address and the templates their menu; keep the word cutter quiet."""
    logging.getLogger("jieba").setLevel(logging.WARNING)
    config.site_url = settings.language_address(language(config.extra["lang"]).folder)
    return template_pages.with_menu(config)


def on_files(files: Any, config: Any) -> Any:
    """Replace the stylesheets by one file whose name carries its hash; add a page for each template."""
    return template_pages.add(styles.join(files, config), config)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001 - passed by name
    """Leave out the canonical link when nobody knows where the site will be published."""
    if not settings.site_address():
        page.canonical_url = None
    return context


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - passed by name
    """Make wide tables readable on a phone, and let Chinese headings break where people pause."""
    html = rows.labelled(html)
    return typography.phrased(html) if config.extra["lang"].startswith("zh") else html


def on_env(env: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes it by name
    """Give the templates their words."""
    env.globals["odr"] = Shell.of(config.extra["lang"], settings.as_of())
    return env
