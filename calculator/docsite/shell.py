"""Shell: what the theme's templates may ask for - words, days, languages, links of the frame.

The templates hold no words of their own, so that one set of templates serves every language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from calculator.docsite import bundle, changes, followed, settings, words
from calculator.docsite.facts import figure
from calculator.docsite.languages import ENGLISH, LANGUAGES, Language, language, way_between, way_to_root

SOCIAL = "assets/social.png"
DOORS = ("start/first-hour/", "calculator/", "appeal-desk/")
REPORT = "about/contributing/#wrong-fact"
FOOTER = ("method", "privacy", "limits", "contributing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One language in the switch; `href` is what the page writes."""

    lang: str
    name: str
    short: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterLink:
    """One link of the footer."""

    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """The missing page in one language."""

    lang: str
    title: str
    lead: str
    home: str
    href: str
    search: str
    doors: tuple[FooterLink, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """The object `odr` of every template."""

    here: Language
    as_of: date

    @classmethod
    def of(cls, tag: str, as_of: date) -> Shell:
        """Return the shell of one language."""
        return cls(language(tag), as_of)

    def text(self, key: str, **values: object) -> str:
        """Return a message of the frame."""
        return words.text(self.here.tag, key, **values)

    def day(self, when: date) -> str:
        """Return a day in words."""
        return words.day(self.here.tag, when)

    def changed(self, page: Any) -> date | None:
        """Return the day on which the words of a page last changed, None where nobody knows it."""
        return changes.day_of(Path(page.file.abs_src_path)) if page.file.abs_src_path else None

    def due(self, page: Any) -> date | None:
        """Return the day by which a page, or a card it uses, is to be read again."""
        cards = page.meta.get("cards")
        days = [page.meta.get("review_by"), cards.review_by if cards else None]
        return min(filter(None, days), default=None)

    def is_overdue(self, page: Any) -> bool:
        """Tell whether that day was over on the day of the build."""
        due = self.due(page)
        return due is not None and due < self.as_of

    def is_behind(self, page: Any) -> bool:
        """Tell whether a translated page has not followed the last change of its source."""
        if self.here == ENGLISH or not page.file.abs_src_path:
            return False
        return followed.state(page.file.src_uri) is followed.State.BEHIND

    def in_english(self, page: Any) -> str:
        """Return the address of this page in the language it is written in first."""
        return way_to_root(page.url) + way_between(self.here, ENGLISH, page.url)

    def tell(self, page: Any, repository: str | None) -> str:
        """Return where a mistake is reported: the repository's form, else the page that says how."""
        if not repository:
            return way_to_root(page.url) + REPORT
        return f"{repository.rstrip('/')}/issues/new/choose?title={quote(page.url)}"

    def limit(self) -> str:
        """Return the target as the ruler shows it."""
        return figure("order_defect_rate.target", self.here.tag, self.as_of)

    def languages(self, page: Any, base: str) -> list[Choice]:
        """Return every language with the address of this page in it.

        The missing page has no address of its own: it leads home, from `base`, the root's path.
        """
        url = page.url if page else ""
        url = "" if url in (".", "./") else url
        top = way_to_root(url) if page else base.rstrip("/") + "/"
        return [
            Choice(
                lang=one.tag,
                name=one.name,
                short=one.short,
                href=top + way_between(self.here, one, url) or "./",
                current=one == self.here,
            )
            for one in LANGUAGES
        ]

    def shelves(self, nav: Any) -> list[Any]:
        """Return what stands in the row of the header: all but home and what the footer leads to."""
        elsewhere = ("", "./", *(f"about/{name}/" for name in FOOTER))
        return [item for item in nav.items if self.first_page(item).url not in elsewhere]

    def first_page(self, item: Any) -> Any:
        """Return the page a shelf leads to: itself, or the first one on it."""
        return self.first_page(item.children[0]) if item.children else item

    def footer_links(self) -> list[FooterLink]:
        """Return the links that stand below every page."""
        return [FooterLink(path=f"about/{name}/", title=self.text(f"footer.{name}")) for name in FOOTER]

    def root(self) -> str:
        """Return the way from this language's root to that of the site."""
        return way_to_root(self.here.folder)

    def theme_search(self) -> str:
        """Return the address of the theme's own search worker, which ours replaces."""
        (found,) = (settings.THEME / "assets/javascripts/workers").glob("search.*.min.js")
        return found.relative_to(settings.THEME).as_posix()

    def search_worker(self) -> str:
        """Return the address of our search worker from this language's root, else the theme's."""
        found = bundle.asset("search.js")
        return self.theme_search() if found is None else way_to_root(self.here.folder) + found

    def social_image(self, base: str) -> str:
        """Return the address of the picture shown where a page is shared; whole where it is known."""
        return (settings.site_address() or base.rstrip("/") + "/") + SOCIAL

    def missing_page(self) -> list[Missing]:
        """Return the missing page in every language, the page's own first."""
        ordered = sorted(LANGUAGES, key=lambda one: one != self.here)
        return [
            Missing(
                lang=one.tag,
                title=words.text(one.tag, "missing.title"),
                lead=words.text(one.tag, "missing.lead"),
                home=words.text(one.tag, "missing.home"),
                href=way_between(self.here, one, ""),
                search=words.text(one.tag, "missing.search"),
                doors=tuple(
                    FooterLink(
                        path=way_between(self.here, one, door), title=words.text(one.tag, f"missing.door.{n}")
                    )
                    for n, door in enumerate(DOORS, 1)
                ),
            )
            for one in ordered
        ]
