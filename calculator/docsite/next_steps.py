"""Next steps: the way on at the foot of a page, named in its front matter as `next: [guide/write.md]`.

Each goal is shown with its own title and the first sentence of its own description, so the words of
a page stand in one place. The block is Markdown: the build checks its links like all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from posixpath import relpath

from mkdocs.utils.meta import get_data

from calculator.docsite import letters, template_pages, words

MOST = 3
BY_HAND = 'class="odr-next"'
TITLE = re.compile(r"^# (.+?)(?: \{:[^}]*\})?$", re.MULTILINE)
SENTENCE = re.compile(r"^.*?(?:[.?!](?=\s)|。|？|！|$)", re.DOTALL)
Render = Callable[[str], str]


class WrongNext(ValueError):
    """The front matter of a page names no way on that could be shown."""


def block(start: str, meta: Mapping[str, object], docs: Path, lang: str, render: Render) -> str:
    """Return the block of a page, or nothing where it names no way on.

    Args:
        start: The page, below the language's folder.
        meta: Its front matter.
        docs: The language's folder.
        lang: Language of the page.
        render: Fills the macros of a title or description.

    Raises:
        WrongNext: there are too many goals, one twice, one that leads here or is no page.
    """
    named = meta.get("next")
    if named is None:
        return ""
    if not isinstance(named, list) or not 1 <= len(set(named)) == len(named) <= MOST or start in named:
        raise WrongNext(f"{start}: next: has to name one to {MOST} other pages, each once, not {named!r}.")
    steps = "\n".join(f"- {_step(start, str(goal), docs, lang, render)}" for goal in named)
    heading = f"## {words.guide(lang, 'letter.next')} {{: #next }}"
    return f'\n\n<div class="odr-next" markdown>\n\n{heading}\n\n{steps}\n\n</div>\n'


def _step(start: str, goal: str, docs: Path, lang: str, render: Render) -> str:
    path = docs / goal
    if path.is_file():
        title, line = said(path.read_text(encoding="utf-8"), render)
    elif goal in (texts := _texts(lang)):
        title, line = letters.title(texts[goal], lang), ""
    else:
        raise WrongNext(f"{start}: next: names {goal}, and there is no such page.")
    way = relpath(goal, Path(start).parent.as_posix())
    return f"[{title}]({way})" + (f" <small>{line}</small>" if line else "")


@cache
def _texts(lang: str) -> dict[str, str]:
    """Return the texts with blanks, whose pages the build makes, by their pages."""
    return {one.path: one.about for one in template_pages.pages(lang) if one.macro == "letter"}


def said(source: str, render: Render) -> tuple[str, str]:
    r"""Return the title of a page and the first sentence of its description.

    >>> said("---\ndescription: Short. Long.\n---\n# Title {: #x }\n", str)
    ('Title', 'Short.')
    """
    body, meta = get_data(source)
    heading = TITLE.search(body)
    if not heading:
        raise WrongNext("A page without a title is no way on.")
    first = SENTENCE.match(str(meta.get("description", "")))
    return render(heading[1]), render(first[0]) if first else ""
