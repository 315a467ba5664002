"""Sitemap: one for all languages, each page with its other languages; none without a known address."""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import urljoin

from calculator.docsite.languages import LANGUAGES

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def page_urls(site: Path) -> list[str]:
    """Return the addresses of all pages below the first language's root, other languages left out."""
    others = tuple(one.folder for one in LANGUAGES if one.folder)
    found = (path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html"))
    return sorted("" if url == "./" else url for url in found if not url.startswith((*others, "assets/")))


def sitemap(urls: list[str], address: str) -> str:
    """Return the sitemap of these pages in every language, for a site published at `address`."""
    entries = [_entry(url, folder.folder, address) for url in urls for folder in LANGUAGES]
    return HEAD + "".join(entries) + "</urlset>\n"


def write(site: Path, address: str) -> None:
    """Replace the sitemaps of the single builds by one of ours; remove them when no address is known."""
    for old in (*site.rglob("sitemap.xml"), *site.rglob("sitemap.xml.gz")):
        old.unlink()
    if address:
        (site / "sitemap.xml").write_text(sitemap(page_urls(site), address), encoding="utf-8")
        robots = f"User-agent: *\nSitemap: {urljoin(address, 'sitemap.xml')}\n"
        (site / "robots.txt").write_text(robots, encoding="utf-8")


def _entry(url: str, folder: str, address: str) -> str:
    ways = {one.tag: escape(urljoin(address, one.folder + url)) for one in LANGUAGES}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{way}"/>' for tag, way in ways.items()
    )
    return f"<url><loc>{escape(urljoin(address, folder + url))}</loc>{links}</url>\n"
