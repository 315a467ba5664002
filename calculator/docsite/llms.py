"""llms.txt: every page with its title and one line, for programs that read the site for a person.

It says first what such a program must not do with the site: invent facts, promise, take over the account.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from calculator.docsite import sitemap, words
from calculator.docsite.languages import LANGUAGES

TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
LINE = re.compile(r'<meta name="description" content="([^"]*)"')
TAG = re.compile(r"<a class=\"headerlink\".*?</a>|<[^>]+>", re.DOTALL)


def write(site: Path, address: str) -> None:
    """Write the list for all languages; links are whole where the address of the site is known."""
    urls = sitemap.page_urls(site)
    parts = [f"# ODR Handbook\n\n> {words.text('en', 'llms.lead')}\n"]
    for one in LANGUAGES:
        lines = [_line(site, one.folder + url, address) for url in urls]
        parts.append(f"## {one.name}\n\n" + "\n".join(lines) + "\n")
    (site / "llms.txt").write_text("\n".join(parts), encoding="utf-8")


def _line(site: Path, url: str, address: str) -> str:
    html = (site / url / "index.html").read_text(encoding="utf-8")
    title, line = TITLE.search(html), LINE.search(html)
    name = " ".join(unescape(TAG.sub("", title[1])).split()) if title else url
    return f"- [{name}]({urljoin(address, url) or './'}): {unescape(line[1]) if line else ''}"
